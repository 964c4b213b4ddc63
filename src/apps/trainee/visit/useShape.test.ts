import { describe, expect, it } from 'vitest'
import { coveredBy } from './covered.ts'
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

describe('what lies over the picture', () => {
  it('is nothing on a wide screen, and nothing while nobody speaks or picks', () => {
    expect(coveredBy('wide', 'fan', false, 'both')).toEqual({ right: 0, below: 0 })
    expect(coveredBy('upright', 'closed', false, 'both')).toEqual({ right: 0, below: 0 })
  })

  it('is the lower part of a phone held upright', () => {
    expect(coveredBy('upright', 'fan', false, 'both').below).toBeGreaterThan(
      coveredBy('upright', 'closed', true, 'both').below,
    )
  })

  it('is the side of the thumb on a phone that lies', () => {
    expect(coveredBy('lying', 'fan', false, 'both').right).toBeGreaterThan(0)
    expect(coveredBy('lying', 'fan', false, 'left').right).toBeLessThan(0)
  })
})
