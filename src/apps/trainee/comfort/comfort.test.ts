import { describe, expect, it } from 'vitest'
import { readComfort, USUAL } from './comfort.ts'

describe('comfort that was kept', () => {
  it('is the usual where nothing was, or nothing that can be read', () => {
    expect(readComfort(null)).toEqual(USUAL)
    expect(readComfort('{"textPercent":')).toEqual(USUAL)
    expect(readComfort('7')).toEqual(USUAL)
    expect(readComfort('null')).toEqual(USUAL)
  })

  it('comes back as it was', () => {
    const mine = { ...USUAL, textPercent: 200, hasCaptions: false, hand: 'left', isStill: true } as const
    expect(readComfort(JSON.stringify(mine))).toEqual(mine)
  })

  it('never takes a value that no button gives: words of 4000 percent would hide the button that undoes it', () => {
    expect(readComfort('{"textPercent":4000,"brightness":0,"pace":-1,"hand":"third","hasCaptions":"no"}')).toEqual(
      USUAL,
    )
  })
})
