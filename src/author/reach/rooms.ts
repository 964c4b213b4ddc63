import type { Cue } from '../../scene/index.ts'
import { type Context, hindrance } from './facts.ts'

/** Rooms one can stand in by now: through open doors and doors that may be opened, past the front door only when invited. */
export function roomsWithin(context: Context): Set<string> {
  const { place } = context.scene
  const start = place.spots.find((spot) => spot.id === place.start)?.room
  const inside = new Set<string>(start ? [start] : [])
  const isInvited = hindrance(context, { is: 'invited' }) === null
  for (let size = -1; size < inside.size; ) {
    size = inside.size
    for (const room of place.rooms) if (inside.has(room.id)) for (const next of room.openTo) inside.add(next)
    for (const door of place.doors) {
      if (!door.between.some((room) => inside.has(room))) continue
      if (door.isEntrance && !isInvited) continue
      const guard = context.scene.cues.find((cue) => cue.id === door.guards)
      if (guard && !isPermitted(context, guard)) continue
      for (const id of door.between) if (place.rooms.find((room) => room.id === id)?.enterable !== false) inside.add(id)
    }
  }
  return inside
}

function isPermitted(context: Context, cue: Cue): boolean {
  if (context.facts.words.has(`permitted ${cue.id}`)) return true
  if (cue.permission !== 'ask' || !cue.owner) return true
  return (
    hindrance(context, {
      is: 'feeling',
      person: cue.owner,
      feeling: 'trust',
      op: '>=',
      value: cue.asksAt,
      peak: false,
    }) === null
  )
}

/** Whether looking, hearing or asking can give this cue by now. What only an event gives comes by that event's "notices". */
export function canNotice(context: Context, cue: Cue, within: ReadonlySet<string>): boolean {
  const byOneself = cue.how.filter((how) => how !== 'event')
  if (byOneself.length === 0) return false
  if (cue.permission === 'ask' && !isPermitted(context, cue)) return false
  const { things, doors } = context.scene.place
  const rooms = new Set([cue.room])
  for (const id of cue.things) {
    const thing = things.find((each) => each.id === id)
    if (thing?.on) return true
    if (thing) rooms.add(thing.room)
    for (const room of doors.find((door) => door.id === id)?.between ?? []) rooms.add(room)
  }
  return [...rooms].some((room) => within.has(room))
}
