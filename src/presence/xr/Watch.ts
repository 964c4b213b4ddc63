import type { Trouble } from './enter.ts'

/** A head that was lost for so long is lost for the wearer, too, in seconds. */
const LOST_SECONDS = 1
/** Controllers take a moment to wake, and hands leave the sight of the cameras now and then, in seconds. */
const HANDS_SECONDS = 5

/** What is there to point with: controllers that are on, and hands that are seen. */
export type Held = { controllers: number; hands: number }

/** Sees in a running session what its wearer should be told, and tells it once. */
export class Watch {
  private lostSeconds = 0
  private emptySeconds = 0
  private singleSeconds = 0
  private hasToldOne = false

  /** One frame: a trouble that has just come, null when empty hands are over, undefined when there is nothing new. */
  step(seconds: number, hasPose: boolean, { controllers, hands }: Held): Trouble | null | undefined {
    const step = Math.min(seconds, LOST_SECONDS / 4)
    const wasLost = this.lostSeconds >= LOST_SECONDS
    this.lostSeconds = hasPose ? 0 : this.lostSeconds + step
    if (!wasLost && this.lostSeconds >= LOST_SECONDS) return 'lost'
    const wasEmpty = this.emptySeconds >= HANDS_SECONDS
    this.emptySeconds = controllers + hands === 0 ? this.emptySeconds + step : 0
    if (!wasEmpty && this.emptySeconds >= HANDS_SECONDS) return 'no-hands'
    if (wasEmpty && this.emptySeconds === 0) return null
    this.singleSeconds = controllers === 1 && hands === 0 ? this.singleSeconds + step : 0
    if (this.hasToldOne || this.singleSeconds < HANDS_SECONDS) return undefined
    this.hasToldOne = true
    return 'one-controller'
  }
}
