import { Vector3 } from 'three'
import type { Box } from '../../stage/index.ts'
import type { BodyGesture, RowGesture } from './gesture.ts'
import type { Hand } from './hands.ts'

/** A body in one frame, in the place's own metres; the same object each frame. */
export type BodyFrame = {
  ms: number
  head: Vector3
  /** Where the face points, of length 1. */
  forward: Vector3
  left: Hand
  right: Hand
}

/** What is around the body that a gesture may be about. */
export type Around = {
  /** The nearest shut door, null when none is near. */
  door: Box | null
  /** The head of whoever is nearest, null when nobody is in sight. */
  person: Vector3 | null
  /** Over the floor to the nearest free seat, in metres. */
  seatMetres: number
  isSeated: boolean
  isSeatedPlay: boolean
  isOneHanded: boolean
  /** How much lower the eyes are than upright, for real, in metres. */
  loweredMetres: number
}

/** A tap is knuckles within this of a door, and a new one only after they were this far off, in metres. */
const TAP_WITHIN = 0.045
const TAP_AGAIN = 0.08
/** Three taps within this long are a knock: unhurried knocking takes half a second a tap. */
const TAPS = 3
const KNOCK_MS = 1500
/** Both hands this far above the eyes, for this long, stop everything. Reaching for a shelf takes one hand. */
const UP_METRES = 0.08
const UP_MS = 600
/** Tea is taken with hands this near to each other, this far out, within this of whoever hands it, for this long. */
const TOGETHER_METRES = 0.38
const OUT_METRES = 0.22
const GIVER_METRES = 1.6
const TAKE_MS = 600
/** A badge is held further out, no lower than this below the eyes, towards somebody or a shut door. */
const SHOW_METRES = 0.35
const SHOW_BELOW = 0.55
const SHOW_MS = 800
/** Nearer to a door than this a hand is on it, and holds nothing out to anybody. */
const ON_DOOR_METRES = 0.2
/** The phone is carried at the hip: so far to the side and below the eyes, found within this, in metres; sitting it lies in the lap's corner. */
const HIP_ASIDE = 0.2
const HIP_BELOW = 0.68
const HIP_BELOW_SEATED = 0.52
const HIP_WITHIN = 0.13
const PHONE_MS = 500
/** A palm is turned up so long before it asks for the menu: hands turn up in talking, too. */
const MENU_MS = 900
/** Sitting down lowers the eyes at least so much, near a seat, and stays so. */
const SIT_METRES = 0.25
const SEAT_WITHIN = 0.9
const SIT_MS = 500
/** Rising again takes less than sitting down, so that nobody is held in a chair. */
const RISE_METRES = 0.15
/** Stepping back is this far away from the door, out of an arm's reach, within this long. */
const BACK_METRES = 0.35
const BACK_NEAR = 1.1
const BACK_MS = 2000

/** Something held: done once when it has been so for long enough, and again only after it was let go. */
type Held = { sinceMs: number; isDone: boolean }
const makeHeld = (): Held => ({ sinceMs: Number.NaN, isDone: false })

function isHeld(held: Held, isSo: boolean, ms: number, forMs: number): boolean {
  if (!isSo) {
    held.sinceMs = Number.NaN
    held.isDone = false
    return false
  }
  if (Number.isNaN(held.sinceMs)) held.sinceMs = ms
  if (held.isDone || ms - held.sinceMs < forMs) return false
  held.isDone = true
  return true
}

type Taps = { isNear: boolean }

const flat = new Vector3()
const hip = new Vector3()

/** Sees in the movement of head and hands what a body does. Asks nothing of any device; allocates only when something was done. */
export class Recogniser {
  private readonly taps: Record<'left' | 'right', Taps> = { left: { isNear: false }, right: { isNear: false } }
  /** When the last taps were; a ring, so that no frame allocates. */
  private readonly tapMs = new Float64Array(TAPS).fill(Number.NEGATIVE_INFINITY)
  private tapAt = 0
  private readonly up = makeHeld()
  private readonly take = makeHeld()
  private readonly show = makeHeld()
  private readonly phone = makeHeld()
  private readonly low = makeHeld()
  private readonly page = makeHeld()
  private readonly tall = makeHeld()
  private nearestMs = Number.NEGATIVE_INFINITY
  private nearestMetres = Number.POSITIVE_INFINITY

  /** One frame; what was done, or null. One thing at a time: the gravest first. */
  step(body: BodyFrame, around: Around): BodyGesture | null {
    if (this.hasRaisedHands(body)) return { kind: 'pauses' }
    if (this.hasKnocked(body, around)) return does('knock')
    if (this.hasTaken(body, around)) return does('take')
    if (this.hasShown(body, around)) return does('show')
    if (this.hasReachedForPhone(body, around)) return does('hand-on-phone')
    if (this.hasSteppedBack(body, around)) return does('step-back')
    return this.hasSatOrRisen(body, around)
  }

  /** A bare hand held before one like a page to be read asks for the menu; controllers have a button for it. */
  callsMenu(body: BodyFrame, isOneHanded: boolean): boolean {
    const within = isOneHanded ? OUT_METRES : SHOW_METRES
    return isHeld(this.page, reads(body, body.left, within) !== reads(body, body.right, within), body.ms, MENU_MS)
  }

  private hasRaisedHands({ head, left, right, ms }: BodyFrame): boolean {
    const over = head.y + UP_METRES
    const isUp = left.isTracked && right.isTracked && left.at.y > over && right.at.y > over
    return isHeld(this.up, isUp, ms, UP_MS)
  }

