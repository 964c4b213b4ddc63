import { Vector3 } from 'three'

/** The joints that gestures need, by their WebXR names; metres. */
export const JOINTS = [
  'wrist',
  'thumb-tip',
  'index-finger-phalanx-proximal',
  'index-finger-tip',
  'middle-finger-phalanx-proximal',
  'middle-finger-tip',
  'ring-finger-phalanx-proximal',
  'ring-finger-tip',
  'pinky-finger-phalanx-proximal',
] as const
export type JointName = (typeof JOINTS)[number]
export type Joints = Record<JointName, Vector3>

/** Thumb and forefinger touch below the first, and part above the second, in metres: a tracked pinch trembles by about a centimetre. */
const PINCH_BELOW = 0.015
const PART_ABOVE = 0.03
/** A finger is curled when its tip is hardly further from the wrist than its knuckle, straight when well beyond it; no unit, so that it suits every size of hand. */
const CURLED_BELOW = 1.2
const STRAIGHT_ABOVE = 1.4
/** A palm is up when its normal leans less than this from straight up: cos 45°. */
const UP_FROM = 0.7
const UP_UNTIL = 0.5

/** What a hand does, whether it is bare or holds a controller; in the room's own measure, mutated in place. */
export type Hand = {
  kind: 'hand' | 'controller'
  isTracked: boolean
  /** The middle of the palm, or a controller's grip. */
  at: Vector3
  /** Where one knocks with: the knuckles of first and middle finger, or a controller's front. */
  knuckles: Vector3
  /** The tip of the forefinger, for poking; a controller has none and gives its front. */
  tip: Vector3
  isPinching: boolean
  /** A fist, or the grip pressed. */
  isClosed: boolean
  /** The hand lies open: the badge is held so, and tea is taken so. A controller's is its grip pressed. */
  isHolding: boolean
  isPalmUp: boolean
}

export const makeHand = (): Hand => ({
  kind: 'controller',
  isTracked: false,
  at: new Vector3(),
  knuckles: new Vector3(),
  tip: new Vector3(),
  isPinching: false,
  isClosed: false,
  isHolding: false,
  isPalmUp: false,
})

export const makeJoints = (): Joints =>
  Object.fromEntries(JOINTS.map((name) => [name, new Vector3()])) as Record<JointName, Vector3>

const toFirst = new Vector3()
const toLast = new Vector3()

/** Reads the joints of a bare hand. Pure but for `hand`, which also remembers whether it pinched before: thresholds differ by it. */
export function readHand(hand: Hand, joints: Joints, side: 'left' | 'right'): void {
  const wrist = joints.wrist
  const first = joints['index-finger-phalanx-proximal']
  const middle = joints['middle-finger-phalanx-proximal']
  hand.kind = 'hand'
  hand.isTracked = true
  hand.at.addVectors(wrist, middle).multiplyScalar(0.5)
  hand.knuckles.addVectors(first, middle).multiplyScalar(0.5)
  hand.tip.copy(joints['index-finger-tip'])
  const gap = joints['thumb-tip'].distanceTo(hand.tip)
  hand.isPinching = gap < (hand.isPinching ? PART_ABOVE : PINCH_BELOW)
  // The forefinger may stay out: one knocks with it bent or straight.
  const stretch = (stretchOf(joints, 'middle') + stretchOf(joints, 'ring')) / 2
  hand.isClosed = stretch < (hand.isClosed ? STRAIGHT_ABOVE : CURLED_BELOW)
  hand.isHolding = !hand.isClosed && !hand.isPinching
  toFirst.subVectors(first, wrist)
  toLast.subVectors(joints['pinky-finger-phalanx-proximal'], wrist)
  // Of a right hand whose palm is up, the forefinger lies to the right of the little one.
  toFirst.cross(toLast).normalize()
  const up = side === 'right' ? toFirst.y : -toFirst.y
  hand.isPalmUp = up > (hand.isPalmUp ? UP_UNTIL : UP_FROM)
}

function stretchOf(joints: Joints, finger: 'middle' | 'ring'): number {
  const { wrist } = joints
  return (
    joints[`${finger}-finger-tip`].distanceTo(wrist) / joints[`${finger}-finger-phalanx-proximal`].distanceTo(wrist)
  )
}

/** The front of a controller lies so far before its grip, in metres. */
const FRONT_METRES = 0.07

/** Reads a controller as a hand: its grip, where it points, and whether it is pressed. */
export function readHeld(hand: Hand, grip: Vector3, forward: Vector3, isGripping: boolean, isPressing: boolean): void {
  hand.kind = 'controller'
  hand.isTracked = true
  hand.at.copy(grip)
  hand.knuckles.copy(forward).multiplyScalar(FRONT_METRES).add(grip)
  hand.tip.copy(hand.knuckles)
  hand.isPinching = isPressing
  hand.isClosed = true
  hand.isHolding = isGripping
  hand.isPalmUp = isGripping
}
