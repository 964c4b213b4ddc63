import { PerspectiveCamera } from 'three'
import { describe, expect, it } from 'vitest'
import type { Box } from '../stage/index.ts'
import { isInPicture } from './inPicture.ts'

const box = (x: number, y: number, z: number): Box => ({
  min: [x - 0.1, y - 0.1, z - 0.1],
  max: [x + 0.1, y + 0.1, z + 0.1],
})
/** Stands in the middle and looks along −z, 62° upright and 16:9. */
const looking = () => {
  const camera = new PerspectiveCamera(62, 16 / 9, 0.05, 50)
  camera.updateMatrixWorld()
  return camera
}

describe('what the picture shows', () => {
  it('is what lies ahead, up to its edges', () => {
    expect(isInPicture(box(0, 0, -2), looking())).toBe(true)
    expect(isInPicture(box(2, 0, -2), looking())).toBe(true)
    expect(isInPicture(box(2.3, 0, -2), looking())).toBe(false)
    expect(isInPicture(box(0, 1.3, -2), looking())).toBe(false)
  })

  it('is nothing that lies behind, though it would fall on the picture', () => {
    expect(isInPicture(box(0, 0, 2), looking())).toBe(false)
  })

  it('follows where one looks', () => {
    const camera = looking()
    camera.rotation.y = Math.PI
    camera.updateMatrixWorld()
    expect(isInPicture(box(0, 0, 2), camera)).toBe(true)
    expect(isInPicture(box(0, 0, -2), camera)).toBe(false)
  })
})
