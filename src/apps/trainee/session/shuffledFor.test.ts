import { describe, expect, it } from 'vitest'
import { shuffledFor } from './shuffledFor.ts'

const options = Array.from({ length: 12 }, (_, i) => ({ id: `A0-${i + 1}` }))
const ids = (session: string) => shuffledFor(session, options).map((o) => o.id)

describe('options in an order of the session’s own', () => {
  it('keep every option, in one order per session', () => {
    expect(ids('s1').sort()).toEqual(options.map((o) => o.id).sort())
    expect(ids('s1')).toEqual(ids('s1'))
  })
  it('do not tell by their place what they are worth', () => {
    const places = Array.from({ length: 400 }, (_, i) => ids(`session-${i}`).indexOf('A0-1'))
    const mean = places.reduce((a, b) => a + b, 0) / places.length
    expect(mean).toBeGreaterThan(4.5)
    expect(mean).toBeLessThan(6.5)
  })
})
