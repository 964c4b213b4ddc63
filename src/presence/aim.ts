import type { Box, Plan } from '../stage/index.ts'
import { wrap } from './walker.ts'

export type AimKind = 'thing' | 'door' | 'person'

/** Something that can be meant by a look or a finger. Boxes of persons move; they are held by reference. */
export type Target = {
  kind: AimKind
  id: string
  box: Box
  /** How large it is to the eye: of two that a ray meets, the smaller is meant, since the larger is behind or beneath it. Infinity: never meant, only in the way. */
  volume: number
  /** Stands in the way of what lies behind it. */
  hides: boolean
  /** The person it is worn by, who does not hide it. */
  on: string | null
}

/** What stops an eye. */
export type Sightlines = Pick<Plan, 'walls' | 'doors' | 'height'>
/** Where somebody looks from. */
export type Viewer = { x: number; z: number; eye: number; yaw: number }

export type Ray = { ox: number; oy: number; oz: number; dx: number; dy: number; dz: number }

/** A wall may be this much nearer than what hangs on it, in metres. */
const ON_WALL = 0.14
/** How much a thing grows for aiming: a little in itself and more with distance, so that a key can be meant across a landing. */
const GROW_METRES = 0.015
const GROW_PER_METRE = 0.012
const LINTEL_METRES = 2.05

export const volumeOf = ({ min, max }: Box): number => (max[0] - min[0]) * (max[1] - min[1]) * (max[2] - min[2])

/** Where a ray enters a box grown by `grow`, in metres along it; Infinity when it misses. Inside counts as 0. */
export function enters({ min, max }: Box, ray: Ray, grow: number): number {
  const [near, far] = span(min, max, ray, grow)
  return far >= Math.max(0, near) ? Math.max(0, near) : Number.POSITIVE_INFINITY
}

const pair: [number, number] = [0, 0]
/** Shared and overwritten by the next call, so that aiming allocates nothing. */
function span(min: Box['min'], max: Box['max'], ray: Ray, grow: number): [number, number] {
  let near = Number.NEGATIVE_INFINITY
  let far = Number.POSITIVE_INFINITY
  for (let axis = 0; axis < 3; axis++) {
    const o = axis === 0 ? ray.ox : axis === 1 ? ray.oy : ray.oz
    const d = axis === 0 ? ray.dx : axis === 1 ? ray.dy : ray.dz
    const low = (min[axis] as number) - grow - o
    const high = (max[axis] as number) + grow - o
    if (Math.abs(d) < 1e-9) {
      if (low > 0 || high < 0) far = Number.NEGATIVE_INFINITY
      continue
    }
    const a = low / d
    const b = high / d
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  pair[0] = near
  pair[1] = far
  return pair
}

const wallBox: Box = { min: [0, 0, 0], max: [0, 0, 0] }

/** How far a ray goes before a wall or a shut door stops it. Furniture does not count here. */
export function wallAt(
  plan: Pick<Plan, 'walls' | 'doors' | 'height'>,
  isShut: (door: string) => boolean,
  ray: Ray,
): number {
  let near = Number.POSITIVE_INFINITY
  for (const solid of plan.walls) near = Math.min(near, enters(boxOf(solid, plan.height), ray, 0))
  for (const solid of plan.doors)
    if (solid.door !== null && isShut(solid.door)) near = Math.min(near, enters(boxOf(solid, LINTEL_METRES), ray, 0))
  return near
}

function boxOf(solid: Plan['doors'][number], height: number): Box {
  wallBox.min[0] = solid.x - solid.halfX
  wallBox.min[2] = solid.z - solid.halfZ
  wallBox.max[0] = solid.x + solid.halfX
  wallBox.max[1] = height
  wallBox.max[2] = solid.z + solid.halfZ
  return wallBox
}

/** The index of what a ray means, or -1. Of several the smallest, unless something that hides it stands before it. */
export function aimAt(targets: readonly Target[], ray: Ray, wall: number): number {
  let hidden = wall + ON_WALL
  let hider: string | null = null
  for (const target of targets) {
    if (!target.hides) continue
    const [near, far] = span(target.box.min, target.box.max, ray, 0)
    if (far >= 0 && far >= near && far < hidden) {
      hidden = far
      hider = target.id
    }
  }
  let best = -1
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i] as Target
    if (target.volume === Number.POSITIVE_INFINITY) continue
    const rough = enters(target.box, ray, 0.06)
    if (rough === Number.POSITIVE_INFINITY || rough > wall + ON_WALL) continue
    const at = enters(target.box, ray, GROW_METRES + rough * GROW_PER_METRE)
    if (at > wall + ON_WALL || (at > hidden && target.on !== hider && target.id !== hider)) continue
    if (best < 0 || target.volume < (targets[best] as Target).volume) best = i
  }
  return best
}

/** Distance over the floor from a point to a box, in metres: how near one has stepped to it, whatever its height. */
export function metresTo({ min, max }: Box, x: number, z: number): number {
  return Math.hypot(Math.max(min[0] - x, 0, x - max[0]), Math.max(min[2] - z, 0, z - max[2]))
}

/** How far to the side of where one looks something stands: negative is left. */
export function asideOf({ box }: Target, me: Viewer): number {
  return -wrap(Math.atan2(me.x - (box.min[0] + box.max[0]) / 2, me.z - (box.min[2] + box.max[2]) / 2) - me.yaw)
}

/** Cycling reaches so far, in metres. */
const SIGHT_METRES = 7

const sight: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 }
/** Whether nothing but air lies between somebody and the middle of a target. Allocates nothing: asked each frame of what was chosen by name. */
export function isInSight({ box }: Target, me: Viewer, plan: Sightlines, isShut: (door: string) => boolean): boolean {
  const dx = (box.min[0] + box.max[0]) / 2 - me.x
  const dy = (box.min[1] + box.max[1]) / 2 - me.eye
  const dz = (box.min[2] + box.max[2]) / 2 - me.z
  const far = Math.hypot(dx, dy, dz)
  if (far > SIGHT_METRES) return false
  sight.ox = me.x
  sight.oy = me.eye
  sight.oz = me.z
  sight.dx = dx / far
  sight.dy = dy / far
  sight.dz = dz / far
  return wallAt(plan, isShut, sight) > far - 0.3
}

/** Where a ray meets the floor before any wall or shut door; null when it does not. */
export function floorAt(from: Ray, plan: Sightlines, isShut: (door: string) => boolean): [number, number] | null {
  if (from.dy > -0.02) return null
  const far = -from.oy / from.dy
  return wallAt(plan, isShut, from) < far ? null : [from.ox + from.dx * far, from.oz + from.dz * far]
}
