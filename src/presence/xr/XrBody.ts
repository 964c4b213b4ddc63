import type { Vector3 } from 'three'
import type { SeatView, TraineeAct } from '../../protocol/index.ts'
import type { BuiltPlace, Point, StageLive } from '../../stage/index.ts'
import { roomAt } from '../../stage/index.ts'
import type { Ray } from '../aim.ts'
import type { Tracked } from '../tracked.ts'
import type { Visitor } from '../Visitor.ts'
import type { Blink } from './blink.ts'
import { vignette } from './body.ts'
import type { BodyComfort } from './comfort.ts'
import { type BodyGesture, meantBy } from './gesture.ts'
import type { RealGround } from './ground.ts'
import { type Origin, turnAbout } from './origin.ts'
import { type FingerMetres, Pointing } from './Pointing.ts'
import { isNewlyPressed } from './pads.ts'
import { isOnPanel, type SpacePointer, type SpacePointers } from './pointers.ts'
import { type BodyFrame, Recogniser } from './recognise.ts'
import { Stance } from './Stance.ts'
import { Steering } from './Steering.ts'
import { Surroundings } from './Surroundings.ts'
import { Tracking } from './Tracking.ts'

/** What a body calls for that is no act: the app opens what it names. */
export type XrCall = 'talk' | 'menu'

export type XrListeners = {
  view: SeatView
  comfort: BodyComfort
  /** False while a panel, a menu or a pause has the hands. */
  isOn: boolean
  onMeant: (act: TraineeAct) => void
  onCall?: ((call: XrCall) => void) | undefined
  fingerMetres?: FingerMetres | undefined
  /** The real floor, where it is seen. */
  ground?: RealGround | null
}

/** So far from the seat one has got up from it, in metres. */
const OFF_SEAT_METRES = 0.75

/** A hand that points more steeply down than this, as the sine of the angle (60°), hangs at one's side and means nothing, unless it presses. */
const HANGING = -0.87

