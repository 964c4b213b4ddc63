import type { TurnWay } from './comfort.ts'

/** One flick of the stick turns so far, in radians (30°): the step most headset software uses, so that it is known. */
export const SNAP_RADIANS = Math.PI / 6
/** A flick counts beyond the first and is over below the second, of the stick's whole way. */
const FLICK_FROM = 0.7
const FLICK_UNTIL = 0.3
/** Smooth turning at full stick, in radians a second (60°/s: above that more people feel ill). */
const SMOOTH_RADIANS_A_SECOND = Math.PI / 3
const DEAD = 0.25

export type Turner = { isFlicked: boolean }
export const makeTurner = (): Turner => ({ isFlicked: false })

/** How far the body turns this frame, in radians; to the left is positive, as yaw is. */
export function turnBy(turner: Turner, x: number, way: TurnWay, seconds: number): number {
  if (way === 'smooth') {
    turner.isFlicked = false
    if (Math.abs(x) < DEAD) return 0
    return (-Math.sign(x) * (Math.abs(x) - DEAD) * SMOOTH_RADIANS_A_SECOND * Math.min(seconds, 0.1)) / (1 - DEAD)
  }
  if (Math.abs(x) < FLICK_UNTIL) turner.isFlicked = false
  if (turner.isFlicked || Math.abs(x) < FLICK_FROM) return 0
  turner.isFlicked = true
  return -Math.sign(x) * SNAP_RADIANS
}
