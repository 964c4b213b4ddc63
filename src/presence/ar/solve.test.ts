import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FloorPlan, toPlace, toReal } from './floorPlan.ts'
import type { Marks } from './marks.ts'
import { NEAREST_METRES, planBefore, solve, TOLERANCE_METRES } from './solve.ts'

const mark = { name: { zh: '', en: '' }, things: ['t'] }
/** As in the home visit: corner and seat 1.016 m apart in a room of 4 by 3.8 m. */
const MARKS: Marks = {
  plan: 'p',
  corner: { ...mark, id: 'c', kind: 'corner', at: [2.925, 4.48], height: 0.46 },
  seat: { ...mark, id: 's', kind: 'client-seat', at: [2, 4.9], faces: [3.2, 4.9], height: 0.42 },
  own: null,
  room: 'living',
  across: Math.hypot(4, 3.8),
}
const PLANNED = Math.hypot(0.925, 0.42)
const MM = 0.001

const turn = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })
const metres = fc.double({ min: -8, max: 8, noNaN: true })
const some = fc.record({ x: metres, z: metres, yaw: turn })

/** Where the two marks are found in a real room in which the place lies so. */
const found = (lies: Pick<FloorPlan, 'x' | 'z' | 'yaw'>, marks = MARKS) => ({
  corner: { ...toReal(lies, { x: marks.corner.at[0], z: marks.corner.at[1] }), y: 0.75 },
  seat: { ...toReal(lies, { x: marks.seat.at[0], z: marks.seat.at[1] }), y: 0.45 },
})
const far = (a: { x: number; z: number }, b: { x: number; z: number }) => Math.hypot(a.x - b.x, a.z - b.z)

describe('two marks lay a place out', () => {
  it('takes both marks to the plan within a millimetre, wherever the room lies and whichever way it is turned', () => {
    fc.assert(
      fc.property(some, (lies) => {
        const { corner, seat } = found(lies)
        const solved = solve(MARKS, corner, seat, 0)
        if (!solved.isPlaced) throw new Error(solved.why)
        expect(far(toPlace(solved.plan, seat), { x: 2, z: 4.9 })).toBeLessThan(MM)
        expect(far(toPlace(solved.plan, corner), { x: 2.925, z: 4.48 })).toBeLessThan(MM)
        expect(solved.off).toBeLessThan(MM)
        expect(solved.plan.table).toBeCloseTo(0.75)
      }),
    )
  })

  it('is the same placement whichever way the device had its own axes: every other point keeps its place too', () => {
    fc.assert(
      fc.property(some, some, some, (lies, other, point) => {
        const one = solve(MARKS, found(lies).corner, found(lies).seat, 0)
        const two = solve(MARKS, found(other).corner, found(other).seat, 0)
        if (!one.isPlaced || !two.isPlaced) throw new Error('not placed')
        expect(far(toPlace(one.plan, toReal(lies, point)), point)).toBeLessThan(MM)
        expect(far(toPlace(two.plan, toReal(other, point)), point)).toBeLessThan(MM)
      }),
    )
  })

  it('never stretches: two points are as far apart in the place as in the room', () => {
    fc.assert(
      fc.property(some, some, some, (lies, a, b) => {
        const solved = solve(MARKS, found(lies).corner, found(lies).seat, 0)
        if (!solved.isPlaced) throw new Error(solved.why)
        expect(Math.abs(far(toPlace(solved.plan, a), toPlace(solved.plan, b)) - far(a, b))).toBeLessThan(MM)
      }),
    )
  })

  it('keeps her on the real chair when the furniture stands a little otherwise than planned', () => {
    fc.assert(
      fc.property(
        some,
        fc.double({ min: -TOLERANCE_METRES + MM, max: TOLERANCE_METRES - MM, noNaN: true }),
        (lies, more) => {
          const { corner, seat } = found(lies)
          const k = (PLANNED + more) / PLANNED
          const moved = { ...corner, x: seat.x + (corner.x - seat.x) * k, z: seat.z + (corner.z - seat.z) * k }
          const solved = solve(MARKS, moved, seat, 0)
          if (!solved.isPlaced) throw new Error(solved.why)
          expect(far(toPlace(solved.plan, seat), { x: 2, z: 4.9 })).toBeLessThan(MM)
          expect(solved.off).toBeCloseTo(Math.abs(more), 6)
        },
      ),
    )
  })

  it('does not count a touch of the floor under the corner as the height of a table', () => {
    const { corner, seat } = found({ x: 1, z: 2, yaw: 0.3 })
    const solved = solve(MARKS, { ...corner, y: -1.38 }, { ...seat, y: -1.4 }, -1.4)
    expect(solved.isPlaced && solved.plan.table).toBeNull()
    expect(solved.isPlaced && solved.plan.floor).toBe(-1.4)
  })
})

describe('marks that make no sense are refused, each for its reason', () => {
  const seat = { x: 0, y: 0.45, z: 0 }
  const at = (x: number, y = 0.7) => ({ x, y, z: 0 })
  it.each([
    ['too-near', at(NEAREST_METRES - 0.01)],
    ['too-near', at(0)],
    ['disagree', at(PLANNED + TOLERANCE_METRES + 0.01)],
    ['disagree', at(PLANNED - TOLERANCE_METRES - 0.01)],
    ['too-far', at(6)],
    ['height', at(PLANNED, 1.6)],
    ['height', at(PLANNED, -0.6)],
    ['nowhere', at(Number.NaN)],
    ['nowhere', at(PLANNED, Number.POSITIVE_INFINITY)],
  ] as const)('%s', (why, corner) => {
    expect(solve(MARKS, corner, seat, 0)).toMatchObject({ isPlaced: false, why })
  })

  it('refuses exactly beyond the stated distances, in every direction', () => {
    fc.assert(
      fc.property(turn, fc.double({ min: 0, max: 9, noNaN: true }), (way, apart) => {
        const corner = { x: Math.sin(way) * apart, y: 0.7, z: Math.cos(way) * apart }
        const { isPlaced } = solve(MARKS, corner, seat, 0)
        const isFine = apart >= NEAREST_METRES && Math.abs(apart - PLANNED) <= TOLERANCE_METRES
        const isOnEdge = Math.abs(Math.abs(apart - PLANNED) - TOLERANCE_METRES) < 1e-9
        expect(isOnEdge || isPlaced === isFine).toBe(true)
      }),
    )
  })
})

describe('without marks', () => {
  it('puts her seat before the head, she facing it', () => {
    fc.assert(
      fc.property(some, (head) => {
        const plan = planBefore(MARKS, head, 0)
        const seat = toReal(plan, { x: 2, z: 4.9 })
        expect(far(seat, head)).toBeCloseTo(1.3, 6)
        const seen = toReal(plan, { x: 3.3, z: 4.9 })
        expect(far(seen, head)).toBeLessThan(MM)
        // Straight ahead, not behind.
        expect((seat.x - head.x) * -Math.sin(head.yaw) + (seat.z - head.z) * -Math.cos(head.yaw)).toBeCloseTo(1.3, 6)
      }),
    )
  })
})
