import { readFileSync } from 'node:fs'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { floorOffset, measure, Stray, vignette, wallFade } from '../../src/presence/xr/body.ts'
import { makeOrigin, putHead, turnAbout, worldX, worldZ } from '../../src/presence/xr/origin.ts'
import { type Ground, makeArc, throwArc } from '../../src/presence/xr/teleport.ts'
import { makeTurner, SNAP_RADIANS, turnBy } from '../../src/presence/xr/turn.ts'
import { Place } from '../../src/scene/place.ts'
import { planOf, roomAt, Ways } from '../../src/stage/index.ts'

const place = Place.parse(parse(readFileSync('scenes/third-floor-west/place.yaml', 'utf8')).place)
const plan = planOf(place)
const ways = new Ways(plan, 0.25)
const outside = (x: number, z: number) => place.rooms.find((room) => room.id === roomAt(plan, x, z))?.outside ?? false
const ground = (open: string[] = [], mayStand: Ground['mayStand'] = () => true): Ground => ({
  plan,
  ways,
  isOpen: (door) => open.includes(door),
  isShut: (door) => !open.includes(door),
  mayStand,
})
/** Thrown from a hand at chest height; yaw 0 looks north, -90 east, in degrees. */
function thrown(x: number, z: number, yaw: number, pitch: number, on: Ground) {
  const [y, p] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180]
  const arc = makeArc()
  throwArc(
    arc,
    new Vector3(x, 1.2, z),
    new Vector3(-Math.sin(y) * Math.cos(p), Math.sin(p), -Math.cos(y) * Math.cos(p)),
    on,
  )
  return arc
}

describe('a teleport', () => {
  it('lands on the floor of the room one is in', () => {
    const arc = thrown(2.6, 3.4, -90, -35, ground())
    expect(arc.isOpen).toBe(true)
    expect(roomAt(plan, arc.landing.x, arc.landing.z)).toBe('living')
    expect(arc.landing.y).toBe(0)
  })

  it('is held by a shut door, and goes through the same door when it is open', () => {
    expect(thrown(-0.9, 3.45, -90, -20, ground()).isOpen).toBe(false)
    const arc = thrown(-0.9, 3.45, -90, -20, ground(['front-door']))
    expect(roomAt(plan, arc.landing.x, arc.landing.z)).toBe('hall')
    expect(arc.isOpen).toBe(true)
  })

  it('[A.7] lands in nobody’s home before one was asked in, however open the door', () => {
    expect(thrown(-0.9, 3.45, -90, -20, ground(['front-door'], outside)).isOpen).toBe(false)
    expect(thrown(-0.9, 3.45, 90, -50, ground(['front-door'], outside)).landing.x).toBeLessThan(-0.9)
  })

  it('is held by every wall of the place: from any spot, with all doors shut, nothing lands in another room', () => {
    let landed = 0
    for (const spot of place.spots)
      for (let yaw = 0; yaw < 360; yaw += 15)
        for (const pitch of [-60, -30, 0, 30, 60]) {
          const arc = thrown(spot.at[0], spot.at[1], yaw, pitch, ground())
          if (!arc.isOpen) continue
          landed++
          const doors = place.doors.filter((door) => door.kind === 'opening')
          const room = roomAt(plan, arc.landing.x, arc.landing.z) ?? 'nowhere'
          const joined = [
            spot.room,
            ...(place.rooms.find((one) => one.id === spot.room)?.openTo ?? []),
            ...doors.flatMap((door) => (door.between.includes(spot.room) ? door.between : [])),
          ]
          expect(joined, `${spot.id} ${yaw}° ${pitch}°`).toContain(room)
        }
    expect(landed).toBeGreaterThan(100)
  })

  it('does not land in furniture', () => {
    const sofa = place.things.find((thing) => thing.blocks && thing.room === 'living' && thing.size)
    if (!sofa) throw new Error('a living room without furniture')
    expect(ways.isFree(sofa.at[0], sofa.at[2], () => true)).toBe(false)
  })
})

