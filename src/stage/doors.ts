import { Sketch } from './kit.ts'
import type { PublicPlace } from './plan.ts'
import { INK } from './things/drawing.ts'

type PublicDoor = PublicPlace['doors'][number]

/** How one leaf hangs: its hinge on the floor plan, and by how much it turns (radians) or slides (metres) when open. */
export type Hang = {
  door: string
  hinge: [number, number]
  width: number
  axis: 'x' | 'z'
  swing: number
  slide: number
}

const LEAF_HEIGHT = 2.046
const SLIDING_HEIGHT = 2.23
/** Short of a right angle and a half: old doors stop at what stands behind them. */
const OPEN_ANGLE = (86 * Math.PI) / 180

/** A hinged door swings into the second of its two rooms, hung at the end nearer to that room's corner, so that it rests along a wall. */
export function hangOf(door: PublicDoor, place: PublicPlace): Hang {
  const room = place.rooms.find((one) => one.id === door.between[1])
  const span = room ? (door.along === 'x' ? room.x : room.z) : [door.from, door.to]
  const middle = room ? (door.along === 'x' ? (room.z[0] + room.z[1]) / 2 : (room.x[0] + room.x[1]) / 2) : door.at
  const atStart = door.from - (span[0] as number) <= (span[1] as number) - door.to
  const width = door.to - door.from
  const end = atStart ? door.from : door.to
  const hinge: [number, number] = door.along === 'x' ? [end, door.at] : [door.at, end]
  if (door.kind === 'sliding')
    return { door: door.id, hinge, width, axis: door.along, swing: 0, slide: (width / 2 - 0.06) * (atStart ? 1 : -1) }
  // A leaf lies along +x (axis x) or +z (axis z) from its hinge, or the other way when hung at the far end.
  const reach = atStart ? 1 : -1
  const inward = Math.sign(middle - door.at) || 1
  const swing = (door.along === 'x' ? -inward : inward) * reach * OPEN_ANGLE
  return { door: door.id, hinge, width: width * reach, axis: door.along, swing, slide: 0 }
}

/** Draws a leaf where it hangs, closed, in the place's own metres. Sliding doors give the moving leaf first, then the standing one. */
export function drawDoor(door: PublicDoor, hang: Hang): Sketch[] {
  if (door.kind === 'sliding') return [slidingLeaf(door, hang, true), slidingLeaf(door, hang, false)]
  const sketch = new Sketch()
  const centre = (door.from + door.to) / 2
  const at: [number, number, number] = door.along === 'x' ? [centre, 0, door.at] : [door.at, 0, centre]
  sketch.place(at, door.along === 'x' ? 0 : 90)
  // In the leaf's own frame +x runs towards -z for doors along z, so the hinge changes sides.
  const side = (hang.width > 0 ? 1 : -1) * (door.along === 'x' ? 1 : -1)
  const low = door.sillCm / 100 + 0.008
  const w = Math.abs(hang.width) - 0.012
  const h = LEAF_HEIGHT - low
  if (door.isEntrance) steelLeaf(sketch, w, h, low, side)
  else panelLeaf(sketch, w, h, low, side)
  return [sketch]
}

function panelLeaf(pen: Sketch, w: number, h: number, low: number, side: number): void {
  const options = { finish: 'wood' as const }
  pen.box(0, low, 0, w, h, 0.036, '#b98f5c', { ...options, step: 0.3 })
  for (const z of [-1, 1]) {
    for (const [y, tall] of [
      [0.12, 0.62],
      [0.86, 0.3],
      [1.28, 0.58],
    ] as const) {
      pen.box(0, low + y, z * 0.0185, w - 0.2, tall, 0.008, '#a57c4c', { ...options, bevel: 0.003 })
      pen.box(0, low + y + 0.04, z * 0.022, w - 0.29, tall - 0.08, 0.01, '#c39a66', { ...options, bevel: 0.004 })
    }
    pen.can(side * (w / 2 - 0.06), low + 0.98, z * 0.03, 0.024, 0.024, 0.012, INK.brass, {
      ...options,
      turn: [Math.PI / 2, 0, 0],
    })
    pen.ball(side * (w / 2 - 0.06), low + 0.986, z * 0.056, 0.026, INK.brass, options)
  }
}

function steelLeaf(pen: Sketch, w: number, h: number, low: number, side: number): void {
  const options = { finish: 'wood' as const }
  pen.box(0, low, 0, w, h, 0.05, '#8a6350', { ...options, step: 0.3 })
  for (const z of [-1, 1]) {
    for (const [y, tall] of [
      [0.14, 0.72],
      [1.06, 0.8],
    ] as const) {
      pen.box(0, low + y, z * 0.026, w - 0.2, tall, 0.008, '#74503f', { ...options, bevel: 0.003 })
      pen.box(0, low + y + 0.05, z * 0.029, w - 0.3, tall - 0.1, 0.012, '#96705b', { ...options, bevel: 0.005 })
    }
    pen.box(side * (w / 2 - 0.07), low + 0.88, z * 0.028, 0.05, 0.24, 0.012, INK.brass, options)
    pen.box(side * (w / 2 - 0.12), low + 1.06, z * 0.06, 0.12, 0.022, 0.02, INK.brass, options)
    pen.can(0, low + 1.5, z * 0.03, 0.014, 0.014, 0.012, INK.brass, {
      ...options,
      turn: [Math.PI / 2, 0, 0],
      sides: 10,
    })
  }
}

function slidingLeaf(door: PublicDoor, hang: Hang, isMoving: boolean): Sketch {
  const sketch = new Sketch()
  const half = (door.to - door.from) / 2
  const isLow = hang.slide > 0 === isMoving
  const centre = isLow ? door.from + half / 2 : door.to - half / 2
  const across = door.at + (isMoving ? -0.022 : 0.022)
  sketch.place(door.along === 'x' ? [centre, 0, across] : [across, 0, centre], door.along === 'x' ? 0 : 90)
  const rail = '#b9bdb8'
  const w = half + 0.02
  const low = door.sillCm / 100 + 0.01
  const h = SLIDING_HEIGHT - low
  for (const x of [-w / 2 + 0.025, w / 2 - 0.025]) sketch.box(x, low, 0, 0.05, h, 0.034, rail)
  for (const y of [0, h * 0.42, h - 0.05]) sketch.box(0, low + y, 0, w, 0.05, 0.034, rail)
  sketch.box((isLow ? 1 : -1) * (w / 2 - 0.025), low + 0.95, -0.022, 0.02, 0.14, 0.012, INK.iron)
  sketch.box(0, low + 0.02, 0, w - 0.06, h - 0.04, 0.005, '#e4efee', { finish: 'glass', bevel: 0 })
  return sketch
}
