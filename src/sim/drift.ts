import type { Feeling } from '../scene/index.ts'
import type { Millis } from './act.ts'
import { catalogueOf } from './catalogue.ts'
import type { PersonState, State } from './state.ts'

/** Drift is one thousandth of a point per 30 ms of session time: 2 points in 60 s (decisions B.1). */
export const DRIFT_MS = 30

/**
 * The state as it stands at `at`: addressed people's feelings moved towards their start values. Counted on whole ticks of the session clock,
 * so that cutting a span of time in two changes nothing.
 */
export function driftTo(state: State, at: Millis): State {
  if (at <= state.clock) return state
  if (state.status !== 'visiting' || state.phase === null) return { ...state, clock: at }
  const ticks = Math.floor(at / DRIFT_MS) - Math.floor(state.clock / DRIFT_MS)
  const addressees = catalogueOf(state.scene).phases.get(state.phase)?.addressees ?? []
  if (ticks === 0) return { ...state, clock: at }
  const people = { ...state.people }
  for (const id of addressees) {
    const person = people[id]
    if (person) people[id] = drifted(person, catalogueOf(state.scene).people.get(id)?.starts ?? {}, ticks)
  }
  return { ...state, clock: at, people }
}

function drifted(person: PersonState, starts: Partial<Record<Feeling, number>>, ticks: number): PersonState {
  const feelings = { ...person.feelings }
  for (const name of Object.keys(feelings) as Feeling[]) {
    const value = feelings[name] as number
    const base = starts[name] ?? value
    feelings[name] = value < base ? Math.min(base, value + ticks) : Math.max(base, value - ticks)
  }
  return withPeaks({ ...person, feelings })
}

/** Keeps the highest value each feeling has had. */
export function withPeaks(person: PersonState): PersonState {
  let peaks = person.peaks
  for (const name of Object.keys(person.feelings) as Feeling[])
    if ((person.feelings[name] as number) > (peaks[name] ?? -1)) peaks = { ...peaks, [name]: person.feelings[name] }
  return peaks === person.peaks ? person : { ...person, peaks }
}
