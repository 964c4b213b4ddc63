import { Euler, Quaternion, Vector3 } from 'three'
import { wrap } from '../walker.ts'

/** How the device lies, as `deviceorientation` says it, in degrees: about the earth's up, the device's right and the device's up. */
export type TiltReading = { alpha: number; beta: number; gamma: number }
/** Where the back of the device points, in radians: yaw 0 is wherever the device calls ahead, pitch 0 is level. */
export type Heading = { yaw: number; pitch: number }

const RADIANS = Math.PI / 180
const euler = new Euler()
const turned = new Quaternion()
const UP = new Vector3(0, 0, 1)
const ahead = new Vector3()
/** From a device that lies on a table to one held before the face. */
const RAISED = new Quaternion(-Math.SQRT1_2, 0, 0, Math.SQRT1_2)

/** The turn of a camera that looks out of the back of the device. `screenAngle` is how the picture is turned on the device, in degrees. Writes into `out`. */
export function turnOf(reading: TiltReading, screenAngle: number, out: Quaternion): Quaternion {
  euler.set(reading.beta * RADIANS, reading.alpha * RADIANS, -reading.gamma * RADIANS, 'YXZ')
  return out
    .setFromEuler(euler)
    .multiply(RAISED)
    .multiply(turned.setFromAxisAngle(UP, -screenAngle * RADIANS))
}

/** Where a camera so turned looks. How the device is rolled does not matter: the horizon stays level. Writes into `out`. */
export function headingOf(turn: Quaternion, out: Heading): Heading {
  ahead.set(0, 0, -1).applyQuaternion(turn)
  out.yaw = Math.atan2(-ahead.x, -ahead.z)
  out.pitch = Math.asin(Math.max(-1, Math.min(1, ahead.y)))
  return out
}

/** Steeper than this a heading means nothing: the device looks at the floor or the ceiling, in radians. */
const STEEP = 1.4
/** After so long without a reading the device was put away: it is taken up anew, without a jump, in milliseconds. */
const GAP_MS = 500
/** More than this at once is a sensor that lost its way, not a hand, in radians. */
const WILD = 0.6
/** A hand that holds still trembles by less than this in sum, in radians (about 4°); more is meant. */
const MEANT = 0.07
/** What trembling leaves behind fades so fast, per second. */
const FADE = 1.5

const turn = new Quaternion()
const heading: Heading = { yaw: 0, pitch: 0 }

/** Turns readings into steps of the view. Holds only what it needs from the last reading; allocates nothing. */
export class Tilt {
  /** The last step, in radians. */
  readonly by: Heading = { yaw: 0, pitch: 0 }
  /** Whether the hand means to look elsewhere, rather than trembles: only that lets go of a face one looks into. */
  isMeant = false
  private readonly last: Heading = { yaw: 0, pitch: 0 }
  private readonly lately: Heading = { yaw: 0, pitch: 0 }
  private lastMs = Number.NEGATIVE_INFINITY
  private lastAngle = 0

  /** False when the reading moves nothing. */
  step(reading: TiltReading, screenAngle: number, nowMs: number): boolean {
    headingOf(turnOf(reading, screenAngle, turn), heading)
    const { by, last, lately } = this
    const seconds = (nowMs - this.lastMs) / 1000
    by.yaw = wrap(heading.yaw - last.yaw)
    by.pitch = heading.pitch - last.pitch
    if (Math.abs(heading.pitch) > STEEP || Math.abs(last.pitch) > STEEP) by.yaw = 0
    const isNew = seconds * 1000 > GAP_MS || screenAngle !== this.lastAngle
    last.yaw = heading.yaw
    last.pitch = heading.pitch
    this.lastMs = nowMs
    this.lastAngle = screenAngle
    if (isNew || Math.abs(by.yaw) > WILD || Math.abs(by.pitch) > WILD) {
      lately.yaw = 0
      lately.pitch = 0
      by.yaw = 0
      by.pitch = 0
      this.isMeant = false
      return false
    }
    const keep = Math.exp(-FADE * seconds)
    lately.yaw = lately.yaw * keep + by.yaw
    lately.pitch = lately.pitch * keep + by.pitch
    this.isMeant = Math.hypot(lately.yaw, lately.pitch) > MEANT
    return by.yaw !== 0 || by.pitch !== 0
  }
}
