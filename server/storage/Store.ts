import type { ActAnswer } from '../../src/protocol/index.ts'
import type { FullScene, Language, SeatRole } from '../../src/scene/index.ts'
import type { Event, Millis, SeatId, SeatView, SessionKind } from '../../src/sim/index.ts'

/** Somebody who typed a name once. The name is null when it has been erased; nobody can sign in as that person again. */
export type Person = { id: string; name: string | null; lang: Language }
export type NewPerson = Person & { name: string; tokenHash: string; createdAt: string }

/** A code by which one other device of a person joins a session. Times in milliseconds. */
export type CodeRow = { code: string; session: string; person: string; expiresAt: number }
/** What came of a code that was tried. */
export type CodeUse = { how: 'joined'; session: string; person: string } | { how: 'unknown' | 'used' | 'expired' }

export type SessionStatus = SeatView['session']['status']

/** What a list of sessions needs without folding any log: how far the session has come, written with each append. */
export type Progress = { status: SessionStatus; ending: string | null; clockMs: Millis }

export type SessionRow = Progress & {
  id: string
  scene: string
  /** The version of the scene it is played with; an edited scene never changes a session that has begun. */
  sceneHash: string
  kind: SessionKind
  owner: string
  createdAt: string
  /** The number of the last event. */
  number: number
}
export type NewSessionRow = Omit<SessionRow, 'number'>

export type SeatRow = { seat: SeatId; role: SeatRole; person: string }

/** An act that was answered, so that the same act sent again gets the same answer and is not decided twice. */
export type AnsweredAct = { id: string; person: string; seat: SeatId; answer: ActAnswer }

export type Appended = { events: readonly Event[]; act?: AnsweredAct; progress: Progress }

/** What a room needs of the storage: the log of one session. */
export type Log = {
  /** The whole log, words joined in where they have not been erased, and every act answered so far. */
  load(session: string): Promise<{ events: Event[]; acts: AnsweredAct[] }>
  /**
   * Durable before it answers: events, words, act and progress in one transaction. `conflict` when the log has grown past `after`;
   * the caller then decides again on the newer state.
   */
  append(session: string, after: number, what: Appended): Promise<'ok' | 'conflict'>
}

/** Few verbs, the same on memory, SQLite and PostgreSQL; one contract suite proves it. */
export type Store = Log & {
  kind: 'memory' | 'sqlite' | 'postgresql'
  /** Throws when the database cannot be asked. */
  check(): Promise<void>
  close(): Promise<void>

  addPerson(person: NewPerson): Promise<void>
  personByToken(tokenHash: string): Promise<Person | null>
  /** One more device of a person. */
  addToken(person: string, tokenHash: string, createdAt: string): Promise<void>
  /** This device's token opens nothing any more; the person's others do. Answers false when it was no token. */
  endToken(tokenHash: string): Promise<boolean>

  /** Keeps a code and ends the session's earlier ones. Answers false when the code is taken; forgets those that ended before `forgetBefore`. */
  addCode(code: CodeRow, forgetBefore: number): Promise<boolean>
  /** Uses a code up: of two devices that try it at once, one joins. */
  redeemCode(code: string, now: number): Promise<CodeUse>

  hasEndedRun(person: string): Promise<boolean>
  /** Removes name, tokens, codes and every word the person wrote. Events stay, and so does each assessment. Twice is the same as once. */
  eraseWords(person: string): Promise<void>

  /** Keeps a version of a scene, so that an old session replays on what it was played with. Known hashes are left alone. */
  saveScene(hash: string, scene: FullScene): Promise<void>
  sceneByHash(hash: string): Promise<FullScene | null>

  /** Session, seats and first events in one transaction. */
  createSession(session: NewSessionRow, seats: SeatRow[], events: readonly Event[]): Promise<void>
  sessionById(session: string): Promise<{ row: SessionRow; seats: SeatRow[] } | null>
  /** Newest first. */
  sessionsOf(person: string): Promise<SessionRow[]>
}
