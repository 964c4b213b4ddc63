import type { Bag } from './grams.ts'

/** A bag weighed by rarity, of length 1: which grams by number, and how much of each. */
export type Sparse = { ids: Int32Array; values: Float32Array }

/** Every gram that lines of one language have, by number, and how rare it is among them. Plain data, so that a worker can hand it on. */
export type Vocabulary = { ids: ReadonlyMap<string, number>; rarity: Float32Array }

export function vocabularyOf(bags: readonly Bag[]): Vocabulary {
  const ids = new Map<string, number>()
  const seenIn: number[] = []
  for (const bag of bags) {
    for (const gram of bag.keys()) {
      const id = ids.get(gram) ?? ids.size
      ids.set(gram, id)
      seenIn[id] = (seenIn[id] ?? 0) + 1
    }
  }
  return { ids, rarity: Float32Array.from(seenIn, (count) => Math.log((bags.length + 1) / (count + 0.5))) }
}

/** A gram said twice counts little more than once; one that no known line has only makes the line longer. */
export function weigh(bag: Bag, { ids, rarity }: Vocabulary, unknown: number): Sparse {
  const found: [number, number][] = []
  let squares = 0
  for (const [gram, count] of bag) {
    const id = ids.get(gram)
    const weight = Math.sqrt(count) * (id === undefined ? unknown : (rarity[id] ?? unknown))
    squares += weight * weight
    if (id !== undefined) found.push([id, weight])
  }
  const length = Math.sqrt(squares) || 1
  found.sort((a, b) => a[0] - b[0])
  return {
    ids: Int32Array.from(found, ([id]) => id),
    values: Float32Array.from(found, ([, weight]) => weight / length),
  }
}

/** The likeness (cosine) of a line to each of many. Looked up gram by gram: a line shares grams with few of them. */
export function likenessTo(lines: readonly Sparse[], grams: number): (line: Sparse) => Float64Array {
  const from = new Int32Array(grams + 1)
  for (const { ids } of lines) for (const id of ids) from[id + 1] = (from[id + 1] as number) + 1
  for (let id = 0; id < grams; id++) from[id + 1] = (from[id + 1] as number) + (from[id] as number)
  const next = from.slice()
  const having = new Int32Array(from[grams] as number)
  const much = new Float32Array(having.length)
  lines.forEach(({ ids, values }, index) => {
    ids.forEach((id, i) => {
      const at = next[id] as number
      having[at] = index
      much[at] = values[i] as number
      next[id] = at + 1
    })
  })
  return ({ ids, values }) => {
    const found = new Float64Array(lines.length)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      const value = values[i] as number
      const end = from[id + 1] as number
      for (let at = from[id] as number; at < end; at++) {
        const index = having[at] as number
        found[index] = (found[index] as number) + value * (much[at] as number)
      }
    }
    return found
  }
}
