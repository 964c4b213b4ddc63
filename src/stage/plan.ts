import type { PublicScene } from '../protocol/index.ts'

export type PublicPlace = PublicScene['place']

/** Half the thickness of every wall, in metres: each room draws its own side of it. */
export const WALL_HALF = 0.06
const DOOR_HEAD = 2.05
const OPENING_HEAD = 2.25
const SAME = 0.02

/** A hole in one side of a room: a doorway, a window, the foot of the stairs. */
export type Hole = {
  kind: 'door' | 'opening' | 'window' | 'stairs'
  from: number
  to: number
  sill: number
  head: number
  /** The door that closes it, where there is one. */
  door: string | null
  /** The room behind it; null is the open air. */
  beyond: string | null
}

/** One side of a room, seen from inside. It runs along `axis` at the coordinate `at`; `inward` is where the room lies. */
export type Side = {
  room: string
  axis: 'x' | 'z'
  at: number
  inward: 1 | -1
  from: number
  to: number
  holes: Hole[]
}

/** A box on the floor plan that one cannot walk through: centre, half sizes, turn about the vertical. */
export type Solid = {
  x: number
  z: number
  halfX: number
  halfZ: number
  cos: number
  sin: number
  door: string | null
}

export type Plan = {
  sides: Side[]
  /** Walls and furniture; doors follow apart, since they open. */
  solids: Solid[]
  /** The walls alone: what stops an eye. */
  walls: Solid[]
  doors: Solid[]
  rooms: PublicPlace['rooms']
  height: number
}

/** Reads the rooms of a place as sides with holes, and as boxes on the floor: the one plan that walls, light and feet share. */
export function planOf(place: PublicPlace): Plan {
  const sides = place.rooms.flatMap((room) => sidesOf(place, room))
  const furniture = place.things.flatMap((thing) => {
    if (!thing.blocks || !thing.size || thing.on) return []
    const turn = (thing.turn * Math.PI) / 180
    const [width, , depth] = thing.size
    return [
      {
        x: thing.at[0],
        z: thing.at[2],
        halfX: width / 2,
        halfZ: depth / 2,
        cos: Math.cos(turn),
        sin: Math.sin(turn),
        door: null,
      },
    ]
  })
  const doors = place.doors
    .filter((door) => door.kind !== 'opening')
    .map((door) => box(door.along, door.at, door.from, door.to, WALL_HALF, door.id))
  const walls = sides.flatMap(solidsOf)
  return { sides, solids: [...walls, ...furniture], walls, doors, rooms: place.rooms, height: place.outline.height }
}

/** The room a point on the floor lies in; rooms do not overlap. */
export function roomAt(plan: Pick<Plan, 'rooms'>, x: number, z: number): string | null {
  for (const room of plan.rooms) if (x >= room.x[0] && x < room.x[1] && z >= room.z[0] && z < room.z[1]) return room.id
  return null
}

function box(axis: 'x' | 'z', at: number, from: number, to: number, half: number, door: string | null): Solid {
  const along = { centre: (from + to) / 2, half: (to - from) / 2 }
  return axis === 'x'
    ? { x: along.centre, z: at, halfX: along.half, halfZ: half, cos: 1, sin: 0, door }
    : { x: at, z: along.centre, halfX: half, halfZ: along.half, cos: 1, sin: 0, door }
}

function sidesOf(place: PublicPlace, room: PublicPlace['rooms'][number]): Side[] {
  const [west, east] = room.x
  const [north, south] = room.z
  const bare: Omit<Side, 'holes'>[] = [
    { room: room.id, axis: 'x', at: north, inward: 1, from: west, to: east },
    { room: room.id, axis: 'x', at: south, inward: -1, from: west, to: east },
    { room: room.id, axis: 'z', at: west, inward: 1, from: north, to: south },
    { room: room.id, axis: 'z', at: east, inward: -1, from: north, to: south },
  ]
  return bare.map((side) => ({ ...side, holes: holesOf(place, side) }))
}

function holesOf(place: PublicPlace, side: Omit<Side, 'holes'>): Hole[] {
  const height = place.outline.height
  const doors: Hole[] = place.doors
    .filter(
      (door) => door.between.includes(side.room) && door.along === side.axis && Math.abs(door.at - side.at) < SAME,
    )
    .map((door) => ({
      kind: door.kind === 'opening' ? 'opening' : 'door',
      from: door.from,
      to: door.to,
      sill: door.sillCm / 100,
      head: door.kind === 'hinged' ? DOOR_HEAD : OPENING_HEAD,
      door: door.kind === 'opening' ? null : door.id,
      beyond: door.between[0] === side.room ? door.between[1] : door.between[0],
    }))
  const windows: Hole[] = place.things.flatMap((thing): Hole[] => {
    const isWindow = thing.model.startsWith('window')
    if (thing.room !== side.room || !thing.size || !(isWindow || thing.model === 'stairwell')) return []
    const [along, across] = side.axis === 'x' ? [thing.at[0], thing.at[2]] : [thing.at[2], thing.at[0]]
    if (Math.abs(across - side.at) > SAME) return []
    const [width, tall] = thing.size
    if (!isWindow)
      return [
        {
          kind: 'stairs',
          from: along - width / 2,
          to: along + width / 2,
          sill: 0,
          head: height,
          door: null,
          beyond: null,
        },
      ]
    return [
      {
        kind: 'window',
        from: along - width / 2,
        to: along + width / 2,
        sill: thing.at[1],
        head: thing.at[1] + tall,
        door: null,
        beyond: null,
      },
    ]
  })
  return [...doors, ...windows, ...joinedWithoutDoor(place, side)].sort((a, b) => a.from - b.from)
}

/** Two rooms joined without any door between them share the whole of their common side. */
function joinedWithoutDoor(place: PublicPlace, side: Omit<Side, 'holes'>): Hole[] {
  const here = place.rooms.find((room) => room.id === side.room)
  return (here?.openTo ?? []).flatMap((id) => {
    const other = place.rooms.find((room) => room.id === id)
    if (!other || place.doors.some((door) => door.between.includes(side.room) && door.between.includes(id))) return []
    const edges = side.axis === 'x' ? other.z : other.x
    if (Math.abs(edges[side.inward === 1 ? 1 : 0] - side.at) > SAME) return []
    const span = side.axis === 'x' ? other.x : other.z
    const from = Math.max(span[0], side.from) + WALL_HALF
    const to = Math.min(span[1], side.to) - WALL_HALF
    return from < to
      ? [{ kind: 'opening', from, to, sill: 0, head: OPENING_HEAD, door: null, beyond: id } as const]
      : []
  })
}

/** The parts of a side that stop a person: all but doorways and openings. */
function solidsOf(side: Side): Solid[] {
  const centre = side.at + (side.inward * WALL_HALF) / 2
  const pieces: Solid[] = []
  let from = side.from
  for (const hole of side.holes) {
    if (hole.kind === 'window' || hole.kind === 'stairs') continue
    if (hole.from > from) pieces.push(box(side.axis, centre, from, hole.from, WALL_HALF / 2, null))
    from = Math.max(from, hole.to)
  }
  if (side.to > from) pieces.push(box(side.axis, centre, from, side.to, WALL_HALF / 2, null))
  return pieces
}
