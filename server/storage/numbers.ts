import type { Event } from '../../src/sim/index.ts'

/** A log has no gap and no number twice: whoever hands in events must have numbered them on from what stands there. */
export function mustFollow(after: number, events: readonly Event[]): void {
  const wrong = events.findIndex(({ number }, index) => number !== after + index + 1)
  if (wrong >= 0) throw new Error(`event ${events[wrong]?.number} cannot follow ${after + wrong}`)
}
