import { type Bone, Matrix4, Quaternion, Vector3 } from 'three'
import type { PersonSeen } from '../../protocol/index.ts'
import { BONES, type BoneName, type Measures, makeBones } from './rig.ts'

export type Bearing = PersonSeen['bearing']

/** Where every bone turns, and where the hips are: all there is to a pose. */
export type Pose = { turns: Record<BoneName, Quaternion>; hips: Vector3 }

/** Height of a seat and how far its front edge lies before the sitter's hips, in metres. */
export const SEAT_METRES = 0.43

type Vec = [number, number, number]
type Reach = {
  /** Where the wrist is. */
  hand: Vec
  /** The hand is given from the root of that bone, as it is held, instead of from the floor. */
  from?: 'head' | 'chest'
  /** Whither the elbow points. */
  elbow: Vec
  roll?: Vec
  /** Whither the fingers point, and the palm: the forearm turns with it. */
  lies?: { fingers: Vec; palm: Vec }
}
type Plan = {
  hips: [number, number, number]
  lean: [number, number, number]
  chest: number
  turn?: number
  head: [number, number, number]
  left: Reach
  right: Reach
  feet: [number, number][]
  knees?: number
}

const down = new Vector3()
const bend = new Vector3()
const x = new Vector3()
const z = new Vector3()
const basis = new Matrix4()
const parent = new Quaternion()
const world = new Quaternion()