describe('turning', () => {
  const flick = (xs: number[]) => {
    const turner = makeTurner()
    return xs.map((x) => turnBy(turner, x, 'snap', 0.02)).filter((by) => by !== 0)
  }

  it('turns 30° a flick, however long the stick is held', () => {
    expect(SNAP_RADIANS).toBeCloseTo((30 * Math.PI) / 180)
    expect(flick([0, 0.5, 1, 1, 1, 0.5, 1])).toEqual([-SNAP_RADIANS])
    expect(flick([1, 0, 1, 0, -1])).toEqual([-SNAP_RADIANS, -SNAP_RADIANS, SNAP_RADIANS])
  })

  it('turns smoothly only for who chose so, and never from a resting stick', () => {
    const turner = makeTurner()
    expect(turnBy(turner, 0.2, 'smooth', 0.1)).toBe(0)
    expect(turnBy(turner, 1, 'smooth', 0.1)).toBeCloseTo(-Math.PI / 30)
  })

  it('leaves the head where it is', () => {
    const origin = Object.assign(makeOrigin(), { x: 2, z: 3, yaw: 0.4 })
    const head = { x: 0.7, z: -0.3, yaw: 1 }
    const [x, z] = [worldX(origin, head), worldZ(origin, head)]
    turnAbout(origin, head, SNAP_RADIANS)
    expect(worldX(origin, head)).toBeCloseTo(x)
    expect(worldZ(origin, head)).toBeCloseTo(z)
    expect(origin.yaw).toBeCloseTo(0.4 + SNAP_RADIANS)
  })

  it('puts a head where it should be, facing what it should', () => {
    const origin = makeOrigin()
    const head = { x: 0.7, z: -0.3, yaw: 1 }
    putHead(origin, head, -1, 3.5, -Math.PI / 2)
    expect([worldX(origin, head), worldZ(origin, head)].map((v) => Number(v.toFixed(6)))).toEqual([-1, 3.5])
    expect(origin.yaw + head.yaw).toBeCloseTo(-Math.PI / 2)
  })
})

describe('height', () => {
  it('leaves whoever stands their own, and lifts whoever sits to a standing person’s eyes', () => {
    expect(floorOffset(measure(1.48, null), false, false)).toBe(0)
    expect(1.12 + floorOffset(measure(1.12, null), false, false)).toBeCloseTo(1.6)
    expect(1.12 + floorOffset(measure(1.12, null), true, false)).toBeCloseTo(1.18)
  })

  it('takes the word of who says how they play', () => {
    expect(floorOffset(measure(1.25, false), false, false)).toBe(0)
    expect(1.7 + floorOffset(measure(1.7, true), false, false)).toBeCloseTo(1.6)
  })

  it('lowers the eyes of who sits by a button, and not twice of who sat down', () => {
    expect(1.65 + floorOffset(measure(1.65, null), true, false)).toBeCloseTo(1.18)
    expect(floorOffset(measure(1.65, null), true, true)).toBe(0)
  })
})

describe('walking in the real room', () => {
  const all = () => true
  const shut = () => true

  it('[A.7] enters no room through a wall or a shut door: one is away until one steps back', () => {
    const stray = new Stray()
    stray.putAt(-0.5, 3.45)
    expect(stray.step(plan, shut, all, -0.3, 3.45)).toBe(false)
    expect(stray.step(plan, shut, all, 0.3, 3.45)).toBe(true)
    // Even well inside, the wall still lies between.
    expect(stray.step(plan, shut, all, 0.8, 3.45)).toBe(true)
    expect(stray.step(plan, shut, all, -0.3, 3.45)).toBe(false)
  })

  it('goes through an open door, once one may', () => {
    const stray = new Stray()
    stray.putAt(-0.3, 3.45)
    const open = (door: string) => door !== 'front-door'
    expect(stray.step(plan, open, outside, 0.3, 3.45)).toBe(true)
    expect(stray.step(plan, open, all, 0.3, 3.45)).toBe(false)
  })

  it('fades to a neutral colour at a wall, and not in the middle of a room', () => {
    expect(wallFade(plan, shut, -1, 3.5)).toBe(0)
    expect(wallFade(plan, shut, -0.1, 3.45)).toBeGreaterThan(0.5)
    expect(wallFade(plan, shut, 0, 3.45)).toBe(1)
  })

  it('closes the edge of sight while one is carried, and clears it wholly', () => {
    let edge = 0
    for (let i = 0; i < 30; i++) edge = vignette(edge, true, 1 / 72)
    expect(edge).toBeGreaterThan(0.9)
    for (let i = 0; i < 120; i++) edge = vignette(edge, false, 1 / 72)
    expect(edge).toBe(0)
  })
})
