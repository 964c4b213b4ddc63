import type { Camera } from 'three'
import type { ActBody, PublicScene } from '../protocol/index.ts'
import {
  type BuiltPlace,
  type Cut,
  opennessOf,
  type Point,
  type StageLive,
  type StageView,
  type Ways,
} from '../stage/index.ts'
import { type Aim, Aiming } from './Aiming.ts'
import { APPROACH_METRES } from './act.ts'
import { metresTo, type Ray, type Target } from './aim.ts'
import { Company } from './Company.ts'
import { Footpaths } from './Footpaths.ts'
import type { Pointer } from './pointer.ts'
import { Reports } from './reports.ts'
import {
  clampPitch,
  isOnWay,
  LEVEL,
  makeWalker,
  sendAlong,
  stepWalker,
  stopWalking,
  type Walker,
  type Wish,
  wrap,
  yawTo,
} from './walker.ts'

/** What the visitor tells the app; read anew each time, so that the app may change them. */
export type VisitorListeners = {
  onAct: (act: ActBody) => void
  onAim?: ((aim: Aim | null) => void) | undefined
  onPick?: ((aim: Aim) => void) | undefined
  /** Where a real room stands in for part of the place. */
  cut?: Cut | null | undefined
}

/** Somebody whose head and hands are followed by a device, in the place's own metres and radians. */
export type Tracked = {
  x: number
  z: number
  yaw: number
  eye: number
  /** What a hand points along; null while none points, or a panel is pointed at. */
  pointer: Ray | null
  gaze: Ray | null
  isAway: boolean
  /** How long eyes rest on something before it is looked at, in milliseconds. */
  lookMs: number
}

const NOWHERE: Wish = { ahead: 0, aside: 0, turn: 0, tilt: 0 }
/** How near one steps up to something, in metres. */
const NEAR_METRES = 0.7
/** Nearer than this one is already there, in metres. */
const THERE = 0.05

/** Whoever is present at an ordinary computer: where they stand and look, what they mean, and what of it becomes an act. Knows no DOM and no React. */
export class Visitor {
  readonly walker: Walker
  /** Set by a jump; the picture fades in after it. */
  hasJumped = false
  private view: StageView
  private readonly scene: Pick<PublicScene, 'place' | 'people'>
  private readonly listeners: () => VisitorListeners
  private readonly paths: Footpaths
  private readonly aiming: Aiming
  private readonly company: Company
  private readonly reports: Reports

  constructor(
    scene: Pick<PublicScene, 'place' | 'people'>,
    built: BuiltPlace,
    live: StageLive,
    view: StageView,
    listeners: () => VisitorListeners,
  ) {
    this.scene = scene
    this.view = view
    this.listeners = listeners
    this.reports = new Reports(scene.place, (act) => this.listeners().onAct(act))
    const { spots, start } = scene.place
    const spot = spots.find((one) => one.id === view.me.spot) ?? spots.find((one) => one.id === start)
    const at = spot?.at ?? [0, 0]
    this.walker = makeWalker(at[0], at[1], spot?.faces ? yawTo({ x: at[0], z: at[1] }, spot.faces) : 0)
    this.walker.isSeated = view.me.isSeated
    this.paths = new Footpaths(built, live, this.isOpen)
    this.aiming = new Aiming(scene, built, live, this.walker, this.isShut, (aim) => this.listeners().onAim?.(aim))
    this.company = new Company(this.aiming, this.walker)
    if (spot) this.reports.arrived(spot.id, spot.room)
  }

  /** A new view: go where it puts one, unless that is the answer to a walk of one's own. `canGlide` is false for who asked for less motion. */
  see(view: StageView, canGlide: boolean): void {
    const was = this.view.me
    this.view = view
    this.canGlide = canGlide
    const { spot: id, isSeated } = view.me
    if (id === was.spot && isSeated === was.isSeated) return
    const me = this.walker
    const spot = this.scene.place.spots.find((one) => one.id === id)
    const hasStood = me.isSeated && !isSeated
    if (hasStood) this.getUp()
    if (!spot) return
    const far = Math.hypot(spot.at[0] - me.x, spot.at[1] - me.z)
    const isSent = isSeated ? far > THERE : id !== was.spot && !this.reports.isOwn(id, performance.now()) && far > THERE
    me.isSeated = isSeated
    if (!isSent) return
    this.reports.arrived(spot.id, spot.room)
    this.greets = true
    this.isCarried = true
    const { paths } = this
    const path = canGlide ? (isSeated ? paths.toSeat(this.at, spot.at) : paths.find(this.at, spot.at)) : null
    if (path) sendAlong(me, path, spot.faces ?? null)
    else this.jump(spot.at, spot.faces ?? null)
  }

