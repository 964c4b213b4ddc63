import type { Shade } from './kit.ts'
import { type Side, WALL_HALF } from './plan.ts'

/** A point on a hole: where, the wall's normal on the plan, the area it stands for, the way out; what it sheds, if it is a mere doorway. */
export type Port = {
  px: number
  py: number
  pz: number
  wx: number
  wz: number
  area: number
  outX: number
  outZ: number
  glow: Float32Array | null
  isFirst: boolean
}

/** Wider than this in metres a way through is a window in its own right, and what is seen through it counts point by point. */
const DOORWAY_METRES = 1.3

/** Points on every hole of a side that lets light in. */
export function portsOf(side: Side, isOpen: (door: string) => boolean): Port[] {
  return side.holes.flatMap((hole) => {
    if (hole.door && !isOpen(hole.door)) return []
    const across = Math.max(2, Math.min(7, Math.round((hole.to - hole.from) / 0.4)))
    const up = Math.max(2, Math.min(5, Math.round((hole.head - hole.sill) / 0.45)))
    const area = ((hole.to - hole.from) * (hole.head - hole.sill)) / (across * up)
    const plane = side.at + side.inward * (WALL_HALF - 0.004)
    const glow = hole.beyond && hole.to - hole.from < DOORWAY_METRES ? new Float32Array(3) : null
    const isX = side.axis === 'x'
    return Array.from({ length: across * up }, (_, i) => {
      const a = hole.from + ((hole.to - hole.from) * ((i % across) + 0.5)) / across
      const py = hole.sill + ((hole.head - hole.sill) * (Math.floor(i / across) + 0.5)) / up
      const wall = isX
        ? { px: a, pz: plane, wx: 0, wz: 1, outX: 0, outZ: -side.inward }
        : { px: plane, pz: a, wx: 1, wz: 0, outX: -side.inward, outZ: 0 }
      return { ...wall, py, area, glow, isFirst: i === Math.floor((across * up) / 2) }
    })
  })
}

/** Distance along a ray to where it enters a box, the direction given as 1/d; 0 when it misses or starts inside. */
export function enters(
  { min, max }: Shade,
  x: number,
  y: number,
  z: number,
  ix: number,
  iy: number,
  iz: number,
): number {
  const ax = (min[0] - x) * ix
  const bx = (max[0] - x) * ix
  let near = Math.min(ax, bx)
  let far = Math.max(ax, bx)
  const ay = (min[1] - y) * iy
  const by = (max[1] - y) * iy
  const lowY = Math.min(ay, by)
  const highY = Math.max(ay, by)
  if (lowY > near) near = lowY
  if (highY < far) far = highY
  if (near > far) return 0
  const az = (min[2] - z) * iz
  const bz = (max[2] - z) * iz
  const lowZ = Math.min(az, bz)
  const highZ = Math.max(az, bz)
  if (lowZ > near) near = lowZ
  if (highZ < far) far = highZ
  return near > 0 && far > near ? near : 0
}
