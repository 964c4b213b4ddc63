import type { Ray } from './aim.ts'

/** Somebody whose head and hands are followed by a device, in the place's own metres and radians. */
export type Tracked = {
  x: number
  z: number
  yaw: number
  eye: number
  /** What a hand points along; null while none points, or a panel is pointed at. */
  pointer: Ray | null
  gaze: Ray | null
  isAway: boolean
  /** How long eyes rest on something before it is looked at, in milliseconds. */
  lookMs: number
}
