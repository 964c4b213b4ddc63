import { driftTo } from './drift.ts'
import type { Event, EventType } from './event.ts'
import { COURSE } from './folds/course.ts'
import type { Fold, Folds } from './folds/fold.ts'
import { PAPERS } from './folds/papers.ts'
import { PLACE } from './folds/place.ts'
import { SEATS } from './folds/seats.ts'
import { TALK } from './folds/talk.ts'
import type { State } from './state.ts'

/** What a view shows as a moment; the rest is state alone. */
const MOMENTS: ReadonlySet<EventType> = new Set<EventType>([
  'said',
  'done',
  'replied',
  'disclosed',
  'spoke',
  'timed-event',
  'timed-event-stage',
  'timed-event-ignored',
  'reacted',
  'cue-noticed',
  'permission-given',
  'permission-refused',
  'phase-entered',
  'taken-back',
  'went-on',
  'not-understood',
  'denied',
  'messaged',
  'paused',
  'resumed',
  'left',
  'helped',
  'ended',
  'person-left',
  'opened-uninvited',
])

const FOLDS: Folds<EventType> = { ...SEATS, ...TALK, ...PLACE, ...COURSE, ...PAPERS }

/** One event folded in: time first, then the fact. */
export function evolve(state: State, event: Event): State {
  const fold = FOLDS[event.type] as Fold<EventType>
  const next = fold(driftTo(state, event.at), event as never)
  // What came out of a fold is nobody else's yet; only the state that came in is copied.
  const folded = next === state ? { ...state } : next
  folded.number = event.number
  if (MOMENTS.has(event.type)) folded.seen = [...next.seen, event]
  return folded
}
