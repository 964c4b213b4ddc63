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
import { type Around, type BodyFrame, Recogniser } from './recognise.ts'
import { type Side, type SideName, Tracking } from './Tracking.ts'
import { type Arc, type Ground, makeArc, throwArc } from './teleport.ts'
import { makeTurner, turnBy } from './turn.ts'

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

/** A stick counts as thrown ahead beyond the first and let go below the second, of its whole way. */
const THROW_FROM = 0.7
const THROW_UNTIL = 0.35
/** A pinch that aims at the floor sends one only when it was held so long: a short one is a slip. */
const PINCH_HELD_MS = 250
/** A finger is a finger within this of a panel, and a hand again beyond the other, in metres. */
const FINGER_WITHIN = 0.1
const FINGER_BEYOND = 0.16
/** Doors within this can be knocked at, in metres. */
const DOOR_METRES = 1.6
/** Nearer than this one's eyes are, of two heights, the same height. */
const SAME_METRES = 0.01
/** So far from the seat one has got up from it, in metres. */
const OFF_SEAT_METRES = 0.75
/** A flick of the stick backwards steps back so far, in metres. */
const BACK_METRES = 0.5
const FAR_AWAY = 1e6

const SIDES: readonly SideName[] = ['left', 'right']

/** Somebody in a headset, without any drawing: where they stand, what their hands do, what of it becomes an act. */
export class XrBody {
  readonly origin = makeOrigin()
  readonly tracking: Tracking
  readonly arc: Arc = makeArc()
  readonly blink = makeBlink()
  /** True while an arc is shown. */
  isThrowing = false
  /** The edge of sight: 0 clear to 1 closed in. */
  edge = 0
  /** How much of the picture a wall has taken: 0 to 1. */
  wall = 0
  private readonly visitor: Visitor
  private readonly built: BuiltPlace
  private readonly live: StageLive
  private readonly pointers: SpacePointers
  private readonly listeners: () => XrListeners
  private readonly recogniser = new Recogniser()
  private readonly stray = new Stray()
  private readonly turner = makeTurner()
  private readonly ground: Ground
  private readonly frame: BodyFrame
  private readonly around: Around = {
    door: null,
    person: null,
    seatMetres: Number.POSITIVE_INFINITY,
    isSeated: false,
    isSeatedPlay: false,
    isOneHanded: false,
    loweredMetres: 0,
  }
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
  private throwingSide: SideName | null = null
  private isThrownByPinch = false
  private pinchedMs = 0
  private isPushedBack = false
  private wasHit = false
  private personMetres = FAR_AWAY
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
    this.live = live
    this.pointers = pointers
    this.listeners = listeners
    const { head, forward, left, right } = this.tracking
    this.frame = { ms: 0, head, forward, left: left.hand, right: right.hand }
    this.ground = {
      plan: built.plan,
      ways: visitor.ways,
      isOpen: visitor.isOpen,
      isShut: visitor.isShut,
      mayStand: this.mayStand,
    }
  }

  /** A session begins or one asks to be measured again: eyes and place are found anew with the next frame. */
  begin(): void {
    this.measured = null
    this.goal = null
    this.throwingSide = null
    this.isThrowing = false
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
    if (view.me.isSeated && isOn && this.metresFromSeat(view) > OFF_SEAT_METRES) visitor.rises()
    this.doGesture(nowMs, view, comfort)
    const isCarried = this.turnAndWalk(seconds, comfort, isOn && !isOnPanels, nowMs)
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
    const hasController = (side: Side) => side.hand.isTracked && side.hand.kind === 'controller'
    pointer.isTracked = !hasController(left) && !hasController(right)
    pointer.origin.copy(head)
    pointer.direction.copy(forward)
    const [one, two] = [this.pointerOf('left'), this.pointerOf('right')]
    pointer.isPressed =
      (one.isPressed || two.isPressed) && !(this.wasHit && (one.kind === 'poke' || two.kind === 'poke'))
  }

  private aim(comfort: BodyComfort, isOnPanels: boolean, isAway: boolean, isOn: boolean): void {
    const { tracked, tracking, visitor } = this
    const { head, forward, local } = tracking
    const name = this.aimingSide(comfort)
    const pointer = name && this.pointerOf(name)
    tracked.x = head.x
    tracked.z = head.z
    tracked.eye = head.y
    tracked.yaw = local.yaw + this.origin.yaw
    tracked.lookMs = comfort.lookMs
    tracked.isAway = isAway || this.blink.dark > 0
    tracked.pointer =
      pointer && !isOnPanels && !this.isThrowing ? along(this.pointerRay, pointer.origin, pointer.direction) : null
    tracked.gaze = isOnPanels || this.isThrowing ? null : along(this.gazeRay, head, forward)
    visitor.inhabit(tracked, isOn)
    if (!pointer || !isOn || isOnPanels || !pointer.isPressed || pointer.wasPressed) return
    const isBare = tracking.side(name).hand.kind === 'hand'
    // A bare hand may choose what is faced; a controller only what it points at.
    if (visitor.hasAim && (visitor.isPointedAt || isBare)) visitor.pick()
    else this.beginThrow(name, true)
  }

  /** The side that points now: the preferred hand if it is there, else the other. */
  private aimingSide(comfort: BodyComfort): SideName | null {
    const other = comfort.hand === 'left' ? 'right' : 'left'
    const isFree = (name: SideName) => this.pointerOf(name).isTracked && this.pointerOf(name).kind === 'ray'
    if (isFree(other) && this.pointerOf(other).isPressed && !this.pointerOf(comfort.hand).isPressed) return other
    return isFree(comfort.hand) ? comfort.hand : isFree(other) ? other : null
  }

  private beginThrow(name: SideName, isByPinch: boolean): void {
    this.throwingSide = name
    this.isThrownByPinch = isByPinch
    this.isThrowing = true
    this.pinchedMs = performance.now()
  }

  /** Sticks and held pinches: turning, teleporting, walking. True while something other than one's own legs moves one. */
  private turnAndWalk(seconds: number, comfort: BodyComfort, isOn: boolean, nowMs: number): boolean {
    const { tracking, origin } = this
    const { left, right } = tracking
    const x = Math.abs(left.pad.x) > Math.abs(right.pad.x) ? left.pad.x : right.pad.x
    const isAhead = (side: Side) => side.pad.y < -THROW_FROM && Math.abs(side.pad.x) < THROW_FROM
    const turned = this.isThrowing ? 0 : turnBy(this.turner, isOn ? x : 0, comfort.turn, seconds)
    if (turned !== 0) turnAbout(origin, tracking.local, turned)
    if (isOn && !this.isThrowing)
      for (const name of SIDES) if (isAhead(tracking.side(name))) this.beginThrow(name, false)
    if (this.isThrowing) this.keepThrowing(isOn, nowMs)
    else if (isOn) this.stepBack()
    return turned !== 0 && comfort.turn === 'smooth'
  }

  private keepThrowing(isOn: boolean, nowMs: number): void {
    const side = this.throwingSide && this.tracking.side(this.throwingSide)
    if (!side || !isOn || !side.hand.isTracked) {
      this.isThrowing = false
      return
    }
    throwArc(this.arc, side.from, side.along, this.ground)
    const isStill = this.isThrownByPinch ? side.hand.isPinching : side.pad.y < -THROW_UNTIL
    if (isStill) return
    this.isThrowing = false
    if (!this.arc.isOpen || (this.isThrownByPinch && nowMs - this.pinchedMs < PINCH_HELD_MS)) return
    this.goTo(this.arc.landing.x, this.arc.landing.z)
  }

  /** Half a metre back, facing the same: the button's way of stepping back from a door. */
  private stepBack(): void {
    const { left, right, local, head } = this.tracking
    const y = Math.max(left.pad.y, right.pad.y)
    if (y < THROW_UNTIL) this.isPushedBack = false
    if (y < THROW_FROM || this.isPushedBack) return
    this.isPushedBack = true
    const yaw = local.yaw + this.origin.yaw
    const [x, z] = [head.x + Math.sin(yaw) * BACK_METRES, head.z + Math.cos(yaw) * BACK_METRES]
    if (this.visitor.ways.isFree(x, z, this.visitor.isOpen) && this.mayStand(x, z)) this.goTo(x, z)
  }

  private goTo(x: number, z: number): void {
    this.visitor.rises()
    this.jumpTo([x, z], null)
  }

  private doGesture(nowMs: number, view: SeatView, comfort: BodyComfort): void {
    const { frame, around, tracking, measured } = this
    frame.ms = nowMs
    around.isSeated = view.me.isSeated
    around.isSeatedPlay = measured?.isSeatedPlay ?? false
    around.isOneHanded = comfort.isOneHanded
    around.loweredMetres = (measured?.eyeMetres ?? 0) - tracking.local.y
    around.door = this.nearestDoor()
    this.personMetres = FAR_AWAY
    around.person = null
    this.live.people.forEach(this.meetPerson)
    around.seatMetres = this.metresToSeat(view)
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

  private nearestDoor(): Around['door'] {
    const { head } = this.tracking
    let nearest: Around['door'] = null
    let near = DOOR_METRES
    for (const solid of this.built.plan.doors) {
      if (solid.door === null || !this.visitor.isShut(solid.door)) continue
      const metres = Math.hypot(solid.x - head.x, solid.z - head.z)
      if (metres > near) continue
      const box = this.visitor.boxOf(solid.door)
      if (!box) continue
      near = metres
      nearest = box
    }
    return nearest
  }

  /** Bound once, so that a frame allocates nothing. */
  private readonly meetPerson = (one: { head: Vector3; isPresent: boolean }): void => {
    if (!one.isPresent) return
    const { head } = this.tracking
    const metres = Math.hypot(one.head.x - head.x, one.head.z - head.z)
    if (metres > this.personMetres) return
    this.personMetres = metres
    this.around.person = one.head
  }

  private metresToSeat(view: SeatView): number {
    const { head } = this.tracking
    let near = Number.POSITIVE_INFINITY
    for (const spot of this.visitor.spots) {
      if (!spot.seat || isTaken(view, spot.id)) continue
      near = Math.min(near, Math.hypot(spot.at[0] - head.x, spot.at[1] - head.z))
    }
    return near
  }

  private metresFromSeat(view: SeatView): number {
    const { head } = this.tracking
    if (this.goal || this.blink.dark > 0) return 0
    for (const spot of this.visitor.spots)
      if (spot.id === view.me.spot) return Math.hypot(spot.at[0] - head.x, spot.at[1] - head.z)
    return 0
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

function isTaken(view: SeatView, spot: string): boolean {
  for (const person of view.people) if (person.spot === spot) return true
  return false
}

function along(ray: Ray, from: Vector3, to: Vector3): Ray {
  ray.ox = from.x
  ray.oy = from.y
  ray.oz = from.z
  ray.dx = to.x
  ray.dy = to.y
  ray.dz = to.z
  return ray
}
