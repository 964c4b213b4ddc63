import { withPeaks } from '../drift.ts'
import type { EventOf, EventType } from '../event.ts'
import type { State } from '../state.ts'

/** Copies one fact into the state. Every rule was decided before; nothing is decided here. */
export type Fold<T extends EventType> = (state: State, event: EventOf<T>) => State

/** A fold for each of some event types; together the tables must cover them all, or `evolve` does not compile. */
export type Folds<T extends EventType> = { [K in T]: Fold<K> }

/** One person changed, peaks kept. */
export const person = (state: State, id: string, change: Partial<State['people'][string]>): State => {
  const was = state.people[id]
  return was ? { ...state, people: { ...state.people, [id]: withPeaks({ ...was, ...change }) } } : state
}

/** Deliberate acts towards people count as acts of the phase (decisions B.6), as rows do. */
export const counted = (state: State): State => ({
  ...state,
  actsIn: { ...state.actsIn, [state.phase ?? '']: (state.actsIn[state.phase ?? ''] ?? 0) + 1 },
})
