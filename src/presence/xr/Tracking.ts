import {
  Matrix4,
  Quaternion,
  Vector3,
  type WebXRManager,
  type XRGripSpace,
  type XRHandSpace,
  type XRTargetRaySpace,
} from 'three'
import { type Hand, JOINTS, type Joints, makeHand, makeJoints, readHand, readHeld } from './hands.ts'
import type { LocalHead, Origin } from './origin.ts'
import { makePad, type Pad, readPad } from './pads.ts'

/** So many input sources are listened to: two hands, and two controllers that lie on the table meanwhile. */
const SLOTS = 4
const UP = new Vector3(0, 1, 0)

type Slot = {
  ray: XRTargetRaySpace
  grip: XRGripSpace
  hand: XRHandSpace
  source: XRInputSource | null
  /** Pressed, as the device says; only a finger on a phone's screen has nothing else that says so. */
  isSelecting: boolean
}
export type SideName = 'left' | 'right'

/** One side of the body: what its hand does, its buttons, and the line it points along. */
export type Side = {
  readonly hand: Hand
  readonly pad: Pad
  readonly from: Vector3
  readonly along: Vector3
  /** It has a ray now; a bare hand has none while it is turned away. */
  isPointing: boolean
}

const makeSide = (): Side => ({
  hand: makeHand(),
  pad: makePad(),
  from: new Vector3(),
  along: new Vector3(0, 0, -1),
  isPointing: false,
})

/**
 * Head, hands and controllers of whoever wears the headset, in the place's own metres. Reads what three keeps of the session each frame;
 * makes nothing. Has to be made before a session begins, so that no device is missed.
 */
export class Tracking {
  /** Where the eyes are and look. */
  readonly head = new Vector3()
  readonly forward = new Vector3(0, 0, -1)
  /** The same on the real floor's plan, and how high above it the eyes are. */
  readonly local: LocalHead & { y: number } = { x: 0, y: 0, z: 0, yaw: 0 }
  readonly left = makeSide()
  readonly right = makeSide()
  private readonly xr: WebXRManager
  private readonly slots: Slot[] = []
  private readonly joints: Joints = makeJoints()
  private readonly room = new Matrix4()
  private readonly turn = new Quaternion()
  private readonly eye = new Vector3()
  private readonly grip = new Vector3()
  private readonly front = new Vector3()

  constructor(xr: WebXRManager) {
    this.xr = xr
    for (let i = 0; i < SLOTS; i++) {
      const slot: Slot = {
        ray: xr.getController(i),
        grip: xr.getControllerGrip(i),
        hand: xr.getHand(i),
        source: null,
        isSelecting: false,
      }
      slot.ray.addEventListener('connected', ({ data }) => {
        slot.source = data
      })
      slot.ray.addEventListener('disconnected', () => {
        slot.source = null
        slot.isSelecting = false
      })
      slot.ray.addEventListener('selectstart', () => {
        slot.isSelecting = true
      })
      slot.ray.addEventListener('selectend', () => {
        slot.isSelecting = false
      })
      this.slots.push(slot)
    }
  }

  /** Reads the head; before `read`, since where one is put depends on it. False before the first picture. */
  readHead(origin: Origin): boolean {
    const eyes = this.xr.getCamera().cameras
    const [one, two] = [eyes[0], eyes[1]]
    if (!one) return false
    this.head.setFromMatrixPosition(one.matrix)
    if (two) this.head.add(this.eye.setFromMatrixPosition(two.matrix)).multiplyScalar(0.5)
    const { elements } = one.matrix
    this.forward.set(-elements[8], -elements[9], -elements[10])
    const { local } = this
    local.x = this.head.x
    local.y = this.head.y
    local.z = this.head.z
    // Looking straight up or down, the top of the head says which way one faces.
    const isSteep = Math.hypot(this.forward.x, this.forward.z) < 0.2
    const sign = this.forward.y > 0 ? -1 : 1
    local.yaw = isSteep
      ? Math.atan2(-elements[4] * sign, -elements[6] * sign)
      : Math.atan2(-this.forward.x, -this.forward.z)
    this.moveInto(origin)
    this.head.applyMatrix4(this.room)
    this.forward.transformDirection(this.room)
    return true
  }

  /** Reads both sides. A side that is not there is untracked and presses nothing. */
  read(origin: Origin): void {
    this.moveInto(origin)
    this.readSide(this.left, 'left')
    this.readSide(this.right, 'right')
  }

  /** The hand one uses most; one controller of no side counts as that one. */
  side(name: SideName): Side {
    return name === 'left' ? this.left : this.right
  }

  private moveInto(origin: Origin): void {
    this.turn.setFromAxisAngle(UP, origin.yaw)
    this.room.makeRotationFromQuaternion(this.turn).setPosition(origin.x, origin.y, origin.z)
  }

  private readSide(side: Side, name: SideName): void {
    const slot = this.slotOf(name)
    side.hand.isTracked = false
    side.isPointing = false
    if (!slot?.source) {
      readPad(side.pad, null)
      side.hand.isPinching = false
      return
    }
    side.isPointing = slot.ray.visible
    if (slot.ray.visible) {
      side.from.setFromMatrixPosition(slot.ray.matrix).applyMatrix4(this.room)
      const { elements } = slot.ray.matrix
      side.along.set(-elements[8], -elements[9], -elements[10]).transformDirection(this.room)
    }
    if (slot.source.targetRayMode === 'screen') {
      readPad(side.pad, null)
      readFinger(side, slot)
      return
    }
    if (slot.source.hand) {
      readPad(side.pad, null)
      if (this.readJoints(slot.hand)) readHand(side.hand, this.joints, name)
      return
    }
    readPad(side.pad, slot.source.gamepad ?? null)
    if (!slot.grip.visible) return
    this.grip.setFromMatrixPosition(slot.grip.matrix).applyMatrix4(this.room)
    const { elements } = slot.grip.matrix
    this.front.set(-elements[8], -elements[9], -elements[10]).transformDirection(this.room)
    readHeld(side.hand, this.grip, this.front, side.pad.squeeze.isPressed, side.pad.trigger.isPressed)
  }

  /** All joints that gestures need; false when the device has lost one. */
  private readJoints(hand: XRHandSpace): boolean {
    for (const name of JOINTS) {
      const joint = hand.joints[name]
      if (!joint?.visible) return false
      this.joints[name].setFromMatrixPosition(joint.matrix).applyMatrix4(this.room)
    }
    return true
  }

  private slotOf(name: SideName): Slot | null {
    let any: Slot | null = null
    for (const slot of this.slots) {
      if (!slot.source) continue
      if (slot.source.handedness === name) return slot
      if (slot.source.handedness === 'none' && name === 'right') any = slot
    }
    return any
  }
}

/** A finger on a phone's screen: it points from the camera through where it lies, and makes no gesture. */
function readFinger({ hand, from, isPointing }: Side, { isSelecting }: Slot): void {
  hand.kind = 'controller'
  hand.isTracked = isPointing
  hand.isPinching = isSelecting
  hand.isClosed = false
  hand.isHolding = false
  hand.isPalmUp = false
  hand.at.copy(from)
  hand.knuckles.copy(from)
  hand.tip.copy(from)
}
