import type { Plan, Point } from '../../stage/index.ts'
import { closeEyes, makeBlink, stepBlink } from './blink.ts'
import { floorOffset, type Measure, measure, Stray, wallFade } from './body.ts'
import { makeOrigin, putHead } from './origin.ts'
import type { Tracking } from './Tracking.ts'

/** Nearer than this one's eyes are, of two heights, the same height. */
const SAME_METRES = 0.01

/** What a stance asks about the place. */
export type Footing = {
  plan: Plan
  isShut: (door: string) => boolean
  mayStand: (x: number, z: number) => boolean
}

/** Where a real floor lies under somebody in the place: their height, the jumps between, and the walls the real room does not have. */
export class Stance {
  readonly origin = makeOrigin()
  readonly blink = makeBlink()
  /** How much of the picture a wall has taken: 0 to 1. */
  wall = 0
  private readonly tracking: Tracking
  private readonly footing: Footing
  private readonly stray = new Stray()
  private measured: Measure | null = null
  private hasFloor = true
  /** Where the next blink puts one; yaw null keeps the way one faces. */
  private goal: { x: number; z: number; yaw: number | null } | null = null

  constructor(tracking: Tracking, footing: Footing) {
    this.tracking = tracking
    this.footing = footing
  }

  /** Eyes are measured anew with the next frame. */
  begin(hasFloor: boolean): void {
    this.hasFloor = hasFloor
    this.measureAgain()
    this.goal = null
  }

  measureAgain(): void {
    this.measured = null
  }

  get isMeasured(): boolean {
    return this.measured !== null
  }

  get isSeatedPlay(): boolean {
    return this.measured?.isSeatedPlay ?? false
  }

  /** How much lower the eyes are than upright, for real, in metres. */
  get loweredMetres(): number {
    return (this.measured?.eyeMetres ?? 0) - this.tracking.local.y
  }

  /** A jump is under way, or eyes are still shut from one. */
  get isJumping(): boolean {
    return this.goal !== null || this.blink.dark > 0
  }

  /** To a point of the place, with a blink. */
  jumpTo(at: Point, yaw: number | null): void {
    this.goal = { x: at[0], z: at[1], yaw }
    closeEyes(this.blink)
  }

  /** Measured where one stands now, behind shut eyes. */
  arrive(x: number, z: number, yaw: number, isSeatedPlay: boolean | null, isSeated: boolean, isLowered: boolean): void {
    const { tracking, origin } = this
    this.measured = measure(tracking.local.y, isSeatedPlay, this.hasFloor)
    putHead(origin, tracking.local, x, z, yaw)
    origin.y = this.offset(isSeated, isLowered)
    this.stray.putAt(x, z)
    this.blink.dark = 1
  }

  /** The place lies otherwise on a real floor than before: wherever one is now is right, and nothing of it was a step. */
  standsAnew(): void {
    this.blink.dark = 0
    this.stray.putAt(Number.NaN, Number.NaN)
  }

  /** One frame: sitting and standing by a button moves the floor, in a blink like every other jump. */
  step(seconds: number, isSeated: boolean, isLowered: boolean): void {
    const { origin, tracking } = this
    const offset = this.offset(isSeated, isLowered)
    if (!this.goal && Math.abs(origin.y - offset) >= SAME_METRES) this.jumpTo([tracking.head.x, tracking.head.z], null)
    if (!stepBlink(this.blink, seconds)) return
    origin.y = offset
    const { goal } = this
    if (!goal) return
    putHead(origin, tracking.local, goal.x, goal.z, goal.yaw)
    this.stray.putAt(goal.x, goal.z)
    this.goal = null
  }

  /** Whether a wall lies between the head and where it rightly stood; the picture goes with it. */
  isAway(): boolean {
    const { plan, isShut, mayStand } = this.footing
    const { head } = this.tracking
    const isAway = this.stray.step(plan, isShut, mayStand, head.x, head.z)
    this.wall = isAway ? 1 : wallFade(plan, isShut, head.x, head.z)
    return isAway
  }

  private offset(isSeated: boolean, isLowered: boolean): number {
    return this.measured ? floorOffset(this.measured, isSeated, isLowered) : 0
  }
}
