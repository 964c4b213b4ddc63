/** Milliseconds that only ever grow: a wall clock put right does not move them. They mean nothing but differences. */
export type Wall = number

/** Time as a room knows it. Passed in, so that a test can step it. */
export type Clock = {
  now(): Wall
  /** Calls back once after so many milliseconds; answers a function that calls it off. */
  after(ms: number, call: () => void): () => void
}

/** setTimeout turns a longer wait into none at all. */
const WAIT_MAX_MS = 2 ** 31 - 1

export const realClock: Clock = {
  now: () => Math.floor(performance.now()),
  after(ms, call) {
    const timer = setTimeout(call, Math.min(ms, WAIT_MAX_MS))
    return () => clearTimeout(timer)
  },
}

export type SteppedClock = Clock & {
  /**
   * Lets so much time pass, waking each sleeper in its turn at its own time. `settle` waits for what a sleeper started, so that
   * it is done before the clock goes on.
   */
  advance(ms: number, settle: () => Promise<void>): Promise<void>
}

/** A clock that stands still until it is told to go on. */
export function steppedClock(): SteppedClock {
  let now = 0
  let sleepers: { at: Wall; call: () => void }[] = []
  return {
    now: () => now,
    after(ms, call) {
      const sleeper = { at: now + Math.max(0, ms), call }
      sleepers.push(sleeper)
      return () => {
        sleepers = sleepers.filter((other) => other !== sleeper)
      }
    },
    async advance(ms, settle) {
      const until = now + ms
      await settle()
      for (;;) {
        const [next] = sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        sleepers = sleepers.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.call()
        await settle()
      }
      now = until
    },
  }
}
