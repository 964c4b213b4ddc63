import { describe, expect, it } from 'vitest'
import { snapToCorner } from './planes.ts'

const table = {
  y: 0.74,
  edge: [
    { x: 0, z: 0 },
    { x: 1, z: 0 },
    { x: 1, z: 0.6 },
    { x: 0, z: 0.6 },
  ],
}

describe('a table the device has found', () => {
  it('lends its corner to a touch near it', () => {
    expect(snapToCorner({ x: 0.97, y: 0.76, z: 0.02 }, [table])).toEqual({ x: 1, y: 0.74, z: 0 })
  })
  it('leaves a touch alone that is beside every corner, or at another height', () => {
    for (const at of [
      { x: 0.5, y: 0.74, z: 0 },
      { x: 1, y: 0.45, z: 0 },
      { x: 1.1, y: 0.74, z: 0.7 },
    ])
      expect(snapToCorner(at, [table])).toBe(at)
    expect(snapToCorner({ x: 1, y: 0.74, z: 0 }, [])).toEqual({ x: 1, y: 0.74, z: 0 })
  })
})
