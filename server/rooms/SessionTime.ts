import type { Millis } from '../../src/sim/index.ts'
import type { Clock, Wall } from './Clock.ts'

/** A moment on both clocks. */
export type Instant = { at: Millis; wall: Wall }

/** Session time of one room: it runs with the wall clock or stands still, as the core says after each act. */
export class SessionTime {
  readonly #clock: Clock
  #mark: Instant
  #isRunning = false

  constructor(clock: Clock, at: Millis) {
    this.#clock = clock
    this.#mark = { at, wall: clock.now() }
  }

  /** One reading of both clocks, so that an act's time and what is counted from it agree however long storing takes. */
  read(): Instant {
    const wall = this.#clock.now()
    const passed = this.#isRunning ? Math.max(0, wall - this.#mark.wall) : 0
    return { at: this.#mark.at + passed, wall }
  }

  /** From that reading on, time runs or stands; it never goes back behind what the log has. */
  set(reading: Instant, logged: Millis, isRunning: boolean): void {
    this.#mark = { at: Math.max(reading.at, logged), wall: reading.wall }
    this.#isRunning = isRunning
  }
}
