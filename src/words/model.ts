import { type FullScene, LANGUAGES, type Language } from '../scene/index.ts'
import { type Bag, grams } from './grams.ts'
import { normalise } from './normalise.ts'

/** Sentence vectors of wordings, by the wording as it stands in the scene; made by whoever owns a sentence model. */
export type Vectors = ReadonlyMap<string, readonly number[]>

type Weighted = { weights: ReadonlyMap<string, number>; length: number }
export type Wording = Weighted & { row: string; text: string; vector: readonly number[] | null }

type Index = {
  wordings: readonly Wording[]
  /** Inverse document frequency by gram; a gram no wording has weighs `rarest`. */
  idf: ReadonlyMap<string, number>
  rarest: number
  /** How alike two wordings of different rows are for the sentence model, so that its likeness can be counted from there. */
  vectorFloor: number
}

/** All that is known of a scene's wordings. Plain data, so that a worker can hand it on. */
export type WordsModel = Readonly<Record<Language, Index>>

type Lines = Pick<FullScene, 'dialogue'>

/** Every way a scene words a row in one language: text, variants, the short offer, and what trainees may really say. */
export function wordingsOf(scene: Lines, language: Language): { row: string; text: string }[] {
  return scene.dialogue.flatMap((dialogue) =>
    dialogue.rows.flatMap((row) => {
      const texts = [
        row.text[language],
        ...row.variants.map((variant) => variant.text[language]),
        ...(row.short ? [row.short[language]] : []),
        ...(row.examples?.[language] ?? []),
      ]
      return [...new Set(texts)].map((text) => ({ row: row.id, text }))
    }),
  )
}

/** Learns a scene's wordings. Pure: the same scene and vectors give the same model. */
export function train(scene: Lines, vectors?: Vectors): WordsModel {
  const [zh, en] = LANGUAGES.map((language) => index(wordingsOf(scene, language), vectors)) as [Index, Index]
  return { zh, en }
}

function index(lines: readonly { row: string; text: string }[], vectors?: Vectors): Index {
  const bags = lines.map((line) => grams(normalise(line.text)))
  const seenIn = new Map<string, number>()
  for (const bag of bags) for (const gram of bag.keys()) seenIn.set(gram, (seenIn.get(gram) ?? 0) + 1)
  const rarity = (count: number) => Math.log((lines.length + 1) / (count + 0.5))
  const idf = new Map([...seenIn].map(([gram, count]) => [gram, rarity(count)]))
  const rarest = rarity(1)
  const wordings = lines.map((line, at) => ({
    ...line,
    ...weigh(bags[at] ?? new Map(), idf, rarest),
    vector: vectors?.get(line.text) ?? null,
  }))
  return { wordings, idf, rarest, vectorFloor: floorOf(wordings) }
}

/** A bag weighed by rarity, and its length: a gram said twice counts little more than once. */
export function weigh(bag: Bag, idf: ReadonlyMap<string, number>, rarest: number): Weighted {
  const weights = new Map<string, number>()
  let squares = 0
  for (const [gram, count] of bag) {
    const weight = Math.sqrt(count) * (idf.get(gram) ?? rarest)
    weights.set(gram, weight)
    squares += weight * weight
  }
  return { weights, length: Math.sqrt(squares) }
}

/** Cosine of two weighed bags, 0 to 1. */
export function likeness(one: Weighted, other: Weighted): number {
  if (one.length === 0 || other.length === 0) return 0
  const [small, large] = one.weights.size < other.weights.size ? [one, other] : [other, one]
  let sum = 0
  for (const [gram, weight] of small.weights) sum += weight * (large.weights.get(gram) ?? 0)
  return sum / (one.length * other.length)
}

export function vectorLikeness(one: readonly number[], other: readonly number[]): number {
  let dot = 0
  let a = 0
  let b = 0
  for (let i = 0; i < one.length; i++) {
    const x = one[i] ?? 0
    const y = other[i] ?? 0
    dot += x * y
    a += x * x
    b += y * y
  }
  return a === 0 || b === 0 ? 0 : dot / Math.sqrt(a * b)
}

function floorOf(wordings: readonly Wording[]): number {
  let sum = 0
  let pairs = 0
  for (const [at, one] of wordings.entries()) {
    for (const other of wordings.slice(at + 1)) {
      if (one.row === other.row || !one.vector || !other.vector) continue
      sum += vectorLikeness(one.vector, other.vector)
      pairs++
    }
  }
  return pairs === 0 ? 0 : sum / pairs
}
