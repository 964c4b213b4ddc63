import { describe, expect, it } from 'vitest'
import { isDrawnInFull, isNear, type Near } from './nearness.ts'

const chosen = (...all: Near[]) => all.map((one) => isDrawnInFull(one, all, 2.4, 2))
const at = (metres: number, isFull = false): Near => ({ metres, isFull })

describe('who is drawn in full', () => {
  it('is who stands within a few steps', () => expect(chosen(at(1), at(2.3), at(2.5))).toEqual([true, true, false]))

  it('is never more than the nearest two', () => expect(chosen(at(1.2), at(0.8), at(1.5))).toEqual([true, true, false]))

  it('stays who it was at the border', () => {
    expect(chosen(at(2.7, true))).toEqual([true])
    expect(chosen(at(2.9, true))).toEqual([false])
    expect(chosen(at(1, true), at(1.5, true), at(1.3))).toEqual([true, true, false])
    expect(chosen(at(1, true), at(1.5, true), at(1.0))).toEqual([true, false, true])
  })

  it('loses what only shows close by a step sooner, and keeps that, too, for a step', () => {
    expect([isNear(1.2, false, 1.3), isNear(1.5, false, 1.3)]).toEqual([true, false])
    expect([isNear(1.5, true, 1.3), isNear(1.8, true, 1.3)]).toEqual([true, false])
  })
})
