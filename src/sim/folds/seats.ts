import { catalogueOf } from '../catalogue.ts'
import { beginAt } from '../excerpt.ts'
import { initial, type State } from '../state.ts'
import type { Folds } from './fold.ts'

/** Who is here, and whether time runs: the session as a gathering. */
export const SEATS: Folds<
  | 'session-started'
  | 'seat-taken'
  | 'seat-left'
  | 'prepared'
  | 'arrived'
  | 'paused'
  | 'resumed'
  | 'composing-begun'
  | 'composing-ended'
  | 'time-passed'
  | 'left'
  | 'helped'
  | 'recoded'
  | 'intervened'
  | 'note-flagged'
  | 'support-requested'
> = {
  'session-started': (state, event) => {
    const seats = Object.fromEntries(event.seats.map(({ seat, role }) => [seat, { role, isPresent: true }]))
    const start = state.scene.place.start
    const room = catalogueOf(state.scene).spots.get(start)?.room ?? ''
    const workers = Object.fromEntries(
      event.seats
        .filter(({ role }) => role === 'trainee' || role === 'partner')
        .map(({ seat }) => [seat, { spot: start, room, isSeated: false }]),
    )
    const begun: State = {
      ...initial(state.scene),
      status: 'preparing',
      kind: event.kind,
      seed: event.seed,
      roll: event.roll,
      key: event.key,
      isFirstRun: event.isFirstRun,
      excerpt: event.excerpt ?? null,
      seats,
      workers,
    }
    return event.excerpt ? beginAt(begun, event.excerpt) : begun
  },
  'seat-taken': (state, { seat, role }) => {
    const isWorker = role === 'trainee' || role === 'partner'
    const start = state.scene.place.start
    const place = { spot: start, room: catalogueOf(state.scene).spots.get(start)?.room ?? '', isSeated: false }
    return {
      ...state,
      seats: { ...state.seats, [seat]: { role, isPresent: true } },
      workers: isWorker && !(seat in state.workers) ? { ...state.workers, [seat]: place } : state.workers,
    }
  },
  'seat-left': (state, { seat }) => {
    const was = state.seats[seat]
    return was ? { ...state, seats: { ...state.seats, [seat]: { ...was, isPresent: false } } } : state
  },
  prepared: (state, { option }) => ({ ...state, prepared: [...state.prepared, option] }),
  arrived: (state) => ({ ...state, status: 'visiting' }),
  paused: (state) => ({ ...state, isPaused: true }),
  resumed: (state) => ({ ...state, isPaused: false }),
  'composing-begun': (state, { seat, how }) => ({ ...state, composing: { seat, how } }),
  'composing-ended': (state) => ({ ...state, composing: null }),
  'time-passed': (state) => state,
  left: (state) => ({ ...state, status: 'aftermath', composing: null, reply: null, confirm: null, candidates: null }),
  helped: (state) => state,
  recoded: (state) => state,
  intervened: (state, { what }) => (what === 'let-run' ? { ...state, stopping: null } : state),
  'note-flagged': (state) => state,
  'support-requested': (state) => state,
}
