import { acceptFeatures, type Fitted, probabilityOf, ranked, rankFeatures, weighed } from './judge.ts'
import type { Sight } from './sight.ts'

/** A line whose meaning is known, looked at by a model that had not learnt it. `row`: what it means, or null for none. */
export type Sample = { sight: Sight; row: string | null; weight: number }

/**
 * [B.15] Understood from the probability on at which few enough of the none-lines are taken: at most 8 % may be, and what an unlike class of students
 * says should keep to that too. Never from below a half: then it is likelier that something else was meant.
 */
const NONE_TAKEN_AIM = 0.04
const UNDERSTOOD_LEAST = 0.5
/** Among clear lines of a probability of 0.9 and more so many must be right: what is scored without asking has to be. */
const CLEAR_RIGHT = 0.995
const HOLD = 1

/** Fits both stages and the curve of one language and one way of knowing a scene. Deterministic. */
export function fitTo(samples: readonly Sample[]): Fitted {
  const meant = samples.filter(({ row }) => row !== null)
  const rank = fitRank(meant)
  const judged = samples.map((sample) => {
    const order = ranked(sample.sight, { rank } as Fitted)
    const [best, second] = order
    const features = best ? acceptFeatures(sample.sight, best, second) : []
    return { features, isRight: best?.look.row === sample.row, weight: sample.weight, row: sample.row, order }
  })
  const accept = logistic(judged)
  const scored = judged.map((one) => ({ ...one, score: weighed(accept, one.features) }))
  const curve = isotonic(scored)
  const p = (score: number) => probabilityOf(curve, score)
  const none = scored.filter(({ row, weight }) => row === null && weight === 1)
  let threshold = UNDERSTOOD_LEAST
  const taken = (from: number) => none.filter(({ score }) => p(score) >= from).length / Math.max(1, none.length)
  while (threshold < 0.95 && taken(threshold) > NONE_TAKEN_AIM) threshold += 0.01
  let clear = 0.2
  const sure = scored.filter(({ score, weight }) => weight === 1 && p(score) >= 0.9)
  const lead = ({ order }: (typeof scored)[number]) => (order[0]?.score ?? 0) - (order[1]?.score ?? 0)
  const rightFrom = (from: number) => {
    const all = sure.filter((one) => lead(one) >= from)
    return all.filter(({ isRight }) => isRight).length / Math.max(1, all.length)
  }
  while (clear < 4 && rightFrom(clear) < CLEAR_RIGHT) clear += 0.1
  return { rank: rank.map(round), accept: accept.map(round), curve, threshold: round(threshold), clear: round(clear) }
}

const round = (value: number) => Math.round(value * 1000) / 1000

type Slope = { gain: number; gradient: number[]; curvature: number[][] }

/** Which row of several is meant: a choice by weighed features, the likeliest weights. */
function fitRank(samples: readonly Sample[]): number[] {
  const all = samples.flatMap(({ sight, row, weight }) => {
    const target = sight.rows.findIndex((look) => look.row === row)
    return target < 0 ? [] : [{ features: sight.rows.map(rankFeatures), target, weight }]
  })
  const size = all[0]?.features[0]?.length ?? 0
  return climbed(size, (weights) => {
    const slope = flat(weights)
    for (const { features, target, weight } of all) {
      const scores = features.map((x) => weighed(weights, x))
      const top = Math.max(...scores)
      const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0)
      const shares = scores.map((score) => Math.exp(score - top) / sum)
      slope.gain += weight * Math.log(Math.max(shares[target] ?? 0, 1e-12))
      const mean = weights.map((_, i) => features.reduce((total, x, k) => total + (shares[k] ?? 0) * (x[i] ?? 0), 0))
      features.forEach((x, k) => {
        const share = shares[k] ?? 0
        const apart = x.map((value, i) => value - (mean[i] ?? 0))
        if (k === target) add(slope.gradient, apart, weight)
        if (share > 1e-4)
          for (let i = 0; i < size; i++) add(slope.curvature[i] ?? [], apart, weight * share * (apart[i] ?? 0))
      })
    }
    return slope
  })
}

