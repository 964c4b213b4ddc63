/** 32-bit FNV-1a with a final avalanche (murmur3): small, stable across machines, and good enough to choose lines with. */
function hash32(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** A number in [0, 1) asked for by place, so that no generator is carried and replays draw nothing: (roll, turn, what for). */
export function chance(roll: number, turn: number, place: string): number {
  return hash32(`${roll}/${turn}/${place}`, 7) / 0x100000000
}

/** An opaque name for a row at one moment of one session: nothing of the row's id or rank can be read from it. */
export function tokenFor(key: string, turn: number, row: string): string {
  const text = `${key}|${turn}|${row}|${key}`
  return hash32(text, 0x9e3779b9).toString(36).padStart(7, '0') + hash32(text, 0x51ed270b).toString(36).padStart(7, '0')
}

/** The same things in an order of chance (Fisher–Yates, by place). */
export function shuffled<T>(things: readonly T[], roll: number, turn: number, place: string): T[] {
  const out = [...things]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance(roll, turn, `${place}#${i}`) * (i + 1))
    const held = out[i] as T
    out[i] = out[j] as T
    out[j] = held
  }
  return out
}
