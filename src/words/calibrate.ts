import type { FullScene, Language } from '../scene/index.ts'
import { CURVES, type Curve, probability } from './calibration.ts'
import { train, type WordsModel, wordingsOf } from './model.ts'
import { rank } from './understand.ts'

/** Lines to measure with, written apart from the scene's own wordings: what a trainee may say for a row, and what is no row's. */
export type MeasuringLines = {
  said: { row: string; zh: string[]; en: string[] }[]
  none: Record<Language, string[]>
}

type Sample = { cosine: number; margin: number; isRight: boolean; isNone: boolean; weight: number }

/** Shares, 0 to 1. `sure`: at a probability of 0.9 or more. `bias`: how much the probability says too much, on average. */
export type Measured = {
  lines: number
  right: number
  understoodRight: number
  understoodWrong: number
  clearRight: number
  rightAmongSure: number
  noneTaken: number
  bias: number
}

/** `measured`: on lines the curve was not fitted to. `inUse`: with the numbers that stand in calibration.ts. */
export type Calibration = { curve: Curve; measured: Measured; inUse: Measured }

/** A line is understood from here on, or from wherever fewer than this share of the none-lines are taken (decisions B.15). */
const UNDERSTOOD_FROM = 0.6
const NONE_TAKEN_MOST = 0.08
/** Among clear lines so many must be right: what is scored without asking has to be. */
const CLEAR_RIGHT = 0.97

/**
 * Fits the curve of one language. Method: every measuring line is ranked against the rows of its row's phase and the global rows; every
 * wording of a row that has others is left out once and ranked likewise. Nothing legal is meant by a none-line, ranked against each
 * phase and weighing one phase's part, nor by a measuring line whose own row is not legal just now: that one is ranked without it. A sample is right when its best row is the meant one. A logistic curve on (cosine, margin) is fitted by Newton's method.
 * `measured` comes from two halves, each judged by the curve fitted to the other.
 */
export function calibrate(scene: Pick<FullScene, 'dialogue'>, lines: MeasuringLines, language: Language): Calibration {
  const samples = samplesOf(scene, lines, language)
  const halves = [0, 1].map((parity) => samples.filter((_, at) => at % 2 === parity)) as [Sample[], Sample[]]
  return {
    curve: curveOf(samples),
    measured: judged(
      halves.flatMap((half, at) => half.map((sample) => ({ sample, curve: curveOf(halves[1 - at] ?? []) }))),
    ),
    inUse: judged(samples.map((sample) => ({ sample, curve: CURVES[language] }))),
  }
}

function judged(pairs: readonly { sample: Sample; curve: Curve }[]): Measured {
  const all = pairs.map(({ sample, curve }) => {
    const p = probability(curve, sample.cosine, sample.margin)
    return { ...sample, p, isTaken: p >= curve.threshold, isClear: sample.margin >= curve.clear }
  })
  const meant = all.filter((one) => !one.isNone)
  const none = all.filter((one) => one.isNone)
  const sure = meant.filter((one) => one.p >= 0.9)
  const share = (part: readonly Sample[], whole: readonly Sample[]) =>
    Math.round((weigh(part) / weigh(whole)) * 1000) / 1000
  return {
    lines: meant.length,
    right: share(
      meant.filter((one) => one.isRight),
      meant,
    ),
    understoodRight: share(
      meant.filter((one) => one.isTaken && one.isRight),
      meant,
    ),
    understoodWrong: share(
      meant.filter((one) => one.isTaken && !one.isRight),
      meant,
    ),
    clearRight: share(
      meant.filter((one) => one.isTaken && one.isRight && one.isClear),
      meant,
    ),
    rightAmongSure: share(
      sure.filter((one) => one.isRight),
      sure,
    ),
    noneTaken: share(
      none.filter((one) => one.isTaken),
      none,
    ),
    // A calibrated probability is on average as high as its lines are often right.
    bias:
      Math.round(
        (all.reduce((sum, one) => sum + one.weight * (one.p - (one.isRight ? 1 : 0)), 0) / weigh(all)) * 1000,
      ) / 1000,
  }
}

const weigh = (samples: readonly Sample[]) => samples.reduce((sum, s) => sum + s.weight, 0)