  private hasKnocked(body: BodyFrame, { door }: Around): boolean {
    const hasTapped = this.tap('left', body.left, door) || this.tap('right', body.right, door)
    if (!hasTapped) return false
    this.tapMs[this.tapAt] = body.ms
    this.tapAt = (this.tapAt + 1) % TAPS
    // After the last tap the ring's next place holds the first of the three.
    if (body.ms - (this.tapMs[this.tapAt] as number) > KNOCK_MS) return false
    this.tapMs.fill(Number.NEGATIVE_INFINITY)
    return true
  }

  private tap(side: 'left' | 'right', hand: Hand, door: Box | null): boolean {
    const taps = this.taps[side]
    const metres = door && hand.isTracked ? distanceToBox(door, hand.knuckles) : Number.POSITIVE_INFINITY
    if (taps.isNear) {
      if (metres > TAP_AGAIN) taps.isNear = false
      return false
    }
    // A flat hand laid on a door is not a knock.
    if (metres > TAP_WITHIN || !hand.isClosed) return false
    taps.isNear = true
    return true
  }

  private hasTaken(body: BodyFrame, { person, isOneHanded }: Around): boolean {
    const { left, right, head, ms } = body
    const hands = isOneHanded
      ? isOut(body, left) || isOut(body, right)
      : isOut(body, left) && isOut(body, right) && left.at.distanceTo(right.at) < TOGETHER_METRES
    const isOffered = person !== null && Math.hypot(person.x - head.x, person.z - head.z) < GIVER_METRES
    return isHeld(this.take, hands && isOffered, ms, TAKE_MS)
  }

  private hasShown(body: BodyFrame, { person, door }: Around): boolean {
    const isLeft = shows(body, body.left, door)
    const isRight = shows(body, body.right, door)
    return isHeld(this.show, isLeft !== isRight && (person !== null || door !== null), body.ms, SHOW_MS)
  }

  private hasReachedForPhone(body: BodyFrame, { isSeated, isSeatedPlay }: Around): boolean {
    const below = isSeated || isSeatedPlay ? HIP_BELOW_SEATED : HIP_BELOW
    const isThere = isAtHip(body, body.left, -1, below) || isAtHip(body, body.right, 1, below)
    return isHeld(this.phone, isThere, body.ms, PHONE_MS)
  }

  private hasSteppedBack({ head, ms }: BodyFrame, { door, isSeated }: Around): boolean {
    if (!door || isSeated) {
      this.nearestMetres = Number.POSITIVE_INFINITY
      return false
    }
    flat.set(head.x, door.min[1], head.z)
    const metres = distanceToBox(door, flat)
    if (metres < this.nearestMetres || ms - this.nearestMs > BACK_MS) {
      this.nearestMetres = metres
      this.nearestMs = ms
      return false
    }
    if (this.nearestMetres > BACK_NEAR || metres - this.nearestMetres < BACK_METRES) return false
    this.nearestMetres = Number.POSITIVE_INFINITY
    return true
  }

  private hasSatOrRisen({ ms }: BodyFrame, around: Around): BodyGesture | null {
    const lower = around.loweredMetres
    const canSit = !around.isSeatedPlay && !around.isSeated && around.seatMetres < SEAT_WITHIN
    if (isHeld(this.low, canSit && lower > SIT_METRES, ms, SIT_MS)) return { kind: 'sits' }
    const wasLow = !around.isSeatedPlay && around.isSeated && this.wasLowered
    if (around.isSeated && lower > SIT_METRES) this.wasLowered = true
    if (!around.isSeated) this.wasLowered = false
    if (isHeld(this.tall, wasLow && lower < RISE_METRES, ms, SIT_MS)) return { kind: 'moves-off' }
    return null
  }

  /** Whether one sat by sitting down: only then does rising for real stand one up. */
  wasLowered = false
}

const does = (what: RowGesture): BodyGesture => ({ kind: 'does', what })

const isOut = (body: BodyFrame, hand: Hand): boolean =>
  hand.isTracked && hand.isHolding && hand.isPalmUp && outOf(body, hand) > OUT_METRES

const shows = (body: BodyFrame, hand: Hand, door: Box | null): boolean =>
  hand.isTracked &&
  hand.isHolding &&
  (hand.kind === 'controller' || !hand.isPalmUp) &&
  (door === null || distanceToBox(door, hand.tip) > ON_DOOR_METRES) &&
  outOf(body, hand) > SHOW_METRES &&
  body.head.y - hand.at.y < SHOW_BELOW

const reads = (body: BodyFrame, hand: Hand, within: number): boolean =>
  hand.isTracked && hand.kind === 'hand' && hand.isHolding && hand.isPalmUp && outOf(body, hand) < within

/** How far a hand is held out before the face, over the floor, in metres. */
function outOf({ head, forward }: BodyFrame, hand: Hand): number {
  const long = Math.hypot(forward.x, forward.z) || 1
  return ((hand.at.x - head.x) * forward.x + (hand.at.z - head.z) * forward.z) / long
}

function isAtHip({ head, forward }: BodyFrame, hand: Hand, side: 1 | -1, below: number): boolean {
  if (!hand.isTracked) return false
  const long = Math.hypot(forward.x, forward.z) || 1
  hip.set(
    head.x + ((-forward.z * side) / long) * HIP_ASIDE,
    head.y - below,
    head.z + ((forward.x * side) / long) * HIP_ASIDE,
  )
  return hand.at.distanceTo(hip) < HIP_WITHIN
}

/** From a point to a box, in metres; 0 inside. */
export function distanceToBox({ min, max }: Box, at: Vector3): number {
  return Math.hypot(
    Math.max(min[0] - at.x, 0, at.x - max[0]),
    Math.max(min[1] - at.y, 0, at.y - max[1]),
    Math.max(min[2] - at.z, 0, at.z - max[2]),
  )
}
