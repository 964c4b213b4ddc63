import type {
  JoinCode,
  JoinedByCode,
  NetworkCheck,
  NewSession,
  Problem,
  Refusal,
  SessionSummary,
  Welcome,
} from '../protocol/index.ts'
import type { Debrief, Language, PublicScene, Text } from '../sim/index.ts'
import { whoAmI } from './identity.ts'

/** A scene as it stands in the list. */
export type SceneSummary = { id: string; title: Text; kind: Text; minutes: number; contentNote: Text; setting: Text }

/** The server said no, and why, in both languages. */
export class Refused extends Error {
  readonly reason: Refusal
  readonly text: Text
  constructor(problem: Problem) {
    super(`refused: ${problem.refused}`)
    this.reason = problem.refused
    this.text = { zh: problem.zh, en: problem.en }
  }
}

/** No answer at all, or none that we could read: the server is away. */
export class Unreachable extends Error {}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'refused' in body && 'zh' in body && 'en' in body

const NOTHING_TO_SAY = 204

/** @throws Refused | Unreachable */
async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const token = whoAmI()?.token
  let response: Response
  let answer: unknown
  try {
    response = await fetch(`/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    answer = response.status === NOTHING_TO_SAY ? null : await response.json()
  } catch (cause) {
    throw new Unreachable('the server did not answer', { cause })
  }
  if (response.ok) return answer as Answer
  if (isProblem(answer)) throw new Refused(answer)
  throw new Unreachable(`the server answered ${response.status}`)
}

const part = encodeURIComponent

/** The server's routes that a trainee uses. */
export const rest = {
  introduce: (name: string, lang: Language) => ask<Welcome>('/people', { name, lang }),
  me: () => ask<{ person: string; name: string }>('/me'),
  scenes: () => ask<{ scenes: SceneSummary[] }>('/scenes').then((a) => a.scenes),
  scene: (id: string) => ask<PublicScene>(`/scenes/${part(id)}`),
  begin: (wish: NewSession) => ask<SessionSummary>('/sessions', wish),
  sessions: () => ask<{ sessions: SessionSummary[] }>('/sessions').then((a) => a.sessions),
  sceneOf: (session: string) => ask<PublicScene>(`/sessions/${part(session)}/scene`),
  /** A code by which another device of one's own joins. */
  codeFor: (session: string) => ask<JoinCode>(`/sessions/${part(session)}/codes`, {}),
  join: (code: string) => ask<JoinedByCode>('/join', { code }),
  /** This device's token opens nothing any more. */
  handOver: () => ask<null>('/handover', {}),
  check: () => ask<NetworkCheck>('/check'),
  debrief: (session: string) => ask<Debrief>(`/sessions/${part(session)}/debrief`),
}
