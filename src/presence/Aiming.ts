import { type Camera, Vector3 } from 'three'
import type { PublicScene } from '../protocol/index.ts'
import type { BuiltPlace, Cut, Point, StageLive, StageView } from '../stage/index.ts'
import { APPROACH_METRES } from './act.ts'
import { type AimKind, aimAt, asideOf, floorAt, isInSight, metresTo, type Ray, type Target, wallAt } from './aim.ts'
import { isInPicture } from './inPicture.ts'
import type { Pointer } from './pointer.ts'
import { followWorn, targetsOf } from './targets.ts'
import { clampPitch, type Walker, yawTo } from './walker.ts'

export type Aim = { kind: AimKind; id: string; metres: number }

/** How near one steps up to something, in metres. */
const NEAR_METRES = 0.7
/** Cycling reaches so far to either side, in radians. */
const CYCLE_ASIDE = 1.25

const direction = new Vector3()

/** What somebody means: pointed at, in the middle of the view, or chosen by key. Tells when it becomes something else. */
export class Aiming {
  /** Whether what is meant was pointed at by a hand, and not only faced. */
  isPointedAt = false
  /** Over the floor to what is meant, in metres. */
  metres = 0
  private readonly scene: Pick<PublicScene, 'place' | 'people'>
  private readonly built: BuiltPlace
  private readonly live: StageLive
  private readonly walker: Walker
  private readonly isShut: (door: string) => boolean
  private readonly onAim: (aim: Aim | null) => void
  private readonly ray: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: -1 }
  private seen: ReturnType<typeof targetsOf> = { targets: [], worn: [] }
  private index = -1
  private aimedId: string | null = null
  /** Chosen by key rather than by pointing; until hands move the view. */
  private heldId: string | null = null
  /** Where the view turns to what was chosen. */
  private turningTo: Walker['goal'] = null

  constructor(
    scene: Pick<PublicScene, 'place' | 'people'>,
    built: BuiltPlace,
    live: StageLive,
    walker: Walker,
    isShut: (door: string) => boolean,
    onAim: (aim: Aim | null) => void,
  ) {
    this.scene = scene
    this.built = built
    this.live = live
    this.walker = walker
    this.isShut = isShut
    this.onAim = onAim
  }

  /** What can be meant now. */
  gather(view: StageView, cut: Cut | null | undefined): void {
    this.seen = targetsOf(this.scene, this.built, view, this.live, cut)
  }

  get target(): Target | undefined {
    return this.seen.targets[this.index]
  }

  get targets(): readonly Target[] {
    return this.seen.targets
  }

  find(id: string): Target | null {
    for (const target of this.seen.targets) if (target.id === id) return target
    return null
  }

  /** Where to stand before a thing or person, and its middle; null when it is not in sight or one is there already. */
  before(id: string): { stand: Point; middle: Point } | null {
    const me = this.walker
    const box = this.find(id)?.box
    if (!box) return null
    const middle: Point = [(box.min[0] + box.max[0]) / 2, (box.min[2] + box.max[2]) / 2]
    const far = metresTo(box, me.x, me.z)
    if (far <= APPROACH_METRES) return null
    const part = (far - NEAR_METRES) / Math.max(far, Math.hypot(middle[0] - me.x, middle[1] - me.z))
    return { stand: [me.x + (middle[0] - me.x) * part, me.z + (middle[1] - me.z) * part], middle }
  }

  /** Chosen by name: the view turns to it, and it is meant until then and for as long as it can be seen. */
  turnTo({ id, box: { min, max } }: Target): void {
    const me = this.walker
    const [x, y, z] = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]
    me.goal = { yaw: yawTo(me, [x, z]), pitch: clampPitch(Math.atan2(y - me.eye, Math.hypot(x - me.x, z - me.z))) }
    this.heldId = id
    this.turningTo = me.goal
  }

  letGo(): void {
    this.heldId = null
  }

  /** The next thing in sight on the right, or the previous on the left; round to the other side at the end. */
  next(step: 1 | -1): string | null {
    const me = this.walker
    const inSight = this.seen.targets
      .filter((one) => one.volume !== Number.POSITIVE_INFINITY && isInSight(one, me, this.built.plan, this.isShut))
      .map((one) => ({ id: one.id, aside: asideOf(one, me) }))
      .filter(({ id, aside }) => Math.abs(aside) < CYCLE_ASIDE || id === this.heldId)
      .sort((a, b) => a.aside - b.aside)
    if (inSight.length === 0) return null
    const at = inSight.findIndex((one) => one.id === this.heldId)
    const first = inSight.findIndex((one) => one.aside >= -0.02)
    const next = at >= 0 ? at + step : step > 0 ? Math.max(0, first) : (first < 0 ? inSight.length : first) - 1
    return inSight[(next + inSight.length) % inSight.length]?.id ?? null
  }

  /** One frame of a screen: along the mouse or finger where it aims, else along the middle of the view. */
  throughCamera(camera: Camera, pointer: Pointer | null): void {
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
    if (this.index < 0) this.index = this.along(ray)
    this.tell()
  }

  /** One frame of a body: what a hand points at, else what is faced. */
  withBody(pointer: Ray | null, gaze: Ray | null): void {
    followWorn(this.seen.worn, this.live)
    this.index = pointer ? this.along(pointer) : -1
    this.isPointedAt = this.index >= 0
    if (this.index < 0 && gaze) this.index = this.along(gaze)
    this.tell()
  }

  /** The floor that the last look through the camera falls on. */
  floor(): Point | null {
    return floorAt(this.ray, this.built.plan, this.isShut)
  }

  private along(ray: Ray): number {
    return aimAt(this.seen.targets, ray, wallAt(this.built.plan, this.isShut, ray))
  }

  private tell(): void {
    const { target } = this
    this.metres = target ? metresTo(target.box, this.walker.x, this.walker.z) : 0
    const id = target?.id ?? null
    if (id === this.aimedId) return
    this.aimedId = id
    this.onAim(target ? { kind: target.kind, id: target.id, metres: this.metres } : null)
  }

  private isStillSeen(camera: Camera): boolean {
    const me = this.walker
    const { target } = this
    if (!target || (me.goal !== null && me.goal === this.turningTo)) return true
    return isInPicture(target.box, camera) && isInSight(target, me, this.built.plan, this.isShut)
  }

  private heldIndex(): number {
    if (this.heldId === null) return -1
    for (let i = 0; i < this.seen.targets.length; i++) if (this.seen.targets[i]?.id === this.heldId) return i
    return -1
  }
}
