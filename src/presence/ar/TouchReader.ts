import { Vector3 } from 'three'
import type { SpacePointers } from '../xr/index.ts'
import { isNewlyPressed } from '../xr/pads.ts'
import type { Side, SideName, Tracking } from '../xr/Tracking.ts'
import type { Touched } from './solve.ts'

/** A bare finger marks what it rests on for so long, without stirring more than so much; a controller by its trigger. */
const REST_SECONDS = 1.2
const REST_METRES = 0.012
/** After a mark a finger has to leave it before it can make another, in metres. */
const LEAVE_METRES = 0.1
/** A finger rests on furniture between these heights over the floor, in metres: lower it hangs at somebody's side, higher it points at something. */
const FROM_METRES = 0.2
const UNTIL_METRES = 1.15

/** What one hand is about to mark. */
export type Touching = { at: Vector3 /** 0 not at all to 1 marked. */; progress: number; isShown: boolean }

type Finger = { from: Vector3; seconds: number; left: Vector3 | null }

const SIDES: readonly SideName[] = ['left', 'right']

/** Finds in what hands do where somebody touches something to mark it. Reads in the device's own metres, while nothing has been laid out. */
export class TouchReader {
  readonly touching: Record<SideName, Touching> = { left: makeTouching(), right: makeTouching() }
  private readonly fingers: Record<SideName, Finger> = { left: makeFinger(), right: makeFinger() }

  /** One frame; what has just been marked, if anything. `floor` is null while even that is being asked for. */
  step(tracking: Tracking, pointers: SpacePointers, floor: number | null, seconds: number): Touched | null {
    let marked: Touched | null = null
    for (const name of SIDES) {
      const side = tracking.side(name)
      const touching = this.touching[name]
      touching.isShown = side.hand.isTracked
      touching.progress = 0
      if (!side.hand.isTracked) continue
      touching.at.copy(side.hand.tip)
      const pointer = pointers.all.find((one) => one.id === name)
      // Whoever presses a button of the panel marks nothing.
      if (pointer?.hit) continue
      const isNow =
        side.hand.kind === 'controller' ? isNewlyPressed(side.pad.trigger) : this.rests(name, side, floor, seconds)
      if (isNow) marked = { x: touching.at.x, y: touching.at.y, z: touching.at.z }
    }
    return marked
  }

  private rests(name: SideName, { hand }: Side, floor: number | null, seconds: number): boolean {
    const finger = this.fingers[name]
    const { tip } = hand
    if (finger.left && finger.left.distanceTo(tip) > LEAVE_METRES) finger.left = null
    const height = floor === null ? null : tip.y - floor
    const isAtFurniture = height === null || (height > FROM_METRES && height < UNTIL_METRES)
    if (finger.left || !isAtFurniture || hand.isPinching || finger.from.distanceTo(tip) > REST_METRES) {
      finger.from.copy(tip)
      finger.seconds = 0
      return false
    }
    finger.seconds += Math.min(seconds, 0.1)
    this.touching[name].progress = Math.min(1, finger.seconds / REST_SECONDS)
    if (finger.seconds < REST_SECONDS) return false
    finger.seconds = 0
    finger.left = tip.clone()
    return true
  }
}

function makeTouching(): Touching {
  return { at: new Vector3(), progress: 0, isShown: false }
}

function makeFinger(): Finger {
  return { from: new Vector3(), seconds: 0, left: null }
}
