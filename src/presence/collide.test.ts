import { describe, expect, it } from 'vitest'
import type { Solid } from '../stage/index.ts'
import { BODY_RADIUS, slide } from './collide.ts'

const wall: Solid = { x: 0, z: 1, halfX: 3, halfZ: 0.06, cos: 1, sin: 0, door: null }
const door: Solid = { ...wall, door: 'front-door' }
const shut = () => true
const open = () => false

describe('walking into things', () => {
  it('stops before a wall and slides along it', () => {
    const feet = { x: 0, z: 0 }
    slide(feet, 1, 3, [wall], shut)
    expect(feet.z).toBeCloseTo(1 - 0.06 - BODY_RADIUS, 5)
    expect(feet.x).toBeCloseTo(1, 5)
  })

  it('is not fooled by one long step across a thin wall', () => {
    const feet = { x: 0, z: 0 }
    slide(feet, 0, 50, [wall], shut)
    expect(feet.z).toBeLessThan(1)
  })

  it('passes an open door and not a shut one', () => {
    const through = { x: 0, z: 0 }
    slide(through, 0, 2, [door], open)
    expect(through.z).toBeCloseTo(2, 5)
    const stopped = { x: 0, z: 0 }
    slide(stopped, 0, 2, [door], shut)
    expect(stopped.z).toBeLessThan(1)
  })

  it('goes round the corner of turned furniture instead of through it', () => {
    const turn = Math.PI / 5
    const table: Solid = { x: 0, z: 1, halfX: 0.6, halfZ: 0.3, cos: Math.cos(turn), sin: Math.sin(turn), door: null }
    const feet = { x: 0.05, z: 0 }
    for (let i = 0; i < 160; i++) {
      slide(feet, 0, 0.03, [table], shut)
      const [dx, dz] = [feet.x - table.x, feet.z - table.z]
      const u = Math.max(0, Math.abs(dx * table.cos - dz * table.sin) - table.halfX)
      const v = Math.max(0, Math.abs(dx * table.sin + dz * table.cos) - table.halfZ)
      expect(Math.hypot(u, v)).toBeGreaterThan(BODY_RADIUS - 1e-6)
    }
    expect(feet.z).toBeGreaterThan(1.5)
  })

  it('stays where it is rather than being squeezed through a gap too narrow for it', () => {
    const left: Solid = { x: -0.3, z: 1, halfX: 0.15, halfZ: 0.5, cos: 1, sin: 0, door: null }
    const right: Solid = { ...left, x: 0.3 }
    const feet = { x: 0, z: 0 }
    slide(feet, 0, 3, [left, right], shut)
    expect(feet.z).toBeLessThan(0.5)
  })
})
