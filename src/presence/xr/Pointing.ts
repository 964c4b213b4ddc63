import type { Vector3 } from 'three'
import { type SpacePointer, type SpacePointers, turnPointers } from './pointers.ts'
import type { Side, SideName, Tracking } from './Tracking.ts'

/** A finger is a finger within this of a panel, and a hand again beyond the other, in metres. */
const FINGER_WITHIN = 0.1
const FINGER_BEYOND = 0.16

const SIDES: readonly SideName[] = ['left', 'right']

/** How far a finger tip is from a panel, in metres: near one a hand pokes instead of pointing. */
export type FingerMetres = (tip: Pick<SpacePointer, 'origin' | 'direction'>) => number

/** What hands and eyes point along, made of what the device tracks. */
export class Pointing {
  readonly pointers: SpacePointers
  private readonly tracking: Tracking
  /** Whether each hand was on a panel a frame ago: its pinch is its own then. */
  private readonly wasOn = { left: false, right: false }

  constructor(tracking: Tracking, pointers: SpacePointers) {
    this.tracking = tracking
    this.pointers = pointers
  }

  /** A frame begins: what was pressed is the past. */
  turn(): void {
    for (const name of SIDES) this.wasOn[name] = this.of(name).hit !== null
    turnPointers(this.pointers)
  }

  read(fingerMetres: FingerMetres | undefined): void {
    for (const name of SIDES) this.point(name, fingerMetres)
    this.gaze()
  }

  of(id: SpacePointer['id']): SpacePointer {
    const index = id === 'left' ? 0 : id === 'right' ? 1 : 2
    return this.pointers.all[index] as SpacePointer
  }

  /** The side that points now: the preferred hand if it is there, else the other. */
  aiming(preferred: SideName): SideName | null {
    const other = preferred === 'left' ? 'right' : 'left'
    const mine = this.of(preferred)
    const its = this.of(other)
    if (isRay(its) && its.isPressed && !mine.isPressed) return other
    return isRay(mine) ? preferred : isRay(its) ? other : null
  }

  private point(name: SideName, fingerMetres: FingerMetres | undefined): void {
    const side = this.tracking.side(name)
    const pointer = this.of(name)
    const { hand } = side
    pointer.isTracked = hand.isTracked && (side.isPointing || hand.kind === 'hand')
    pointer.isPressed = hand.isTracked && hand.isPinching
    if (!pointer.isTracked) return
    pointer.kind = hand.kind === 'hand' ? this.kindOf(pointer, hand.tip, side.along, fingerMetres) : 'ray'
    if (pointer.kind === 'poke') return
    pointer.origin.copy(side.from)
    pointer.direction.copy(side.along)
  }

  /** Leaves the finger tip in the pointer, which is where a poke is. */
  private kindOf(
    pointer: SpacePointer,
    tip: Vector3,
    along: Vector3,
    fingerMetres: FingerMetres | undefined,
  ): SpacePointer['kind'] {
    pointer.origin.copy(tip)
    pointer.direction.copy(along)
    const metres = fingerMetres?.(pointer) ?? Number.POSITIVE_INFINITY
    return Math.abs(metres) < (pointer.kind === 'poke' ? FINGER_BEYOND : FINGER_WITHIN) ? 'poke' : 'ray'
  }

  /** Eyes choose where hands are bare, or where there are none; a pinch that already points at a panel is not theirs too. */
  private gaze(): void {
    const { left, right, head, forward } = this.tracking
    const pointer = this.of('gaze')
    pointer.isTracked = !hasController(left) && !hasController(right)
    pointer.origin.copy(head)
    pointer.direction.copy(forward)
    pointer.isPressed = this.pinchesFor('left') || this.pinchesFor('right')
  }

  private pinchesFor(name: SideName): boolean {
    return this.of(name).isPressed && !this.wasOn[name]
  }
}

const hasController = ({ hand }: Side): boolean => hand.isTracked && hand.kind === 'controller'
const isRay = ({ isTracked, kind }: SpacePointer): boolean => isTracked && kind === 'ray'
