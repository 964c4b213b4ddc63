import { describe, expect, it } from 'vitest'
import { BESIDE, FAN, HIP, hang, makeHung, STRAY_METRES, type Station } from './place.ts'

const head = (yaw = 0, x = 0) => ({ x, y: 1.6, z: 0, yaw })

/** Hung for a head that looks ahead. */
function hung(station: Station) {
  const made = makeHung()
  hang(made, head(), station)
  return made
}

describe('a panel in the room', () => {
  it('stays where it hangs while its owner sways or glances aside', () => {
    const fan = hung(FAN)
    expect(hang(fan, head(0.9), FAN)).toBe(false)
    expect(hang(fan, head(0, STRAY_METRES - 0.05), FAN)).toBe(false)
  })

  it('comes along when its owner has turned away or gone', () => {
    expect(hang(hung(FAN), head(1.2), FAN)).toBe(true)
    expect(hang(hung(FAN), head(0, STRAY_METRES + 0.05), FAN)).toBe(true)
  })

  it('at the side does not run from the eyes that turn to its far end', () => {
    // The leftmost button of the row at the left hip lies 75° to the left.
    expect(hang(hung(HIP.left), head(1.31), HIP.left)).toBe(false)
    expect(hang(hung(HIP.right), head(-1.31), HIP.right)).toBe(false)
    expect(hang(hung(BESIDE), head(1.4), BESIDE)).toBe(false)
    expect(hang(hung(HIP.left), head(-1.2), HIP.left)).toBe(true)
    expect(hang(hung(HIP.left), head(Math.PI), HIP.left)).toBe(true)
  })
})
