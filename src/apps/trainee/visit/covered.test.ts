import { describe, expect, it } from 'vitest'
import { coveredBy } from './covered.ts'

const before = { shape: 'wide', talk: 'closed', isPicked: false, isAsked: false, hand: 'both' } as const

describe('what lies over the picture', () => {
  it('is nothing while nobody speaks or picks', () => {
    for (const shape of ['wide', 'upright', 'lying'] as const)
      expect(coveredBy({ ...before, shape }), shape).toEqual({ right: 0, below: 0 })
  })

  it('on a wide screen is no lines, which stand beside the face, but words and questions, which lie under it and lift it', () => {
    expect(coveredBy({ ...before, talk: 'fan' }).below).toBe(0)
    const typing = coveredBy({ ...before, talk: 'typing' }).below
    expect(typing).toBeGreaterThan(0)
    expect(coveredBy({ ...before, isAsked: true }).below).toBeGreaterThan(0)
    expect(coveredBy({ ...before, talk: 'typing', isAsked: true }).below).toBeGreaterThan(typing)
  })

  it('is the lower part of a phone held upright; a question is as high as a menu', () => {
    const upright = { ...before, shape: 'upright' } as const
    const menu = coveredBy({ ...upright, isPicked: true })
    expect(coveredBy({ ...upright, talk: 'fan' }).below).toBeGreaterThan(menu.below)
    expect(coveredBy({ ...upright, isAsked: true })).toEqual(menu)
  })

  it('is the side of the thumb on a phone that lies', () => {
    const lying = { ...before, shape: 'lying', talk: 'fan' } as const
    expect(coveredBy(lying).right).toBeGreaterThan(0)
    expect(coveredBy({ ...lying, hand: 'left' }).right).toBeLessThan(0)
  })

  it('is the same object each time, so that the picture is not drawn anew for it', () => {
    expect(coveredBy({ ...before, talk: 'typing' })).toBe(coveredBy({ ...before, talk: 'typing' }))
  })
})
