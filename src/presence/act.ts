import type { ActBody } from '../protocol/index.ts'

/** What somebody's hands, eyes and feet did, whatever the device. */
export type Gesture =
  | { kind: 'gaze'; on: string; heldMs: number }
  | { kind: 'enters'; room: string }
  | { kind: 'nears'; spot: string; isExit: boolean; stillMs: number; hasBeenAway: boolean }
  | { kind: 'moves-off' }

/** How things stood when it was done. */
export type Reach = {
  /** Over the floor to what the gesture is about, in metres. */
  metres: number
  here: { spot: string; room: string; isSeated: boolean }
  /** Whether what is entered lies inside the home, and whether one was asked in. */
  isInside: boolean
  isInvited: boolean
}

/** A glance that passes over something is not a look (model 5.4: looking takes 1.2 s). */
export const LOOK_MS = 1200
/** Within this of a thing one has stepped up to it. */
export const APPROACH_METRES = 1
/** Within this of a named spot one stands there. */
export const SPOT_METRES = 0.5
/** Standing at the door begins the goodbye; walking past it must not. */
export const EXIT_STILL_MS = 2000
/** Nor must having just come in by it: one has to have been this far from it first. */
export const AWAY_METRES = 1.5

/** A gesture becomes an act, or nothing. Pure: a mouse, a hand and a headset that mean the same end in the same act. */
export function actFor(gesture: Gesture, reach: Reach): ActBody | undefined {
  switch (gesture.kind) {
    case 'gaze':
      if (gesture.heldMs < LOOK_MS) return undefined
      return { type: reach.metres <= APPROACH_METRES ? 'approach' : 'look', thing: gesture.on }
    case 'enters':
      if (gesture.room === reach.here.room || (reach.isInside && !reach.isInvited)) return undefined
      return { type: 'go', to: gesture.room }
    case 'nears':
      if (gesture.spot === reach.here.spot || reach.metres > SPOT_METRES || (reach.isInside && !reach.isInvited))
        return undefined
      if (gesture.isExit && (gesture.stillMs < EXIT_STILL_MS || !gesture.hasBeenAway)) return undefined
      return { type: 'go', to: gesture.spot }
    case 'moves-off':
      return reach.here.isSeated ? { type: 'stand' } : undefined
  }
}
