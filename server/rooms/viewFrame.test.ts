import { describe, expect, it } from 'vitest'
import type { Moment, SeatView } from '../../src/sim/index.ts'
import { nextFrame, wholeFrame } from './viewFrame.ts'

const caption = (number: number): Moment => ({ number, at: 0, kind: 'caption', text: { zh: '响', en: `${number}` } })
const view = (number: number, more: Partial<SeatView> = {}) =>
  ({ number, doors: {}, offers: [], moments: [], ...more }) as unknown as SeatView

describe('what a connection is sent', () => {
  it('is the whole view first', () => {
    expect(wholeFrame('s', view(3)).frame).toEqual({ session: 's', kind: 'whole', view: view(3) })
  })

  it('is then only the slices that changed and the moments that are new', () => {
    const { sent } = wholeFrame('s', view(3, { moments: [caption(2)] }))
    const next = nextFrame('s', sent, view(5, { doors: { door: { isOpen: true } }, moments: [caption(2), caption(5)] }))
    expect(next?.frame).toEqual({
      session: 's',
      kind: 'patch',
      base: 3,
      number: 5,
      slices: { number: 5, doors: { door: { isOpen: true } } },
      moments: [caption(5)],
    })
  })

  it('is nothing when nothing changed', () => {
    const { sent } = wholeFrame('s', view(3))
    expect(nextFrame('s', sent, view(3))).toBeNull()
  })

  it('is whole again when a moment already sent has changed or gone', () => {
    const { sent } = wholeFrame('s', view(3, { moments: [caption(1), caption(2)] }))
    for (const moments of [[caption(1)], [caption(1), { ...caption(2), at: 9 }]])
      expect(nextFrame('s', sent, view(4, { moments }))?.frame.kind).toBe('whole')
  })
})
