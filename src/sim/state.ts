import type { Feeling, FullScene, Likelihood, Row, SeatRole } from '../scene/index.ts'
import type { Composing, DocumentFields, HeardAs, Millis, SeatId, SessionKind } from './act.ts'
import { catalogueOf } from './catalogue.ts'
import type { Cause, DocumentChecks, Event } from './event.ts'

/** Feelings in thousandths of a point, as they stood at the state's clock. */
export type Feelings = Partial<Record<Feeling, number>>

export type PersonState = {
  feelings: Feelings
  /** The highest each feeling has stood, for endings that ask for a peak. */
  peaks: Feelings
  spot: string | null
  /** Flooded until this turn, by an event (decisions B.9), whatever the feelings say. */
  floodedUntilTurn: number
}

export type TimedState = {
  firedAt: Millis
  isLive: boolean
  wasIgnored: boolean
  reaction: string | null
  isHandled: boolean
  /** How many stages have come. */
  stages: number
  /** How long each showing of its prompt was on screen. */
  shown: Millis[]
}

/** What somebody said last, and whether the silence after it has been judged. */
export type LastReply = {
  number: number
  by: string
  until: Millis
  isEmotional: boolean
  isJudged: boolean
  line: string
}

/** Everything a session is, folded from its events. Plain data apart from `scene`, which is shared and never copied. */
export type State = {
  scene: FullScene
  number: number
  clock: Millis
  status: 'unstarted' | 'preparing' | 'visiting' | 'aftermath' | 'ended'
  kind: SessionKind
  seed: string
  roll: number
  key: string
  isFirstRun: boolean
  excerpt: string | null
  seats: Record<SeatId, { role: SeatRole; isPresent: boolean }>
  isPaused: boolean
  composing: null | { seat: SeatId; how: Composing }
  prepared: string[]
  phase: string | null
  phaseSince: Millis
  open: string[]
  reached: string[]
  invitedAt: Millis | null
  people: Record<string, PersonState>
  workers: Record<SeatId, { spot: string; room: string; isSeated: boolean }>
  said: Record<string, number>
  heard: Record<string, number>
  noticed: Record<string, { number: number; at: Millis }>
  permissions: Record<string, 'given' | 'refused'>
  opened: string[]
  doors: Record<string, boolean>
  flags: string[]
  privacy: 'on' | 'off' | 'computed'
  /** Counts acts that drew a reply: the place chance is asked at. */
  turn: number
  /** Leading code of the last scored act and how often it ran; questions in a row (decisions B.3). */
  talk: { code: string | null; run: number; questions: number; isPrivate: boolean }
  actsIn: Record<string, number>
  helpfulIn: Record<string, string[]>
  privateTurnsIn: Record<string, number>
  locks: Record<string, number>
  reply: LastReply | null
  lastHarm: { number: number; took: Record<string, Feelings>; isRepaired: boolean } | null
  misses: number
  confirm: {
    seat: SeatId
    row: string
    words: string
    lang: 'zh' | 'en'
    confidence: number
    candidates: string[]
    heard?: HeardAs
  } | null
  /** Lines offered for own words; `denied`: the words have reached nobody, since they were not meant as what they were taken for. */
  candidates: {
    seat: SeatId
    rows: string[]
    words: string
    lang: 'zh' | 'en'
    denied: { row: string; heard?: HeardAs } | null
  } | null
  events: Record<string, TimedState>
  hypotheses: Record<
    string,
    { level: Likelihood; for: string[]; against: string[]; alternative: string; number: number }
  >
  documents: Record<string, { checks: DocumentChecks; fields: DocumentFields; number: number }>
  dilemmas: Record<string, { option: string; words: string; number: number }>
  level: string | null
  redLines: { id: string; number: number; at: Millis; isWarned: boolean; cause: Cause }[]
  /** When and how the session will stop by itself: after a red line, or asked to leave. */
  stopping: { at: Millis; ending: string } | null
  /** A first run's red line waits for the trainee to go on or not (decisions A.7). */
  warning: { redLine: string; number: number; before: State | null } | null
  endingTimes: Record<string, number>
  ending: { id: string; isCapped: boolean } | null
  /** The state before the last line, for taking it back within three seconds (decisions D.3). */
  undo: { from: number; at: Millis; before: State } | null
  /** Events that were moments, in order, for views. */
  seen: Event[]
}

/** Within this time a line can be taken back. */
export const TAKE_BACK_MS = 3000

/** A session of which nothing has happened yet. */
export function initial(scene: FullScene): State {
  const people: Record<string, PersonState> = {}
  for (const person of scene.people)
    people[person.id] = { feelings: person.starts, peaks: person.starts, spot: null, floodedUntilTurn: 0 }
  return {
    scene,
    number: 0,
    clock: 0,
    status: 'unstarted',
    kind: 'practice',
    seed: scene.seeds[0]?.id ?? '',
    roll: 1,
    key: '',
    isFirstRun: false,
    excerpt: null,
    seats: {},
    isPaused: false,
    composing: null,
    prepared: [],
    phase: null,
    phaseSince: 0,
    open: [],
    reached: [],
    invitedAt: null,
    people,
    workers: {},
    said: {},
    heard: {},
    noticed: {},
    permissions: {},
    opened: [],
    doors: {},
    flags: [],
    privacy: 'computed',
    turn: 0,
    talk: { code: null, run: 0, questions: 0, isPrivate: true },
    actsIn: {},
    helpfulIn: {},
    privateTurnsIn: {},
    locks: {},
    reply: null,
    lastHarm: null,
    misses: 0,
    confirm: null,
    candidates: null,
    events: {},
    hypotheses: {},
    documents: {},
    dilemmas: {},
    level: null,
    redLines: [],
    stopping: null,
    warning: null,
    endingTimes: {},
    ending: null,
    undo: null,
    seen: [],
  }
}

/** Whether session time runs: only in the visit, and not while paused, composing, or something waits for the trainee's answer (own words not yet said among it). */
export const isClockRunning = (state: State): boolean =>
  state.status === 'visiting' &&
  !state.isPaused &&
  state.composing === null &&
  state.warning === null &&
  state.confirm === null &&
  !state.candidates?.denied

/** Whom a phase addresses first; without a phase, the scene's first person. */
export function firstAddressee(state: State, phase: string | null = state.phase): string {
  return catalogueOf(state.scene).phases.get(phase ?? '')?.addressees[0] ?? state.scene.people[0]?.id ?? ''
}

/** Who a row speaks to: its own addressee, else its phase's first (a global row: the current phase's). */
export const addresseeOf = (state: State, row: Pick<Row, 'to'> & { phase: string }): string =>
  row.to ?? firstAddressee(state, row.phase === 'any' ? state.phase : row.phase)

/** Whether the current phase addresses this person, so that feelings drift (decisions B.4). */
export const isAddressed = (state: State, person: string): boolean =>
  state.phase !== null && (catalogueOf(state.scene).phases.get(state.phase)?.addressees.includes(person) ?? false)

export const isDoorOpen = (state: State, door: { id: string; isOpen: boolean; isEntrance: boolean }): boolean =>
  state.doors[door.id] ?? (door.isOpen || (door.isEntrance && state.invitedAt !== null))

/** Red lines that count: warned ones the trainee went on from do not (decisions A.7). */
export const crossed = (state: State) => state.redLines.filter((line) => !line.isWarned)
