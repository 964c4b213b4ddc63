import type { Likelihood, Row, SeatRole, Text } from '../scene/index.ts'
import type { Composing, DocumentFields, Millis, SeatId, SessionKind } from './act.ts'

/** How a person looks to be, as an eye sees it; never a number and never the band itself. */
export type Bearing = 'overwhelmed' | 'shut' | 'closed' | 'careful' | 'open' | 'warm'

export type PersonSeen = {
  id: string
  isPresent: boolean
  spot: string | null
  isSeated: boolean
  /** Whom this person attends to: a person id, a seat id, a thing, or nobody. */
  attendsTo: string | null
  bearing: Bearing
}

/** One thing that can be said or done now. The token stands for a row without naming it. */
export type Offer = {
  token: string
  kind: 'say' | 'do'
  text: Text
  to: string
  /** False: shown only on request ("more lines"), since a fan shows four to six. */
  isInFan: boolean
  /** What a body does in a headset instead of choosing it; absent for most. */
  gesture?: NonNullable<Row['gesture']>
}

/** Something that happened once and is over: what state alone would lose. `number` is its event's. */
export type Moment = { number: number; at: Millis } & (
  | {
      kind: 'own-words'
      seat: SeatId
      text: Text | { text: string; lang: 'zh' | 'en' }
      isAction: boolean
      to: string
      /** The scene's own line that words of one's own were taken for. */
      understoodAs?: Text
    }
  | {
      kind: 'line'
      by: string
      text: Text | { text: string; lang: 'zh' | 'en' }
      isSilent: boolean
      until: Millis
      isTyped: boolean
    }
  | { kind: 'caption'; text: Text; sound?: string | undefined }
  | { kind: 'noticed'; cue: string; text: Text }
  | { kind: 'permission'; cue: string; isGiven: boolean; by: string }
  | { kind: 'phase'; phase: string }
  | { kind: 'arrival'; person: string }
  | { kind: 'taken-back'; from: number }
  | { kind: 'not-understood'; text: { text: string; lang: 'zh' | 'en' } }
  /** Own words that were not meant so and have reached nobody. */
  | { kind: 'denied'; text: { text: string; lang: 'zh' | 'en' } }
  | { kind: 'message'; from: string; text: Text }
  | { kind: 'own-message'; to: string; text: string }
  | { kind: 'notice'; what: 'paused' | 'resumed' | 'stopped' | 'left' | 'helped' }
)

/** Something that waits for an answer from this seat. */
export type Prompt =
  | {
      kind: 'event'
      event: string
      title: Text
      on: 'scene' | 'phone'
      shownMs: Millis
      reactions: { id: string; text: Text }[]
    }
  | { kind: 'confirm'; understood: Text; isAction: boolean; words: { text: string; lang: 'zh' | 'en' } }
  /** `isSaid`: the words have been said and not understood; else they wait to be put right, and nobody has heard them. */
  | { kind: 'candidates'; offers: Offer[]; words: { text: string; lang: 'zh' | 'en' }; isSaid: boolean }
  | { kind: 'red-line'; redLine: string; text: Text; why: Text }
  | { kind: 'take-back'; until: Millis }

export type CueNoted = { id: string; name: Text; seen: Text; number: number; at: Millis; isStrength: boolean }

export type NotebookHypothesis = {
  id: string
  statement: Text
  rating: null | { level: Likelihood; for: string[]; against: string[]; alternative: string }
}

/** What can be cited: a noticed cue, something the person told, an event that came. */
export type Citable = { id: string; kind: 'cue' | 'heard' | 'event'; text: Text }

export type DocumentSeen = {
  id: string
  title: Text
  purpose: Text | null
  due: 'before' | 'during' | 'after'
  isWritten: boolean
  isShared: boolean
  fields: {
    id: string
    label: Text
    hint: Text | null
    kind: 'text' | 'long-text' | 'time' | 'choice' | 'yes-no' | 'rows' | 'items'
    options: { id: string; text: Text }[]
    columns: { id: string; label: Text }[]
    rowsMax: number
    isRequired: boolean
  }[]
  values: DocumentFields
  /** What the checks found when it was last written: missing fields only; breaches wait for the debrief. */
  missing: string[]
}

export type DilemmaSeen = {
  id: string
  text: Text
  isRaised: boolean
  options: { id: string; text: Text }[]
  reasoned: null | { option: string; words: string }
}

/** Feelings as value, baseline and whether they drift: only instructors, and anyone after the end, ever see these. */
export type FeelingSeen = { value: number; towards: number; isDrifting: boolean }

/** What only an instructor's seat is sent. */
export type InstructorSight = {
  seed: string
  people: Record<string, { band: string | null; feelings: Record<string, FeelingSeen> }>
  offers: { token: string; row: string; worth: string }[]
  cuesMissed: string[]
  redLines: { id: string; number: number; isWarned: boolean }[]
  flags: string[]
  isPrivate: boolean
}

/** What one seat may know of the session now: all that its browser is ever sent. Texts are in both languages. */
export type SeatView = {
  seat: SeatId
  role: SeatRole
  /** The number of the last event folded in; a patch names the number it follows. */
  number: number
  session: {
    kind: SessionKind
    isFirstRun: boolean
    status: 'preparing' | 'visiting' | 'aftermath' | 'ended'
    phase: string | null
    clock: { at: Millis; isRunning: boolean; limit: Millis }
    isPaused: boolean
    composing: null | { seat: SeatId; how: Composing }
    seats: { seat: SeatId; role: SeatRole; isPresent: boolean }[]
  }
  preparation: { limit: number; options: { id: string; text: Text; isChosen: boolean }[]; learned: Text[] }
  me: { spot: string; room: string; isSeated: boolean; isInvited: boolean }
  people: PersonSeen[]
  /** How each thing that can be seen looks now; a thing absent here is not in sight. */
  looks: Record<string, string>
  doors: Record<string, { isOpen: boolean }>
  /** Things that can be asked about (their opening needs a yes). Same for all seeds. */
  askable: { thing: string; text: Text; state: 'ask' | 'given' | 'refused' | 'opened' }[]
  offers: Offer[]
  moments: Moment[]
  prompts: Prompt[]
  cues: CueNoted[]
  hypotheses: NotebookHypothesis[]
  citable: Citable[]
  documents: DocumentSeen[]
  dilemmas: DilemmaSeen[]
  level: null | { title: Text; options: { id: string; text: Text }[]; entered: string | null }
  partner: { person: string; orders: { id: string; text: Text }[] }[]
  ending: null | { id: string; title: Text; card: Text; isCapped: boolean; isGood: boolean }
  instructor: InstructorSight | null
}
