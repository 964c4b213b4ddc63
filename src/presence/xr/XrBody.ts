import type { Vector3 } from 'three'
import type { SeatView, TraineeAct } from '../../protocol/index.ts'
import type { BuiltPlace, Point, StageLive } from '../../stage/index.ts'
import { roomAt } from '../../stage/index.ts'
import type { Ray } from '../aim.ts'
import type { Tracked, Visitor } from '../Visitor.ts'
import { closeEyes, makeBlink, stepBlink } from './blink.ts'
import { floorOffset, type Measure, measure, Stray, vignette, wallFade } from './body.ts'
import type { BodyComfort } from './comfort.ts'
import { type BodyGesture, meantBy } from './gesture.ts'
import { makeOrigin, putHead, turnAbout } from './origin.ts'
import { isNewlyPressed } from './pads.ts'
import { isOnPanel, type SpacePointer, type SpacePointers, turnPointers } from './pointers.ts'
import { type BodyFrame, Recogniser } from './recognise.ts'
import { Steering } from './Steering.ts'
import { Surroundings } from './Surroundings.ts'
import { type Side, type SideName, Tracking } from './Tracking.ts'

/** What a body calls for that is no act: the app opens what it names. */
export type XrCall = 'talk' | 'menu'

export type XrListeners = {
  view: SeatView
  comfort: BodyComfort
  /** False while a panel, a menu or a pause has the hands. */
  isOn: boolean
  onMeant: (act: TraineeAct) => void
  onCall?: ((call: XrCall) => void) | undefined
  /** How far a finger tip is from a panel, in metres: near one a hand pokes instead of pointing. */
  fingerMetres?: ((tip: Pick<SpacePointer, 'origin' | 'direction'>) => number) | undefined
}

/** A finger is a finger within this of a panel, and a hand again beyond the other, in metres. */
const FINGER_WITHIN = 0.1
const FINGER_BEYOND = 0.16
/** Nearer than this one's eyes are, of two heights, the same height. */
const SAME_METRES = 0.01
/** So far from the seat one has got up from it, in metres. */
const OFF_SEAT_METRES = 0.75

const SIDES: readonly SideName[] = ['left', 'right']

