/** A small generator of numbers in [0, 1) (mulberry32), so that a table of random play can be made again to the digit. */
export function dice(seed: string, run: number): () => number {
  let state = run * 0x9e3779b9
  for (const c of seed) state = Math.imul(state ^ (c.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000
  }
}

/** A whole number from `least` to `most`, both included. */
export const between = (roll: () => number, least: number, most: number) =>
  least + Math.floor(roll() * (most - least + 1))

export function pick<T>(roll: () => number, things: readonly T[]): T | undefined {
  return things[Math.floor(roll() * things.length)]
}
