import type { Vector3 } from 'three'
import type { SpacePointers } from '../../../presence/xr/index.ts'

/** Within this of the middle of the sight something is looked at, in radians: a head points less finely than eyes. */
const LOOK_WITHIN = 0.25
/** Resting so long is looking, in milliseconds, as on a visit. */
export const LOOK_MS = 1200
/** One has moved when one stands this far from where the step began, in metres: more than a sway. */
export const MOVE_METRES = 0.4
/** Both hands this far above the eyes, in metres, for so long, in milliseconds. */
const UP_METRES = 0.08
export const UP_MS = 600

type Point = { x: number; y: number; z: number }

/** The angle between a direction and the way to a point, in radians. */
export function angleTo(from: Point, direction: Point, to: Point): number {
  const [x, y, z] = [to.x - from.x, to.y - from.y, to.z - from.z]
  const far = Math.hypot(x, y, z)
  return Math.acos(
    Math.min(1, Math.max(-1, (x * direction.x + y * direction.y + z * direction.z) / Math.max(far, 1e-6))),
  )
}

export const isLookedAt = (eyes: Point, forward: Point, at: Point): boolean => angleTo(eyes, forward, at) < LOOK_WITHIN

export const hasMoved = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.z - from.z) >= MOVE_METRES

export function areHandsUp(eyes: Point, pointers: SpacePointers): boolean {
  let up = 0
  for (const pointer of pointers.all)
    if (pointer.id !== 'gaze' && pointer.isTracked && pointer.origin.y > eyes.y + UP_METRES) up++
  return up === 2
}

/** What a press beside all panels hit: the thing at `at` with so large a radius (metres), something else, or nobody pressed. */
export function pressedAt(pointers: SpacePointers, at: Vector3, radius: number): 'thing' | 'other' | null {
  for (const pointer of pointers.all) {
    if (!pointer.isTracked || !pointer.isPressed || pointer.wasPressed || pointer.hit !== null) continue
    const far = pointer.origin.distanceTo(at)
    return angleTo(pointer.origin, pointer.direction, at) < Math.atan2(radius, far) ? 'thing' : 'other'
  }
  return null
}
