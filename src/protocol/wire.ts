import * as z from 'zod/mini'
import type { ActBody, SeatView } from '../sim/index.ts'

/** Raised whenever an older page could misread a newer server or the reverse. */
export const PROTOCOL = 1

/** No frame of ours is larger; a longer one closes the socket before it is parsed. */
export const FRAME_MAX_BYTES = 64 * 1024
export const WORDS_MAX = 2000

/** Why something was not done. A closed list: each has a text in both languages in `i18n` (`refusal.<reason>`). */
export const REFUSALS = [
  'client-too-old',
  'server-too-old',
  'malformed',
  'too-large',
  'too-fast',
  'not-signed-in',
  'unknown-session',
  'not-yours',
  'seat-taken',
  'not-this-seat',
  'session-ended',
  'not-in-this-phase',
  'not-offered',
  'not-now',
  'unknown-thing',
  'out-of-reach',
  'paused',
  'storage-failed',
  'failed',
] as const
export type Refusal = (typeof REFUSALS)[number]

const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/))
const words = z.string().check(z.maxLength(WORDS_MAX))
const ids = z.array(id).check(z.maxLength(40))
const lang = z.enum(['zh', 'en'])
const fieldRow = z.record(id, words)
const FIELDS_MAX = 60
/** Counted before they are looked at one by one: no document of ours comes near so many. */
const fewFields = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && Object.keys(value).length <= FIELDS_MAX,
)
const fields = z.pipe(fewFields, z.record(id, z.union([words, z.boolean(), z.array(fieldRow).check(z.maxLength(20))])))

/**
 * What a trainee's or partner's browser may try. Strict: an unknown key – a forged seat, time, row id or confidence – is refused as malformed.
 * `satisfies` at the end holds every member to an act of the core.
 */
export const TraineeAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('prepare'), options: ids }),
  z.strictObject({ type: z.literal('arrive') }),
  z.discriminatedUnion('means', [
    z.strictObject({ type: z.literal('say'), offer: id, means: z.enum(['picked']) }),
    z.strictObject({
      type: z.literal('say'),
      words: words.check(z.minLength(1)),
      lang,
      means: z.enum(['typed', 'spoken']),
    }),
  ]),
  z.strictObject({ type: z.literal('do'), offer: id, means: z.enum(['picked']) }),
  z.strictObject({ type: z.literal('confirm'), isMeant: z.boolean() }),
  z.strictObject({ type: z.literal('take-back') }),
  z.strictObject({ type: z.enum(['look', 'approach', 'hear']), thing: id }),
  z.strictObject({ type: z.literal('ask-permission'), thing: id }),
  z.strictObject({ type: z.literal('open'), thing: id }),
  z.strictObject({ type: z.literal('go'), to: id }),
  z.strictObject({ type: z.enum(['sit', 'stand', 'wait', 'pause', 'resume', 'leave', 'finish', 'leave-as-said']) }),
  z.strictObject({ type: z.literal('answer'), event: id, reaction: id }),
  z.strictObject({
    type: z.literal('rate'),
    hypothesis: id,
    level: z.enum(['unlikely', 'possible', 'likely']),
    for: ids,
    against: ids,
    alternative: z.optional(words),
  }),
  z.strictObject({ type: z.literal('write'), document: id, fields }),
  z.strictObject({ type: z.literal('reason'), dilemma: id, option: id, words }),
  z.strictObject({ type: z.literal('enter-level'), level: id, words: z.optional(words) }),
  z.strictObject({ type: z.literal('direct'), person: id, order: id }),
  z.strictObject({ type: z.literal('message'), to: id, words: words.check(z.minLength(1)) }),
  z.strictObject({ type: z.literal('begin-composing'), how: z.enum(['menu', 'typing', 'speaking']) }),
  z.strictObject({ type: z.literal('end-composing') }),
  z.strictObject({
    type: z.literal('show-message'),
    event: id,
    shownMs: z.int().check(z.nonnegative(), z.maximum(3_600_000)),
  }),
  z.strictObject({ type: z.literal('go-on'), isAccepted: z.boolean() }),
  z.strictObject({ type: z.literal('help'), with: id }),
  z.strictObject({ type: z.literal('request-support'), to: ids }),
])
export type TraineeAct = z.infer<typeof TraineeAct>

/** One act on its way: `id` is made by the browser and makes a resend harmless. */
export const ActFrame = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/)),
  session: id,
  act: TraineeAct,
})
export type ActFrame = z.infer<typeof ActFrame>

/** The answer to an act frame: the number of the last event it led to, once that is safely stored. */
export type ActAnswer =
  | { ok: true; id: string; number: number }
  | { ok: false; id: string; refused: Refusal; detail?: string }

export const Hello = z.strictObject({ protocol: z.int(), token: z.string().check(z.minLength(16), z.maxLength(200)) })
export type Hello = z.infer<typeof Hello>

export const Join = z.strictObject({ session: id })
export type Join = z.infer<typeof Join>

/** A view whole, or the top-level slices that changed since `base` plus the moments that are new. */
export type ViewFrame =
  | { session: string; kind: 'whole'; view: SeatView }
  | {
      session: string
      kind: 'patch'
      base: number
      number: number
      slices: Partial<Omit<SeatView, 'moments'>>
      moments: SeatView['moments']
    }

export type JoinAnswer = { ok: true; view: SeatView } | { ok: false; refused: Refusal }

/** Event names on the socket. */
export interface ServerToClient {
  view: (frame: ViewFrame) => void
  /** The seat is now used from another window; this one only looks on. */
  superseded: (session: string) => void
  refused: (reason: Refusal) => void
}
export interface ClientToServer {
  join: (join: Join, answer: (answer: JoinAnswer) => void) => void
  act: (frame: ActFrame, answer: (answer: ActAnswer) => void) => void
  leave: (join: Join) => void
}

/** Names are what a person types once; no e-mail, no password, no surname needed. */
export const Newcomer = z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)), lang })
export type Newcomer = z.infer<typeof Newcomer>
export type Welcome = { person: string; name: string; token: string }

export const NewSession = z.strictObject({
  scene: id,
  kind: z.enum(['practice', 'class', 'assessed']),
  seed: z.optional(id),
  excerpt: z.optional(id),
})
export type NewSession = z.infer<typeof NewSession>

export type SessionSummary = {
  id: string
  scene: string
  title: { zh: string; en: string }
  startedAt: string
  status: SeatView['session']['status']
  ending: { zh: string; en: string } | null
  minutes: number
}

/** An error as every HTTP route gives it: a reason of the closed list, and what to do, in both languages. */
export type Problem = { refused: Refusal; zh: string; en: string }

/** Holds the wire to the core: every act of a browser is an act of the core, less seat and time, which the server alone adds. */
export const asActBody = (act: TraineeAct): ActBody => act
