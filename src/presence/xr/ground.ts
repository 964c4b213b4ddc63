import type { SeatView } from '../../protocol/index.ts'
import type { Point } from '../../stage/index.ts'
import type { LocalHead, Origin } from './origin.ts'
import type { Tracking } from './Tracking.ts'

/** A real floor that is seen (AR): the place lies on it, and nobody is turned or moved against what they see. */
export type RealGround = {
  /** One frame: writes where the real floor lies in the place now; true when it lies otherwise than a frame ago. */
  lie: (origin: Origin, tracking: Tracking, view: SeatView) => boolean
  /** One is elsewhere in the place now: the place moves, not the person. */
  moveTo: (at: Point, yaw: number | null, head: LocalHead) => void
}
