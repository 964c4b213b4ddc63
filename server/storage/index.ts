export { MemoryStore } from './MemoryStore.ts'
export { DATABASE_FILE, DatabaseUnreachable, openStore } from './open.ts'
export type {
  AnsweredAct,
  Appended,
  CodeRow,
  CodeUse,
  Log,
  NewPerson,
  NewSessionRow,
  Person,
  Progress,
  SeatRow,
  SessionRow,
  SessionStatus,
  Store,
} from './Store.ts'
