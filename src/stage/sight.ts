import type { PublicScene, SeatView } from '../protocol/index.ts'
import type { Chunk } from './build.ts'
import { CATALOGUE } from './things/catalogue.ts'

type Place = PublicScene['place']
export type StageView = Pick<SeatView, 'people' | 'looks' | 'doors' | 'me' | 'moments'>

/** How far a person inside may stand from a closed front door and still hold it ajar to talk, in metres. */
const AJAR_WITHIN = 1.4
/** How far a door held ajar is open, of 1. */
export const AJAR = 0.62

/** How far a door stands open to the eye: 1 open, 0 closed; the front door ajar once somebody inside has answered whoever knocked. */
export function opennessOf(door: Place['doors'][number], place: Place, view: StageView): number {
  if (view.doors[door.id]?.isOpen ?? door.isOpen) return 1
  if (!door.isEntrance) return 0
  const rooms = new Map(place.rooms.map((room) => [room.id, room]))
  if (!rooms.get(view.me.room)?.outside) return 0
  const middle = (door.from + door.to) / 2
  const [x, z] = door.along === 'x' ? [middle, door.at] : [door.at, middle]
  const isHeld = view.people.some((person) => {
    if (!view.moments.some((moment) => moment.kind === 'line' && moment.by === person.id)) return false
    const spot = person.isPresent ? place.spots.find((one) => one.id === person.spot) : undefined
    return spot && !rooms.get(spot.room)?.outside && Math.hypot(spot.at[0] - x, spot.at[1] - z) < AJAR_WITHIN
  })
  return isHeld ? AJAR : 0
}

/** Which doors one sees past, for who asks every frame. */
export function openDoors(place: Place, view: StageView): (door: string) => boolean {
  const open = new Set(place.doors.filter((door) => opennessOf(door, place, view) > 0).map((door) => door.id))
  return (door) => open.has(door)
}

/** Rooms into which one sees from where one stands, through whatever is not shut. */
export function roomsSeen(place: Place, view: StageView): Set<string> {
  const seen = new Set([view.me.room])
  const queue = [view.me.room]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const here = place.rooms.find((room) => room.id === id)
    const next = [
      ...(here?.openTo ?? []),
      ...place.doors
        .filter(
          (door) =>
            door.between.includes(id as string) && (door.kind === 'opening' || opennessOf(door, place, view) > 0),
        )
        .map((door) => (door.between[0] === id ? door.between[1] : door.between[0])),
    ]
    for (const other of next)
      if (!seen.has(other)) {
        seen.add(other)
        queue.push(other)
      }
  }
  return seen
}

/** The look a drawing knows for what the view says; a look it does not know is drawn plain. */
export function lookOf(model: string, look: string | undefined): string {
  return look && CATALOGUE[model]?.looks?.includes(look) ? look : 'plain'
}

/**
 * Whether a chunk is drawn. Shells of rooms in sight are; a thing is when the view shows it, and in the look the view gives.
 * What bears no name for the eye – hooks, lamps – shows with its room, so that a hall seen through a door ajar is not bare.
 */
export function isShown(chunk: Chunk, place: Place, view: StageView, rooms: ReadonlySet<string>): boolean {
  if (chunk.room !== null && !rooms.has(chunk.room)) return false
  if (chunk.thing === null) return true
  const thing = place.things.find((one) => one.id === chunk.thing)
  if (!thing) return false
  const look = view.looks[thing.id]
  if (look === undefined && thing.label) return false
  return chunk.look === null || chunk.look === lookOf(thing.model, look)
}
