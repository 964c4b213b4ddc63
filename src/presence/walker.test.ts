import { describe, expect, it } from 'vitest'
import { EYE, isOnWay, makeWalker, sendAlong, stepWalker, stopWalking, yawTo } from './walker.ts'

const still = { ahead: 0, aside: 0, turn: 0, tilt: 0 }
const shut = () => true
const run = (walker: ReturnType<typeof makeWalker>, wish: Partial<typeof still>, seconds: number) => {
  for (let t = 0; t < seconds - 1e-9; t += 0.02) stepWalker(walker, { ...still, ...wish }, 0.02, [], shut)
}

describe('walking', () => {
  it('goes where it looks', () => {
    const walker = makeWalker(0, 0, yawTo({ x: 0, z: 0 }, [1, 0]))
    run(walker, { ahead: 1 }, 1)
    expect(walker.x).toBeCloseTo(1.5, 3)
    expect(walker.z).toBeCloseTo(0, 3)
  })

  it('steps to the right with the right key, and turns right too', () => {
    const walker = makeWalker(0, 0, 0)
    run(walker, { aside: 1 }, 0.5)
    expect(walker.x).toBeGreaterThan(0.5)
    run(walker, { turn: 1 }, 0.5)
    expect(walker.yaw).toBeLessThan(-0.5)
  })

  it('is no faster on the slant', () => {
    const walker = makeWalker(0, 0, 0)
    run(walker, { ahead: 1, aside: 1 }, 1)
    expect(Math.hypot(walker.x, walker.z)).toBeCloseTo(1.5, 3)
  })

  it('follows a path to its end, then faces what is there', () => {
    const walker = makeWalker(0, 0, 0)
    sendAlong(
      walker,
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      [3, 1],
    )
    run(walker, {}, 4)
    expect([walker.x, walker.z]).toEqual([1, 1])
    expect(walker.yaw).toBeCloseTo(yawTo(walker, [3, 1]), 2)
  })

  it('sinks to the height of a chair only once it has got there, and does not slide about on it', () => {
    const walker = makeWalker(0, 0, 0)
    sendAlong(
      walker,
      [
        [0, 0],
        [0, 1.5],
      ],
      null,
    )
    walker.isSeated = true
    run(walker, {}, 0.4)
    expect(walker.eye).toBeCloseTo(EYE.standing, 5)
    run(walker, { ahead: 1 }, 3)
    expect(walker.eye).toBeCloseTo(EYE.seated, 2)
    expect(walker.z).toBeCloseTo(1.5, 6)
  })

  it('can be stopped on its way', () => {
    const walker = makeWalker(0, 0, 0)
    sendAlong(
      walker,
      [
        [0, 0],
        [9, 0],
      ],
      null,
    )
    run(walker, {}, 0.2)
    stopWalking(walker)
    const { x } = walker
    run(walker, {}, 1)
    expect(isOnWay(walker)).toBe(false)
    expect(walker.x).toBe(x)
  })
})
