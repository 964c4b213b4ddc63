import { readFileSync } from 'node:fs'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Figure } from '../../src/protocol/index.ts'
import { Person } from '../../src/scene/person.ts'
import { makeBody } from '../../src/stage/people/body.ts'
import { jawAt, parting } from '../../src/stage/people/mouth.ts'
import { type Bearing, makePose } from '../../src/stage/people/pose.ts'
import { BONES, type BoneName, makeBones, measuresOf } from '../../src/stage/people/rig.ts'
import { MOUTH, mouthLine } from '../../src/stage/people/skull.ts'

const people = (parse(readFileSync('scenes/third-floor-west/people.yaml', 'utf8')).people as unknown[])
  .map((each) => Person.parse(each))
  .flatMap(({ id, figure }): [string, Figure][] => (figure ? [[id, figure]] : []))
const STYLES: Figure['hair']['style'][] = ['short-perm', 'bob', 'short', 'ponytail', 'parted']
const shen = people.find(([id]) => id === 'S')?.[1] as Figure
const heads: [string, Figure][] = [
  ...people,
  ...STYLES.flatMap((style) =>
    (['female', 'male'] as const).map((sex): [string, Figure] => [
      `${style}, ${sex}`,
      { ...shen, sex, hair: { ...shen.hair, style } },
    ]),
  ),
]

/** Where the bones of somebody seated in that bearing are. */
function seated(figure: Figure, bearing: Bearing): (name: BoneName) => Vector3 {
  const m = measuresOf(figure)
  const pose = makePose(m, bearing, true, figure.stoops)
  const bones = makeBones(m)
  for (const name of BONES) bones[name].quaternion.copy(pose.turns[name])
  bones.hips.position.copy(pose.hips)
  bones.hips.updateMatrixWorld(true)
  return (name) => bones[name].getWorldPosition(new Vector3())
}

describe('a head', () => {
  it.each(heads)('has no hair before or behind the face, where a moving jaw would bare it: %s', (_, figure) => {
    const at = makeBody(figure, measuresOf(figure), false).hair.getAttribute('position')
    for (let i = 0; i < at.count; i++) {
      const [x, y, z] = [at.getX(i), at.getY(i), at.getZ(i)]
      const isFace = Math.abs(Math.atan2(x, z)) < 0.7
      if (isFace) expect(y, `hair at ${[x, y, z].map((one) => one.toFixed(3))}`).toBeGreaterThan(0.11)
    }
  })

  it('opens its mouth as a lens: most in the middle, not at all at the corners, and never above the line', () => {
    expect(parting(0)).toBe(1)
    expect(parting(MOUTH.half)).toBe(0)
    const below = (aside: number) => jawAt(aside, mouthLine(aside) - 1e-5, 0.08)
    expect(below(0)).toBeGreaterThan(below(0.012))
    expect(below(0.012)).toBeGreaterThan(below(0.02))
    expect(jawAt(0, mouthLine(0) + 1e-5, 0.09)).toBe(0)
  })
})

describe('somebody seated', () => {
  it.each(people)('rests with the elbows at the waist and the hands on the lap: %s', (_, figure) => {
    for (const bearing of ['open', 'careful', 'warm'] as const) {
      const at = seated(figure, bearing)
      for (const [arm, fore, hand] of [
        ['armL', 'foreL', 'handL'],
        ['armR', 'foreR', 'handR'],
      ] as const) {
        expect(Math.abs(at(fore).x) - Math.abs(at(arm).x), bearing).toBeLessThan(0.1)
        expect(at(fore).y, bearing).toBeLessThan(at(arm).y - 0.18)
        expect(Math.abs(at(hand).x), bearing).toBeLessThan(Math.abs(at(fore).x))
        expect(at(hand).y, bearing).toBeLessThan(0.68)
      }
    }
  })

  it.each(people)('folds the arms before the body, not through it: %s', (_, figure) => {
    const m = measuresOf(figure)
    for (const bearing of ['closed', 'shut'] as const) {
      const at = seated(figure, bearing)
      const chest = at('chest')
      // The trunk's half depth at the chest with a garment over it, see torso.ts; and the thinnest of a wrist.
      const clear = 0.081 * m.tall * m.thick + 0.013
      for (const hand of ['handL', 'handR'] as const)
        expect(Math.hypot(at(hand).x - chest.x, at(hand).z - chest.z), `${bearing} ${hand}`).toBeGreaterThan(clear)
      expect(at('handL').distanceTo(at('handR')), bearing).toBeGreaterThan(0.04)
    }
  })
})

describe('all the people of the flat', () => {
  it('cost no more than the part of a picture that is theirs', () => {
    for (const [id, figure] of people) {
      const { fineness } = makeBody(figure, measuresOf(figure), true)
      expect((fineness.body.full + fineness.hair.full) / 3, id).toBeLessThanOrEqual(32_000)
      expect((fineness.body.far + fineness.hair.far) / 3, id).toBeLessThanOrEqual(15_000)
    }
  })

  it('have both bodies in one index, one behind the other, over the same corners', () => {
    const { geometry, hair, fineness } = makeBody(shen, measuresOf(shen), true)
    for (const [shape, { full, far }] of [
      [geometry, fineness.body],
      [hair, fineness.hair],
    ] as const) {
      expect(shape.index?.count).toBe(full + far)
      const corners = shape.getAttribute('position').count
      for (const corner of shape.index?.array ?? []) expect(corner).toBeLessThan(corners)
    }
  })
})
