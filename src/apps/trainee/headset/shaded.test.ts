import { Color, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { lightAt, painted, sidesOf } from './shaded.ts'

const room = { min: new Vector3(-2, 0, -2), max: new Vector3(2, 3, 2) }
const grey = () => new Color(0.5, 0.5, 0.5)

describe('a room with its light painted in', () => {
  it('is darker in its corners than in the middle of a wall, and never black', () => {
    const middle = lightAt(room, new Vector3(0, 1.4, -2))
    const corner = lightAt(room, new Vector3(-1.98, 0.02, -2))
    const edge = lightAt(room, new Vector3(-2, 1.4, -2))
    expect(edge).toBeLessThan(lightAt(room, new Vector3(-1.9, 1.4, -2)))
    expect(middle).toBeGreaterThan(0.9)
    expect(corner).toBeLessThan(0.55)
    expect(corner).toBeGreaterThan(0.2)
  })

  it('is one closed box: all its points on its sides, and as many colours as points', () => {
    const geometry = painted(sidesOf(room, { floor: grey, ceiling: grey, wall: grey }, 2))
    const at = geometry.getAttribute('position')
    expect(geometry.getAttribute('color').count).toBe(at.count)
    geometry.computeBoundingBox()
    expect(geometry.boundingBox?.min).toEqual(room.min)
    expect(geometry.boundingBox?.max).toEqual(room.max)
    expect(geometry.index?.count).toBe(6 * 4 * 6)
  })
})