/** Somebody in a headset, without any drawing: where they stand, what their hands do, what of it becomes an act. */
export class XrBody {
  readonly tracking: Tracking
  readonly steering: Steering
  /** Where the real floor lies in the place. */
  readonly origin: Origin
  readonly blink: Blink
  /** The edge of sight: 0 clear to 1 closed in. */
  edge = 0
  /** A wall lies between the head and where it rightly stood. */
  isAway = false
  private readonly stance: Stance
  private readonly pointing: Pointing
  private readonly visitor: Visitor
  private readonly built: BuiltPlace
  private readonly listeners: () => XrListeners
  private readonly recogniser = new Recogniser()
  private readonly surroundings: Surroundings
  private readonly frame: BodyFrame
  private readonly pointerRay: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: -1 }
  private readonly gazeRay: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: -1 }
  private readonly tracked: Tracked = {
    x: 0,
    z: 0,
    yaw: 0,
    eye: 0,
    pointer: null,
    gaze: null,
    isAway: false,
    lookMs: 1200,
  }

  constructor(
    xr: ConstructorParameters<typeof Tracking>[0],
    visitor: Visitor,
    built: BuiltPlace,
    live: StageLive,
    pointers: SpacePointers,
    listeners: () => XrListeners,
  ) {
    this.tracking = new Tracking(xr)
    this.visitor = visitor
    this.built = built
    this.listeners = listeners
    this.pointing = new Pointing(this.tracking, pointers)
    const { head, forward, left, right } = this.tracking
    this.frame = { ms: 0, head, forward, left: left.hand, right: right.hand }
    this.surroundings = new Surroundings(visitor, built, live, head)
    const footing = { plan: built.plan, isShut: visitor.isShut, mayStand: this.mayStand }
    this.stance = new Stance(this.tracking, footing)
    this.origin = this.stance.origin
    this.blink = this.stance.blink
    this.steering = new Steering(this.tracking, { ...footing, ways: visitor.ways, isOpen: visitor.isOpen })
  }

  /** How much of the picture a wall has taken: 0 to 1. */
  get wall(): number {
    return this.stance.wall
  }

  /** A session begins: eyes and place are found anew with the next frame. */
  begin(hasFloor = true): void {
    this.stance.begin(hasFloor)
    this.steering.stop()
  }

  /** Another wearer, or a chair instead of two feet: eyes are measured where one stands now. */
  measureAgain(): void {
    this.stance.measureAgain()
  }

  /** To a point of the place, with a blink. */
  jumpTo(at: Point, yaw: number | null): void {
    const { ground } = this.listeners()
    if (ground) ground.moveTo(at, yaw, this.tracking.local)
    else this.stance.jumpTo(at, yaw)
  }

  /** First half of a frame: where one is, and what one points along. Panels are asked between the two. */
  sense(seconds: number): boolean {
    const { tracking, origin, visitor, stance, recogniser } = this
    this.pointing.turn()
    if (!tracking.readHead(origin)) return false
    const { view, comfort, fingerMetres, ground } = this.listeners()
    if (!stance.isMeasured) {
      const { walker } = visitor
      visitor.hasJumped = ground !== null && ground !== undefined
      stance.arrive(walker.x, walker.z, walker.yaw, comfort.isSeatedPlay, view.me.isSeated, recogniser.wasLowered)
    }
    if (visitor.hasJumped) {
      visitor.hasJumped = false
      this.jumpTo([visitor.walker.x, visitor.walker.z], visitor.walker.yaw)
    }
    if (!ground) stance.step(seconds, view.me.isSeated, recogniser.wasLowered)
    else if (ground.lie(origin, tracking, view)) stance.standsAnew()
    tracking.readHead(origin)
    tracking.read(origin)
    this.pointing.read(fingerMetres)
    return true
  }

  /** Second half: what one means by it. */
  act(seconds: number): void {
    const { comfort, isOn, view, ground } = this.listeners()
    const nowMs = performance.now()
    this.isAway = this.stance.isAway()
    const isOnPanels = isOnPanel(this.pointing.pointers)
    this.aim(comfort, isOnPanels, isOn)
    if (view.me.isSeated && isOn && !ground && this.isOffSeat(view)) this.visitor.rises()
    this.doGesture(nowMs, view, comfort)
    const isCarried = this.steer(seconds, comfort, isOn, nowMs)
    this.edge = comfort.hasVignette ? vignette(this.edge, isCarried, seconds) : 0
    this.callByButton()
  }

  private aim(comfort: BodyComfort, isOnPanels: boolean, isOn: boolean): void {
    const { tracked, tracking, visitor, pointing } = this
    const { head, forward, local } = tracking
    const { isThrowing } = this.steering
    const name = pointing.aiming(comfort.hand)
    const pointer = name && pointing.of(name)
    tracked.x = head.x
    tracked.z = head.z
    tracked.eye = head.y
    tracked.yaw = local.yaw + this.origin.yaw
    tracked.lookMs = comfort.lookMs
    tracked.isAway = this.isAway || this.blink.dark > 0
    tracked.pointer =
      pointer && !isHanging(pointer) && !isOnPanels && !isThrowing
        ? along(this.pointerRay, pointer.origin, pointer.direction)
        : null
    tracked.gaze = isOnPanels || isThrowing ? null : along(this.gazeRay, head, forward)
    visitor.inhabit(tracked, isOn)
    if (!pointer || !isOn || isOnPanels || !pointer.isPressed || pointer.wasPressed) return
    const isBare = tracking.side(name).hand.kind === 'hand'
    // A bare hand may choose what is faced; a controller only what it points at.
    if (visitor.hasAim && (visitor.isPointedAt || isBare)) visitor.pick()
    else this.steering.begin(name, true, performance.now())
  }

  /** Turns and moves as sticks and pinches ask. True while something other than one's own legs moves one. */
  private steer(seconds: number, comfort: BodyComfort, isOn: boolean, nowMs: number): boolean {
    const { tracking, origin } = this
    const steered = this.steering.step(seconds, comfort, isOn, tracking.local.yaw + origin.yaw, nowMs)
    if (steered.hasJump) this.goTo(steered.x, steered.z)
    // What one sees is the real room: it neither turns nor slides.
    if (this.listeners().ground) return false
    if (steered.turned !== 0) turnAbout(origin, tracking.local, steered.turned)
    const isWalking = steered.dx !== 0 || steered.dz !== 0
    if (isWalking) {
      this.visitor.rises()
      origin.x += steered.dx
      origin.z += steered.dz
    }
    return isWalking || (steered.turned !== 0 && comfort.turn === 'smooth')
  }

  private goTo(x: number, z: number): void {
    this.visitor.rises()
    this.jumpTo([x, z], null)
  }

  private doGesture(nowMs: number, view: SeatView, comfort: BodyComfort): void {
    const { frame, stance } = this
    frame.ms = nowMs
    const around = this.surroundings.look(view, comfort, stance.isSeatedPlay, stance.loweredMetres)
    const gesture = this.recogniser.step(frame, around)
    if (gesture) this.mean(gesture, view)
    else if (this.recogniser.callsMenu(frame, comfort.isOneHanded)) this.listeners().onCall?.('menu')
  }

  /** What a gesture means goes out; while hands are busy with a panel only a pause does. */
  private mean(gesture: BodyGesture, view: SeatView): void {
    const { isOn, onMeant } = this.listeners()
    if (!isOn && gesture.kind !== 'pauses') return
    if (gesture.kind === 'moves-off') {
      this.visitor.rises()
      return
    }
    const reach = { metres: 0, here: view.me, isInside: true, isInvited: view.me.isInvited }
    const act = meantBy(gesture, reach, view.offers)
    if (act) onMeant(act)
  }

  private callByButton(): void {
    const { left, right } = this.tracking
    const { onCall, onMeant } = this.listeners()
    if (isNewlyPressed(left.pad.lower) || isNewlyPressed(right.pad.lower)) onCall?.('talk')
    if (isNewlyPressed(left.pad.upper) || isNewlyPressed(right.pad.upper)) onCall?.('menu')
    if (isNewlyPressed(left.pad.stick) || isNewlyPressed(right.pad.stick)) onMeant({ type: 'pause' })
  }

  /** Walked away from the seat one is said to sit on; while a jump is under way nothing is known of it. */
  private isOffSeat(view: SeatView): boolean {
    if (this.stance.isJumping) return false
    return this.surroundings.metresFromSpot(view.me.spot) > OFF_SEAT_METRES
  }

  /** One stands on landings and stairs at will, and in the home once one was asked in (decisions A.7). */
  private readonly mayStand = (x: number, z: number): boolean => {
    const id = roomAt(this.built.plan, x, z)
    if (id === null) return false
    if (this.listeners().view.me.isInvited) return true
    for (const room of this.built.plan.rooms) if (room.id === id) return room.outside ?? false
    return false
  }
}

const isHanging = ({ direction, isPressed }: SpacePointer): boolean => direction.y < HANGING && !isPressed

function along(ray: Ray, from: Vector3, to: Vector3): Ray {
  ray.ox = from.x
  ray.oy = from.y
  ray.oz = from.z
  ray.dx = to.x
  ray.dy = to.y
  ray.dz = to.z
  return ray
}
