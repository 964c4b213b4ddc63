import { BufferAttribute, BufferGeometry, type Color, Vector3 } from 'three'

/** A flat piece of a room: a corner, its two edges, how finely it is shaded, and its colour at any point, in metres. */
export type Piece = {
  at: Vector3
  along: Vector3
  up: Vector3
  cells: [number, number]
  colour: (at: Vector3) => Color
}

/** A room's inside: its lowest and highest corner. */
export type Hollow = { min: Vector3; max: Vector3 }

/** Corners are this much darker than the middle of a wall, and for so far, in metres: light reaches less of them. */
const CORNER = 0.34
const CORNER_METRES = 0.42

/** How much light a point of a room gets, 0 to 1, by how near the room's other sides are. */
export function lightAt({ min, max }: Hollow, at: Vector3): number {
  let light = 1
  let isOnSide = false
  // The one side that a point lies on takes nothing from itself; the one it meets there does.
  for (const axis of ['x', 'y', 'z'] as const)
    for (const metres of [at[axis] - min[axis], max[axis] - at[axis]])
      if (metres < 1e-3 && !isOnSide) isOnSide = true
      else light *= 1 - CORNER * Math.exp(-metres / CORNER_METRES)
  return light
}

/** The six sides of a room, each with its colour. */
export function sidesOf(
  hollow: Hollow,
  colours: Record<'floor' | 'ceiling' | 'wall', (at: Vector3) => Color>,
  cells = 14,
): Piece[] {
  const { min, max } = hollow
  const [wide, high, deep] = [max.x - min.x, max.y - min.y, max.z - min.z]
  const [x, y, z] = [new Vector3(wide, 0, 0), new Vector3(0, high, 0), new Vector3(0, 0, deep)]
  const far = new Vector3(min.x, min.y, max.z)
  const right = new Vector3(max.x, min.y, min.z)
  const top = new Vector3(min.x, max.y, min.z)
  const grid: [number, number] = [cells, cells]
  return [
    { at: min, along: x, up: z, cells: grid, colour: colours.floor },
    { at: top, along: x, up: z, cells: grid, colour: colours.ceiling },
    { at: min, along: x, up: y, cells: grid, colour: colours.wall },
    { at: far, along: x, up: y, cells: grid, colour: colours.wall },
    { at: min, along: z, up: y, cells: grid, colour: colours.wall },
    { at: right, along: z, up: y, cells: grid, colour: colours.wall },
  ]
}

const point = new Vector3()

/** All pieces as one geometry with its light painted in: one draw call, and no lamp that would have every other material compiled anew. */
export function painted(pieces: readonly Piece[]): BufferGeometry {
  const positions: number[] = []
  const colours: number[] = []
  const index: number[] = []
  for (const { at, along, up, cells, colour } of pieces) {
    const first = positions.length / 3
    const [across, high] = cells
    for (let j = 0; j <= high; j++)
      for (let i = 0; i <= across; i++) {
        point
          .copy(at)
          .addScaledVector(along, i / across)
          .addScaledVector(up, j / high)
        positions.push(point.x, point.y, point.z)
        colours.push(...colour(point).toArray())
      }
    for (let j = 0; j < high; j++)
      for (let i = 0; i < across; i++) {
        const a = first + j * (across + 1) + i
        const b = a + across + 1
        index.push(a, a + 1, b, a + 1, b + 1, b)
      }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colours), 3))
  geometry.setIndex(index)
  return geometry
}
