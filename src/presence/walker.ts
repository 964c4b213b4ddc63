import type { Point, Solid } from '../stage/index.ts'
import { type Feet, slide } from './collide.ts'

/** Eye heights in metres, standing and on a chair. */
export const EYE = { standing: 1.6, seated: 1.18 } as const
const WALK_METRES_A_SECOND = 1.5
const TURN_RADIANS_A_SECOND = 1.9
const PITCH_MOST = 1.25
/** A level look falls a little, as heads do, in radians. */
export const LEVEL = -0.06
/** How fast view and height settle, per second. */
const SETTLE = 5

/** What keys ask for now: -1, 0 or 1 each. */
export type Wish = { ahead: number; aside: number; turn: number; tilt: number }

/** Where somebody is and looks. Yaw 0 looks north (-z), as a camera does; mutated in place. */
export type Walker = Feet & {
  yaw: number
  pitch: number
  eye: number
  isSeated: boolean
  path: Point[]
  next: number
  /** Where the view is turning by itself, until hands move it. */
  goal: { yaw: number; pitch: number } | null
  /** What to face on arriving. */
  facing: Point | null
}

export const makeWalker = (x: number, z: number, yaw: number): Walker => ({
  x,
  z,
  yaw,
  pitch: LEVEL,
  eye: EYE.standing,
  isSeated: false,
  path: [],
  next: 0,
  goal: null,
  facing: null,
})

/** The yaw that looks from one point on the floor to another. */
export const yawTo = (from: Feet, to: Point): number => Math.atan2(from.x - to[0], from.z - to[1])

export function sendAlong(walker: Walker, path: Point[], facing: Point | null): void {
  walker.path = path
  walker.next = Math.min(path.length, 1)
  walker.facing = facing
}

export const isOnWay = (walker: Walker): boolean => walker.next < walker.path.length

/** One step of time: along a path if there is one, else as the keys wish. Walls stop both the same, except where a path ends in a chair. */
export function stepWalker(
  walker: Walker,
  wish: Wish,
  seconds: number,
  solids: readonly Solid[],
  isShut: (door: string) => boolean,
): void {
  const dt = Math.min(seconds, 0.1)
  if (wish.turn || wish.tilt) walker.goal = null
  walker.yaw = wrap(walker.yaw - wish.turn * TURN_RADIANS_A_SECOND * dt)
  walker.pitch = clampPitch(walker.pitch + wish.tilt * TURN_RADIANS_A_SECOND * 0.6 * dt)
  if (isOnWay(walker)) followPath(walker, dt)
  else if ((wish.ahead || wish.aside) && !walker.isSeated) {
    const k = (WALK_METRES_A_SECOND * dt) / Math.max(1, Math.hypot(wish.ahead, wish.aside))
    const [sin, cos] = [Math.sin(walker.yaw), Math.cos(walker.yaw)]
    slide(
      walker,
      (-sin * wish.ahead + cos * wish.aside) * k,
      (-cos * wish.ahead - sin * wish.aside) * k,
      solids,
      isShut,
    )
  }
  const settle = 1 - Math.exp(-SETTLE * dt)
  if (walker.goal) {
    walker.yaw = wrap(walker.yaw + wrap(walker.goal.yaw - walker.yaw) * settle)
    walker.pitch += (walker.goal.pitch - walker.pitch) * settle
    if (Math.abs(wrap(walker.goal.yaw - walker.yaw)) + Math.abs(walker.goal.pitch - walker.pitch) < 0.004)
      walker.goal = null
  }
  const tall = walker.isSeated && !isOnWay(walker) ? EYE.seated : EYE.standing
  walker.eye += (tall - walker.eye) * settle
}

function followPath(walker: Walker, dt: number): void {
  let left = WALK_METRES_A_SECOND * dt
  while (left > 0 && isOnWay(walker)) {
    const to = walker.path[walker.next] as Point
    const far = Math.hypot(to[0] - walker.x, to[1] - walker.z)
    if (far <= left) {
      walker.x = to[0]
      walker.z = to[1]
      walker.next++
      left -= far
      if (!isOnWay(walker) && walker.facing) walker.goal = { yaw: yawTo(walker, walker.facing), pitch: LEVEL }
      continue
    }
    walker.x += ((to[0] - walker.x) / far) * left
    walker.z += ((to[1] - walker.z) / far) * left
    if (walker.facing || walker.path.length > 2)
      walker.yaw = wrap(walker.yaw + wrap(yawTo(walker, to) - walker.yaw) * (1 - Math.exp(-4 * dt)))
    return
  }
}

/** Stops where one is: hands on the keys end a walk begun by a click. */
export function stopWalking(walker: Walker): void {
  walker.next = walker.path.length
}

export const clampPitch = (pitch: number): number => Math.max(-PITCH_MOST, Math.min(PITCH_MOST, pitch))

/** An angle between -π and π. */
export const wrap = (angle: number): number => angle - Math.PI * 2 * Math.round(angle / (Math.PI * 2))
