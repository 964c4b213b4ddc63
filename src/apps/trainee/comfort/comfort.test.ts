import { describe, expect, it } from 'vitest'
import { readComfort, USUAL } from './comfort.ts'

describe('comfort that was kept', () => {
  it('is the usual where nothing was, or nothing that can be read', () => {
    for (const kept of [null, '{"textPercent":', '7', 'null', '[]']) expect(readComfort(kept)).toEqual(USUAL)
  })

  it('comes back as it was', () => {
    const mine = {
      ...USUAL,
      textPercent: 200,
      hasCaptions: false,
      hand: 'left',
      isStill: true,
      turn: 'smooth',
      dwellMs: 1600,
      isSeatedPlay: false,
    } as const
    expect(readComfort(JSON.stringify(mine))).toEqual(mine)
  })

  it('never takes a value that no button gives, nor a name that nobody knows: words of 4000 percent would hide the button that undoes it', () => {
    expect(
      readComfort(
        '{"textPercent":4000,"brightness":0,"pace":-1,"hand":"third","hasCaptions":"no","lookMs":1,"dwellMs":5,"turn":"spin","isSeatedPlay":3,"constructor":1}',
      ),
    ).toEqual(USUAL)
  })
})

it('moves nothing against a body unless somebody asks for it', () =>
  expect(USUAL).toMatchObject({ turn: 'snap', isSmoothWalk: false, hasVignette: true }))
