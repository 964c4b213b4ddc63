import type { Clock } from './Clock.ts'

/** Lets through a burst and then so many a second; the rest is told to slow down. */
export class TokenBucket {
  readonly #clock: Pick<Clock, 'now'>
  readonly #burst: number
  readonly #perSecond: number
  #left: number
  #since: number

  constructor(clock: Pick<Clock, 'now'>, limits: { burst: number; perSecond: number }) {
    this.#clock = clock
    this.#burst = limits.burst
    this.#perSecond = limits.perSecond
    this.#left = limits.burst
    this.#since = clock.now()
  }

  /** Takes one if there is one. */
  take(): boolean {
    const now = this.#clock.now()
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#since) / 1000) * this.#perSecond)
    this.#since = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
