import { describe, expect, it } from 'vitest'
import type { SeatView } from '../../protocol/index.ts'
import { makeOrigin, worldX, worldZ } from '../xr/origin.ts'
import type { Tracking } from '../xr/Tracking.ts'
import { ArGround } from './ArGround.ts'
import type { FloorPlan } from './floorPlan.ts'

const ROOM = {
  openTo: [],
  floor: 'wood',
  walls: '',
  outside: false,
  enterable: true,
  name: { zh: '', en: '' },
} as const
const PLACE = {
  rooms: [
    { ...ROOM, id: 'landing', x: [-2, 0], z: [0, 4], spot: 'mat', openTo: [] },
    { ...ROOM, id: 'living', x: [0, 4], z: [0, 4], spot: 'chair', openTo: [] },
  ] as ConstructorParameters<typeof ArGround>[0]['rooms'],
  spots: [
    { id: 'mat', room: 'landing', at: [-1, 2], faces: [0, 2], seat: false, isExit: false },
    { id: 'chair', room: 'living', at: [2, 2], seat: true, isExit: false },
  ] as ConstructorParameters<typeof ArGround>[0]['spots'],
}
const PLAN: FloorPlan = { plan: 'p', x: 1, z: 2, yaw: 0.5, floor: 0, table: 0.7 }
const head = { x: 0.3, y: 1.6, z: -0.2, yaw: 0.4 }
const tracking = { local: head } as Tracking
const inRoom = (room: string, spot: string) => ({ me: { room, spot } }) as SeatView

describe('the real floor under a place', () => {
  it('is all there is until the place was laid out', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    origin.x = 7
    expect(ground.lie(origin, tracking, inRoom('living', 'chair'))).toBe(true)
    expect(origin).toEqual(makeOrigin())
    ground.moveTo([-1, 2], 1, head)
    ground.lie(origin, tracking, inRoom('landing', 'mat'))
    expect(origin).toEqual(makeOrigin())
  })

  it('lies by its marks while one is in that room, whatever jumps there', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    ground.layOut(PLAN, 'living')
    ground.lie(origin, tracking, inRoom('living', 'chair'))
    expect(origin).toMatchObject({ x: 1, z: 2, yaw: 0.5 })
    ground.moveTo([3, 3], 2, head)
    expect(ground.lie(origin, tracking, inRoom('living', 'chair'))).toBe(false)
    expect(origin).toMatchObject({ x: 1, z: 2, yaw: 0.5 })
  })

  it('puts whoever is said to be at the door to the door, facing it, once', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    ground.layOut(PLAN, 'living')
    ground.lie(origin, tracking, inRoom('landing', 'mat'))
    expect([worldX(origin, head), worldZ(origin, head)]).toEqual([expect.closeTo(-1), expect.closeTo(2)])
    expect(origin.yaw + head.yaw).toBeCloseTo(-Math.PI / 2)
    const walked = { local: { ...head, x: head.x + 0.5 } } as Tracking
    expect(ground.lie(origin, walked, inRoom('landing', 'mat'))).toBe(false)
  })

  it('moves under one who goes on into the flat, and is back in its place on coming back', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    ground.layOut(PLAN, 'living')
    ground.lie(origin, tracking, inRoom('living', 'chair'))
    ground.moveTo([-1, 1], null, head)
    ground.lie(origin, tracking, inRoom('landing', 'mat'))
    expect([worldX(origin, head), worldZ(origin, head)]).toEqual([expect.closeTo(-1), expect.closeTo(1)])
    expect(origin.yaw).toBeCloseTo(0.5)
    ground.lie(origin, tracking, inRoom('living', 'chair'))
    expect(origin).toMatchObject({ x: 1, z: 2, yaw: 0.5 })
  })

  it('follows the anchor in its own room, and elsewhere leaves one where one is', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    ground.layOut(PLAN, 'living')
    ground.lie(origin, tracking, inRoom('living', 'chair'))
    ground.layOut({ ...PLAN, x: 1.02 }, 'living')
    expect(ground.lie(origin, tracking, inRoom('living', 'chair'))).toBe(true)
    expect(origin.x).toBeCloseTo(1.02)
    ground.moveTo([-1, 1], null, head)
    ground.lie(origin, tracking, inRoom('landing', 'mat'))
    ground.layOut({ ...PLAN, x: 1.05 }, 'living')
    expect(ground.lie(origin, tracking, inRoom('landing', 'mat'))).toBe(false)
  })

  it('lifts a device that measures from the head by as much as the floor is below it', () => {
    const ground = new ArGround(PLACE)
    const origin = makeOrigin()
    ground.layOut({ ...PLAN, floor: -1.4 }, 'living')
    ground.lie(origin, tracking, inRoom('living', 'chair'))
    expect(origin.y).toBeCloseTo(1.4)
  })
})
