import { Quaternion } from 'three'
import { describe, expect, it } from 'vitest'
import { headingOf, Tilt, turnOf } from './tilt.ts'

const DEGREE = Math.PI / 180
const looks = (alpha: number, beta: number, gamma: number, screenAngle = 0) => {
  const { yaw, pitch } = headingOf(turnOf({ alpha, beta, gamma }, screenAngle, new Quaternion()), { yaw: 0, pitch: 0 })
  return { yaw: yaw / DEGREE, pitch: pitch / DEGREE }
}

describe('where a device looks', () => {
  it('is level when held upright, and down when laid on a table', () => {
    expect(looks(0, 90, 0).pitch).toBeCloseTo(0)
    expect(looks(0, 90, 0).yaw).toBeCloseTo(0)
    expect(looks(0, 0, 0).pitch).toBeCloseTo(-90)
  })

  it('follows the body that turns with it: to the left is more', () => {
    expect(looks(30, 90, 0).yaw).toBeCloseTo(30)
    expect(looks(350, 90, 0).yaw).toBeCloseTo(-10)
  })

  it('rises and falls with the device', () => {
    expect(looks(0, 110, 0).pitch).toBeCloseTo(20)
    expect(looks(0, 70, 0).pitch).toBeCloseTo(-20)
  })

  it('is the same held sideways, whichever way round', () => {
    // On its left side (screen angle 90): level is gamma -90; on its right side (270): gamma 90.
    expect(looks(0, 0, -90, 90).pitch).toBeCloseTo(0)
    expect(looks(0, 0, 90, 270).pitch).toBeCloseTo(0)
    const from = looks(0, 0, -90, 90).yaw
    expect(looks(25, 0, -90, 90).yaw - from).toBeCloseTo(25)
  })

  it('does not change when the picture is turned on the device: the horizon stays level', () => {
    expect(looks(40, 60, 10, 0)).toEqual({
      yaw: expect.closeTo(looks(40, 60, 10, 90).yaw),
      pitch: expect.closeTo(looks(40, 60, 10, 90).pitch),
    })
  })
})

describe('tilting', () => {
  const upright = { alpha: 350, beta: 90, gamma: 0 }

  it('moves nothing at first: wherever one holds it is ahead', () => {
    expect(new Tilt().step(upright, 0, 0)).toBe(false)
  })

  it('turns the view by as much as the device, across north too', () => {
    const tilt = new Tilt()
    tilt.step(upright, 0, 0)
    expect(tilt.step({ ...upright, alpha: 5 }, 0, 20)).toBe(true)
    expect(tilt.by.yaw).toBeCloseTo(15 * DEGREE)
    expect(tilt.by.pitch).toBeCloseTo(0)
  })

  it('starts anew after a rest, a turned screen or a wild reading', () => {
    const tilt = new Tilt()
    tilt.step(upright, 0, 0)
    expect(tilt.step({ ...upright, alpha: 300 }, 0, 2000)).toBe(false)
    expect(tilt.step({ alpha: 300, beta: 0, gamma: -90 }, 90, 2020)).toBe(false)
    expect(tilt.step({ alpha: 200, beta: 0, gamma: -90 }, 90, 2040)).toBe(false)
    expect(tilt.step({ alpha: 201, beta: 0, gamma: -90 }, 90, 2060)).toBe(true)
  })

  it('tells a turn that is meant from a hand that trembles', () => {
    const tilt = new Tilt()
    for (let i = 0; i < 200; i++) {
      tilt.step({ ...upright, alpha: 350 + (i % 2) }, 0, i * 16)
      expect(tilt.isMeant).toBe(false)
    }
    for (let i = 0; i < 8; i++) tilt.step({ ...upright, alpha: 351 + i }, 0, 3200 + i * 16)
    expect(tilt.isMeant).toBe(true)
  })

  it('leaves the direction alone while the device looks at the floor', () => {
    const tilt = new Tilt()
    tilt.step({ alpha: 0, beta: 2, gamma: 0 }, 0, 0)
    tilt.step({ alpha: 20, beta: 3, gamma: 0 }, 0, 20)
    expect(tilt.by.yaw).toBe(0)
    expect(tilt.by.pitch).toBeCloseTo(1 * DEGREE)
  })
})
