import { describe, expect, it } from 'vitest'
import { Watch } from './Watch.ts'

const BOTH = { controllers: 2, hands: 0 }
const ONE = { controllers: 1, hands: 0 }
const NONE = { controllers: 0, hands: 0 }

/** Everything told in so many seconds of 50 pictures each. */
function told(watch: Watch, seconds: number, held = BOTH, hasPose = true) {
  return Array.from({ length: Math.round(seconds * 50) }, () => watch.step(0.02, hasPose, held)).filter(
    (one) => one !== undefined,
  )
}

describe('what goes wrong in a running session', () => {
  it('is told of a lost head after a second, once, and again only after it was found', () => {
    const watch = new Watch()
    expect(told(watch, 0.9, BOTH, false)).toEqual([])
    expect(told(watch, 5, BOTH, false)).toEqual(['lost'])
    expect(told(watch, 1)).toEqual([])
    expect(told(watch, 2, BOTH, false)).toEqual(['lost'])
  })

  it('does not take one slow picture for a lost head', () => expect(new Watch().step(3, false, BOTH)).toBeUndefined())

  it('is told of a single controller once a session, not of one that is still waking up', () => {
    const watch = new Watch()
    expect(told(watch, 4, ONE)).toEqual([])
    expect(told(watch, 1)).toEqual([])
    expect(told(watch, 6, ONE)).toEqual(['one-controller'])
    expect(told(watch, 1)).toEqual([])
    expect(told(watch, 9, ONE)).toEqual([])
  })

  it('knows a single bare hand for what it is: the other one is out of sight', () =>
    expect(told(new Watch(), 20, { controllers: 0, hands: 1 })).toEqual([]))

  it('is told of empty hands, and when they are empty no longer', () => {
    const watch = new Watch()
    expect(told(watch, 6, NONE)).toEqual(['no-hands'])
    expect(told(watch, 1, ONE)).toEqual([null])
    expect(told(watch, 6, NONE)).toEqual(['no-hands'])
  })
})
