import { type BufferGeometry, Color, Vector3 } from 'three'
import { type Hollow, lightAt, type Piece, painted, sidesOf } from './shaded.ts'

/** The inside of the stairwell, from where one stands at its start: x to the right, z behind, in metres. */
export const STAIRWELL: Hollow = { min: new Vector3(-2, 0, -2.2), max: new Vector3(2.4, 2.8, 2.6) }
/** Paint reaches so high, as in most stairwells, with a dark line above it, in metres. */
const DADO = 1.15
const LINE = 0.05

const [PLASTER, PAINT, EDGE, CEMENT, JOINT] = ['#d8d3c4', '#6d9783', '#4b6f5f', '#8d877c', '#7a746a'].map(
  (hex) => new Color(hex),
) as [Color, Color, Color, Color, Color]
const [DAYLIGHT, FRAME, TREAD, RISER, RAIL, LAMP] = [
  '#f3f6f4',
  '#77808a',
  '#a29c90',
  '#6f6a61',
  '#6b3f2a',
  '#fffbe9',
].map((hex) => new Color(hex)) as [Color, Color, Color, Color, Color, Color]

/** The window ahead: its middle, half its width and height, in metres. */
const WINDOW = { x: -0.35, y: 1.75, halfWide: 0.55, halfHigh: 0.42 }
/** Daylight falls so far from it, in metres, and adds so much. */
const GLOW_METRES = 1.3
const GLOW = 0.22

const mixed = new Color()

/** A colour as the light at a point makes it. */
function lit(colour: Color, at: Vector3): Color {
  const far = Math.hypot(at.x - WINDOW.x, at.y - WINDOW.y, at.z - STAIRWELL.min.z)
  return mixed.copy(colour).multiplyScalar(lightAt(STAIRWELL, at) * (0.86 + GLOW * Math.exp(-far / GLOW_METRES)))
}

function walls(): Piece[] {
  const plaster = (at: Vector3) => lit(PLASTER, at)
  const sides = sidesOf(STAIRWELL, { floor: (at) => lit(CEMENT, at), ceiling: plaster, wall: plaster })
  return sides.flatMap((side) => (side.up.y === 0 ? [side] : BANDS.map((one) => band(side, one))))
}

/** A wall is cut where its paint ends, so that the edge is a line and not a blur. */
const BANDS = [
  { from: 0, to: DADO, colour: PAINT, cells: 8 },
  { from: DADO, to: DADO + LINE, colour: EDGE, cells: 1 },
  { from: DADO + LINE, to: STAIRWELL.max.y, colour: PLASTER, cells: 8 },
]

const band = (side: Piece, { from, to, colour, cells }: (typeof BANDS)[number]): Piece => ({
  ...side,
  at: side.at.clone().setY(from),
  up: new Vector3(0, to - from, 0),
  cells: [side.cells[0], cells],
  colour: (at) => lit(colour, at),
})

/** A box of which only the sides one can see are made: top, front, and both ends. */
function block(min: [number, number, number], size: [number, number, number], top: Color, side: Color): Piece[] {
  const [x, y, z] = min
  const [w, h, d] = size
  const shade = (colour: Color, by: number) => (at: Vector3) => lit(colour, at).multiplyScalar(by)
  const cells: [number, number] = [3, 1]
  const deep = new Vector3(0, 0, d)
  const high = new Vector3(0, h, 0)
  return [
    { at: new Vector3(x, y + h, z), along: new Vector3(w, 0, 0), up: deep, cells, colour: shade(top, 1.05) },
    { at: new Vector3(x, y, z), along: new Vector3(w, 0, 0), up: high, cells, colour: shade(side, 0.9) },
    { at: new Vector3(x, y, z), along: deep, up: high, cells, colour: shade(side, 0.72) },
    { at: new Vector3(x + w, y, z), along: deep, up: high, cells, colour: shade(side, 0.72) },
  ]
}

function steps(): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < 7; i++)
    pieces.push(...block([1.1, 0, 0.5 + i * 0.29], [1.28, 0.16 * (i + 1), 0.29], TREAD, RISER))
  for (let i = 0; i < 7; i += 2)
    pieces.push(...block([1.12, 0.16 * (i + 1), 0.6 + i * 0.29], [0.04, 0.85, 0.04], RAIL, RAIL))
  const slope = new Vector3(0, 0.16 * 7, 0.29 * 7)
  pieces.push({
    at: new Vector3(1.1, 1, 0.5),
    along: slope,
    up: new Vector3(0, 0.07, 0),
    cells: [4, 1],
    colour: (at) => lit(RAIL, at),
  })
  pieces.push({
    at: new Vector3(1.08, 1.07, 0.5),
    along: slope,
    up: new Vector3(0.09, 0, 0),
    cells: [4, 1],
    colour: (at) => lit(RAIL, at).multiplyScalar(1.2),
  })
  return pieces
}

/** What lies a little before the wall ahead: the window with its bars. */
function daylight(): Piece[] {
  const { x, y, halfWide, halfHigh } = WINDOW
  const z = STAIRWELL.min.z
  const flat = (at: [number, number], size: [number, number], before: number, colour: Color): Piece => ({
    at: new Vector3(at[0], at[1], z + before),
    along: new Vector3(size[0], 0, 0),
    up: new Vector3(0, size[1], 0),
    cells: [1, 1],
    colour: () => colour,
  })
  const bars = [-0.5, 0, 0.5].map((part) =>
    flat([x + part * halfWide - 0.014, y - halfHigh], [0.028, halfHigh * 2], 0.02, FRAME),
  )
  return [
    flat([x - halfWide - 0.05, y - halfHigh - 0.05], [halfWide * 2 + 0.1, halfHigh * 2 + 0.1], 0.008, FRAME),
    flat([x - halfWide, y - halfHigh], [halfWide * 2, halfHigh * 2], 0.014, DAYLIGHT),
    ...bars,
    flat([x - halfWide - 0.08, y - halfHigh - 0.09], [halfWide * 2 + 0.16, 0.05], 0.05, TREAD),
  ]
}

/** A tube under the ceiling, and the joints of the floor. */
function trimmings(): Piece[] {
  const { min, max } = STAIRWELL
  const joints = [-1, 0.1, 1.1].map(
    (z): Piece => ({
      at: new Vector3(min.x, 0.004, z),
      along: new Vector3(max.x - min.x, 0, 0),
      up: new Vector3(0, 0, 0.02),
      cells: [14, 1],
      colour: (at) => lit(JOINT, at),
    }),
  )
  const tube: Piece = {
    at: new Vector3(-0.6, max.y - 0.03, -0.06),
    along: new Vector3(1.2, 0, 0),
    up: new Vector3(0, 0, 0.08),
    cells: [1, 1],
    colour: () => LAMP,
  }
  return [...joints, tube]
}

/** An empty stairwell between two floors, with its daylight and its shadows painted in. */
export const makeStairwell = (): BufferGeometry => painted([...walls(), ...steps(), ...daylight(), ...trimmings()])
