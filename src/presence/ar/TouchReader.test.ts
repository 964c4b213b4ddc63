import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { makeHand } from '../xr/hands.ts'
import { makePad } from '../xr/pads.ts'
import { makePointers } from '../xr/pointers.ts'
import type { Side, Tracking } from '../xr/Tracking.ts'
import { TouchReader } from './TouchReader.ts'

const makeSide = (): Side => ({
  hand: makeHand(),
  pad: makePad(),
  from: new Vector3(),
  along: new Vector3(0, 0, -1),
  isPointing: true,
})

function body(kind: 'hand' | 'controller', at: [number, number, number]) {
  const [left, right] = [makeSide(), makeSide()]
  right.hand.kind = kind
  right.hand.isTracked = true
  right.hand.tip.set(...at)
  const tracking = { left, right, side: (name: string) => (name === 'left' ? left : right) } as unknown as Tracking
  const pointers = makePointers()
  const reader = new TouchReader()
  const step = (seconds = 0.05, floor: number | null = 0) => reader.step(tracking, pointers, floor, seconds)
  const rest = (seconds: number, floor: number | null = 0) => {
    for (let t = 0; t < seconds; t += 0.05) {
      const marked = step(0.05, floor)
      if (marked) return marked
    }
    return null
  }
  return { right, pointers, reader, step, rest }
}

describe('touching to mark', () => {
  it('with a controller is one pull of the trigger, wherever its front is', () => {
    const { right, step } = body('controller', [1, 0.7, -1])
    expect(step()).toBeNull()
    right.pad.trigger.isPressed = true
    expect(step()).toEqual({ x: 1, y: 0.7, z: -1 })
    right.pad.trigger.wasPressed = true
    expect(step()).toBeNull()
  })

  it('is not meant while that hand is on a panel', () => {
    const { right, pointers, step } = body('controller', [1, 0.7, -1])
    const [, pointer] = pointers.all
    if (pointer) pointer.hit = 'placing/before'
    right.pad.trigger.isPressed = true
    expect(step()).toBeNull()
  })

  it('with a bare finger is resting it, and shows how long is still to go', () => {
    const { right, reader, rest, step } = body('hand', [0, 0.72, -0.5])
    expect(rest(0.6)).toBeNull()
    expect(reader.touching.right.progress).toBeGreaterThan(0.3)
    right.hand.tip.x += 0.05
    step()
    expect(reader.touching.right.progress).toBe(0)
    expect(rest(2)).toMatchObject({ x: 0.05 })
  })

  it('marks once: the finger has to leave before it marks again', () => {
    const { right, rest, step } = body('hand', [0, 0.72, -0.5])
    expect(rest(2)).not.toBeNull()
    expect(rest(4)).toBeNull()
    right.hand.tip.x += 0.3
    step()
    expect(rest(2)).not.toBeNull()
  })

  it('is nothing where no furniture is: hanging at the side, or pointing at somebody', () => {
    expect(body('hand', [0, 0.1, 0]).rest(4)).toBeNull()
    expect(body('hand', [0, 1.4, 0]).rest(4)).toBeNull()
    // While the floor itself is asked for, anywhere is right.
    expect(body('hand', [0, -1.5, 0]).rest(4, null)).not.toBeNull()
  })

  it('needs a hand that is there', () => {
    const { right, reader, rest } = body('hand', [0, 0.72, 0])
    right.hand.isTracked = false
    expect(rest(3)).toBeNull()
    expect(reader.touching.right.isShown).toBe(false)
  })
})