/** The plan of a pose, in metres, the person facing +z with the floor at 0. `t` is stature. */
function planOf(m: Measures, bearing: Bearing, isSeated: boolean, stoops: boolean): Plan {
  const t = m.tall
  const stoop = stoops ? 0.16 : 0.03
  const [w] = m.shoulder
  const low = isSeated ? SEAT_METRES + 0.075 : m.hips
  const lap = SEAT_METRES + 0.165
  const feet: [number, number][] = isSeated
    ? [
        [0.085, 0.36],
        [-0.085, 0.35],
      ]
    : [
        [m.hipHalf + 0.012, 0.0],
        [-m.hipHalf - 0.012, 0.02],
      ]
  const base: Plan = {
    hips: [0, low, 0],
    lean: [isSeated ? 0.02 + stoop * 0.7 : stoop * 0.6, 0, 0],
    chest: stoop * 0.8,
    head: [-stoop * 1.1, 0, 0],
    left: { hand: [w + 0.05, m.hips - 0.09 * t * 0.6, 0.05], elbow: [0.3, 0, -1] },
    right: { hand: [-w - 0.05, m.hips - 0.09 * t * 0.6, 0.05], elbow: [-0.3, 0, -1] },
    feet,
  }
  // Elbows hang beside the trunk and a little behind it, as far out as a waist makes them.
  const hang = (side: 1 | -1): Vec => [side * 0.42, -0.25, -1]
  /** Each hand on its own thigh, fingers towards the knees. */
  const lapHands = (apart: number, forward: number): Pick<Plan, 'left' | 'right'> => ({
    left: {
      hand: [apart + 0.012, lap, forward],
      elbow: hang(1),
      lies: { fingers: [-0.42, -0.3, 0.86], palm: [0.1, -1, -0.1] },
    },
    right: {
      hand: [-apart, lap + 0.006, forward - 0.02],
      elbow: hang(-1),
      lies: { fingers: [0.5, -0.3, 0.8], palm: [-0.1, -1, -0.1] },
    },
  })
  /** One hand over the other before the body. */
  const clasped = (y: number, forward: number): Pick<Plan, 'left' | 'right'> => ({
    left: {
      hand: [0.085, y, forward],
      elbow: hang(1),
      lies: { fingers: [-0.85, -0.32, 0.42], palm: [-0.1, -0.8, -0.6] },
    },
    right: {
      hand: [-0.08, y + 0.012, forward + 0.02],
      elbow: hang(-1),
      lies: { fingers: [0.88, -0.25, 0.32], palm: [0.1, -0.8, -0.6] },
    },
  })
  /** Arms folded over the waist, the left one outside; measured from the chest, so that they stay before it when it leans. */
  const front = 0.011 * t + 0.081 * t * m.thick + 0.02
  const crossed = (y: number): Pick<Plan, 'left' | 'right'> => ({
    left: {
      hand: [-0.02, y + 0.018, front + 0.056],
      from: 'chest',
      elbow: [0.8, -1, -0.1],
      lies: { fingers: [-0.9, 0.05, -0.48], palm: [-0.2, -0.25, -1] },
    },
    right: {
      hand: [0.02, y - 0.012, front + 0.03],
      from: 'chest',
      elbow: [-0.8, -1, -0.1],
      lies: { fingers: [0.97, 0.05, -0.22], palm: [0.2, -0.1, -1] },
    },
  })
  const breast = low + 0.19 * t
  switch (bearing) {
    case 'warm':
      return {
        ...base,
        ...(isSeated ? lapHands(0.06, 0.25) : clasped(0.575 * t, 0.165)),
        lean: [base.lean[0] + (isSeated ? 0.14 : 0.06), 0, 0],
        head: [base.head[0] + 0.02, 0, 0.1],
      }
    case 'open':
      return {
        ...base,
        ...(isSeated
          ? lapHands(0.085, 0.215)
          : {
              left: base.left,
              right: {
                hand: [-0.09, 0.58 * t, 0.2],
                elbow: hang(-1),
                lies: { fingers: [0.75, 0.2, 0.6], palm: [0.6, -0.2, -0.75] },
              },
            }),
      }
    case 'careful':
      return { ...base, ...(isSeated ? clasped(lap + 0.03, 0.16) : clasped(0.57 * t, 0.15)) }
    case 'closed':
      return { ...base, ...crossed(-0.03 * t), chest: base.chest + 0.05, head: [base.head[0] + 0.16, 0.06, 0] }
    case 'shut':
      return {
        ...base,
        ...crossed(-0.025 * t),
        chest: base.chest + 0.12,
        turn: 0.22,
        head: [base.head[0] + 0.3, 0.24, 0.02],
      }
    case 'overwhelmed':
      return {
        ...base,
        lean: [base.lean[0] + (isSeated ? 0.26 : 0.1), 0, 0],
        chest: base.chest + 0.1,
        head: [base.head[0] + 0.34, -0.08, -0.06],
        left: isSeated
          ? lapHands(0.02, 0.24).left
          : { hand: [-0.06, breast - 0.03, 0.15], elbow: [1, -0.5, 0], roll: [0.1, 0, -0.3] },
        right: {
          hand: [-0.075, 0.035, 0.125],
          from: 'head',
          elbow: [-0.5, -1, 0.35],
          roll: [-0.35, -0.5, 0.15],
        },
      }
  }
}

/** Turns the plan into turns of bones; arms and legs by the law of cosines. */
export function makePose(m: Measures, bearing: Bearing, isSeated: boolean, stoops: boolean): Pose {
  const plan = planOf(m, bearing, isSeated, stoops)
  const bones = makeBones(m)
  bones.hips.position.set(...plan.hips)
  const [pitch, yaw, roll] = plan.lean
  bones.spine.rotation.set(pitch, yaw + (plan.turn ?? 0) * 0.5, roll)
  bones.chest.rotation.set(plan.chest, (plan.turn ?? 0) * 0.5, 0)
  bones.neck.rotation.set(plan.head[0] * 0.45, plan.head[1] * 0.5, plan.head[2] * 0.5)
  bones.head.rotation.set(plan.head[0] * 0.55 - (pitch + plan.chest) * 0.55, plan.head[1] * 0.5, plan.head[2] * 0.5)
  bones.hips.updateMatrixWorld(true)
  reach(bones, 'L', m, plan.left)
  reach(bones, 'R', m, plan.right)
  for (const [i, side] of (['L', 'R'] as const).entries()) {
    const [fx, fz] = plan.feet[i] as [number, number]
    limb(bones[`thigh${side}`], bones[`shin${side}`], m.thigh, m.shin, [fx, m.ankle, fz], [fx * 0.5, 0.2, 1], -1)
    bones[`shin${side}`].updateWorldMatrix(true, false)
    bones[`foot${side}`].quaternion.copy(bones[`shin${side}`].getWorldQuaternion(world).invert())
    bones[`foot${side}`].rotateY(i === 0 ? 0.16 : -0.16)
  }
  const turns = Object.fromEntries(BONES.map((name) => [name, bones[name].quaternion.clone()])) as Record<
    BoneName,
    Quaternion
  >
  return { turns, hips: bones.hips.position.clone() }
}

