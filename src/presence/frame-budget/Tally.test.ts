import { describe, expect, it } from 'vitest'
import { Tally } from './Tally.ts'

const BUDGET = 1000 / 72
const run = (...frames: number[]) => {
  const tally = new Tally()
  return frames.map((ms) => tally.add(ms, BUDGET)).filter((one) => one !== null)
}
const of = (count: number, ms: number) => Array.from({ length: count }, () => ms)

describe('counting frames', () => {
  it('tells after two seconds how many came, and how many late', () => {
    expect(run(...of(144, BUDGET))).toEqual([{ frames: 144, missed: 0, p95Ms: 14 }])
    expect(run(...of(36, BUDGET * 2), ...of(72, BUDGET))).toEqual([{ frames: 108, missed: 36, p95Ms: 28 }])
  })

  it('takes a frame a little late for one in time', () => {
    expect(run(...of(120, BUDGET * 1.3))[0]?.missed).toBe(0)
  })

  it('begins anew after a gap: a headset laid down is no slow frame', () => {
    expect(run(...of(143, BUDGET), 4000, ...of(143, BUDGET))).toEqual([])
  })
})
