import { type Camera, Vector3 } from 'three'
import type { ActBody, PublicScene } from '../protocol/index.ts'
import {
  type BuiltPlace,
  type Cut,
  type LivePerson,
  opennessOf,
  type Point,
  type Solid,
  type StageLive,
  type StageView,
  Ways,
} from '../stage/index.ts'
import { APPROACH_METRES } from './act.ts'
import { type AimKind, aimAt, asideOf, floorAt, isInSight, metresTo, type Ray, type Target, wallAt } from './aim.ts'
import { BODY_RADIUS } from './collide.ts'
import { isInPicture } from './inPicture.ts'
import type { Pointer } from './pointer.ts'
import { Reports } from './reports.ts'
import { followWorn, targetsOf } from './targets.ts'
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

export type Aim = { kind: AimKind; id: string; metres: number }

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
/** Cycling reaches so far to either side, in radians. */
const CYCLE_ASIDE = 1.25
/** Whoever attends to us within this is looked in the face on arriving, in metres. */
const COMPANY_METRES = 2.6
/** Half the room a standing person takes, in metres, and how near one comes to them. */
const PERSON_HALF = 0.13
const BESIDE_METRES = 0.75
const TOO_CLOSE_METRES = 0.6
const FAR_AWAY = 1e6
/** A face is so far below the top of the head, in metres. */
const FACE_BELOW_TOP = 0.15
/** The view follows a face only when it has gone further than this from the middle, in radians. */
const FACING_SLACK = 0.05
/** How near one steps up to something, in metres. */
const NEAR_METRES = 0.7
/** Nearer than this one is already there, in metres. */
const THERE = 0.05

const direction = new Vector3()

