import type { CheckEvents, CheckLine } from './checkLine.ts'
import type { LineEvents } from './line.ts'
import { openSession, type Session } from './store.ts'

export type {
  ActAnswer,
  JoinCode,
  NetworkCheck,
  Problem,
  Refusal,
  SessionSummary,
  TraineeAct,
} from '../protocol/index.ts'
export type {
  ActBody,
  Citable,
  Code,
  CueNoted,
  Debrief,
  DilemmaSeen,
  DocumentFields,
  DocumentSeen,
  Language,
  Likelihood,
  Moment,
  NotebookHypothesis,
  Offer,
  Prompt,
  PublicScene,
  RubricItem,
  SeatView,
  SessionKind,
  Share,
  Text,
} from '../sim/index.ts'
export type { CheckEvents, CheckLine } from './checkLine.ts'
export { forget, type Identity, type Keep, remember, whoAmI } from './identity.ts'
export type { Line, LineEvents, OpenLine } from './line.ts'
export { Refused, rest, type SceneSummary, Unreachable } from './rest.ts'
export { type Connection, openSession, type Session, type SessionState } from './store.ts'

/** Opens a session that the server decides. The socket's code is fetched here, so that the start page stays a picture and a list. */
export async function openRemoteSession(session: string, token: string): Promise<Session> {
  const { openRemoteLine } = await import('./remote.ts')
  return openSession(session, {
    openLine: (events: LineEvents) => openRemoteLine(token, events),
    keep: sessionStorage,
    now: () => Date.now(),
    newId: newActId,
  })
}

/** The line of the network check; its code is fetched only there. */
export async function openCheckLine(events: CheckEvents): Promise<CheckLine> {
  const { connectCheckLine } = await import('./checkLine.ts')
  return connectCheckLine(events)
}

/** An id no other act has. `randomUUID` exists only in secure contexts, and a school's own address may not be one. */
function newActId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
}
