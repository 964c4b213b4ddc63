import {
  Euler,
  Group,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  type PlaneGeometry,
  Quaternion,
  Skeleton,
  SkinnedMesh,
  type Texture,
  Vector3,
} from 'three'
import type { Figure } from '../../protocol/index.ts'
import type { Point } from '../nav.ts'
import { makeBody } from './body.ts'
import { drawAs, type Fineness } from './loft.ts'
import { MANNER } from './manner.ts'
import { paceOf, setOut, standAt, stepWalk, turnTowards, type Walk, wrap } from './motion.ts'
import { type Bearing, makePose, type Pose } from './pose.ts'
import { BONES, type BoneName, makeBones, measuresOf } from './rig.ts'
import { makeRoomLit } from './roomLit.ts'

const SHADOW = { width: 0.62, seated: 0.8 }
const BLINK_SECONDS = 0.16

const scratch = new Vector3()
const overlay = new Quaternion()
const euler = new Euler()
const inverse = new Matrix4()

/** One person made visible: a body on bones that stands, sits, walks, breathes, blinks and attends. It decides nothing. */
export class PersonFigure {
  readonly group = new Group()
  readonly walk: Walk
  readonly head = new Vector3()
  isSeated = false
  isSpeaking = false
  isStill = false
  hasShadow = true
  /** What they look at, in the world; null for nothing in particular. */
  readonly lookAt = new Vector3()
  hasTarget = false
  private readonly bones: ReturnType<typeof makeBones>
  private readonly mesh: SkinnedMesh
  private readonly hair: Mesh
  private readonly shadow: Mesh
  private readonly lit = makeRoomLit()
  private readonly poses = new Map<string, Pose>()
  private readonly base: Record<BoneName, Quaternion>
  private readonly hips: Vector3
  private readonly measures
  private readonly sleeve
  private readonly fineness
  private readonly pace: number
  private readonly figure: Figure
  private bearing: Bearing = 'careful'
  private restHeading: number | null = null
  private yaw = 0
  private pitch = 0
  private clock: number
  private blinkAt: number
  private mouth = 0
  private gait = 0
  private manner = { ...MANNER.careful }

  constructor(
    figure: Figure,
    hasSlippers: boolean,
    shadow: { geometry: PlaneGeometry; texture: Texture },
    seed: number,
  ) {
    this.figure = figure
    this.measures = measuresOf(figure)
    this.pace = paceOf(figure.age)
    this.walk = standAt(0, 0, 0)
    this.bones = makeBones(this.measures)
    const { geometry, hair, sleeve, fineness } = makeBody(figure, this.measures, hasSlippers)
    this.sleeve = sleeve
    this.fineness = fineness
    this.mesh = new SkinnedMesh(geometry, this.lit.material)
    this.mesh.frustumCulled = false
    this.mesh.add(this.bones.hips)
    this.hair = new Mesh(hair, this.lit.material)
    this.bones.head.add(this.hair)
    this.mesh.bind(new Skeleton(BONES.map((name) => this.bones[name])))
    this.shadow = new Mesh(
      shadow.geometry,
      new MeshBasicMaterial({
        map: shadow.texture,
        transparent: true,
        depthWrite: false,
        color: '#1a120c',
        opacity: 0.55,
      }),
    )
    this.shadow.rotation.x = -Math.PI / 2
    this.shadow.position.y = 0.012
    this.shadow.renderOrder = 1
    this.group.add(this.mesh, this.shadow)
    this.draw('full', 'full')
    const pose = this.poseOf('careful', false)
    this.base = Object.fromEntries(BONES.map((name) => [name, pose.turns[name].clone()])) as Record<
      BoneName,
      Quaternion
    >
    this.hips = pose.hips.clone()
    this.clock = (seed * 7.31) % 20
    this.blinkAt = this.clock + 1 + (seed % 3)
  }

  /** Puts the person somewhere at once: on arrival, and when the picture begins. */
  put(x: number, z: number, heading: number, isSeated: boolean): void {
    Object.assign(this.walk, standAt(x, z, heading))
    this.isSeated = isSeated
    this.restHeading = isSeated ? heading : null
    this.settle()
  }

  goAlong(path: Point[], heading: number, isSeated: boolean): void {
    setOut(this.walk, path)
    this.isSeated = isSeated
    this.restHeading = heading
  }

  bear(bearing: Bearing): void {
    this.bearing = bearing
  }

  /** Pushes the left sleeve up, or lets it fall again. */
  pushSleeve(isUp: boolean): void {
    const colour = this.mesh.geometry.getAttribute('color')
    ;(colour.array as Float32Array).set(isUp ? this.sleeve.bare : this.sleeve.covered, this.sleeve.from * 3)
    colour.needsUpdate = true
  }

