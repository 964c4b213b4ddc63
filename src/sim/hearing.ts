import type { Room } from '../scene/index.ts'
import type { SeatId } from './act.ts'
import { catalogueOf } from './catalogue.ts'
import { isDoorOpen, type State } from './state.ts'

/** A third person hears within this distance (decisions B.8). */
export const HEARING_METRES = 3

/** Distance on the floor between two spots; Infinity when one is not in the place. */
export function metresBetween(state: State, a: string | null, b: string | null): number {
  const { spots } = catalogueOf(state.scene)
  const from = a === null ? undefined : spots.get(a)
  const to = b === null ? undefined : spots.get(b)
  return from && to ? Math.hypot(from.at[0] - to.at[0], from.at[1] - to.at[1]) : Number.POSITIVE_INFINITY
}

/** Whether sound and sight pass between two rooms now: the same, joined without a door, or through an open one. */
export function areJoined(state: State, a: string, b: string): boolean {
  if (a === b) return true
  const { rooms } = catalogueOf(state.scene)
  if (rooms.get(a)?.openTo.includes(b) || rooms.get(b)?.openTo.includes(a)) return true
  return state.scene.place.doors.some(
    (door) => door.between.includes(a) && door.between.includes(b) && isDoorOpen(state, door),
  )
}

/** Rooms that can be seen into from one room, through whatever stands open. */
export function roomsInSight(state: State, from: string): Set<string> {
  const seen = new Set([from])
  const queue = [from]
  for (let room = queue.pop(); room !== undefined; room = queue.pop())
    for (const other of state.scene.place.rooms)
      if (!seen.has(other.id) && areJoined(state, room, other.id)) {
        seen.add(other.id)
        queue.push(other.id)
      }
  return seen
}

export const roomOfSpot = (state: State, spot: string | null): Room | undefined => {
  const { spots, rooms } = catalogueOf(state.scene)
  return spot === null ? undefined : rooms.get(spots.get(spot)?.room ?? '')
}

/** The worker who matters when nobody in particular acted: the first trainee. */
export const firstWorker = (state: State): SeatId => Object.keys(state.workers)[0] ?? 'trainee'

/**
 * Whether what this worker says to `to` is heard by nobody else. The worker's own team are not third persons; somebody on the telephone
 * is not either.
 */
export function isPrivate(state: State, seat: SeatId, to: string): boolean {
  if (state.privacy !== 'computed') return state.privacy === 'on'
  const worker = state.workers[seat] ?? state.workers[firstWorker(state)]
  if (!worker) return true
  const { people } = catalogueOf(state.scene)
  for (const [id, person] of Object.entries(state.people)) {
    const who = people.get(id)
    if (id === to || person.spot === null || !who || who.team || who.voiceOnly) continue
    const room = roomOfSpot(state, person.spot)
    if (!room || !areJoined(state, worker.room, room.id)) continue
    if (metresBetween(state, worker.spot, person.spot) <= HEARING_METRES) return false
    if (metresBetween(state, state.people[to]?.spot ?? null, person.spot) <= HEARING_METRES) return false
  }
  return true
}