function samplesOf(scene: Pick<FullScene, 'dialogue'>, lines: MeasuringLines, language: Language): Sample[] {
  const model = train(scene)
  const global = scene.dialogue.filter((d) => d.phase === 'any').flatMap((d) => d.rows.map((r) => r.id))
  const phases = scene.dialogue.filter((d) => d.phase !== 'any').map((d) => [...d.rows.map((r) => r.id), ...global])
  const legalWith = (row: string) => phases.find((rows) => rows.includes(row)) ?? []
  const samples: Sample[] = []
  const take = (using: WordsModel, text: string, rows: string[], meant: string | null, weight: number) => {
    const [best, second] = rank(using, { text, lang: language, rows }).ranked
    samples.push({
      cosine: best?.score ?? 0,
      margin: (best?.score ?? 0) - (second?.score ?? 0),
      isRight: meant !== null && best?.row === meant,
      isNone: meant === null,
      weight,
    })
  }
  for (const { row, ...texts } of lines.said) {
    for (const text of texts[language]) {
      const legal = legalWith(row)
      take(model, text, legal, row, 1)
      const others = legal.filter((id) => id !== row)
      take(model, text, others, null, 1)
    }
  }
  const wordings = wordingsOf(scene, language)
  for (const { row, text } of wordings) {
    if (wordings.filter((w) => w.row === row).length > 1)
      take(without(model, language, text), text, legalWith(row), row, 1)
  }
  for (const text of lines.none[language]) for (const rows of phases) take(model, text, rows, null, 1 / phases.length)
  return samples
}

/** The model as it would be had nobody written this wording; its rarities may stay, since a gram seen once weighs as much as one unseen. */
function without(model: WordsModel, language: Language, text: string): WordsModel {
  const index = model[language]
  return { ...model, [language]: { ...index, wordings: index.wordings.filter((w) => w.text !== text) } }
}

function curveOf(samples: readonly Sample[]): Curve {
  const line = newton(samples)
  const taken = (p: number) => {
    const none = samples.filter((s) => s.isNone)
    return weigh(none.filter((s) => probability(line, s.cosine, s.margin) >= p)) / weigh(none)
  }
  let threshold = UNDERSTOOD_FROM
  while (threshold < 0.99 && taken(threshold) > NONE_TAKEN_MOST) threshold += 0.01
  const understood = samples.filter((s) => !s.isNone && probability(line, s.cosine, s.margin) >= threshold)
  let clear = 0.05
  const rightFrom = (margin: number) => {
    const all = understood.filter((s) => s.margin >= margin)
    return weigh(all.filter((s) => s.isRight)) / Math.max(1, weigh(all))
  }
  while (clear < 0.5 && rightFrom(clear) < CLEAR_RIGHT) clear += 0.01
  return { ...line, threshold: round(threshold), clear: round(clear) }
}

const round = (n: number) => Math.round(n * 100) / 100

/** Logistic regression on (1, cosine, margin), lightly held towards 0 so that a clean split does not run away. */
function newton(samples: readonly Sample[]): { bias: number; cosine: number; margin: number } {
  const HOLD = 0.05
  let b: Triple = [0, 0, 0]
  for (let round = 0; round < 60; round++) {
    const gradient: Triple = [-HOLD * b[0], -HOLD * b[1], -HOLD * b[2]]
    const curvature: [Triple, Triple, Triple] = [
      [HOLD, 0, 0],
      [0, HOLD, 0],
      [0, 0, HOLD],
    ]
    for (const s of samples) {
      const x: Triple = [1, s.cosine, s.margin]
      const p = 1 / (1 + Math.exp(-(b[0] + b[1] * x[1] + b[2] * x[2])))
      for (const i of [0, 1, 2] as const) {
        gradient[i] += s.weight * ((s.isRight ? 1 : 0) - p) * x[i]
        for (const j of [0, 1, 2] as const) curvature[i][j] += s.weight * p * (1 - p) * x[i] * x[j]
      }
    }
    const step = solve(curvature, gradient)
    b = [b[0] + step[0], b[1] + step[1], b[2] + step[2]]
    if (Math.max(...step.map(Math.abs)) < 1e-9) break
  }
  return { bias: round(b[0]), cosine: round(b[1]), margin: round(b[2]) }
}

type Triple = [number, number, number]

/** Three equations by Cramer's rule. */
function solve(m: readonly [Triple, Triple, Triple], v: Triple): Triple {
  const det = (a: Triple, b: Triple, c: Triple) =>
    a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])
  const whole = det(...m)
  const swapped = (column: 0 | 1 | 2) =>
    det(
      ...(m.map((row, i) => row.map((cell, j) => (j === column ? v[i as 0 | 1 | 2] : cell)) as Triple) as [
        Triple,
        Triple,
        Triple,
      ]),
    ) / whole
  return [swapped(0), swapped(1), swapped(2)]
}
