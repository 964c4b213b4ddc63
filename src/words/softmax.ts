import type { Sparse } from './sparse.ts'

/** A line to learn from: which class it is of, and how much it counts. */
export type Lesson = { line: Sparse; target: number; weight: number }

/** Weights by gram and class: `weights[column * classes + class]`, columns by gram number through `column` (-1: not used). */
export type Softmax = { classes: number; column: Int32Array; weights: Float32Array; bias: Float32Array }

const ROUNDS = 8
const RATE = 0.6
const HOLD = 2e-5
/** A gram in one line only tells nothing that the line itself does not. */
const SEEN_MIN = 2
/** A class believed in this little, or this surely, is left as it is: that saves nine steps of ten. */
const LEAST = 8e-3

/** Multinomial logistic regression over grams, by AdaGrad in a fixed order of chance: the same lessons give the same weights. */
export function learn(lessons: readonly Lesson[], classes: number, grams: number): Softmax {
  const column = columnsOf(lessons, grams)
  const columns = column.reduce((most, at) => Math.max(most, at + 1), 0)
  const model = { classes, column, weights: new Float32Array(columns * classes), bias: new Float32Array(classes) }
  const slope = new Float32Array(columns * classes).fill(1e-3)
  const biasSlope = new Float32Array(classes).fill(1e-3)
  // Grams that are not used fall away once, not in every round.
  const taught = lessons.map((lesson) => ({ ...lesson, line: columnsIn(lesson.line, column) }))
  const order = lessons.map((_, index) => index)
  const random = generator(lessons.length)
  const shares = new Float32Array(classes)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random)
    for (const index of order) {
      const { line, target, weight } = taught[index] as Lesson
      scored(model, line, shares)
      share(shares)
      for (let k = 0; k < classes; k++) {
        const gradient = weight * ((shares[k] as number) - (k === target ? 1 : 0))
        if (Math.abs(gradient) < LEAST) continue
        const s = (biasSlope[k] as number) + gradient * gradient
        biasSlope[k] = s
        model.bias[k] = (model.bias[k] as number) - (0.1 * RATE * gradient) / Math.sqrt(s)
        step(model, slope, line, k, gradient)
      }
    }
  }
  return model
}

/** A line by columns instead of grams. */
function columnsIn({ ids, values }: Sparse, column: Int32Array): Sparse {
  const used = [...ids.keys()].filter((i) => (column[ids[i] as number] as number) >= 0)
  return {
    ids: Int32Array.from(used, (i) => column[ids[i] as number] as number),
    values: Float32Array.from(used, (i) => values[i] as number),
  }
}

function step({ classes, weights }: Softmax, slope: Float32Array, line: Sparse, k: number, gradient: number): void {
  const { ids, values } = line
  for (let i = 0; i < ids.length; i++) {
    const place = (ids[i] as number) * classes + k
    const g = gradient * (values[i] as number) + HOLD * (weights[place] as number)
    const s = (slope[place] as number) + g * g
    slope[place] = s
    weights[place] = (weights[place] as number) - (RATE * g) / Math.sqrt(s)
  }
}

function scored({ classes, weights, bias }: Softmax, { ids, values }: Sparse, scores: Float32Array): void {
  scores.set(bias)
  for (let i = 0; i < ids.length; i++) {
    const value = values[i] as number
    const from = (ids[i] as number) * classes
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] as number) + value * (weights[from + k] as number)
  }
}

/** The share of belief each class gets for a line; they add up to 1. */
export function chances(model: Softmax, line: Sparse): Float32Array {
  const scores = new Float32Array(model.classes)
  scored(model, columnsIn(line, model.column), scores)
  share(scores)
  return scores
}

/** Scores become shares, in place. */
function share(scores: Float32Array): void {
  let top = -Infinity
  for (let k = 0; k < scores.length; k++) if ((scores[k] as number) > top) top = scores[k] as number
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const e = Math.exp((scores[k] as number) - top)
    scores[k] = e
    sum += e
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum
}

function columnsOf(lessons: readonly Lesson[], grams: number): Int32Array {
  const seen = new Int32Array(grams)
  for (const { line } of lessons) for (const id of line.ids) seen[id] = (seen[id] ?? 0) + 1
  let next = 0
  return seen.map((count) => (count >= SEEN_MIN ? next++ : -1))
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

/** mulberry32: small, seeded, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
