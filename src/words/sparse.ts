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
