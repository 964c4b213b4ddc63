import { Group, type WebXRManager } from 'three'
import { describe, expect, it } from 'vitest'
import { type BodyComfort, CAREFUL } from './comfort.ts'
import { Steering } from './Steering.ts'
import { Tracking } from './Tracking.ts'

const none = () => new Group()
const xr = { getController: none, getControllerGrip: none, getHand: none } as unknown as WebXRManager

/** Open ground without a wall; `blocked` says where one cannot stand. */
function made(blocked: (x: number, z: number) => boolean = () => false) {
  const tracking = new Tracking(xr)
  const steering = new Steering(tracking, {
    plan: { walls: [], doors: [], height: 2.7 },
    ways: { isFree: (x, z) => !blocked(x, z) },
    isOpen: () => true,
    isShut: () => false,
    mayStand: () => true,
  })
  const step = (comfort: Partial<BodyComfort>, isOn = true, yaw = 0) =>
    steering.step(0.05, { ...CAREFUL, ...comfort }, isOn, yaw, 0)
  return { tracking, steering, step }
}

describe('walking by the stick', () => {
  it('is nobody’s who did not choose it: pushed ahead, a stick throws an arc', () => {
    const { tracking, steering, step } = made()
    tracking.left.pad.y = -1
    expect(step({})).toMatchObject({ dx: 0, dz: 0 })
    expect(steering.isThrowing).toBe(true)
  })

  it('goes the way one faces, by the hand that does not point; the pointing hand still throws and turns', () => {
    const { tracking, steering, step } = made()
    tracking.left.pad.y = -1
    const ahead = step({ isSmoothWalk: true })
    expect(ahead.dx).toBeCloseTo(0)
    expect(ahead.dz).toBeCloseTo(-1.1 * 0.05)
    const west = step({ isSmoothWalk: true }, true, Math.PI / 2)
    expect(west.dx).toBeCloseTo(-1.1 * 0.05)
    expect(steering.isThrowing).toBe(false)
    tracking.right.pad.y = -1
    step({ isSmoothWalk: true })
    expect(steering.isThrowing).toBe(true)
  })

  it('is the right stick’s for who points with the left', () => {
    const { tracking, step } = made()
    tracking.right.pad.y = -1
    expect(step({ isSmoothWalk: true, hand: 'left' }).dz).toBeLessThan(0)
  })

  it('stops before what one cannot walk through, and while a panel has the hands', () => {
    const wall = made((_, z) => z < -0.02)
    wall.tracking.left.pad.y = -1
    expect(wall.step({ isSmoothWalk: true })).toMatchObject({ dx: 0, dz: 0 })
    const { tracking, step } = made()
    tracking.left.pad.y = -1
    expect(step({ isSmoothWalk: true }, false)).toMatchObject({ dx: 0, dz: 0 })
  })
})

describe('stepping back', () => {
  it('is half a metre a flick, facing the same, and not into furniture', () => {
    const { tracking, step } = made()
    tracking.right.pad.y = 1
    expect(step({})).toMatchObject({ hasJump: true, x: 0, z: 0.5 })
    expect(step({}).hasJump).toBe(false)
    const blocked = made((_, z) => z > 0.2)
    blocked.tracking.right.pad.y = 1
    expect(blocked.step({}).hasJump).toBe(false)
  })
})

describe('one controller', () => {
  it('turns, throws and steps back alone, whichever hand holds it', () => {
    for (const side of ['left', 'right'] as const) {
      const { tracking, steering, step } = made()
      tracking[side].pad.x = 1
      expect(step({}).turned).toBeCloseTo(-Math.PI / 6)
      tracking[side].pad.x = 0
      tracking[side].hand.isTracked = true
      tracking[side].pad.y = -1
      step({})
      expect(steering.isThrowing).toBe(true)
    }
  })
})