function reach(
  bones: Record<BoneName, Bone>,
  side: 'L' | 'R',
  m: Measures,
  { hand, from, elbow, roll, lies }: Reach,
): void {
  const to = from ? bones[from].localToWorld(new Vector3(...hand)).toArray() : hand
  limb(bones[`arm${side}`], bones[`fore${side}`], m.upperArm, m.forearm, to, elbow, 1)
  if (roll) bones[`hand${side}`].rotation.set(...roll)
  if (lies) lay(bones[`fore${side}`], bones[`hand${side}`], side === 'L' ? 1 : -1, lies)
}

/** How much of a hand's turn about its forearm the forearm takes over: so that the wrist is not wrung. */
const FOREARM_SHARE = 0.6

/** Lays a hand as it is wanted in the room. */
function lay(fore: Bone, hand: Bone, side: 1 | -1, { fingers, palm }: NonNullable<Reach['lies']>): void {
  const up = new Vector3(...fingers).normalize().negate()
  x.set(...palm)
  x.addScaledVector(up, -x.dot(up)).normalize().multiplyScalar(-side)
  z.crossVectors(x, up)
  world.setFromRotationMatrix(basis.makeBasis(x, up, z))
  const local = parent.copy(fore.getWorldQuaternion(parent)).invert().multiply(world)
  // The part of that turn which goes round the forearm's own length.
  const twist = 2 * Math.atan2(local.y, local.w)
  fore.rotateY((twist - Math.PI * 2 * Math.round(twist / (Math.PI * 2))) * FOREARM_SHARE)
  fore.updateWorldMatrix(true, false)
  hand.quaternion.copy(fore.getWorldQuaternion(parent).invert()).multiply(world)
}

/** Two bones to a point; the middle joint bends towards `pole`. `fold` is -1 for knees, which fold backwards. */
function limb(
  upper: Bone,
  lower: Bone,
  a: number,
  b: number,
  to: readonly [number, number, number],
  pole: readonly [number, number, number],
  fold: 1 | -1,
): void {
  upper.updateWorldMatrix(true, false)
  const from = upper.getWorldPosition(new Vector3())
  const line = new Vector3(...to).sub(from)
  const far = Math.min(line.length(), (a + b) * 0.999)
  line.normalize()
  const toPole = new Vector3(...pole)
  toPole.addScaledVector(line, -toPole.dot(line)).normalize()
  const cos = (a * a + far * far - b * b) / (2 * a * far)
  const sin = Math.sqrt(Math.max(0, 1 - cos * cos))
  const first = line.clone().multiplyScalar(cos).addScaledVector(toPole, sin)
  const joint = from.clone().addScaledVector(first, a)
  const second = from.clone().addScaledVector(line, far).sub(joint).normalize()
  // The fold's axis: in the standing pose it is +x for both elbows and knees.
  bend.crossVectors(first, second)
  if (bend.lengthSq() < 1e-8) bend.crossVectors(first, toPole)
  bend.normalize().multiplyScalar(-fold)
  for (const [bone, way] of [
    [upper, first],
    [lower, second],
  ] as const) {
    down.copy(way).negate()
    x.copy(bend)
    z.crossVectors(x, down)
    basis.makeBasis(x, down, z)
    world.setFromRotationMatrix(basis)
    bone.parent?.updateWorldMatrix(true, false)
    bone.parent?.getWorldQuaternion(parent)
    bone.quaternion.copy(parent.invert()).multiply(world)
    bone.updateWorldMatrix(true, false)
  }
}
