/** Failures in a row after which nobody is asked for a while: a model that is down must not cost each trainee the time-out. */
const FAILURES = 3
const REST_MS = 60_000

/** Told once when asking stops, with the kind of the last failure, and once when it goes on. */
export type ReportHealth = (what: 'resting' | 'back', kind: string) => void

/** Leaves a failing model alone for a while, then lets one question try it. */
export class Breaker {
  readonly #now: () => number
  readonly #report: ReportHealth
  #failures = 0
  #restsUntil = 0
  #isReported = false

  constructor(now: () => number, report: ReportHealth) {
    this.#now = now
    this.#report = report
  }

  /** Whether a question may go out now. After a rest only the one that is told yes. */
  mayTry(): boolean {
    if (this.#failures < FAILURES) return true
    if (this.#now() < this.#restsUntil) return false
    this.#restsUntil = this.#now() + REST_MS
    return true
  }

  worked(): void {
    this.#failures = 0
    if (this.#isReported) this.#report('back', 'answered')
    this.#isReported = false
  }

  failed(kind: string): void {
    this.#failures++
    if (this.#failures < FAILURES) return
    this.#restsUntil = this.#now() + REST_MS
    if (!this.#isReported) this.#report('resting', kind)
    this.#isReported = true
  }
}
