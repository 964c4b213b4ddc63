import type { BodyComfort } from './comfort.ts'
import type { Side, SideName, Tracking } from './Tracking.ts'
import { type Arc, type Ground, makeArc, throwArc } from './teleport.ts'
import { makeTurner, turnBy } from './turn.ts'

/** A stick counts as thrown ahead beyond the first and let go below the second, of its whole way. */
const THROW_FROM = 0.7
const THROW_UNTIL = 0.35
/** A pinch that aims at the floor sends one only when it was held so long: a short one is a slip. */
const PINCH_HELD_MS = 250
/** A flick of the stick backwards steps back so far, in metres. */
const BACK_METRES = 0.5
/** A stick is at rest within this of its middle. */
const DEAD = 0.25
/** Walking by the stick, in metres a second: slower than on a desktop, since the whole view moves. */
const WALK_METRES_A_SECOND = 1.1

/** Where one is to go: by a jump, or, for who chose so, a step. */
export type Steered = {
  /** Turned so far this frame, in radians. */
  turned: number
  /** One goes here by a blink. */
  hasJump: boolean
  x: number
  z: number
  /** Walked so far this frame, in metres of the place. */
  dx: number
  dz: number
}

/** Sticks and held pinches: turning, the arc of a teleport, stepping back, and walking for who chose it. */
export class Steering {
  readonly arc: Arc = makeArc()
  /** True while an arc is shown. */
  isThrowing = false
  private readonly tracking: Tracking
  private readonly ground: Ground
  private readonly turner = makeTurner()
  private readonly out: Steered = { turned: 0, hasJump: false, x: 0, z: 0, dx: 0, dz: 0 }
  private side: SideName = 'right'
  private isByPinch = false
  private sinceMs = 0
  private isPushedBack = false

  constructor(tracking: Tracking, ground: Ground) {
    this.tracking = tracking
    this.ground = ground
  }

  stop(): void {
    this.isThrowing = false
  }

  /** An arc begins from this side's hand: by its stick, or by a pinch or trigger at the floor. */
  begin(side: SideName, isByPinch: boolean, nowMs: number): void {
    this.side = side
    this.isByPinch = isByPinch
    this.isThrowing = true
    this.sinceMs = nowMs
  }

  /** One frame, facing `yaw`. What comes back is the same object each time. */
  step(seconds: number, comfort: BodyComfort, isOn: boolean, yaw: number, nowMs: number): Steered {
    const { out, tracking } = this
    const { left, right } = tracking
    out.turned = 0
    out.hasJump = false
    out.dx = 0
    out.dz = 0
    if (this.isThrowing) this.keepThrowing(isOn, nowMs)
    else {
      // For who walks by the stick, the one of the other hand walks and does not turn.
      const walking = comfort.isSmoothWalk ? (comfort.hand === 'left' ? right : left) : null
      const x = walking ? this.otherOf(walking).pad.x : strongest(left.pad.x, right.pad.x)
      out.turned = turnBy(this.turner, isOn ? x : 0, comfort.turn, seconds)
      if (isOn) {
        if (walking) this.walk(walking, yaw, seconds)
        if (left !== walking && isAhead(left)) this.begin('left', false, nowMs)
        else if (right !== walking && isAhead(right)) this.begin('right', false, nowMs)
        else if (!walking) this.stepBack(yaw)
      }
    }
    return out
  }

  private otherOf(side: Side): Side {
    return side === this.tracking.left ? this.tracking.right : this.tracking.left
  }

  private keepThrowing(isOn: boolean, nowMs: number): void {
    const side = this.tracking.side(this.side)
    if (!isOn || !side.hand.isTracked) {
      this.isThrowing = false
      return
    }
    throwArc(this.arc, side.from, side.along, this.ground)
    const isStill = this.isByPinch ? side.hand.isPinching : side.pad.y < -THROW_UNTIL
    if (isStill) return
    this.isThrowing = false
    if (!this.arc.isOpen || (this.isByPinch && nowMs - this.sinceMs < PINCH_HELD_MS)) return
    this.jump(this.arc.landing.x, this.arc.landing.z)
  }

  /** Half a metre back, facing the same: the button's way of stepping back from a door. */
  private stepBack(yaw: number): void {
    const { head, left, right } = this.tracking
    const y = Math.max(left.pad.y, right.pad.y)
    if (y < THROW_UNTIL) this.isPushedBack = false
    if (y < THROW_FROM || this.isPushedBack) return
    this.isPushedBack = true
    const x = head.x + Math.sin(yaw) * BACK_METRES
    const z = head.z + Math.cos(yaw) * BACK_METRES
    if (this.canStand(x, z)) this.jump(x, z)
  }

  private walk({ pad }: Side, yaw: number, seconds: number): void {
    if (Math.hypot(pad.x, pad.y) < DEAD) return
    const { head } = this.tracking
    const far = WALK_METRES_A_SECOND * Math.min(seconds, 0.1)
    const sin = Math.sin(yaw)
    const cos = Math.cos(yaw)
    const dx = (cos * pad.x + sin * pad.y) * far
    const dz = (cos * pad.y - sin * pad.x) * far
    if (!this.canStand(head.x + dx, head.z + dz)) return
    this.out.dx = dx
    this.out.dz = dz
  }

  private canStand(x: number, z: number): boolean {
    return this.ground.ways.isFree(x, z, this.ground.isOpen) && this.ground.mayStand(x, z)
  }

  private jump(x: number, z: number): void {
    this.out.hasJump = true
    this.out.x = x
    this.out.z = z
  }
}

const isAhead = ({ pad }: Side): boolean => pad.y < -THROW_FROM && Math.abs(pad.x) < THROW_FROM
const strongest = (a: number, b: number): number => (Math.abs(a) > Math.abs(b) ? a : b)
