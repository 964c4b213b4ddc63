import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atFirst, judge, type Standing } from './judge.ts'
import type { Stretch } from './Tally.ts'

const STEPS = 4
const inTime: Stretch = { frames: 144, missed: 3, p95Ms: 14 }
const late: Stretch = { frames: 100, missed: 30, p95Ms: 28 }
const having = (from: Standing, ...stretches: Stretch[]) =>
  stretches.reduce((now, stretch) => judge(now, stretch, STEPS), from)
const times = (n: number, stretch: Stretch) => Array.from({ length: n }, () => stretch)

describe('falling back when frames are missed', () => {
  it('takes one step after two late stretches in a row, not after one', () => {
    expect(having(atFirst(1), late).step).toBe(0)
    expect(having(atFirst(1), late, inTime, late).step).toBe(0)
    expect(having(atFirst(1), late, late)).toMatchObject({ step: 1, why: 'late' })
    expect(having(atFirst(1), ...times(4, late)).step).toBe(2)
  })

  it('takes no step, however long, while frames come in time', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 300 }), (missed) => {
        const end = having(atFirst(1), ...missed.map((some) => ({ frames: 144, missed: some, p95Ms: 14 })))
        expect(end.step).toBe(0)
        expect(end.scale).toBe(1)
      }),
      { seed: 3 },
    ))

  it('takes a step back after half a minute in time', () => {
    const fallen = having(atFirst(1), late, late)
    expect(having(fallen, ...times(14, inTime)).step).toBe(1)
    expect(having(fallen, ...times(15, inTime))).toMatchObject({ step: 0, why: 'recovered' })
  })

  it('waits twice as long each time that was too soon, so that the picture does not change to and fro', () => {
    let now = having(atFirst(1), late, late)
    const waits: number[] = []
    for (let round = 0; round < 6; round++) {
      let stretches = 0
      while (now.step > 0) {
        now = judge(now, inTime, STEPS)
        stretches++
      }
      waits.push(stretches)
      now = having(now, late, late)
      expect(now).toMatchObject({ step: 1, why: 'too-soon' })
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 240])
  })

  it('does not count against it what came long after', () => {
    const back = having(atFirst(1), late, late, ...times(15, inTime))
    expect(having(back, ...times(10, inTime), late, late)).toMatchObject({ step: 1, why: 'late', patience: 15 })
  })

  it('makes the next picture coarser only when every step is taken, down to what can be read', () => {
    const fallen = having(atFirst(1), ...times(8, late))
    expect(fallen).toMatchObject({ step: 4, scale: 1 })
    expect(having(fallen, late, late)).toMatchObject({ step: 4, scale: 0.85, why: 'still-late' })
    expect(having(fallen, ...times(20, late)).scale).toBe(0.7)
  })

  it('makes it finer again, for the next entry, after a minute in time with everything drawn', () => {
    expect(having(atFirst(0.7), ...times(29, inTime)).scale).toBe(0.7)
    expect(having(atFirst(0.7), ...times(30, inTime)).scale).toBe(0.85)
    expect(having(atFirst(0.7), ...times(60, inTime)).scale).toBe(1)
  })

  it('never takes more than one step at a time, nor leaves the ladder', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (stretches) => {
        let now = atFirst(1)
        for (const isLate of stretches) {
          const next = judge(now, isLate ? late : inTime, STEPS)
          expect(Math.abs(next.step - now.step)).toBeLessThanOrEqual(1)
          expect(next.step).toBeGreaterThanOrEqual(0)
          expect(next.step).toBeLessThanOrEqual(STEPS)
          if (!isLate) expect(next.step).toBeLessThanOrEqual(now.step)
          now = next
        }
      }),
      { seed: 5 },
    ))
})
