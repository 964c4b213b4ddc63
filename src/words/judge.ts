import type { Look, Sight } from './sight.ts'

/**
 * What was fitted for one language and one way of knowing a scene: how looks add up to a rank, how a rank becomes a score of being right, and how often
 * lines with such a score are right. `threshold`: understood from this probability on (decisions B.15). `clear`: how far ahead of the second the best
 * has to be to count without asking.
 */
export type Fitted = {
  rank: number[]
  accept: number[]
  /** Pairs of score and probability, rising; between two the line that joins them. */
  curve: [score: number, probability: number][]
  threshold: number
  clear: number
}

/** A longer line says no more for its being understood: whoever goes on and on may mean anything. */
const LONG = 40

export function rankFeatures(look: Look): number[] {
  return [look.learnt, look.near, look.nearThree, look.meant, look.close, look.closeThree]
}

export type Ranked = { look: Look; score: number; share: number }

/** All rows of the phase, likeliest first; shares add up to 1. */
export function ranked(sight: Sight, { rank }: Fitted): Ranked[] {
  const scores = sight.rows.map((look) => weighed(rank, rankFeatures(look)))
  const top = Math.max(...scores)
  const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0)
  return sight.rows
    .map((look, i) => ({ look, score: scores[i] ?? 0, share: Math.exp((scores[i] ?? 0) - top) / sum }))
    .sort((a, b) => b.score - a.score || (a.look.row < b.look.row ? -1 : 1))
}

/** What speaks for the best row being meant at all: how far it leads, and how it stands against none and against other phases. */
export function acceptFeatures(sight: Sight, best: Ranked, second: Ranked | undefined): number[] {
  const { look } = best
  const { none } = sight
  return [
    1,
    Math.max(-6, Math.min(6, Math.log(best.share / Math.max(1e-6, 1 - best.share)))),
    Math.min(8, best.score - (second?.score ?? best.score - 8)),
    look.learnt - none.learnt,
    look.meant - none.meant,
    look.near - none.near,
    look.close - none.close,
    look.near,
    look.close,
    look.close + look.near - sight.elsewhere,
    Math.log(1 + Math.min(sight.length, LONG)),
    look.nearThree + look.closeThree,
  ]
}

export const weighed = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)

/** How often lines with such a score are right. */
export function probabilityOf(curve: Fitted['curve'], score: number): number {
  const after = curve.findIndex(([at]) => at >= score)
  if (after < 0) return curve.at(-1)?.[1] ?? 0
  const [highAt, high] = curve[after] ?? [0, 0]
  if (after === 0) return high
  const [lowAt, low] = curve[after - 1] ?? [0, 0]
  return highAt === lowAt ? high : low + ((high - low) * (score - lowAt)) / (highAt - lowAt)
}
