import { describe, expect, it } from 'vitest'
import { finenessOf } from './detail.ts'

describe('how finely the picture is drawn', () => {
  it('is full where there is a graphics chip and a table to stand on', () =>
    expect(finenessOf('ANGLE (Intel, Mesa Intel(R) UHD)', false)).toEqual({ detail: 'full', points: [1, 1.5] }))

  it('is least on a phone, and not at the three points a point that its screen has', () => {
    expect(finenessOf('Apple GPU', true)).toEqual({ detail: 'least', points: [1, 1.25] })
    expect(finenessOf('Adreno (TM) 640', true).detail).toBe('least')
  })

  it('is least and coarse where the processor draws, phone or not', () => {
    for (const isPhone of [true, false])
      expect(finenessOf('Google SwiftShader', isPhone)).toEqual({ detail: 'least', points: 0.75 })
  })
})
