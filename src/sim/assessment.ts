import type { Code, Counts, Likelihood, RubricItem, Text } from '../scene/index.ts'
import type { Millis, SeatId, SessionKind } from './act.ts'
import type { Cause } from './event.ts'
import type { Moment } from './seat-view.ts'

/** One line of evidence. `waiting` points stand outside earned and target until a person judges them (decisions D.6). */
export type Evidence = {
  number: number
  at: Millis
  seat: SeatId
  item: RubricItem
  points: number
  cause: Cause
  judgedBy: 'rule' | 'waiting' | 'person'
}

export type ItemAssessment = {
  item: RubricItem
  earned: number
  /** Points for level 5 in this run: the scene's target scaled by seed and by the opportunities given (decisions B.13). */
  target: number
  waiting: number
  /** Positive points this run offered, out of those its seed can offer. */
  given: number
  reachable: number
  level: 1 | 2 | 3 | 4 | 5 | null
  /** Null level: less than a third of the opportunities came up. */
  isTooLittleSeen: boolean
  cappedBy: string[]
}

/** A share whose denominator may be empty: then there is no figure, and `why` says so. */
export type Share = { value: number; of: number } | { value: null; of: 0 }

/** MI-informed figures (after the MITI 4 behaviour counts; formative only). */
export type Conversation = {
  counts: Partial<Record<Code, number>>
  reflectionsPerQuestion: Share
  complexOfReflections: Share
  openOfQuestions: Share
  adherent: number
  nonAdherent: number
  skills: { family: 'zc' | 'yl' | 'yx'; tags: Record<string, number> }[]
}

export type CueFinding = { cue: string; number: number | null }

export type Assessment = {
  seat: SeatId
  /** Always true here: an automatic hint until a person confirms it (decisions A.8). */
  isAutomaticHint: true
  items: ItemAssessment[]
  evidence: Evidence[]
  redLines: { id: string; number: number; at: Millis; isWarned: boolean }[]
  /** Any critical failure caps the whole at "not yet competent". */
  isCapped: boolean
  conversation: Conversation
  cues: {
    hits: CueFinding[]
    misses: CueFinding[]
    notReached: string[]
    falseAlarms: { cue: string; hypothesis: string; number: number }[]
  }
  hypotheses: {
    id: string
    rated: Likelihood | null
    truth: Likelihood
    parts: { matches: number; corroborated: number; disconfirmed: number; unfounded: number }
  }[]
  ending: string | null
}

/** What the sums of a scene's tables are, per rubric item and per source; compared with the stated sums by the checker. */
export type SourceSums = Record<string, Counts>

export type TimelinePerson = {
  id: string
  name: Text
  /** In points, 0–100; null where a person has no such feeling. */
  points: { number: number; at: Millis; trust: number | null; distress: number | null }[]
}

export type Timeline = {
  from: Millis
  to: Millis
  people: TimelinePerson[]
  phases: { phase: string; title: Text; at: Millis; number: number }[]
  moments: Moment[]
}

/** The guided look back, ready to be shown: every reference resolved to words in both languages. */
export type Debrief = {
  scene: string
  title: Text
  kind: SessionKind
  seed: { id: string; note: Text }
  assessment: Assessment
  /** As `assessment.evidence`, with why it counts and the words it came from. */
  evidence: {
    number: number
    at: Millis
    item: RubricItem
    points: number
    judgedBy: Evidence['judgedBy']
    why: Text
    words: Text | { text: string; lang: 'zh' | 'en' } | null
    families?: ('zc' | 'yl' | 'yx')[]
  }[]
  redLines: { id: string; number: number; at: Millis; isWarned: boolean; text: Text; why: Text; words: Text | null }[]
  cues: {
    id: string
    name: Text
    seen: Text
    meaning: Text
    context: Text[]
    isStrength: boolean
    noticed: number | null
    wasReachable: boolean
  }[]
  hypotheses: { id: string; statement: Text; rated: Likelihood | null; truth: Likelihood; alternatives: Text | null }[]
  documents: {
    id: string
    title: Text
    isWritten: boolean
    missing: Text[]
    breaches: { field: Text; check: string }[]
  }[]
  /** Own words that nobody understood, or that a rater took otherwise than the visit did; never what the program had guessed. */
  notUnderstood: {
    number: number
    at: Millis
    /** Null when they have been erased. */
    words: { text: string; lang: 'zh' | 'en' } | null
    /** What the people in the visit answered to. */
    answeredAs: Text | null
    /** Null: waits for a person. `as` null: a rater took it for none of the lines. */
    judged: { as: Text | null } | null
  }[]
  timeline: Timeline
  ending: { id: string; title: Text; card: Text; isCapped: boolean; isGood: boolean }
  reflection: Text[]
  /** Where to turn to; added by the server from the locale's card. */
  resources: { locale: string; reviewed: string; lines: { number: string; name: Text; checked: boolean }[] } | null
}
