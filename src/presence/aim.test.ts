import { describe, expect, it } from 'vitest'
import { aimAt, enters, metresTo, type Ray, type Target, volumeOf, wallAt } from './aim.ts'

const boxed = (
  id: string,
  min: [number, number, number],
  max: [number, number, number],
  more: Partial<Target> = {},
): Target => ({ kind: 'thing', id, box: { min, max }, volume: volumeOf({ min, max }), hides: false, on: null, ...more })
const along = (to: [number, number, number], from: [number, number, number] = [0, 1.6, 0]): Ray => {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const length = Math.hypot(x, y, z)
  return { ox: from[0], oy: from[1], oz: from[2], dx: x / length, dy: y / length, dz: z / length }
}
const none = Number.POSITIVE_INFINITY
const table = boxed('tea-table', [-0.5, 0, 1.5], [0.5, 0.46, 2.1], { hides: true })
const pills = boxed('pill-box', [-0.1, 0.46, 1.7], [0.1, 0.52, 1.8])
const person = boxed('S', [-0.27, 0, 2.73], [0.27, 1.5, 3.27], { kind: 'person', hides: true })
const arm = boxed('shen-forearm', [-0.2, 0.7, 2.8], [0, 0.9, 3], { on: 'S' })
const calendar = boxed('wall-calendar', [-0.2, 1.2, 4.98], [0.2, 1.8, 5])
const all = [table, pills, person, arm, calendar]
const meant = (ray: Ray, wall = none) => all[aimAt(all, ray, wall)]?.id

describe('aiming', () => {
  it('means the small thing on the table rather than the table', () => {
    expect(meant(along([0, 0.49, 1.75]))).toBe('pill-box')
    expect(meant(along([0.4, 0.4, 1.9]))).toBe('tea-table')
  })

  it('means the person, not what hangs on the wall behind', () => {
    expect(meant(along([0, 1.4, 3]))).toBe('S')
    expect(meant(along([0, 1.75, 5]))).toBe('wall-calendar')
  })

  it('means what a person wears when it is looked at', () => {
    expect(meant(along([-0.1, 0.8, 2.9]))).toBe('shen-forearm')
  })

  it('means nothing behind a wall, but what hangs on it', () => {
    expect(meant(along([0, 1.75, 5]), 3)).toBeUndefined()
    expect(meant(along([0, 1.75, 5]), 5.0)).toBe('wall-calendar')
  })

  it('is stopped by walls and shut doors, not by open ones', () => {
    const door = { x: 0, z: 2, halfX: 0.45, halfZ: 0.06, cos: 1, sin: 0, door: 'small-room-door' }
    const wall = { ...door, z: 4, halfX: 3, door: null }
    const plan = { walls: [wall], doors: [door], height: 2.7 }
    const ahead = along([0, 1.6, 9])
    expect(wallAt(plan, () => true, ahead)).toBeCloseTo(1.94, 5)
    expect(wallAt(plan, () => false, ahead)).toBeCloseTo(3.94, 5)
  })

  it('measures nearness over the floor, whatever the height', () => {
    expect(metresTo({ min: [1, 0, 0], max: [2, 0.03, 1] }, 0, 0.5)).toBe(1)
    expect(metresTo({ min: [1, 2, 0], max: [2, 2.4, 1] }, 1.5, 0.5)).toBe(0)
    expect(enters(table.box, along([0, 0.2, 1.8]), 0)).toBeGreaterThan(1)
  })
})