  /** With every triangle, or with those that show from some way off; hair by itself, since curls are fine things that few stand near enough to see. */
  draw(body: keyof Fineness, hair: keyof Fineness): void {
    drawAs(this.mesh.geometry, this.fineness.body, body)
    drawAs(this.hair.geometry, this.fineness.hair, hair)
  }

  light(from: Float32Array): void {
    this.lit.set(from)
  }

  /** Where the left forearm is now, in the world. */
  forearm(into: Vector3): Vector3 {
    return into
      .setFromMatrixPosition(this.bones.foreL.matrixWorld)
      .add(scratch.setFromMatrixPosition(this.bones.handL.matrixWorld))
      .multiplyScalar(0.5)
  }

  feet(into: Vector3): Vector3 {
    return into
      .setFromMatrixPosition(this.bones.footL.matrixWorld)
      .add(scratch.setFromMatrixPosition(this.bones.footR.matrixWorld))
      .multiplyScalar(0.5)
  }

  /** Height of the crown above the floor as the person is now, in metres. */
  get tall(): number {
    return this.isSeated && !this.walk.isWalking ? this.measures.tall * 0.8 : this.measures.tall
  }

  step(seconds: number): void {
    const dt = Math.min(seconds, 0.1)
    this.clock += dt
    stepWalk(this.walk, this.pace, dt)
    const { walk } = this
    const isSeated = this.isSeated && !walk.isWalking
    const goal = this.poseOf(walk.isWalking ? 'open' : this.bearing, isSeated)
    const ease = 1 - Math.exp(-dt * 3.4)
    for (const name of BONES) this.base[name].slerp(goal.turns[name], ease)
    this.hips.lerp(goal.hips, ease)
    this.gait += ((walk.isWalking ? 1 : 0) - this.gait) * (1 - Math.exp(-dt * 7))
    this.ease(MANNER[this.bearing], ease)
    this.attend(dt, isSeated)
    this.group.position.set(walk.x, 0, walk.z)
    this.group.rotation.y = walk.heading
    const wide = isSeated ? SHADOW.seated : SHADOW.width
    this.shadow.visible = this.hasShadow
    this.shadow.scale.set(wide, wide, 1)
    this.shadow.position.z = isSeated ? 0.16 : 0
    this.write(dt)
    this.group.updateMatrixWorld(true)
    this.head.setFromMatrixPosition(this.bones.head.matrixWorld)
  }

  dispose(): void {
    this.mesh.geometry.dispose()
    this.hair.geometry.dispose()
    this.mesh.skeleton.dispose()
    ;(this.shadow.material as MeshBasicMaterial).dispose()
    this.lit.dispose()
  }

  private poseOf(bearing: Bearing, isSeated: boolean): Pose {
    const key = isSeated ? `${bearing}+` : bearing
    let pose = this.poses.get(key)
    if (!pose) {
      pose = makePose(this.measures, bearing, isSeated, this.figure.stoops)
      this.poses.set(key, pose)
    }
    return pose
  }

  private settle(): void {
    const pose = this.poseOf(this.bearing, this.isSeated)
    for (const name of BONES) this.base[name].copy(pose.turns[name])
    this.hips.copy(pose.hips)
    Object.assign(this.manner, MANNER[this.bearing])
  }

  private ease(to: (typeof MANNER)[Bearing], k: number): void {
    const from = this.manner
    from.attends += (to.attends - from.attends) * k
    from.browUp += (to.browUp - from.browUp) * k
    from.browTilt += (to.browTilt - from.browTilt) * k
    from.lid += (to.lid - from.lid) * k
    from.nod += (to.nod - from.nod) * k
  }

  /** Turns head and eyes, and standing also the body, to what is attended to. */
  private attend(dt: number, isSeated: boolean): void {
    let [yaw, pitch] = [0, 0]
    if (this.hasTarget && !this.walk.isWalking) {
      const flat = Math.atan2(this.lookAt.x - this.walk.x, this.lookAt.z - this.walk.z)
      if (isSeated) {
        if (this.restHeading !== null) turnTowards(this.walk, this.restHeading, dt)
      } else if (Math.abs(wrap(flat - this.walk.heading)) > 0.45 && this.manner.attends > 0.5)
        turnTowards(this.walk, flat, dt * 0.5)
      inverse.copy(this.group.matrixWorld).invert()
      scratch.copy(this.lookAt).sub(this.head).transformDirection(inverse)
      yaw = Math.max(-1.15, Math.min(1.15, Math.atan2(scratch.x, scratch.z)))
      pitch = Math.max(-0.5, Math.min(0.5, Math.asin(Math.max(-1, Math.min(1, scratch.y)))))
    } else if (!this.walk.isWalking && this.restHeading !== null) turnTowards(this.walk, this.restHeading, dt)
    const k = 1 - Math.exp(-dt * 3)
    this.yaw += (yaw * this.manner.attends - this.yaw) * k
    this.pitch += (pitch * this.manner.attends - this.pitch) * k
  }

