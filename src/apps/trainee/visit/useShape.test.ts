import { describe, expect, it } from 'vitest'
import { shapeOf } from './useShape.ts'

describe('the shape of the visit', () => {
  it('goes by what the screen has room for', () => {
    expect(shapeOf(1366, 768, 16)).toBe('wide')
    expect(shapeOf(768, 1024, 16)).toBe('wide')
    expect(shapeOf(360, 740, 16)).toBe('upright')
    expect(shapeOf(740, 360, 16)).toBe('lying')
  })

  it('knows that large words make a small screen', () => {
    expect(shapeOf(1366, 768, 32)).toBe('lying')
    expect(shapeOf(360, 740, 32)).toBe('upright')
  })

  it('is not thrown over by a keyboard that leaves an upright phone lower than wide', () =>
    expect(shapeOf(390, 340, 16)).toBe('upright'))
})
