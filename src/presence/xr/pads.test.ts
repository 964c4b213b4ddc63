import { describe, expect, it } from 'vitest'
import { isNewlyPressed, isNewlyReleased, makePad, readPad } from './pads.ts'

const button = (value: number) => ({ pressed: value > 0.5, value })
const source = (trigger: number, axes = [0, 0, 0, 0]) => ({ buttons: [button(trigger), button(0)], axes })

describe('a controller is read by the names of its parts', () => {
  it('tells the frame in which a trigger goes down, and the one in which it comes up', () => {
    const pad = makePad()
    const seen = [0, 0.3, 0.7, 0.9, 0.5, 0.2, 0].map((value) => {
      readPad(pad, source(value))
      return isNewlyPressed(pad.trigger) ? 'down' : isNewlyReleased(pad.trigger) ? 'up' : '-'
    })
    expect(seen).toEqual(['-', '-', 'down', '-', '-', 'up', '-'])
  })

  it('does not tremble around one value', () => {
    const pad = makePad()
    let downs = 0
    for (const value of [0.65, 0.55, 0.62, 0.5, 0.61, 0.45]) {
      readPad(pad, source(value))
      if (isNewlyPressed(pad.trigger)) downs++
    }
    expect(downs).toBe(1)
  })

  it('lets everything go when the controller is gone', () => {
    const pad = makePad()
    readPad(pad, source(1, [0, 0, 0.8, -1]))
    expect([pad.trigger.isPressed, pad.x, pad.y]).toEqual([true, 0.8, -1])
    readPad(pad, null)
    expect([pad.trigger.isPressed, pad.x, pad.y]).toEqual([false, 0, 0])
    expect(isNewlyReleased(pad.trigger)).toBe(true)
  })
})
