import type { Point } from '../nav.ts'

/** How fast somebody of that age walks indoors, metres a second. */
export const paceOf = (age: number): number => (age > 70 ? 0.55 : age > 60 ? 0.8 : 1.0)

const TURN_RATE = 3.2

/** A walk along a path: position, heading and how far the stride has come. Mutated in place, so that a frame allocates nothing. */
export type Walk = {
  x: number
  z: number
  heading: number
  stride: number
  isWalking: boolean
  path: Point[]
  next: number
}

export const standAt = (x: number, z: number, heading: number): Walk => ({
  x,
  z,
  heading,
  stride: 0,
  isWalking: false,
  path: [],
  next: 0,
})

export function setOut(walk: Walk, path: Point[]): void {
  walk.path = path
  walk.next = 1
  walk.isWalking = path.length > 1
}

/** One step of time along the path; turns before it goes. */
export function stepWalk(walk: Walk, pace: number, seconds: number): void {
  let left = pace * seconds
  while (walk.isWalking && left > 0) {
    const to = walk.path[walk.next]
    if (!to) {
      walk.isWalking = false
      return
    }
    const [dx, dz] = [to[0] - walk.x, to[1] - walk.z]
    const far = Math.hypot(dx, dz)
    if (far < 1e-4) {
      walk.next++
      continue
    }
    const off = turnTowards(walk, Math.atan2(dx, dz), seconds)
    // While turning sharply one hardly moves.
    const step = Math.min(far, left * Math.max(0.05, Math.cos(Math.min(Math.PI / 2, Math.abs(off)))))
    walk.x += (dx / far) * step
    walk.z += (dz / far) * step
    walk.stride += step
    left -= Math.max(step, 1e-4)
    if (far - step < 1e-3) walk.next++
    else return
  }
}

/** Turns at a natural rate; returns what is still to turn, in radians. */
export function turnTowards(walk: Walk, heading: number, seconds: number): number {
  const off = wrap(heading - walk.heading)
  const most = TURN_RATE * seconds
  walk.heading = wrap(walk.heading + Math.max(-most, Math.min(most, off)))
  return wrap(heading - walk.heading)
}

/** An angle between -π and π. */
export const wrap = (angle: number): number => angle - Math.PI * 2 * Math.round(angle / (Math.PI * 2))
