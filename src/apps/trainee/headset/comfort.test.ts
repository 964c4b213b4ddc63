import { describe, expect, it } from 'vitest'
import { TEXT_PERCENTS, USUAL } from '../comfort/comfort.ts'
import { forHeadset, withLessMotion } from './comfort.ts'

describe('comfort in a headset', () => {
  it('is the same as on a screen: its words grow with the screen’s, and are never smaller than can be read', () => {
    const scales = TEXT_PERCENTS.map((textPercent) => forHeadset({ ...USUAL, textPercent }).textScale)
    expect(scales[0]).toBe(1)
    expect(scales).toEqual([...scales].sort((a, b) => a - b))
    expect(new Set(scales).size).toBe(scales.length)
    expect(forHeadset({ ...USUAL, brightness: 70 }).brightness).toBe(0.7)
  })

  it('takes one hand for all there is, and of two the one that is used more', () => {
    expect(forHeadset(USUAL)).toMatchObject({ hand: 'right', isOneHanded: false })
    expect(forHeadset({ ...USUAL, mainHand: 'left' })).toMatchObject({ hand: 'left', isOneHanded: false })
    expect(forHeadset({ ...USUAL, hand: 'left' })).toMatchObject({ hand: 'left', isOneHanded: true })
  })

  it('gives way to who asks for less motion, here or in the system', () => {
    const bold = forHeadset({ ...USUAL, turn: 'smooth', isSmoothWalk: true, hasVignette: false })
    const still = { turn: 'snap', isSmoothWalk: false, hasVignette: true }
    expect(withLessMotion(bold, true)).toEqual({ ...bold, ...still })
    expect(withLessMotion({ ...bold, isStill: true }, false)).toMatchObject(still)
    expect(withLessMotion(bold, false)).toEqual(bold)
  })
})