  private turn(name: BoneName, x: number, y: number, z: number): void {
    this.bones[name].quaternion.copy(this.base[name]).multiply(overlay.setFromEuler(euler.set(x, y, z)))
  }

  private write(dt: number): void {
    const t = this.clock
    const life = this.isStill ? 0 : 1
    const breath = Math.sin(t * 1.55) * life
    const sway = Math.sin(t * 0.53) * life
    const stride = (this.walk.stride / (this.measures.tall * 0.36)) * Math.PI
    const swing = Math.sin(stride) * this.gait
    const lift = Math.abs(Math.cos(stride)) * this.gait
    for (const name of BONES) this.bones[name].quaternion.copy(this.base[name])
    this.bones.hips.position.copy(this.hips)
    this.bones.hips.position.y += lift * 0.018 - this.gait * 0.012
    this.turn('spine', breath * 0.006, swing * 0.05 + this.yaw * 0.1, sway * 0.006)
    this.turn('chest', -breath * 0.012, swing * -0.09 + this.yaw * 0.12, -sway * 0.006)
    this.turn('neck', -this.pitch * 0.35 + breath * 0.004, this.yaw * 0.32, sway * 0.008)
    const nod = this.isSpeaking
      ? Math.sin(t * 2.3) * 0.025 + Math.sin(t * 3.7) * 0.015
      : Math.max(0, Math.sin(t * 0.9)) ** 12 * this.manner.nod
    this.turn(
      'head',
      -this.pitch * 0.45 + nod * life,
      this.yaw * 0.42 + Math.sin(t * 0.37) * 0.02 * life,
      Math.sin(t * 0.29) * 0.015 * life,
    )
    if (this.gait > 0.01) {
      const reach = 0.34 * (this.pace > 0.7 ? 1 : 0.72)
      this.turn('thighL', -swing * reach, 0, 0)
      this.turn('thighR', swing * reach, 0, 0)
      this.turn('shinL', Math.max(0, Math.cos(stride)) * 0.62 * this.gait, 0, 0)
      this.turn('shinR', Math.max(0, -Math.cos(stride)) * 0.62 * this.gait, 0, 0)
      this.turn('armL', swing * 0.28, 0, 0)
      this.turn('armR', -swing * 0.28, 0, 0)
    }
    this.face(t, dt, life)
  }

  private face(t: number, dt: number, life: number): void {
    const open = this.isSpeaking
      ? Math.max(0, 0.5 + 0.5 * Math.sin(t * 13.1) * Math.sin(t * 8.3 + 1) + 0.25 * Math.sin(t * 21))
      : 0
    this.mouth += (open - this.mouth) * (1 - Math.exp(-dt * 18))
    this.turn('jaw', this.mouth * 0.1, 0, 0)
    const since = t - this.blinkAt
    if (since > BLINK_SECONDS) this.blinkAt = t + 2.2 + 2.4 * Math.abs(Math.sin(t * 5.7))
    const blink = since > 0 && since < BLINK_SECONDS ? Math.sin((since / BLINK_SECONDS) * Math.PI) * life : 0
    const lid = Math.min(0.66, this.manner.lid + blink * 0.66 + Math.max(0, -this.pitch) * 0.2)
    this.turn('lidL', lid, 0, 0)
    this.turn('lidR', lid, 0, 0)
    const dart = Math.sin(t * 0.7) * Math.sin(t * 1.9) * 0.06 * life
    this.turn('eyeL', -this.pitch * 0.25 + this.manner.lid * 0.3, this.yaw * 0.2 + dart, 0)
    this.turn('eyeR', -this.pitch * 0.25 + this.manner.lid * 0.3, this.yaw * 0.2 + dart, 0)
    const up = this.manner.browUp + (this.isSpeaking ? 0.0008 * Math.sin(t * 1.7) : 0)
    this.bones.browL.position.y = 0.121 + up
    this.bones.browR.position.y = 0.121 + up
    this.turn('browL', 0, 0, this.manner.browTilt)
    this.turn('browR', 0, 0, -this.manner.browTilt)
  }
}