/** Whoever is present at an ordinary computer: where they stand and look, what they mean, and what of it becomes an act. Knows no DOM and no React. */
export class Visitor {
  readonly walker: Walker
  /** Set by a jump; the picture fades in after it. */
  hasJumped = false
  private view: StageView
  private readonly scene: Pick<PublicScene, 'place' | 'people'>
  private readonly built: BuiltPlace
  private readonly live: StageLive
  private readonly listeners: () => VisitorListeners
  readonly ways: Ways
  private readonly solids: Solid[]
  /** People in the way: moved each frame to where they are. */
  private readonly bodies = new Map<string, Solid>()
  private readonly reports: Reports
  private readonly ray: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: -1 }
  private seen: ReturnType<typeof targetsOf> = { targets: [], worn: [] }
  private index = -1
  private metres = 0
  private aimedId: string | null = null
  /** Chosen by key rather than by pointing; until hands move the view. */
  private heldId: string | null = null
  /** Where the view turns to what was chosen. */
  private turningTo: Walker['goal'] = null

  constructor(
    scene: Pick<PublicScene, 'place' | 'people'>,
    built: BuiltPlace,
    live: StageLive,
    view: StageView,
    listeners: () => VisitorListeners,
  ) {
    this.scene = scene
    this.built = built
    this.live = live
    this.view = view
    this.listeners = listeners
    this.ways = new Ways(built.plan, BODY_RADIUS)
    this.solids = [...built.plan.solids, ...built.plan.doors]
    this.reports = new Reports(scene.place, (act) => this.listeners().onAct(act))
    const { spots, start } = scene.place
    const spot = spots.find((one) => one.id === view.me.spot) ?? spots.find((one) => one.id === start)
    const at = spot?.at ?? [0, 0]
    this.walker = makeWalker(at[0], at[1], spot?.faces ? yawTo({ x: at[0], z: at[1] }, spot.faces) : 0)
    this.walker.isSeated = view.me.isSeated
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
    const path = canGlide ? this.ways.find([me.x, me.z], isSeated ? spot.at : this.beside(spot.at), this.isOpen) : null
    if (path) sendAlong(me, path, spot.faces ?? null)
    else this.jump(spot.at, spot.faces ?? null)
  }

  /** What can be meant now. People enter the picture after the place, so this is asked for apart. */
  gatherTargets(): void {
    this.seen = targetsOf(this.scene, this.built, this.view, this.live, this.listeners().cut)
    const faced = this.facing?.id
    if (faced !== undefined) this.facing = this.seen.targets.find((one) => one.id === faced) ?? null
  }

  walkTo(to: Point, facing: Point | null): boolean {
    const me = this.walker
    const path = this.ways.find([me.x, me.z], this.beside(to), this.isOpen)
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
    const target = this.seen.targets.find((one) => one.id === id)
    if (!target) return
    const me = this.walker
    const { min, max } = target.box
    const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
    const y = (min[1] + max[1]) / 2
    me.goal = { yaw: yawTo(me, [x, z]), pitch: clampPitch(Math.atan2(y - me.eye, Math.hypot(x - me.x, z - me.z))) }
    this.turningTo = me.goal
    this.facing = target.kind === 'person' ? target : null
    this.heldId = id
  }

  /** Steps up to a thing or person, as far as walls and furniture let one, and looks at it. */
  stepUpTo(id: string): void {
    const target = this.seen.targets.find((one) => one.id === id)
    if (!target) return
    const at = this.walker.isSeated ? null : this.before(id)
    if (at) {
      const free = this.ways.freeNear(at.stand, this.isOpen)
      if (free && this.walkTo(free, at.middle)) {
        this.thenLookAt = id
        return
      }
    }
    this.lookAt(id)
  }

  /** To the next thing in sight on the right, or the previous on the left; round to the other side at the end. */
  cycle(step: 1 | -1): void {
    const me = this.walker
    const inSight = this.seen.targets
      .filter((one) => one.volume !== Number.POSITIVE_INFINITY && isInSight(one, me, this.built.plan, this.isShut))
      .map((one) => ({ id: one.id, aside: asideOf(one, me) }))
      .filter(({ id, aside }) => Math.abs(aside) < CYCLE_ASIDE || id === this.heldId)
      .sort((a, b) => a.aside - b.aside)
    if (inSight.length === 0) return
    const at = inSight.findIndex((one) => one.id === this.heldId)
    const first = inSight.findIndex((one) => one.aside >= -0.02)
    const next = at >= 0 ? at + step : step > 0 ? Math.max(0, first) : (first < 0 ? inSight.length : first) - 1
    const found = inSight[(next + inSight.length) % inSight.length]
    if (found) this.lookAt(found.id)
  }

  pick(): void {
    const target = this.seen.targets[this.index]
    if (target) this.listeners().onPick?.({ kind: target.kind, id: target.id, metres: this.metres })
  }

  /** A click: picks what it means, else walks to the floor it falls on. */
  click(camera: Camera, pointer: Pointer): void {
    this.heldId = null
    this.aim(camera, pointer)
    if (this.index >= 0) {
      this.pick()
      return
    }
    const floor = floorAt(this.ray, this.built.plan, this.isShut)
    if (floor) this.walkTo(floor, null)
  }

  /** Hands turn the view. */
  turn(yaw: number, pitch: number): void {
    this.heldId = null
    this.facing = null
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
      this.heldId = null
      this.facing = null
      this.greets = false
      this.isCarried = false
      this.thenLookAt = null
      if (pointer) pointer.isAiming = false
    }
    this.live.people.forEach(this.followPerson)
    if (this.facing && !isOnWay(me)) this.keepFacing(this.facing)
    stepWalker(me, wish, seconds, this.solids, this.isShut)
    camera.position.set(me.x, me.eye, me.z)
    camera.rotation.set(me.pitch, me.yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    this.aim(camera, pointer)
    if (!isOnWay(me)) this.isCarried = false
    if (!isOn) return
    // Carried somewhere by the session: the rooms on the way are not gone to.
    if (!this.isCarried) this.reports.feet(me, this.view, nowMs)
    const target = this.seen.targets[this.index]
    this.reports.gaze(target?.kind === 'thing' ? target.id : null, this.metres, this.view, nowMs)
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
    this.live.people.forEach(this.followPerson)
    followWorn(this.seen.worn, this.live)
    this.index = body.pointer ? this.meantAlong(body.pointer) : -1
    this.isPointedAt = this.index >= 0
    if (this.index < 0 && body.gaze) this.index = this.meantAlong(body.gaze)
    this.tellAim()
    if (!isOn || body.isAway) return
    const nowMs = performance.now()
    this.reports.lookMs = body.lookMs
    this.reports.feet(me, this.view, nowMs)
    const target = this.seen.targets[this.index]
    this.reports.gaze(target?.kind === 'thing' ? target.id : null, this.metres, this.view, nowMs)
  }

  get hasAim(): boolean {
    return this.index >= 0
  }

  get spots(): PublicScene['place']['spots'] {
    return this.scene.place.spots
  }

  /** Whether what is meant was pointed at by a hand, and not only faced. */
  isPointedAt = false

  /** Rises from the seat, where one sits; true when that was said. */
  rises(): boolean {
    return this.reports.movesOff(this.view, performance.now())
  }

  /** Where one would stand for this point: free floor that a way through open doors leads to, else null. */
  reachOf(to: Point): Point | null {
    const me = this.walker
    const free = this.ways.freeNear(this.beside(to), this.isOpen)
    return free && this.ways.find([me.x, me.z], free, this.isOpen) ? free : null
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
    for (const target of this.seen.targets) if (target.id === id) return target.box
    return null
  }

  private isGettingUp = false
  private canGlide = true
  /** Just put somewhere, or here since a reload: on arriving, the eye goes to whoever attends to us. */
  private greets = true
  /** Whose face is kept in view. */
  private facing: Target | null = null
  private isCarried = false
  private thenLookAt: string | null = null

  /** Looks the nearest person who attends to us in the face, if one is near: on arriving, and when speaking. */
  meetEyes(): void {
    this.greets = false
    const me = this.walker
    const near = this.seen.targets
      .filter((one) => one.kind === 'person' && this.attendsToUs(one.id))
      .map((one) => ({ id: one.id, metres: metresTo(one.box, me.x, me.z) }))
      .sort((a, b) => a.metres - b.metres)[0]
    if (near && near.metres <= COMPANY_METRES) this.facing = this.seen.targets.find((one) => one.id === near.id) ?? null
  }

  /** Keeps the face in view while they move, until hands turn the view. Mutates, allocates once. */
  private keepFacing({ box: { min, max } }: Target): void {
    const me = this.walker
    const dx = (min[0] + max[0]) / 2 - me.x
    const dz = (min[2] + max[2]) / 2 - me.z
    const yaw = Math.atan2(-dx, -dz)
    const pitch = clampPitch(Math.atan2(max[1] - FACE_BELOW_TOP - me.eye, Math.hypot(dx, dz)))
    if (me.goal) {
      me.goal.yaw = yaw
      me.goal.pitch = pitch
    } else if (Math.abs(wrap(yaw - me.yaw)) + Math.abs(pitch - me.pitch) > FACING_SLACK) me.goal = { yaw, pitch }
  }

  private attendsToUs(id: string): boolean {
    const person = this.view.people.find((one) => one.id === id)
    return person?.attendsTo != null && !this.view.people.some((one) => one.id === person.attendsTo)
  }

  /** Beside whoever stands there already, on the side one comes from; else the point itself. */
  private beside(to: Point): Point {
    const me = this.walker
    for (const one of this.live.people.values()) {
      const { min, max } = one.box
      const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
      if (!one.isPresent || Math.hypot(to[0] - x, to[1] - z) > TOO_CLOSE_METRES) continue
      const from = Math.atan2(me.x - x, me.z - z)
      for (let i = 0; i < 16; i++) {
        const angle = from + Math.ceil(i / 2) * (i % 2 ? 1 : -1) * (Math.PI / 8)
        const at: Point = [x + Math.sin(angle) * BESIDE_METRES, z + Math.cos(angle) * BESIDE_METRES]
        if (this.ways.isFree(at[0], at[1], this.isOpen)) return at
      }
    }
    return to
  }

  /** Bound once, so that a frame allocates nothing. */
  private readonly followPerson = (one: LivePerson, id: string): void => {
    let body = this.bodies.get(id)
    if (!body) {
      body = { x: 0, z: 0, halfX: PERSON_HALF, halfZ: PERSON_HALF, cos: 1, sin: 0, door: null }
      this.bodies.set(id, body)
      this.solids.push(body)
    }
    // Who is away stands in nobody's way.
    body.x = one.isPresent ? (one.box.min[0] + one.box.max[0]) / 2 : FAR_AWAY
    body.z = (one.box.min[2] + one.box.max[2]) / 2
  }

  /** From the chair to where one can stand, a step away. */
  private getUp(): void {
    const me = this.walker
    me.isSeated = false
    const free = this.ways.freeNear([me.x, me.z], this.isOpen)
    if (!free) return
    this.isGettingUp = true
    sendAlong(me, [[me.x, me.z], free], null)
  }

  private aim(camera: Camera, pointer: Pointer | null): void {
    followWorn(this.seen.worn, this.live)
    const isByPointer = pointer?.isAiming ?? false
    direction.set(isByPointer ? (pointer?.x ?? 0) : 0, isByPointer ? (pointer?.y ?? 0) : 0, 0.5)
    direction.unproject(camera).sub(camera.position).normalize()
    const { ray } = this
    ray.ox = camera.position.x
    ray.oy = camera.position.y
    ray.oz = camera.position.z
    ray.dx = direction.x
    ray.dy = direction.y
    ray.dz = direction.z
    this.index = this.heldIndex()
    if (this.index >= 0 && !this.isStillSeen(camera)) {
      this.heldId = null
      this.index = -1
    }
    if (this.index < 0) this.index = this.meantAlong(ray)
    this.tellAim()
  }

  private meantAlong(ray: Ray): number {
    return aimAt(this.seen.targets, ray, wallAt(this.built.plan, this.isShut, ray))
  }

  /** Tells what is meant when it is something else than before. */
  private tellAim(): void {
    const target = this.seen.targets[this.index]
    this.metres = target ? metresTo(target.box, this.walker.x, this.walker.z) : 0
    const id = target?.id ?? null
    if (id === this.aimedId) return
    this.aimedId = id
    this.listeners().onAim?.(target ? { kind: target.kind, id: target.id, metres: this.metres } : null)
  }

  /** What was chosen by name is meant as long as it can be seen, or one is turning to it. */
  private isStillSeen(camera: Camera): boolean {
    const me = this.walker
    const target = this.seen.targets[this.index]
    if (!target || (me.goal !== null && me.goal === this.turningTo)) return true
    return isInPicture(target.box, camera) && isInSight(target, me, this.built.plan, this.isShut)
  }

  private heldIndex(): number {
    if (this.heldId === null) return -1
    for (let i = 0; i < this.seen.targets.length; i++) if (this.seen.targets[i]?.id === this.heldId) return i
    return -1
  }

  readonly isOpen = (id: string): boolean => {
    for (const door of this.scene.place.doors)
      if (door.id === id) return opennessOf(door, this.scene.place, this.view) === 1
    return false
  }

  readonly isShut = (id: string): boolean => !this.isOpen(id)
}
