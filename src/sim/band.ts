import type { Band } from '../scene/index.ts'
import { catalogueOf } from './catalogue.ts'
import { holds } from './holds.ts'
import type { State } from './state.ts'

/** Without its own rule a person is flooded or withdrawn from here on (model 5.2), in thousandths of a point. */
const OVERLAY = 85_000

/** [5.2] How a person is now: flooded before withdrawn before the bands; a threshold value belongs to the upper band. Null: nobody to have moods. */
export function bandOf(state: State, id: string): Band | null {
  const who = catalogueOf(state.scene).people.get(id)
  const person = state.people[id]
  if (!who || !person || !who.bands) return null
  const { feelings } = person
  if (person.floodedUntilTurn > state.turn) return 'F'
  if (who.flooded ? holds(state, who.flooded) : (feelings.distress ?? 0) >= OVERLAY) return 'F'
  const isWithdrawn = who.withdrawn
    ? holds(state, who.withdrawn)
    : Math.max(feelings.face ?? 0, feelings.shame ?? 0, feelings.anger ?? 0) >= OVERLAY
  if (isWithdrawn) return 'W'
  const value = feelings[who.bands.on] ?? 0
  const [testing, open, allied] = who.bands.from
  return value >= allied ? 'A' : value >= open ? 'O' : value >= testing ? 'T' : 'G'
}

/** A cell the tables lack falls back along these (decisions B.1). */
export const FALLBACK: Record<Band, readonly Band[]> = {
  A: ['A', 'O', 'T', 'G'],
  O: ['O', 'T', 'G'],
  T: ['T', 'G'],
  G: ['G'],
  F: ['F', 'W', 'G'],
  W: ['W', 'G'],
}