/** Somebody in a headset, without any drawing: where they stand, what their hands do, what of it becomes an act. */
export class XrBody {
  readonly origin = makeOrigin()
  readonly tracking: Tracking
  readonly steering: Steering
  readonly blink = makeBlink()
  /** The edge of sight: 0 clear to 1 closed in. */
  edge = 0
  /** How much of the picture a wall has taken: 0 to 1. */
  wall = 0
  private readonly visitor: Visitor
  private readonly built: BuiltPlace
  private readonly pointers: SpacePointers
  private readonly listeners: () => XrListeners
  private readonly recogniser = new Recogniser()
  private readonly stray = new Stray()
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
  private measured: Measure | null = null
  private wasHit = false
  /** Where the next blink puts one; yaw null keeps the way one faces. */
  private goal: { x: number; z: number; yaw: number | null } | null = null

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
    this.pointers = pointers
    this.listeners = listeners
    const { head, forward, left, right } = this.tracking
    this.frame = { ms: 0, head, forward, left: left.hand, right: right.hand }
    this.surroundings = new Surroundings(visitor, built, live, head)
    this.steering = new Steering(this.tracking, {
      plan: built.plan,
      ways: visitor.ways,
      isOpen: visitor.isOpen,
      isShut: visitor.isShut,
      mayStand: this.mayStand,
    })
  }

  /** A session begins or one asks to be measured again: eyes and place are found anew with the next frame. */
  begin(): void {
    this.measured = null
    this.goal = null
    this.steering.stop()
  }

  /** To a point of the place, with a blink. */
  jumpTo(at: Point, yaw: number | null): void {
    this.goal = { x: at[0], z: at[1], yaw }
    closeEyes(this.blink)
  }

  /** First half of a frame: where one is, and what one points along. Panels are asked between the two. */
  sense(seconds: number): boolean {
    const { tracking, origin, visitor } = this
    this.wasHit = isOnPanel(this.pointers)
    turnPointers(this.pointers)
    if (!tracking.readHead(origin)) return false
    if (!this.measured) this.arrive()
    if (visitor.hasJumped) {
      visitor.hasJumped = false
      this.jumpTo([visitor.walker.x, visitor.walker.z], visitor.walker.yaw)
    }
    this.keepHeight()
    if (stepBlink(this.blink, seconds)) this.land()
    tracking.readHead(origin)
    tracking.read(origin)
    for (const name of SIDES) this.point(name)
    this.gaze()
    return true
  }

  /** Second half: what one means by it. */
  act(seconds: number): void {
    const { tracking, stray, visitor } = this
    const { comfort, isOn, view } = this.listeners()
    const nowMs = performance.now()
    const { head } = tracking
    const isAway = stray.step(this.built.plan, visitor.isShut, this.mayStand, head.x, head.z)
    this.wall = isAway ? 1 : wallFade(this.built.plan, visitor.isShut, head.x, head.z)
    const isOnPanels = isOnPanel(this.pointers)
    this.aim(comfort, isOnPanels, isAway, isOn)
    if (view.me.isSeated && isOn && this.isOffSeat(view)) visitor.rises()
    this.doGesture(nowMs, view, comfort)
    const isCarried = this.steer(seconds, comfort, isOn, nowMs)
    this.edge = comfort.hasVignette ? vignette(this.edge, isCarried, seconds) : 0
    this.callByButton()
  }

  private arrive(): void {
    const { tracking, visitor, origin } = this
    const { comfort } = this.listeners()
    this.measured = measure(tracking.local.y, comfort.isSeatedPlay)
    const { walker } = visitor
    visitor.hasJumped = false
    putHead(origin, tracking.local, walker.x, walker.z, walker.yaw)
    origin.y = this.offset()
    this.stray.putAt(walker.x, walker.z)
    this.blink.dark = 1
  }

  private offset(): number {
    if (!this.measured) return 0
    return floorOffset(this.measured, this.listeners().view.me.isSeated, this.recogniser.wasLowered)
  }

  /** Sitting and standing by a button moves the floor, in a blink like every other jump. */
  private keepHeight(): void {
    if (this.goal || Math.abs(this.origin.y - this.offset()) < SAME_METRES) return
    this.jumpTo([this.tracking.head.x, this.tracking.head.z], null)
  }

  private land(): void {
    const { goal, origin, tracking } = this
    origin.y = this.offset()
    if (!goal) return
    putHead(origin, tracking.local, goal.x, goal.z, goal.yaw)
    this.stray.putAt(goal.x, goal.z)
    this.goal = null
  }

  private point(name: SideName): void {
    const side = this.tracking.side(name)
    const pointer = this.pointerOf(name)
    const { hand } = side
    pointer.isTracked = hand.isTracked && (side.isPointing || hand.kind === 'hand')
    pointer.isPressed = hand.isTracked && hand.isPinching
    if (!pointer.isTracked) return
    if (hand.kind === 'hand') {
      pointer.origin.copy(hand.tip)
      pointer.direction.copy(side.along)
      const metres = this.listeners().fingerMetres?.(pointer) ?? Number.POSITIVE_INFINITY
      pointer.kind = Math.abs(metres) < (pointer.kind === 'poke' ? FINGER_BEYOND : FINGER_WITHIN) ? 'poke' : 'ray'
    } else pointer.kind = 'ray'
    if (pointer.kind === 'poke') return
    pointer.origin.copy(side.from)
    pointer.direction.copy(side.along)
  }

  /** Eyes choose where hands are bare, or where there are none; a pinch that already points at a panel is not theirs too. */
  private gaze(): void {
    const { left, right, head, forward } = this.tracking
    const pointer = this.pointerOf('gaze')
    pointer.isTracked = !hasController(left) && !hasController(right)
    pointer.origin.copy(head)
    pointer.direction.copy(forward)
    const one = this.pointerOf('left')
    const two = this.pointerOf('right')
    pointer.isPressed =
      (one.isPressed || two.isPressed) && !(this.wasHit && (one.kind === 'poke' || two.kind === 'poke'))
  }

  private aim(comfort: BodyComfort, isOnPanels: boolean, isAway: boolean, isOn: boolean): void {
    const { tracked, tracking, visitor } = this
    const { head, forward, local } = tracking
    const { isThrowing } = this.steering
    const name = this.aimingSide(comfort)
    const pointer = name && this.pointerOf(name)
    tracked.x = head.x
    tracked.z = head.z
    tracked.eye = head.y
    tracked.yaw = local.yaw + this.origin.yaw
    tracked.lookMs = comfort.lookMs
    tracked.isAway = isAway || this.blink.dark > 0
    tracked.pointer =
      pointer && !isOnPanels && !isThrowing ? along(this.pointerRay, pointer.origin, pointer.direction) : null
    tracked.gaze = isOnPanels || isThrowing ? null : along(this.gazeRay, head, forward)
    visitor.inhabit(tracked, isOn)
    if (!pointer || !isOn || isOnPanels || !pointer.isPressed || pointer.wasPressed) return
    const isBare = tracking.side(name).hand.kind === 'hand'
    // A bare hand may choose what is faced; a controller only what it points at.
    if (visitor.hasAim && (visitor.isPointedAt || isBare)) visitor.pick()
    else this.steering.begin(name, true, performance.now())
  }

  /** The side that points now: the preferred hand if it is there, else the other. */
  private aimingSide(comfort: BodyComfort): SideName | null {
    const other = comfort.hand === 'left' ? 'right' : 'left'
    const mine = this.pointerOf(comfort.hand)
    const its = this.pointerOf(other)
    if (isRay(its) && its.isPressed && !mine.isPressed) return other
    return isRay(mine) ? comfort.hand : isRay(its) ? other : null
  }

  /** Turns and moves as sticks and pinches ask. True while something other than one's own legs moves one. */
  private steer(seconds: number, comfort: BodyComfort, isOn: boolean, nowMs: number): boolean {
    const { tracking, origin } = this
    const steered = this.steering.step(seconds, comfort, isOn, tracking.local.yaw + origin.yaw, nowMs)
    if (steered.turned !== 0) turnAbout(origin, tracking.local, steered.turned)
    if (steered.hasJump) this.goTo(steered.x, steered.z)
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
    const { frame, tracking, measured } = this
    frame.ms = nowMs
    const lowered = (measured?.eyeMetres ?? 0) - tracking.local.y
    const around = this.surroundings.look(view, comfort, measured?.isSeatedPlay ?? false, lowered)
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
    if (this.goal || this.blink.dark > 0) return false
    return this.surroundings.metresFromSpot(view.me.spot) > OFF_SEAT_METRES
  }

  private pointerOf(id: SpacePointer['id']): SpacePointer {
    const index = id === 'left' ? 0 : id === 'right' ? 1 : 2
    return this.pointers.all[index] as SpacePointer
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

const hasController = ({ hand }: Side): boolean => hand.isTracked && hand.kind === 'controller'
const isRay = ({ isTracked, kind }: SpacePointer): boolean => isTracked && kind === 'ray'

function along(ray: Ray, from: Vector3, to: Vector3): Ray {
  ray.ox = from.x
  ray.oy = from.y
  ray.oz = from.z
  ray.dx = to.x
  ray.dy = to.y
  ray.dz = to.z
  return ray
}
