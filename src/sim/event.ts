import type { Band, Code, Counts, Feeling, Likelihood, RubricItem, SeatRole } from '../scene/index.ts'
import type { Composing, DocumentFields, HeardAs, Means, Millis, SeatId, StartSession } from './act.ts'

/** Why an event came about, so that evidence and the debrief can say so. */
export type Cause =
  | { kind: 'row'; id: string }
  | { kind: 'cue'; id: string }
  | { kind: 'event'; id: string }
  | { kind: 'dilemma'; id: string; option: string }
  | { kind: 'document'; id: string }
  | { kind: 'preparation'; id: string }
  | { kind: 'order'; id: string }
  | { kind: 'hypothesis'; id: string; part: 'matches' | 'corroborated' | 'disconfirmed' | 'unfounded' }
  | { kind: 'rule'; id: string }

/** A line a person spoke or an action seen: where its text stands in the scene, by stable id; `wording` counts the other ways of saying it from 1. */
export type LineRef = { by: string; line: string; wording?: number }

/** A document's checks, decided when it was written; the words themselves lie beside the log. */
export type DocumentChecks = { isComplete: boolean; missing: string[]; breaches: { field: string; check: string }[] }

/** A row that was said or done, with what was decided about it. */
export type Spoken = {
  row: string
  to: string
  phase: string
  codes: Code[]
  means: Means
  /** First time, so it counts and moves; a repeated row does neither (decisions B.3). */
  isScored: boolean
  /** Diminishing factor on feelings: 1, 0.5 or 0. */
  factor: number
  counts?: Counts
  isPrivate: boolean
  /** Which wording was used: -1 the plain text, -2 the short one, else the variant's index. */
  variant: number
  words?: string
  lang?: 'zh' | 'en'
  wordCount?: number
  confidence?: number
  isConfirmed?: boolean
  heard?: HeardAs
}

/**
 * What then happened. Past tense; the outcome of every rule and every chance is written in, so that a replay draws nothing and an edited
 * scene cannot change an old log. Fields named `words` are kept in a table beside the log and may be erased (decisions D.2).
 */
export type EventBody =
  | ({ type: 'session-started'; format: 1; scene: string; sceneVersion: string } & Omit<StartSession, 'type'>)
  | { type: 'seat-taken'; role: SeatRole }
  | { type: 'seat-left' }
  | { type: 'prepared'; option: string; counts?: Counts }
  | { type: 'arrived' }
  | ({ type: 'said' } & Spoken)
  | ({ type: 'done' } & Spoken)
  | {
      type: 'confirm-asked'
      row: string
      words: string
      lang: 'zh' | 'en'
      confidence: number
      candidates?: string[]
      heard?: HeardAs
    }
  | {
      type: 'not-understood'
      times: number
      candidates: string[]
      words?: string
      lang?: 'zh' | 'en'
      wordCount: number
      heard?: HeardAs
    }
  /** What own words were taken for was not meant. They have reached nobody; `candidates` are the lines offered instead. */
  | {
      type: 'denied'
      row: string
      candidates: string[]
      confidence: number
      words?: string
      lang?: 'zh' | 'en'
      wordCount: number
      heard?: HeardAs
    }
  | { type: 'left-as-said' }
  | { type: 'taken-back'; from: number }
  | { type: 'silence-judged'; after: number; ms: Millis; verdict: 'missed' | 'held' | 'long' }
  | {
      type: 'felt'
      person: string
      by: Partial<Record<Feeling, number>>
      to: Partial<Record<Feeling, number>>
      points: Partial<Record<Feeling, number>>
      band: Band | null
      cause: Cause
      penalties?: { rule: string; by: number }[]
    }
  | {
      type: 'replied'
      by: string
      to: SeatId
      line: string | null
      wording?: number
      band: Band | null
      until: Millis
      isEmotional: boolean
      locks?: { phase: string; untilTurn: number }
      words?: string
      lang?: 'zh' | 'en'
    }
  | {
      type: 'disclosed'
      disclosure: string
      by: string
      text: number
      wording?: number
      until: Millis
      isEmotional: boolean
    }
  | { type: 'spoke'; lines: LineRef[]; cause: Cause; until: Millis }
  | { type: 'looked'; thing: string; how: 'look' | 'approach' | 'hear' }
  | { type: 'cue-noticed'; cue: string; how: string; counts?: Counts }
  | { type: 'permission-asked'; cue: string; of: string }
  | { type: 'permission-given'; cue: string; by: string }
  | { type: 'permission-refused'; cue: string; by: string }
  | { type: 'opened'; thing: string; cue: string | null }
  | { type: 'opened-uninvited'; thing: string; cue: string | null; by: string }
  | { type: 'invited-in'; by: string }
  | { type: 'phase-opened'; phase: string }
  | { type: 'phase-entered'; phase: string }
  | { type: 'flags-changed'; set: string[]; cleared: string[] }
  | { type: 'timed-event'; event: string; floods?: Record<string, number> }
  | { type: 'timed-event-handled'; event: string; reaction: string }
  | { type: 'timed-event-ignored'; event: string }
  | { type: 'timed-event-stage'; event: string; stage: number }
  | { type: 'reacted'; event: string; reaction: string; counts?: Counts; to?: string }
  | { type: 'evidence-found'; counts: Counts; cause: Cause }
  | { type: 'moved'; who: string; spot: string; room: string }
  | { type: 'door-moved'; door: string; isOpen: boolean }
  | { type: 'person-left'; who: string }
  | { type: 'sat' | 'stood' }
  | { type: 'privacy-changed'; privacy: 'on' | 'off' | 'computed' }
  | { type: 'waited' }
  | { type: 'messaged'; to: string; words: string; wordCount: number }
  | { type: 'directed'; person: string; order: string; counts?: Counts }
  | {
      type: 'hypothesis-rated'
      hypothesis: string
      level: Likelihood
      for: string[]
      against: string[]
      hasAlternative: boolean
      words?: string
    }
  | { type: 'document-written'; document: string; checks: DocumentChecks; wordCount: number; words: DocumentFields }
  | { type: 'dilemma-reasoned'; dilemma: string; option: string; counts?: Counts; wordCount: number; words: string }
  | { type: 'level-entered'; level: string; right: string; isUnderRated: boolean; counts?: Counts; words?: string }
  | { type: 'red-line'; redLine: string; caps: RubricItem[]; cause: Cause; isWarned: boolean; endsAt: Millis | null }
  | { type: 'went-on'; isAccepted: boolean; redLine: string; from?: number }
  | { type: 'helped'; with: string }
  | { type: 'paused' | 'resumed' }
  | { type: 'time-passed' }
  | { type: 'composing-begun'; how: Composing }
  | { type: 'composing-ended' }
  | { type: 'message-shown'; event: string; shownMs: Millis; stage: number }
  | { type: 'recoded'; of: number; row: string | null; counts?: Counts }
  | { type: 'intervened'; what: 'let-run' | 'stop' | 'fire'; event?: string }
  | { type: 'note-flagged'; words: string; about?: number }
  | { type: 'support-requested'; to: string[] }
  | { type: 'left'; how: 'chosen' | 'time' | 'stopped' }
  | { type: 'ending-neared'; ending: string; times: number; endsAt: Millis | null }
  | { type: 'ended'; ending: string; isCapped: boolean }

export type EventType = EventBody['type']

/** `number` counts from 1 without gaps; `at` is session time; `seat` is whose act it followed ("system" for time itself). */
export type Event = EventBody & { number: number; at: Millis; seat: SeatId }

export type EventOf<T extends EventType> = Extract<Event, { type: T }>
