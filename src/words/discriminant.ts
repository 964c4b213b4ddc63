/** A sentence vector of length 1. */
export type Vector = Float32Array

/** Tells classes apart in the sentence model's space: `weights[k * size + i]` and `bias[k]` give each class its score. */
export type Discriminant = { size: number; weights: Float32Array; bias: Float32Array }

/** So much of the spread is taken to be the same in every direction: there are fewer lines than directions. */
const SHRINK = 0.25

/**
 * The spread of lines about their own class, inverted: one for all phases and both languages, since how sentences vary about a meaning has little to
 * do with the meaning. Size × size, row by row.
 */
export function spreadOf(groups: readonly (readonly Vector[])[], size: number): Float64Array {
  const spread = new Float64Array(size * size)
  let count = 0
  const apart = new Float64Array(size)
  for (const group of groups) {
    if (group.length < 2) continue
    const mean = meanOf(group, size)
    for (const vector of group) {
      for (let i = 0; i < size; i++) apart[i] = (vector[i] ?? 0) - (mean[i] ?? 0)
      for (let i = 0; i < size; i++) {
        const a = apart[i] ?? 0
        const row = i * size
        for (let j = 0; j <= i; j++) spread[row + j] = (spread[row + j] ?? 0) + a * (apart[j] ?? 0)
      }
      count++
    }
  }
  let trace = 0
  for (let i = 0; i < size; i++) trace += (spread[i * size + i] ?? 0) / Math.max(1, count)
  const even = trace / size || 1
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const shared = ((1 - SHRINK) * (spread[i * size + j] ?? 0)) / Math.max(1, count) + (i === j ? SHRINK * even : 0)
      spread[i * size + j] = shared
      spread[j * size + i] = shared
    }
  return inverse(spread, size)
}

export function discriminantOf(means: readonly Float64Array[], inverted: Float64Array, size: number): Discriminant {
  const weights = new Float32Array(means.length * size)
  const bias = new Float32Array(means.length)
  means.forEach((mean, k) => {
    let own = 0
    for (let i = 0; i < size; i++) {
      let sum = 0
      const row = i * size
      for (let j = 0; j < size; j++) sum += (inverted[row + j] ?? 0) * (mean[j] ?? 0)
      weights[k * size + i] = sum
      own += sum * (mean[i] ?? 0)
    }
    bias[k] = -own / 2
  })
  return { size, weights, bias }
}

export function scoresOf({ size, weights, bias }: Discriminant, vector: Vector): Float32Array {
  const scores = Float32Array.from(bias)
  for (let k = 0; k < scores.length; k++) {
    let sum = 0
    const row = k * size
    for (let i = 0; i < size; i++) sum += (weights[row + i] ?? 0) * (vector[i] ?? 0)
    scores[k] = (scores[k] ?? 0) + sum
  }
  return scores
}

export function meanOf(vectors: readonly Vector[], size: number): Float64Array {
  const mean = new Float64Array(size)
  for (const vector of vectors) for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0)
  for (let i = 0; i < size; i++) mean[i] = (mean[i] ?? 0) / Math.max(1, vectors.length)
  return mean
}

/** The inverse of a symmetric positive matrix, by Cholesky's way. */
function inverse(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] ?? 0) * (lower[j * n + k] ?? 0)
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (lower[j * n + j] ?? 1)
    }
  // The lower triangle inverted, row by row; then its transpose times itself.
  const turned = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    turned[i * n + i] = 1 / (lower[i * n + i] ?? 1)
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let k = j; k < i; k++) sum += (lower[i * n + k] ?? 0) * (turned[k * n + j] ?? 0)
      turned[i * n + j] = -sum / (lower[i * n + i] ?? 1)
    }
  }
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += (turned[k * n + i] ?? 0) * (turned[k * n + j] ?? 0)
      out[i * n + j] = sum
      out[j * n + i] = sum
    }
  return out
}
