import type { Go } from '../act.ts'
import { catalogueOf } from '../catalogue.ts'
import { moveTo, notice } from '../outcome.ts'
import { crossRedLine } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { emit, type Run } from '../run.ts'
import { isDoorOpen } from '../state.ts'

import { mustBeThere, openUninvited } from './notice.ts'

/** Walking to a room or a named spot. Crossing the sill before being invited in, or into a closed room unasked, is entering without permission. */
export function go(run: Run, act: Go): void {
  mustBeThere(run)
  const { rooms, spots, cues } = catalogueOf(run.state.scene)
  const spot = spots.get(rooms.get(act.to)?.spot ?? act.to)
  const room = spot && rooms.get(spot.room)
  if (!spot || !room) throw new Refused('unknown-thing', `place ${act.to}`)
  if (!room.enterable) throw new Refused('out-of-reach', `${room.id} cannot be entered`)
  if (run.state.workers[run.seat]?.spot === spot.id) return
  if (!room.outside && run.state.invitedAt === null) {
    const entrance = run.state.scene.place.doors.find((door) => door.isEntrance)
    openUninvited(run, entrance?.id ?? room.id, undefined, true)
    moveTo(run, run.seat, spot.id)
    return
  }
  const door = run.state.scene.place.doors.find((one) => one.between.includes(room.id) && !isDoorOpen(run.state, one))
  if (room.closed && door) {
    const guard = door.guards ? cues.get(door.guards) : undefined
    if (!guard || run.state.permissions[guard.id] !== 'given') {
      openUninvited(run, door.id, guard, true)
      return
    }
    emit(run, { type: 'door-moved', door: door.id, isOpen: true })
    emit(run, { type: 'opened', thing: door.id, cue: guard.id })
    notice(run, guard.id, 'ask')
  }
  moveTo(run, run.seat, spot.id)
}

/** Sitting down where one is, or on the room's seat. */
export function sit(run: Run): void {
  mustBeThere(run)
  const worker = run.state.workers[run.seat]
  if (!worker) throw new Refused('not-this-seat', run.seat)
  const taken = new Set(Object.values(run.state.people).map((person) => person.spot))
  const { spots } = catalogueOf(run.state.scene)
  const here = spots.get(worker.spot)
  const seat = here?.seat
    ? here
    : run.state.scene.place.spots.find((one) => one.seat && one.room === worker.room && !taken.has(one.id))
  if (!seat) throw new Refused('out-of-reach', 'no free seat in this room')
  moveTo(run, run.seat, seat.id)
  emit(run, { type: 'sat' })
}

export function stand(run: Run): void {
  mustBeThere(run)
  emit(run, { type: 'stood' })
}

/** [B.10, D.4] Leaving stops the visit's clock and opens the aftermath; a live hazard left behind is a critical failure. */
export function leave(run: Run, how: 'chosen' | 'time' | 'stopped'): void {
  mustBeThere(run)
  for (const event of run.state.scene.events)
    if (event.hazard && run.state.events[event.id] && !run.state.events[event.id]?.isHandled) {
      crossRedLine(run, event.hazard, { kind: 'event', id: event.id }, run.at)
      if (run.state.warning) return
    }
  const { stopping } = run.state
  emit(run, { type: 'left', how })
  if (stopping) emit(run, { type: 'ended', ending: stopping.ending, isCapped: true })
}
