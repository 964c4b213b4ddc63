import { describe, expect, it } from 'vitest'
import type { Marks } from './marks.ts'
import { beginPlacing, type Placing, type PlacingDid, place } from './placing.ts'

const mark = { name: { zh: '', en: '' }, things: ['t'] }
const MARKS: Marks = {
  plan: 'p',
  corner: { ...mark, id: 'c', kind: 'corner', at: [1, 0], height: 0.7 },
  seat: { ...mark, id: 's', kind: 'client-seat', at: [0, 0], faces: [1, 0], height: 0.45 },
  own: null,
  room: 'living',
  across: 5,
}
const touch = (x: number, z = 0, y = 0.7): PlacingDid => ({ kind: 'touched', at: { x, y, z } })
const placedBy = (...did: PlacingDid[]): Placing => did.reduce((now, one) => place(now, MARKS, one), beginPlacing(true))

describe('placing by two marks', () => {
  it('asks for the corner, the seat, a look, and is done', () => {
    expect(placedBy().step).toBe('corner')
    expect(placedBy(touch(4)).step).toBe('seat')
    const looked = placedBy(touch(4), touch(3))
    expect(looked).toMatchObject({ step: 'check', isByMarks: true, isRestored: false })
    expect(looked.plan).toMatchObject({ x: -3, z: 0, floor: 0 })
    expect(placedBy(touch(4), touch(3), { kind: 'right' }).step).toBe('done')
  })

  it('asks for the floor first where the device does not know it, and measures heights from there', () => {
    let now = beginPlacing(false)
    expect(now.step).toBe('floor')
    for (const did of [touch(0, 0, -1.5), touch(4, 0, -0.75), touch(3, 0, -1.05)]) now = place(now, MARKS, did)
    expect(now.plan).toMatchObject({ floor: -1.5, table: 0.75 })
  })

  it('says why marks did not fit, how far apart they were, and begins again with the corner', () => {
    const wrong = placedBy(touch(4), touch(2))
    expect(wrong).toMatchObject({ step: 'corner', trouble: 'disagree', metres: 2, planned: 1, plan: null })
    expect(placedBy(touch(4), touch(2), touch(4)).trouble).toBeNull()
  })

  it('keeps the measured floor when the marks have to be touched again', () => {
    let now = beginPlacing(false)
    for (const did of [touch(0, 0, -1.5), touch(4, 0, -0.75), touch(4, 0, -1.05)]) now = place(now, MARKS, did)
    expect(now).toMatchObject({ step: 'corner', trouble: 'too-near', floor: -1.5 })
  })

  it('forgets what was touched when the device loses its way, unless an anchor holds the room', () => {
    const isAnchored = true
    expect(placedBy(touch(4), { kind: 'lost', isAnchored })).toMatchObject({
      step: 'corner',
      trouble: 'lost',
      corner: null,
    })
    expect(placedBy(touch(4), touch(3), { kind: 'lost', isAnchored }).step).toBe('check')
    const unheld = placedBy(touch(4), touch(3), { kind: 'right' }, { kind: 'lost', isAnchored: false })
    expect(unheld).toMatchObject({ step: 'corner', trouble: 'lost', plan: null })
  })

  it('looks first at a room found again, and falls back to marks when it is not found', () => {
    const plan = { plan: 'p', x: 1, z: 2, yaw: 0, floor: 0, table: 0.7 }
    expect(placedBy({ kind: 'restored', plan })).toMatchObject({ step: 'check', isRestored: true, plan })
    expect(placedBy({ kind: 'anchor-gone' })).toMatchObject({ step: 'corner', trouble: 'anchor-gone' })
    expect(placedBy({ kind: 'restored', plan }, { kind: 'again' })).toMatchObject({ step: 'corner', plan: null })
  })

  it('goes on without marks, and then no real furniture is counted on', () => {
    const without = placedBy({ kind: 'before', head: { x: 0, y: 1.6, z: 0, yaw: 0 } })
    expect(without).toMatchObject({ step: 'check', isByMarks: false })
    expect(place(without, MARKS, { kind: 'right' }).step).toBe('done')
  })

  it('cannot be done before there is a plan', () => {
    expect(placedBy(touch(4), { kind: 'right' }).step).toBe('seat')
  })
})
