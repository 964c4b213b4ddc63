import { type Camera, Vector3 } from 'three'
import type { Head } from './place.ts'

export const makeHead = (): Head => ({ x: 0, y: 0, z: 0, yaw: 0 })

const along = new Vector3()

/** Where the eyes are and which way they are turned on the plan, from a camera wherever it hangs. Writes into `out`. */
export function headOf(camera: Camera, out: Head): void {
  const at = camera.matrixWorld.elements
  out.x = at[12]
  out.y = at[13]
  out.z = at[14]
  // Looking straight down, the top of the head still says which way one faces.
  along.set(-at[8], 0, -at[10])
  if (along.lengthSq() < 0.05) along.set(at[4], 0, at[6])
  out.yaw = Math.atan2(-along.x, -along.z)
}

/** Within this of straight ahead something is seen and can be read, in radians (40°). */
const SIGHT = 0.7

/** Whether a point lies where eyes fall. Allocates nothing. */
export function isInSight(camera: Camera, at: { x: number; y: number; z: number }): boolean {
  const { elements } = camera.matrixWorld
  along.set(at.x - elements[12], at.y - elements[13], at.z - elements[14]).normalize()
  return -(along.x * elements[8] + along.y * elements[9] + along.z * elements[10]) > Math.cos(SIGHT)
}
