import { type Camera, Vector3 } from 'three'
import type { Box } from '../stage/index.ts'

const middle = new Vector3()

/** Whether the middle of a box lies within what the camera shows. Says nothing of walls between. */
export function isInPicture({ min, max }: Box, camera: Camera): boolean {
  middle.set((min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2)
  middle.applyMatrix4(camera.matrixWorldInverse)
  if (middle.z >= 0) return false
  middle.applyMatrix4(camera.projectionMatrix)
  return Math.abs(middle.x) <= 1 && Math.abs(middle.y) <= 1
}
