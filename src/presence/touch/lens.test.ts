import { describe, expect, it } from 'vitest'
import { FOV_WIDE, lensFor, pushFor } from './lens.ts'

const across = (aspect: number) => (2 * Math.atan(Math.tan((lensFor(aspect) * Math.PI) / 360) * aspect) * 180) / Math.PI

describe('the lens', () => {
  it('is the same on every wide screen', () => {
    expect(lensFor(16 / 9)).toBe(FOV_WIDE)
    expect(lensFor(4 / 3)).toBe(FOV_WIDE)
  })

  it('widens on a phone held upright, as far as faces bear it', () => {
    expect(lensFor(360 / 680)).toBeGreaterThan(80)
    expect(lensFor(0.2)).toBeLessThanOrEqual(84)
    expect(across(360 / 680)).toBeGreaterThan(48)
  })
})

describe('what is covered', () => {
  it('pushes the picture by half, into the middle of what is left', () => {
    expect(pushFor({ right: 0, below: 0.5 })).toEqual({ x: 0, y: 0.25 })
    expect(pushFor({ right: -0.4, below: 0 })).toEqual({ x: -0.2, y: 0 })
  })
})