/** Whether the best is right: logistic regression. */
function logistic(samples: readonly { features: number[]; isRight: boolean; weight: number }[]): number[] {
  const size = Math.max(...samples.map(({ features }) => features.length))
  return climbed(size, (weights) => {
    const slope = flat(weights)
    for (const { features, isRight, weight } of samples) {
      const p = 1 / (1 + Math.exp(-weighed(weights, features)))
      slope.gain += weight * Math.log(Math.max(isRight ? p : 1 - p, 1e-12))
      add(slope.gradient, features, weight * ((isRight ? 1 : 0) - p))
      for (let i = 0; i < size; i++) add(slope.curvature[i] ?? [], features, weight * p * (1 - p) * (features[i] ?? 0))
    }
    return slope
  })
}

function flat(weights: readonly number[]): Slope {
  return {
    gain: -weights.reduce((sum, w) => sum + (HOLD * w * w) / 2, 0),
    gradient: weights.map((w) => -HOLD * w),
    curvature: weights.map((_, i) => weights.map((__, j) => (i === j ? HOLD : 0))),
  }
}

function add(sum: number[], values: readonly number[], times: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + times * (values[i] ?? 0)
}

/** The top of a hill with one top, by Newton's way; a step that leads down is halved. */
function climbed(size: number, slopeAt: (weights: readonly number[]) => Slope): number[] {
  let weights = Array.from({ length: size }, () => 0)
  let here = slopeAt(weights)
  for (let round = 0; round < 40; round++) {
    const whole = solve(here.curvature, here.gradient)
    let step = 1
    let next = weights
    let there = here
    do {
      next = weights.map((w, i) => w + step * (whole[i] ?? 0))
      there = slopeAt(next)
      step /= 2
    } while (there.gain < here.gain && step > 1e-4)
    const gained = there.gain - here.gain
    if (gained < 1e-5) break
    weights = next
    here = there
  }
  return weights
}

/** Each block of the curve rests on at least so many lines; a few lucky ones must not promise certainty. */
const BLOCK_MIN = 40
const CERTAIN = 0.995

/** A rising curve through how often lines with such a score are right, by pooling neighbours that stand the wrong way round. */
export function isotonic(samples: readonly { score: number; isRight: boolean; weight: number }[]): Fitted['curve'] {
  const sorted = [...samples].sort((a, b) => a.score - b.score)
  type Block = { weight: number; right: number; score: number }
  const blocks: Block[] = []
  let open: Block = { weight: 0, right: 0, score: 0 }
  const push = (block: Block) => {
    blocks.push(block)
    for (;;) {
      const last = blocks.at(-1)
      const before = blocks.at(-2)
      if (!last || !before || before.right / before.weight < last.right / last.weight) return
      blocks.splice(-2, 2, {
        weight: before.weight + last.weight,
        right: before.right + last.right,
        score: before.score + last.score,
      })
    }
  }
  for (const { score, isRight, weight } of sorted) {
    open = {
      weight: open.weight + weight,
      right: open.right + (isRight ? weight : 0),
      score: open.score + weight * score,
    }
    if (open.weight < BLOCK_MIN) continue
    push(open)
    open = { weight: 0, right: 0, score: 0 }
  }
  if (open.weight > 0) push(open)
  return blocks.map(({ weight, right, score }) => [
    round(score / weight),
    round(Math.min(CERTAIN, (right + 0.5) / (weight + 1))),
  ])
}

/** Linear equations by elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const n = vector.length
  const m = matrix.map((row, i) => [...row, vector[i] ?? 0])
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(m[row]?.[column] ?? 0) > Math.abs(m[pivot]?.[column] ?? 0)) pivot = row
    const held = m[column] as number[]
    m[column] = m[pivot] as number[]
    m[pivot] = held
    const top = m[column] as number[]
    const divisor = top[column] || 1e-12
    for (let row = 0; row < n; row++) {
      if (row === column) continue
      const each = m[row] as number[]
      const factor = (each[column] ?? 0) / divisor
      if (factor === 0) continue
      for (let k = column; k <= n; k++) each[k] = (each[k] ?? 0) - factor * (top[k] ?? 0)
    }
  }
  return m.map((row, i) => (row[n] ?? 0) / (row[i] || 1e-12))
}
