export type Waiting<What, Answer> = { what: What; answer: (answer: Answer | null) => void }

/**
 * What waits for one worker: live questions first, in their order, and those in bulk when none is waiting. A live question is given up,
 * with null, when its time is over; the same bulk question asked twice waits once.
 */
export class TwoLanes<What, Answer> {
  readonly #live = new Set<Waiting<What, Answer>>()
  readonly #bulk = new Set<Waiting<What, Answer>>()
  /** Bulk questions that wait or are being worked on. */
  readonly #asked = new Map<What, Promise<Answer | null>>()
  readonly #wake: () => void
  #isClosed = false

  /** `wake` is called when something came to wait. */
  constructor(wake: () => void) {
    this.#wake = wake
  }

  live(what: What, deadlineMs: number): Promise<Answer | null> {
    if (this.#isClosed) return Promise.resolve(null)
    return new Promise((resolve) => {
      const answer = (given: Answer | null) => {
        clearTimeout(timer)
        this.#live.delete(waiting)
        resolve(given)
      }
      const waiting = { what, answer }
      const timer = setTimeout(() => answer(null), deadlineMs)
      this.#live.add(waiting)
      this.#wake()
    })
  }

  bulk(what: What): Promise<Answer | null> {
    if (this.#isClosed) return Promise.resolve(null)
    const same = this.#asked.get(what)
    if (same) return same
    const promise = new Promise<Answer | null>((resolve) => {
      const answer = (given: Answer | null) => {
        this.#asked.delete(what)
        resolve(given)
      }
      this.#bulk.add({ what, answer })
    })
    this.#asked.set(what, promise)
    this.#wake()
    return promise
  }

  /** The next to be worked on. It is given up by nobody but its own deadline. */
  take(): Waiting<What, Answer> | undefined {
    const [next] = this.#live.size > 0 ? this.#live : this.#bulk
    if (next && !this.#live.delete(next)) this.#bulk.delete(next)
    return next
  }

  /** Everybody who waits gets null, and so does whoever asks later. */
  close(): void {
    this.#isClosed = true
    for (const { answer } of [...this.#live, ...this.#bulk]) answer(null)
    this.#bulk.clear()
  }
}
