import type { State } from '../state.ts'
import { counted, type Fold, type Folds, person } from './fold.ts'

/** The place of the worker after moving; a person's place when a person moves. */
const moved: Fold<'moved'> = (state, { who, spot, room }) =>
  who in state.people
    ? person(state, who, { spot })
    : { ...state, workers: { ...state.workers, [who]: { spot, room, isSeated: false } } }

const seated = (state: State, seat: string, isSeated: boolean): State => {
  const was = state.workers[seat]
  return was ? { ...state, workers: { ...state.workers, [seat]: { ...was, isSeated } } } : state
}

/** Where people are, what was seen and opened. */
export const PLACE: Folds<
  | 'looked'
  | 'cue-noticed'
  | 'permission-asked'
  | 'permission-given'
  | 'permission-refused'
  | 'opened'
  | 'opened-uninvited'
  | 'invited-in'
  | 'moved'
  | 'door-moved'
  | 'person-left'
  | 'sat'
  | 'stood'
  | 'privacy-changed'
  | 'waited'
> = {
  looked: (state) => state,
  'cue-noticed': (state, event) =>
    event.cue in state.noticed
      ? state
      : { ...state, noticed: { ...state.noticed, [event.cue]: { number: event.number, at: event.at } } },
  'permission-asked': (state) => counted(state),
  'permission-given': (state, { cue }) => ({ ...state, permissions: { ...state.permissions, [cue]: 'given' } }),
  'permission-refused': (state, { cue }) => ({ ...state, permissions: { ...state.permissions, [cue]: 'refused' } }),
  opened: (state, { thing, cue }) =>
    counted({ ...state, opened: [...new Set([...state.opened, thing, ...(cue ? [cue] : [])])] }),
  'opened-uninvited': (state, { thing, cue }) => ({
    ...state,
    opened: [...new Set([...state.opened, thing, ...(cue ? [cue] : [])])],
  }),
  'invited-in': (state, { at }) => ({ ...state, invitedAt: at }),
  moved,
  'door-moved': (state, { door, isOpen }) => ({ ...state, doors: { ...state.doors, [door]: isOpen } }),
  'person-left': (state, { who }) => person(state, who, { spot: null }),
  sat: (state, { seat }) => seated(state, seat, true),
  stood: (state, { seat }) => seated(state, seat, false),
  'privacy-changed': (state, { privacy }) => ({ ...state, privacy }),
  waited: (state) => state,
}