  /** What can be meant now. People enter the picture after the place, so this is asked for apart. */
  gatherTargets(): void {
    this.aiming.gather(this.view, this.listeners().cut)
    this.company.gathered()
  }

  walkTo(to: Point, facing: Point | null): boolean {
    const me = this.walker
    const path = this.paths.find(this.at, to)
    if (!path) return false
    if (me.isSeated) {
      this.reports.movesOff(this.view, performance.now())
      me.isSeated = false
    }
    me.goal = null
    if (this.canGlide) sendAlong(me, path, facing)
    else this.jump(path.at(-1) ?? to, facing)
    return true
  }

  /** There at once; the picture fades in after it. */
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

  walkToSpot(id: string): boolean {
    const spot = this.scene.place.spots.find((one) => one.id === id)
    return spot ? this.walkTo(spot.at, spot.faces ?? null) : false
  }

  lookAt(id: string): void {
    const target = this.aiming.find(id)
    if (!target) return
    const me = this.walker
    const { min, max } = target.box
    const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
    const y = (min[1] + max[1]) / 2
    me.goal = { yaw: yawTo(me, [x, z]), pitch: clampPitch(Math.atan2(y - me.eye, Math.hypot(x - me.x, z - me.z))) }
    this.company.face(target)
    this.aiming.hold(id, me.goal)
  }

  /** Steps up to a thing or person, as far as walls and furniture let one, and looks at it. */
  stepUpTo(id: string): void {
    const target = this.aiming.find(id)
    if (!target) return
    const at = this.walker.isSeated ? null : this.before(id)
    if (at) {
      const free = this.paths.freeNear(at.stand)
      if (free && this.walkTo(free, at.middle)) {
        this.thenLookAt = id
        return
      }
    }
    this.lookAt(id)
  }

  /** To the next thing in sight on the right, or the previous on the left. */
  cycle(step: 1 | -1): void {
    const next = this.aiming.next(step)
    if (next !== null) this.lookAt(next)
  }

  pick(): void {
    const { target, metres } = this.aiming
    if (target) this.listeners().onPick?.({ kind: target.kind, id: target.id, metres })
  }

  /** A click: picks what it means, else walks to the floor it falls on. */
  click(camera: Camera, pointer: Pointer): void {
    const { aiming } = this
    aiming.letGo()
    aiming.throughCamera(camera, pointer)
    if (aiming.target) {
      this.pick()
      return
    }
    const floor = aiming.floor()
    if (floor) this.walkTo(floor, null)
  }

  /** Hands turn the view. */
  turn(yaw: number, pitch: number): void {
    this.aiming.letGo()
    this.company.face(null)
    this.walker.goal = null
    this.walker.yaw = wrap(this.walker.yaw + yaw)
    this.walker.pitch = clampPitch(this.walker.pitch + pitch)
  }

