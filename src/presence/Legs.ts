import type { Point } from '../stage/index.ts'
import type { Footpaths } from './Footpaths.ts'
import { isOnWay, LEVEL, sendAlong, stopWalking, type Walker, yawTo } from './walker.ts'

/** How somebody at a screen gets from one place to another: along the way there, or at once for who asked for less motion. */
export class Legs {
  /** Set by a jump; the picture fades in after it. */
  hasJumped = false
  canGlide = true
  private readonly walker: Walker
  private readonly paths: Footpaths
  private isRising = false

  constructor(walker: Walker, paths: Footpaths) {
    this.walker = walker
    this.paths = paths
  }

  get at(): Point {
    return [this.walker.x, this.walker.z]
  }

  /** On the way from a chair to where one can stand. */
  get isGettingUp(): boolean {
    return this.isRising && isOnWay(this.walker)
  }

  /** To the end of a way, or to where it should have ended when there is none. */
  go(path: Point[] | null, to: Point, facing: Point | null): void {
    if (path && this.canGlide) sendAlong(this.walker, path, facing)
    else this.jump(path?.at(-1) ?? to, facing)
  }

  /** From the chair to where one can stand, a step away. */
  getUp(): void {
    const me = this.walker
    me.isSeated = false
    const free = this.paths.freeNear(this.at)
    if (!free) return
    this.isRising = true
    sendAlong(me, [this.at, free], null)
  }

  /** One frame: who has arrived is no longer getting up. */
  step(): void {
    if (!isOnWay(this.walker)) this.isRising = false
  }

  private jump([x, z]: Point, facing: Point | null): void {
    const me = this.walker
    stopWalking(me)
    me.x = x
    me.z = z
    me.goal = null
    if (facing) {
      me.yaw = yawTo(me, facing)
      me.pitch = LEVEL
    }
    this.hasJumped = true
  }
}
