import type { PublicScene, SeatView } from '../../../session/index.ts'

type Place = PublicScene['place']

/** Rooms one can walk to now: through openings and open doors only. A closed door is opened by an act of its own, never by going somewhere. */
export function roomsInReach(place: Place, doors: SeatView['doors'], from: string): Set<string> {
  const ways: [string, string][] = []
  for (const door of place.doors)
    if (door.kind === 'opening' || (doors[door.id]?.isOpen ?? door.isOpen)) ways.push(door.between)
  for (const room of place.rooms) for (const other of room.openTo) ways.push([room.id, other])
  const canEnter = new Set(place.rooms.filter((r) => r.enterable).map((r) => r.id))
  const reached = new Set([from])
  const edge = [from]
  for (let room = edge.pop(); room !== undefined; room = edge.pop())
    for (const [a, b] of ways) {
      const next = a === room ? b : b === room ? a : null
      if (next === null || reached.has(next) || !canEnter.has(next)) continue
      reached.add(next)
      edge.push(next)
    }
  return reached
}

/** The room one is in, and those one looks straight into from it. */
export function roomsBeside(place: Place, doors: SeatView['doors'], here: string): Set<string> {
  const beside = new Set([here])
  for (const room of place.rooms) {
    if (room.id === here) for (const other of room.openTo) beside.add(other)
    if (room.openTo.includes(here)) beside.add(room.id)
  }
  for (const door of place.doors) {
    const isOpen = door.kind === 'opening' || (doors[door.id]?.isOpen ?? door.isOpen)
    if (isOpen && door.between.includes(here)) for (const room of door.between) beside.add(room)
  }
  return beside
}

/** Who can be seen from here, or has let themselves be heard. */
export function peopleAround(
  place: Place,
  view: Pick<SeatView, 'me' | 'people' | 'doors' | 'moments'>,
): SeatView['people'] {
  const beside = roomsBeside(place, view.doors, view.me.room)
  return view.people.filter((person) => {
    const room = place.spots.find((spot) => spot.id === person.spot)?.room
    const isHeard = view.moments.some((moment) => moment.kind === 'line' && moment.by === person.id)
    return person.isPresent && (isHeard || beside.has(room ?? ''))
  })
}

/** Things that can be seen and named from here, those of this room first. */
export function thingsInSight(
  place: Place,
  view: Pick<SeatView, 'looks' | 'me' | 'people' | 'doors'>,
): Place['things'] {
  const beside = roomsBeside(place, view.doors, view.me.room)
  const roomOf = (thing: Place['things'][number]) => {
    const wearer = thing.on ? view.people.find((p) => p.id === thing.on) : undefined
    return wearer ? place.spots.find((s) => s.id === wearer.spot)?.room : thing.room
  }
  const seen = place.things.filter((t) => t.label && t.id in view.looks && beside.has(roomOf(t) ?? ''))
  const isHere = (thing: Place['things'][number]) => roomOf(thing) === view.me.room
  return [...seen.filter(isHere), ...seen.filter((t) => !isHere(t))]
}

/** Seats of the room one is in that nobody else has. */
export function freeSeats(place: Place, view: Pick<SeatView, 'me' | 'people'>): Place['spots'] {
  const taken = new Set(view.people.filter((p) => p.isPresent).map((p) => p.spot))
  return place.spots.filter((spot) => spot.seat && spot.room === view.me.room && !taken.has(spot.id))
}

/** Doors of the room one is in that can be pushed open. */
export function doorsHere(place: Place, room: string): Place['doors'] {
  return place.doors.filter((d) => d.kind !== 'opening' && d.between.includes(room))
}