  /** One frame: keys, walls, camera, aim, reports. Allocates nothing but what an act is made of. */
  step(camera: Camera, pointer: Pointer | null, keys: Wish, isOn: boolean, seconds: number): void {
    const me = this.walker
    const wish = isOn ? keys : NOWHERE
    const isMoving = wish.ahead !== 0 || wish.aside !== 0
    const nowMs = performance.now()
    if (isMoving && me.isSeated && this.reports.movesOff(this.view, nowMs)) this.getUp()
    else if (isMoving && !me.isSeated && me.facing === null && isOnWay(me) && !this.isGettingUp) stopWalking(me)
    if (!isOnWay(me)) this.isGettingUp = false
    if (this.greets && !isOnWay(me)) this.meetEyes()
    if (this.thenLookAt !== null && !isOnWay(me)) {
      this.lookAt(this.thenLookAt)
      this.thenLookAt = null
    }
    if (isMoving || wish.turn !== 0 || wish.tilt !== 0) {
      this.aiming.letGo()
      this.company.face(null)
      this.greets = false
      this.isCarried = false
      this.thenLookAt = null
      if (pointer) pointer.isAiming = false
    }
    this.paths.follow()
    if (!isOnWay(me)) this.company.step()
    stepWalker(me, wish, seconds, this.paths.solids, this.isShut)
    camera.position.set(me.x, me.eye, me.z)
    camera.rotation.set(me.pitch, me.yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    this.aiming.throughCamera(camera, pointer)
    if (!isOnWay(me)) this.isCarried = false
    if (!isOn) return
    // Carried somewhere by the session: the rooms on the way are not gone to.
    if (!this.isCarried) this.reports.feet(me, this.view, nowMs)
    this.reportGaze(nowMs)
  }

  /**
   * One frame of somebody whose head and hands a headset follows: they stand where they stand, and mean what they point at, else what they face.
   * Away (a wall between them and where they rightly stood) nothing is said of them. Allocates nothing but what an act is made of.
   */
  inhabit(body: Tracked, isOn: boolean): void {
    const me = this.walker
    me.x = body.x
    me.z = body.z
    me.yaw = body.yaw
    me.eye = body.eye
    this.paths.follow()
    this.aiming.withBody(body.pointer, body.gaze)
    if (!isOn || body.isAway) return
    const nowMs = performance.now()
    this.reports.lookMs = body.lookMs
    this.reports.feet(me, this.view, nowMs)
    this.reportGaze(nowMs)
  }

  private reportGaze(nowMs: number): void {
    const { target, metres } = this.aiming
    this.reports.gaze(target?.kind === 'thing' ? target.id : null, metres, this.view, nowMs)
  }

  get hasAim(): boolean {
    return this.aiming.target !== undefined
  }

  /** Whether what is meant was pointed at by a hand, and not only faced. */
  get isPointedAt(): boolean {
    return this.aiming.isPointedAt
  }

  get ways(): Ways {
    return this.paths.ways
  }

  get spots(): PublicScene['place']['spots'] {
    return this.scene.place.spots
  }

  /** Rises from the seat, where one sits; true when that was said. */
  rises(): boolean {
    return this.reports.movesOff(this.view, performance.now())
  }

  /** Where one would stand for this point: free floor that a way through open doors leads to, else null. */
  reachOf(to: Point): Point | null {
    return this.paths.reach(this.at, to)
  }

  /** Where to stand before a thing or person, and its middle; null when it is not in sight or one is there already. */
  before(id: string): { stand: Point; middle: Point } | null {
    const me = this.walker
    const box = this.boxOf(id)
    if (!box) return null
    const middle: Point = [(box.min[0] + box.max[0]) / 2, (box.min[2] + box.max[2]) / 2]
    const far = metresTo(box, me.x, me.z)
    if (far <= APPROACH_METRES) return null
    const part = (far - NEAR_METRES) / Math.max(far, Math.hypot(middle[0] - me.x, middle[1] - me.z))
    return { stand: [me.x + (middle[0] - me.x) * part, me.z + (middle[1] - me.z) * part], middle }
  }

  /** The box of something that can be meant; null when it is not in sight. */
  boxOf(id: string): Target['box'] | null {
    return this.aiming.find(id)?.box ?? null
  }

  private isGettingUp = false
  private canGlide = true
  /** Just put somewhere, or here since a reload: on arriving, the eye goes to whoever attends to us. */
  private greets = true
  private isCarried = false
  private thenLookAt: string | null = null

  /** On arriving, and when speaking. */
  meetEyes(): void {
    this.greets = false
    this.company.meetEyes(this.view)
  }

  /** From the chair to where one can stand, a step away. */
  private getUp(): void {
    const me = this.walker
    me.isSeated = false
    const free = this.paths.freeNear(this.at)
    if (!free) return
    this.isGettingUp = true
    sendAlong(me, [this.at, free], null)
  }

  private get at(): Point {
    return [this.walker.x, this.walker.z]
  }

  readonly isOpen = (id: string): boolean => {
    for (const door of this.scene.place.doors)
      if (door.id === id) return opennessOf(door, this.scene.place, this.view) === 1
    return false
  }

  readonly isShut = (id: string): boolean => !this.isOpen(id)
}
