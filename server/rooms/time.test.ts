import { describe, expect, it } from 'vitest'
import { steppedClock } from './Clock.ts'
import { SessionTime } from './SessionTime.ts'
import { TokenBucket } from './TokenBucket.ts'

const done = async () => {}

describe('the stepped clock', () => {
  it('wakes sleepers in the order of their times, each at its own', async () => {
    const clock = steppedClock()
    const woken: [string, number][] = []
    clock.after(300, () => woken.push(['late', clock.now()]))
    clock.after(100, () => {
      woken.push(['early', clock.now()])
      clock.after(50, () => woken.push(['next', clock.now()]))
    })
    await clock.advance(200, done)
    expect(woken).toEqual([
      ['early', 100],
      ['next', 150],
    ])
    await clock.advance(100, done)
    expect(woken.at(-1)).toEqual(['late', 300])
    expect(clock.now()).toBe(300)
  })

  it('lets what a sleeper started be done before going on', async () => {
    const clock = steppedClock()
    let isDone = false
    let seen = false
    clock.after(10, () => {
      setTimeout(() => {
        isDone = true
      }, 5)
    })
    clock.after(20, () => {
      seen = isDone
    })
    const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 15))
    await clock.advance(20, settle)
    expect(seen).toBe(true)
  })

  it('does not wake who was called off', async () => {
    const clock = steppedClock()
    let isWoken = false
    const callOff = clock.after(10, () => {
      isWoken = true
    })
    callOff()
    await clock.advance(20, done)
    expect(isWoken).toBe(false)
  })
})

describe('session time', () => {
  it('runs with the wall and stands when told to', async () => {
    const clock = steppedClock()
    const time = new SessionTime(clock, 1000)
    await clock.advance(500, done)
    expect(time.read().at).toBe(1000)
    time.set(time.read(), 1000, true)
    await clock.advance(500, done)
    expect(time.read().at).toBe(1500)
    time.set(time.read(), 1500, false)
    await clock.advance(500, done)
    expect(time.read().at).toBe(1500)
  })

  it('loses nothing of the time an act took to be stored', async () => {
    const clock = steppedClock()
    const time = new SessionTime(clock, 0)
    time.set(time.read(), 0, true)
    await clock.advance(100, done)
    const act = time.read()
    await clock.advance(40, done)
    time.set(act, 100, true)
    expect(time.read().at).toBe(140)
  })

  it('never goes back behind the log', () => {
    const time = new SessionTime(steppedClock(), 0)
    time.set(time.read(), 700, true)
    expect(time.read().at).toBe(700)
  })
})

describe('the token bucket', () => {
  it('lets a burst through, then so many a second', async () => {
    const clock = steppedClock()
    const bucket = new TokenBucket(clock, { burst: 3, perSecond: 2 })
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false])
    await clock.advance(1000, done)
    expect([1, 2, 3].map(() => bucket.take())).toEqual([true, true, false])
    await clock.advance(60_000, done)
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false])
  })
})
