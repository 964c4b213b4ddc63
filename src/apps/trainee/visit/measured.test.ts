import { describe, expect, it } from 'vitest'
import { measured } from './measured.ts'

const picture = { top: 0, bottom: 700 }
const top = { top: 0, bottom: 50 }
/** Where the middle of the picture comes to, in pixels from its top. */
const middleOf = (below: number) => (1 - below) * 350

describe('what lies over the picture on a small screen', () => {
  it('leaves a face in the middle of what is free above the lines', () => {
    const { right, below } = measured(
      'upright',
      {
        picture,
        top,
        over: [
          { top: 350, bottom: 700 },
          { top: 250, bottom: 340 },
        ],
      },
      'both',
    )
    expect(right).toBe(0)
    expect(middleOf(below)).toBeCloseTo(150, -1)
  })

  it('is the side of the thumb on a phone that lies, and what is said under the face', () => {
    const over = [{ top: 500, bottom: 700 }]
    expect(measured('lying', { picture, top, over }, 'both').right).toBeGreaterThan(0)
    expect(measured('lying', { picture, top, over }, 'left').right).toBeLessThan(0)
    expect(middleOf(measured('lying', { picture, top, over }, 'left').below)).toBeCloseTo(275, -1)
  })

  it('never drives a face out at the top, however little is free', () => {
    const { below } = measured('upright', { picture, top, over: [{ top: 55, bottom: 700 }] }, 'both')
    expect(middleOf(below)).toBeGreaterThan(top.bottom + 35)
  })
})
