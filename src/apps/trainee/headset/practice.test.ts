import { describe, expect, it } from 'vitest'
import { BEGUN, type Did, isDone, type Practice, practise, STEPS, stepOf } from './practice.ts'

const led = (...did: Did[]): Practice => did.reduce(practise, BEGUN)

describe('the first-time practice', () => {
  it('has five steps: look, move, point, talk, pause', () => {
    expect(STEPS).toEqual(['look', 'move', 'point', 'talk', 'pause'])
    expect(isDone(led(...STEPS))).toBe(true)
  })

  it('after a wrong press says again what to press, and nothing else happens', () => {
    for (const [at, step] of STEPS.entries())
      for (const wrong of ['other', 'point', 'talk', 'pause'] as const) {
        if (wrong === step) continue
        const told = practise({ at, isTold: false }, wrong)
        expect(told).toEqual({ at, isTold: true })
        expect(practise(told, 'other')).toEqual(told)
        expect(practise(told, step)).toEqual({ at: at + 1, isTold: false })
      }
  })

  it('takes looking and walking about for no mistake', () => {
    expect(stepOf(led('look', 'look'))).toBe('move')
    expect(led('look', 'move', 'move', 'look')).toEqual({ at: 2, isTold: false })
  })

  it('can be skipped at any step, and repeated after', () => {
    for (const at of STEPS.keys()) expect(isDone(practise({ at, isTold: true }, 'skip'))).toBe(true)
    expect(led('skip', 'again')).toEqual(BEGUN)
    expect(led(...STEPS, 'again', 'look')).toEqual({ at: 1, isTold: false })
  })

  it('once done changes by nothing but repeating', () => {
    const done = led(...STEPS)
    for (const did of ['look', 'other', 'pause'] as const) expect(practise(done, did)).toBe(done)
  })
})
