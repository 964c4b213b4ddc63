import type { Xyz } from './headsets.ts'

const DEGREES = 180 / Math.PI
/** The arc's speed and fall, as the product throws it: metres, seconds. */
const SPEED = 5.2
const GRAVITY = 9.8

/** How steeply an arc has to be thrown from so high to come down so far off: pitch in degrees, the flatter of the two ways. */
export function throwAngle(metres: number, height: number): number {
  const v2 = SPEED ** 2
  const root = v2 ** 2 - GRAVITY * (GRAVITY * metres ** 2 - 2 * height * v2)
  if (root < 0) throw new Error(`an arc does not reach ${metres} m`)
  return Math.atan((v2 - Math.sqrt(root)) / (GRAVITY * metres)) * DEGREES
}

/** Yaw to the left and pitch up, in degrees, from one point to another. */
export function anglesTo(from: Xyz, to: Xyz): [yaw: number, pitch: number] {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  return [Math.atan2(-x, -z) * DEGREES, Math.atan2(y, Math.hypot(x, z)) * DEGREES]
}
