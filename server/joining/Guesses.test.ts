import { describe, expect, it } from 'vitest'
import { Guesses } from './Guesses.ts'

const MINUTE_MS = 60_000

function guessing() {
  let now = 0
  const guesses = new Guesses(() => now)
  const wrong = (address: string, times: number) =>
    Array.from({ length: times }, () => guesses.take(address)).filter(Boolean).length
  return { guesses, wrong, pass: (ms: number) => (now += ms) }
}

describe('guessing codes', () => {
  it('is let through ten times from one address, then six times a minute', () => {
    const { wrong, pass } = guessing()
    expect(wrong('192.168.1.9', 30)).toBe(10)
    pass(MINUTE_MS)
    expect(wrong('192.168.1.9', 30)).toBe(6)
    expect(wrong('192.168.1.10', 3)).toBe(3)
  })

  it('is slowed down in all, from however many addresses it comes', () => {
    const { wrong, pass } = guessing()
    const from = (count: number) =>
      Array.from({ length: count }, (_, at) => wrong(`10.0.0.${at}`, 1)).reduce((a, b) => a + b)
    expect(from(200)).toBe(40)
    pass(10 * MINUTE_MS)
    expect(from(200)).toBe(40)
  })

  it('counts one network of IPv6 as one address, however it is written', () => {
    const { wrong } = guessing()
    expect(wrong('fd00:1:2:3::1', 6) + wrong('fd00:1:2:3:9:9:9:9', 6)).toBe(10)
    expect(wrong('fd00:1:2:4::1', 1)).toBe(1)
    expect(wrong('::ffff:10.0.0.1', 1) + wrong('::ffff:10.0.0.2', 12)).toBe(11)
  })

  it('does not count right ones: a class behind one router all get in', () => {
    const { guesses } = guessing()
    for (let times = 0; times < 60; times++) {
      expect(guesses.take('10.0.0.1')).toBe(true)
      guesses.giveBack('10.0.0.1')
    }
  })

  it('goes on when thousands of addresses have been seen', () => {
    const { wrong, pass } = guessing()
    for (let at = 0; at < 5_000; at++) {
      pass(2_500)
      expect(wrong(`10.${at >> 8}.${at & 255}.1`, 1)).toBe(1)
    }
  })
})
