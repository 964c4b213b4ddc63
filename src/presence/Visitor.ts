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
import type { Target } from './aim.ts'
import { Company } from './Company.ts'
import { Footpaths } from './Footpaths.ts'
import { Legs } from './Legs.ts'
import type { Pointer } from './pointer.ts'
import { Reports } from './reports.ts'
import type { Tracked } from './tracked.ts'
import {
  clampPitch,
  isOnWay,
  makeWalker,
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

const NOWHERE: Wish = { ahead: 0, aside: 0, turn: 0, tilt: 0 }
/** Nearer than this one is already there, in metres. */
const THERE = 0.05

/** Whoever is present at an ordinary computer: where they stand and look, what they mean, and what of it becomes an act. Knows no DOM and no React. */
export class Visitor {
  readonly walker: Walker
  private view: StageView
  private readonly scene: Pick<PublicScene, 'place' | 'people'>
  private readonly listeners: () => VisitorListeners
  private readonly paths: Footpaths
  private readonly legs: Legs
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
    this.legs = new Legs(this.walker, this.paths)
    this.aiming = new Aiming(scene, built, live, this.walker, this.isShut, (aim) => this.listeners().onAim?.(aim))
    this.company = new Company(this.aiming, this.walker)
    if (spot) this.reports.arrived(spot.id, spot.room)
  }

  /** A new view: go where it puts one, unless that is the answer to a walk of one's own. `canGlide` is false for who asked for less motion. */
  see(view: StageView, canGlide: boolean): void {
    const was = this.view.me
    this.view = view
    this.legs.canGlide = canGlide
    const { spot: id, isSeated } = view.me
    if (id === was.spot && isSeated === was.isSeated) return
    const me = this.walker
    const spot = this.scene.place.spots.find((one) => one.id === id)
    if (me.isSeated && !isSeated) this.legs.getUp()
    if (!spot) return
    const far = Math.hypot(spot.at[0] - me.x, spot.at[1] - me.z)
    const isSent = isSeated ? far > THERE : id !== was.spot && !this.reports.isOwn(id, performance.now()) && far > THERE
    me.isSeated = isSeated
    if (!isSent) return
    this.reports.arrived(spot.id, spot.room)
    this.greets = true
    this.isCarried = true
    const { paths, legs } = this
    const path = canGlide ? (isSeated ? paths.toSeat(legs.at, spot.at) : paths.find(legs.at, spot.at)) : null
    legs.go(path, spot.at, spot.faces ?? null)
  }

  /** What can be meant now. People enter the picture after the place, so this is asked for apart. */
  gatherTargets(): void {
    this.aiming.gather(this.view, this.listeners().cut)
    this.company.gathered()
  }

  walkTo(to: Point, facing: Point | null): boolean {
    const me = this.walker
    const path = this.paths.find(this.legs.at, to)
    if (!path) return false
    if (me.isSeated) {
      this.reports.movesOff(this.view, performance.now())
      me.isSeated = false
    }
    me.goal = null
    this.legs.go(path, to, facing)
    return true
  }

  lookAt(id: string): void {
    const target = this.aiming.find(id)
    if (!target) return
    this.company.face(target)
    this.aiming.turnTo(target)
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
    if (isMoving && me.isSeated && this.reports.movesOff(this.view, nowMs)) this.legs.getUp()
    else if (isMoving && !me.isSeated && me.facing === null && isOnWay(me) && !this.legs.isGettingUp) stopWalking(me)
    this.legs.step()
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

  /** Set by a jump; the picture fades in after it. */
  get hasJumped(): boolean {
    return this.legs.hasJumped
  }

  set hasJumped(has: boolean) {
    this.legs.hasJumped = has
  }

  get hasAim(): boolean {
    return this.aiming.target !== undefined
  }

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
    return this.paths.reach(this.legs.at, to)
  }

  /** Where to stand before a thing or person, and its middle; null when it is not in sight or one is there already. */
  before(id: string): { stand: Point; middle: Point } | null {
    return this.aiming.before(id)
  }

  /** The box of something that can be meant; null when it is not in sight. */
  boxOf(id: string): Target['box'] | null {
    return this.aiming.find(id)?.box ?? null
  }

  /** Just put somewhere, or here since a reload: on arriving, the eye goes to whoever attends to us. */
  private greets = true
  private isCarried = false
  private thenLookAt: string | null = null

  /** On arriving, and when speaking. */
  meetEyes(): void {
    this.greets = false
    this.company.meetEyes(this.view)
  }

  readonly isOpen = (id: string): boolean => {
    for (const door of this.scene.place.doors)
      if (door.id === id) return opennessOf(door, this.scene.place, this.view) === 1
    return false
  }

  readonly isShut = (id: string): boolean => !this.isOpen(id)
}
