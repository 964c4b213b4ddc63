import { Bone, Vector3 } from 'three'
import type { Figure } from '../../protocol/index.ts'

export const BONES = [
  'hips',
  'spine',
  'chest',
  'neck',
  'head',
  'jaw',
  'eyeL',
  'eyeR',
  'lidL',
  'lidR',
  'browL',
  'browR',
  'armL',
  'foreL',
  'handL',
  'armR',
  'foreR',
  'handR',
  'thighL',
  'shinL',
  'footL',
  'thighR',
  'shinR',
  'footR',
] as const
export type BoneName = (typeof BONES)[number]

/** Measures of a body in metres, from stature and build. The person's left is +x; they face +z. */
export type Measures = {
  tall: number
  wide: number
  thick: number
  hips: number
  spine: number
  chest: number
  neck: number
  head: number
  shoulder: [number, number]
  upperArm: number
  forearm: number
  hand: number
  hipHalf: number
  thigh: number
  shin: number
  ankle: number
  foot: number
}

const BUILDS: Record<Figure['build'], { wide: number; thick: number }> = {
  slight: { wide: 0.93, thick: 0.92 },
  average: { wide: 1, thick: 1 },
  sturdy: { wide: 1.1, thick: 1.2 },
}

export function measuresOf(figure: Figure): Measures {
  const h = figure.metres
  const { wide, thick } = BUILDS[figure.build]
  const isMan = figure.sex === 'male'
  return {
    tall: h,
    wide,
    thick,
    hips: 0.53 * h,
    spine: 0.6 * h,
    chest: 0.69 * h,
    neck: 0.825 * h,
    head: 0.868 * h,
    shoulder: [(isMan ? 0.112 : 0.1) * h * (0.4 + 0.6 * wide), 0.802 * h],
    upperArm: 0.172 * h,
    forearm: 0.147 * h,
    hand: 0.1 * h,
    hipHalf: 0.053 * h * wide,
    thigh: 0.238 * h,
    shin: 0.232 * h,
    ankle: 0.045 * h,
    foot: 0.145 * h,
  }
}

/** Where the features of a face sit, in metres from the base of the skull; a head is near enough the same size in all adults. */
export const FACE = {
  eye: new Vector3(0.0305, 0.1, 0.0755),
  eyeRadius: 0.0128,
  brow: new Vector3(0.031, 0.121, 0.086),
  jaw: new Vector3(0, 0.055, 0.01),
} as const

/** All bones, unturned, in the standing pose with arms hanging: so that a pose is nothing but turns. */
export function makeBones(m: Measures): Record<BoneName, Bone> {
  const bones = Object.fromEntries(BONES.map((name) => [name, Object.assign(new Bone(), { name })])) as Record<
    BoneName,
    Bone
  >
  const join = (child: BoneName, parent: BoneName, x: number, y: number, z: number) => {
    bones[parent].add(bones[child])
    bones[child].position.set(x, y, z)
  }
  bones.hips.position.set(0, m.hips, 0)
  join('spine', 'hips', 0, m.spine - m.hips, 0)
  join('chest', 'spine', 0, m.chest - m.spine, 0)
  join('neck', 'chest', 0, m.neck - m.chest, -0.012)
  join('head', 'neck', 0, m.head - m.neck, 0.012)
  join('jaw', 'head', FACE.jaw.x, FACE.jaw.y, FACE.jaw.z)
  for (const [side, s] of [
    ['L', 1],
    ['R', -1],
  ] as const) {
    join(`eye${side}`, 'head', s * FACE.eye.x, FACE.eye.y, FACE.eye.z)
    join(`lid${side}`, 'head', s * FACE.eye.x, FACE.eye.y, FACE.eye.z)
    join(`brow${side}`, 'head', s * FACE.brow.x, FACE.brow.y, FACE.brow.z)
    join(`arm${side}`, 'chest', s * m.shoulder[0], m.shoulder[1] - m.chest, -0.008)
    join(`fore${side}`, `arm${side}`, 0, -m.upperArm, 0)
    join(`hand${side}`, `fore${side}`, 0, -m.forearm, 0)
    join(`thigh${side}`, 'hips', s * m.hipHalf, -0.012 * m.tall, 0)
    join(`shin${side}`, `thigh${side}`, 0, -m.thigh, 0)
    join(`foot${side}`, `shin${side}`, 0, -m.shin, 0)
  }
  return bones
}
