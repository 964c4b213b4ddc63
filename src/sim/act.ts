import type { Likelihood, SeatRole } from '../scene/index.ts'

/** "trainee", "partner", "observer-2": a place at the session, not a person. */
export type SeatId = string

/** Milliseconds of session time: it stands still while paused, composing or in preparation. */
export type Millis = number

/** How words came in. A spoken line can interrupt; a picked or typed one never does (decisions B.5). */
export type Means = 'picked' | 'typed' | 'spoken'

export type SessionKind = 'practice' | 'class' | 'assessed'

/** Why somebody holds the floor while the clock stands still (decisions A.5). */
export type Composing = 'menu' | 'typing' | 'speaking'

/** What began a session. `key` seeds the offer tokens: unguessable in a live session, fixed in a rehearsal. */
export type StartSession = {
  type: 'start-session'
  seed: string
  roll: number
  kind: SessionKind
  isFirstRun: boolean
  key: string
  sceneHash: string
  seats: { seat: SeatId; role: SeatRole }[]
  excerpt?: string
}

/**
 * Saying or doing. Either an `offer` token from the view (browsers) or a `row` id (rehearsals, and the server after free words
 * were understood). No row: the words were not understood.
 */
export type Say = {
  type: 'say' | 'do'
  offer?: string
  row?: string
  means: Means
  /** The trainee's own words; kept beside the log, never in it. */
  words?: string
  lang?: 'zh' | 'en'
  /** Calibrated probability of `row`, 0–1; absent when picked. */
  confidence?: number
  /** The best row stood clear of the second. */
  isClear?: boolean
  isConfirmed?: boolean
  /** Likely rows to offer when not understood, best first. */
  candidates?: string[]
  heard?: HeardAs
}

/** With what somebody's own words were understood, and the three likeliest rows, best first: kept for whoever judges them later (decisions A.6). */
export type HeardAs = {
  by: string
  likely: { row: string; confidence: number }[]
  second?: { id: string; version: string; verdict: string; row: string | null; score: number }
}

export type Look = { type: 'look' | 'approach' | 'hear'; thing: string }
export type AskPermission = { type: 'ask-permission'; thing: string }
export type Open = { type: 'open'; thing: string }
export type Go = { type: 'go'; to: string }

/** Everything somebody can try. What is not here cannot be tried. */
export type ActBody =
  | StartSession
  | { type: 'prepare'; options: string[] }
  | { type: 'arrive' }
  | Say
  | { type: 'confirm'; isMeant: boolean }
  /** None of the lines offered for own words was meant. */
  | { type: 'leave-as-said' }
  | { type: 'take-back' }
  | Look
  | AskPermission
  | Open
  | Go
  | { type: 'sit' | 'stand' | 'wait' }
  | { type: 'answer'; event: string; reaction: string }
  | { type: 'set-privacy'; privacy: 'on' | 'off' | 'computed' }
  | { type: 'rate'; hypothesis: string; level: Likelihood; for: string[]; against: string[]; alternative?: string }
  | { type: 'write'; document: string; fields: DocumentFields }
  | { type: 'reason'; dilemma: string; option: string; words: string }
  | { type: 'enter-level'; level: string; words?: string }
  | { type: 'direct'; person: string; order: string }
  | { type: 'message'; to: string; words: string }
  | { type: 'begin-composing'; how: Composing }
  | { type: 'end-composing' }
  | { type: 'show-message'; event: string; shownMs: number }
  | { type: 'go-on'; isAccepted: boolean }
  | { type: 'help'; with: string }
  | { type: 'pause' | 'resume' | 'leave' | 'finish' }
  | { type: 'take-seat'; role: SeatRole }
  | { type: 'leave-seat' }
  | { type: 'voice'; person: string; words: string; lang: 'zh' | 'en' }
  | { type: 'recode'; number: number; row: string | null }
  | { type: 'intervene'; what: 'let-run' | 'stop' | 'fire'; event?: string }
  | { type: 'flag-note'; words: string; number?: number }
  | { type: 'request-support'; to: string[] }
  /** Time is an act like any other. `isRecorded` writes the clock into the log even if nothing was due. */
  | { type: 'time-passes'; isRecorded?: boolean }

/** A document as filled in: text, yes/no, or rows of columns. */
export type DocumentFields = Record<string, string | boolean | Record<string, string>[]>

/** Who tries what, and when it begins, in session time. */
export type Act = ActBody & { seat: SeatId; at: Millis }

/** The clock, the room, or a rehearsal's end: not a person's seat. */
export const SYSTEM: SeatId = 'system'
