export { MemoryStore } from './MemoryStore.ts'
export { DATABASE_FILE, DatabaseUnreachable, openStore } from './open.ts'
export type {
  AnsweredAct,
  Appended,
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
