import { describe, expect, it } from 'vitest'
import { readComfort, USUAL, withLessMotion } from './comfort.ts'

describe('comfort in a headset', () => {
  it('moves no view against a body unless somebody asks for it', () =>
    expect(USUAL).toMatchObject({ turn: 'snap', isSmoothWalk: false, hasVignette: true }))

  it('is the usual where nothing was kept, or nothing that can be read', () => {
    for (const kept of [null, '{"turn":', '7', 'null', '[]']) expect(readComfort(kept)).toEqual(USUAL)
  })

  it('comes back as it was', () => {
    const mine = { ...USUAL, turn: 'smooth', dwellMs: 1600, textScale: 1.6, isSeatedPlay: false, hand: 'left' } as const
    expect(readComfort(JSON.stringify(mine))).toEqual(mine)
  })

  it('takes no value that no button gives', () =>
    expect(
      readComfort(
        '{"textScale":9,"brightness":0,"lookMs":1,"dwellMs":5,"turn":"spin","hasCaptions":"no","isSeatedPlay":3}',
      ),
    ).toEqual(USUAL))

  it('gives way to a system that asks for less motion', () => {
    const bold = { ...USUAL, turn: 'smooth', isSmoothWalk: true, hasVignette: false } as const
    expect(withLessMotion(bold, true)).toEqual({ ...bold, turn: 'snap', isSmoothWalk: false, hasVignette: true })
    expect(withLessMotion(bold, false)).toEqual(bold)
  })
})
