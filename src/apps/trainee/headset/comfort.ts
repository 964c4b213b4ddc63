import type { BodyComfort } from '../../../presence/xr/index.ts'
import { type Comfort, useComfort } from '../comfort/comfort.ts'

/** A headset's text size for each text size of a screen, in parts of the least that can be read: twice as large would leave two lines on a panel. */
const SCALES: Record<Comfort['textPercent'], number> = { 100: 1, 125: 1.15, 150: 1.3, 200: 1.6 }

/** What a headset reads of the one comfort there is. */
export type HeadsetComfort = BodyComfort &
  Pick<Comfort, 'dwellMs' | 'hasCaptions' | 'isStill'> & {
    textScale: number
    /** In parts of the usual. */
    brightness: number
  }

export const forHeadset = ({ textPercent, brightness, hand, mainHand, ...rest }: Comfort): HeadsetComfort => ({
  ...rest,
  hand: hand === 'both' ? mainHand : hand,
  isOneHanded: hand !== 'both',
  textScale: SCALES[textPercent],
  brightness: brightness / 100,
})

/** What holds in the end: who wants less motion, here or in the whole system, is not turned or walked smoothly, and keeps the vignette. */
export const withLessMotion = (comfort: HeadsetComfort, isReduced: boolean): HeadsetComfort =>
  isReduced || comfort.isStill ? { ...comfort, turn: 'snap', isSmoothWalk: false, hasVignette: true } : comfort

export const useHeadsetComfort = (): HeadsetComfort => forHeadset(useComfort())
