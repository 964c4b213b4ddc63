import { describe, expect, it } from 'vitest'
import type { SeatView } from '../sim/index.ts'
import { mergeView } from './mergeView.ts'

type Moment = SeatView['moments'][number]
const phase = (number: number): Moment => ({ kind: 'phase', phase: 'A1', number, at: 0 })
const view = (number: number, moments: Moment[] = []) =>
  ({ number, moments, seat: 'trainee', ending: null }) as unknown as SeatView
const patch = (base: number, number: number, moments: Moment[] = []) => ({
  session: 's',
  kind: 'patch' as const,
  base,
  number,
  slices: {},
  moments,
})

describe('mergeView', () => {
  it('takes a whole view unless it is older than the one held', () => {
    expect(mergeView(null, { session: 's', kind: 'whole', view: view(3) })).toEqual({ view: view(3) })
    expect(mergeView(view(4), { session: 's', kind: 'whole', view: view(3) })).toBe('old')
  })
  it('appends new moments once, even if a patch repeats one', () => {
    const merged = mergeView(view(2, [phase(2)]), patch(2, 4, [phase(2), phase(4)]))
    expect(merged).toMatchObject({ view: { number: 4, moments: [{ number: 2 }, { number: 4 }] } })
  })
  it('asks for the whole when something in between is missing or nothing is held', () => {
    expect(mergeView(view(2), patch(3, 4))).toBe('gap')
    expect(mergeView(null, patch(0, 1))).toBe('gap')
  })
  it('takes a patch of the same number: the clock may have moved without an event', () => {
    expect(mergeView(view(4), patch(4, 4))).toMatchObject({ view: { number: 4 } })
  })
  it('passes over a patch from before', () => {
    expect(mergeView(view(4), patch(2, 3))).toBe('old')
  })
})
