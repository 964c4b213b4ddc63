import { describe, expect, it } from 'vitest'
import { Fingers, radiansAPixel, SLOP_PIXELS, TAP_MS } from './fingers.ts'

describe('fingers on the picture', () => {
  it('tap when they come and go in one place', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    expect(fingers.move(1, 100 + SLOP_PIXELS - 1, 100)).toBeNull()
    expect(fingers.up(1, TAP_MS)).toBe(true)
  })

  it('do not tap when they rest, unless the hands are slow and said so', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    expect(fingers.up(1, TAP_MS + 1)).toBe(false)
    fingers.down(1, 100, 100, 0)
    expect(fingers.up(1, TAP_MS + 1, TAP_MS * 2)).toBe(true)
  })

  it('turn the view when one of them moves, without a jump at the start, and tap nothing then', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    expect(fingers.move(1, 115, 100)).toEqual({ dx: 15 - SLOP_PIXELS, dy: 0 })
    expect(fingers.move(1, 118, 104)).toEqual({ dx: 3, dy: 4 })
    expect(fingers.up(1, 200)).toBe(false)
  })

  it('work as two thumbs: one turns the view while the other taps', () => {
    const fingers = new Fingers()
    fingers.down(1, 50, 400, 0)
    fingers.move(1, 70, 400)
    fingers.down(2, 300, 300, 100)
    expect(fingers.move(1, 75, 400)).toEqual({ dx: 5, dy: 0 })
    expect(fingers.up(2, 250)).toBe(true)
    expect(fingers.move(1, 80, 400)).toEqual({ dx: 5, dy: 0 })
  })

  it('mean nothing when they pinch, until both have left', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    fingers.down(2, 200, 200, 10)
    fingers.move(1, 80, 80)
    expect(fingers.move(2, 220, 220)).toBeNull()
    expect(fingers.move(1, 60, 60)).toBeNull()
    expect(fingers.move(2, 240, 240)).toBeNull()
    expect(fingers.up(1, 300)).toBe(false)
    expect(fingers.move(2, 260, 260)).toBeNull()
    expect(fingers.up(2, 310)).toBe(false)
    fingers.down(3, 10, 10, 400)
    expect(fingers.up(3, 450)).toBe(true)
  })

  it('turn the view beside a thumb that only holds the phone', () => {
    const fingers = new Fingers()
    fingers.down(1, 10, 700, 0)
    fingers.down(2, 200, 300, 400)
    expect(fingers.move(2, 230, 300)).toEqual({ dx: 30 - SLOP_PIXELS, dy: 0 })
  })

  it('mean nothing when they pinch, however few moves a slow machine hears of', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    fingers.down(2, 200, 200, 10)
    expect(fingers.move(1, 20, 20)).toBeNull()
    expect(fingers.move(2, 300, 300)).toBeNull()
  })

  it('are forgotten when the browser takes them away', () => {
    const fingers = new Fingers()
    fingers.down(1, 100, 100, 0)
    fingers.cancel(1)
    expect(fingers.up(1, 50)).toBe(false)
    expect(fingers.move(1, 200, 200)).toBeNull()
  })
})

describe('a drag', () => {
  it('across the shorter side turns the same on every screen, upright or not', () => {
    expect(radiansAPixel(360, 740)).toBe(radiansAPixel(740, 360))
    expect(radiansAPixel(360, 740) * 360).toBeCloseTo(radiansAPixel(768, 1024) * 768)
  })
})
