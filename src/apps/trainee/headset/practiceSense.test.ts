import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { makePointers } from '../../../presence/index.ts'
import { angleTo, areHandsUp, hasMoved, isLookedAt, pressedAt } from './practiceSense.ts'

const eyes = new Vector3(0, 1.6, 0)
const box = new Vector3(1, 1.3, -1.5)

/** A pointer from the hip towards a point. */
function pointing(to: Vector3, more: { isPressed?: boolean; wasPressed?: boolean; hit?: string } = {}) {
  const pointers = makePointers()
  const right = pointers.all.find((one) => one.id === 'right')
  if (!right) throw new Error('no right pointer')
  right.isTracked = true
  right.origin.set(0.2, 1.1, -0.2)
  right.direction.copy(to).sub(right.origin).normalize()
  Object.assign(right, { isPressed: true, ...more })
  return pointers
}

describe('what the practice senses', () => {
  it('measures the angle to a point', () =>
    expect(angleTo(eyes, { x: 0, y: 0, z: -1 }, { x: 1, y: 1.6, z: -1 })).toBeCloseTo(Math.PI / 4))

  it('takes a head turned to the sign for looking, and not one turned beside it', () => {
    const at = (aside: number) => isLookedAt(eyes, { x: 0, y: 0, z: -1 }, { x: aside, y: 1.6, z: -2 })
    expect([at(0), at(0.4), at(1)]).toEqual([true, true, false])
  })

  it('takes a step for moving, and not a sway', () => {
    expect(hasMoved(eyes, { x: 0.1, y: 1.4, z: 0.1 })).toBe(false)
    expect(hasMoved(eyes, { x: 0.4, y: 1.6, z: 0.1 })).toBe(true)
  })

  it('takes both hands above the eyes for a stop, and not one', () => {
    const pointers = makePointers()
    for (const one of pointers.all) one.isTracked = true
    const raise = (id: string) => pointers.all.find((one) => one.id === id)?.origin.set(0, 1.75, 0)
    raise('left')
    expect(areHandsUp(eyes, pointers)).toBe(false)
    raise('gaze')
    expect(areHandsUp(eyes, pointers)).toBe(false)
    raise('right')
    expect(areHandsUp(eyes, pointers)).toBe(true)
  })

  it('tells a press at the letter box from one elsewhere, on its edge and beside all panels', () => {
    expect(pressedAt(pointing(box), box, 0.24)).toBe('thing')
    expect(pressedAt(pointing(new Vector3(-1, 1, -1)), box, 0.24)).toBe('other')
    expect(pressedAt(pointing(box, { wasPressed: true }), box, 0.24)).toBeNull()
    expect(pressedAt(pointing(box, { isPressed: false }), box, 0.24)).toBeNull()
    expect(pressedAt(pointing(box, { hit: 'practice/pause' }), box, 0.24)).toBeNull()
  })
})
