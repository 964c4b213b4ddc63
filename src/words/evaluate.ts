import type { Language } from '../scene/index.ts'
import { handsOf, linesOfHand, type Measuring } from './folds.ts'
import { type Lines, NONE, rowsIn } from './lines.ts'
import { train, type Vectors, type WordsModel } from './model.ts'
import { type Understanding, understand } from './understand.ts'

/** What one line was taken for. */
export type Taken = { line: Measuring; heard: Understanding; tookMs: number }

/**
 * Shares, 0 to 1. `first`, `three`: of the lines that mean a row, it stood first or among the first three. `takenRight`, `takenWrong`: it was
 * understood so. `noneTaken`: of the lines that mean no row. `sureWrong`: how many would have counted, wrongly, without a question.
 */
export type Measured = {
  lang: Language
  lines: number
  first: number
  three: number
  byKind: { kind: string; lines: number; first: number }[]
  takenRight: number
  takenWrong: number
  none: number
  noneTaken: number
  sureWrong: number
  calibration: { from: number; lines: number; expected: number; observed: number }[]
  confusions: { meant: string; taken: string; times: number }[]
  /** Milliseconds a line: the middle one, and the one that only one in twenty exceeds. */
  p50Ms: number
  p95Ms: number
}

/** From here on what was heard counts unasked (decisions B.15). */
const SURE = 0.9
const BUCKETS = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95]

/** Understands every line by a model that has not learnt it. `now` tells the time in milliseconds. */
export function take(
  scene: Lines,
  model: WordsModel,
  lines: readonly Measuring[],
  now: () => number,
  vectors?: Vectors,
): Taken[] {
  return lines.map((line) => {
    const { text, lang, phase } = line
    const rows = rowsIn(scene, phase)
    const from = now()
    const heard = understand(model, { text, lang, phases: [phase], rows, vector: vectors?.get(text) })
    return { line, heard, tookMs: now() - from }
  })
}

/** Every hand's lines, understood by what the other hands wrote. */
export function takeByHand(scene: Lines, now: () => number, vectors?: Vectors): Taken[] {
  return handsOf(scene).flatMap((hand) => {
    const others = scene.examples.filter((each) => each.hand !== hand)
    const model = train({ ...scene, examples: others }, vectors)
    const lines = (['zh', 'en'] as const).flatMap((lang) => linesOfHand(scene, hand, lang))
    return take(scene, model, lines, now, vectors)
  })
}

export function measure(all: readonly Taken[], lang: Language): Measured {
  const ours = all.filter(({ line }) => line.lang === lang)
  const meant = ours.filter(({ line }) => line.row !== NONE)
  const none = ours.filter(({ line }) => line.row === NONE)
  const isFirst = ({ line, heard }: Taken) => heard.candidates[0]?.row === line.row
  const isTaken = ({ heard }: Taken) => heard.row !== null
  const kinds = [...new Set(meant.map(({ line }) => line.kind))].sort()
  const times = ours.map(({ tookMs }) => tookMs).sort((a, b) => a - b)
  return {
    lang,
    lines: meant.length,
    first: share(meant, isFirst),
    three: share(meant, ({ line, heard }) => heard.candidates.slice(0, 3).some(({ row }) => row === line.row)),
    byKind: kinds.map((kind) => {
      const part = meant.filter(({ line }) => line.kind === kind)
      return { kind, lines: part.length, first: share(part, isFirst) }
    }),
    takenRight: share(meant, (one) => isTaken(one) && isFirst(one)),
    takenWrong: share(meant, (one) => isTaken(one) && !isFirst(one)),
    none: none.length,
    noneTaken: share(none, isTaken),
    sureWrong: ours.filter((one) => one.heard.isClear && one.heard.confidence >= SURE && !isFirst(one)).length,
    calibration: calibrationOf(ours, isFirst),
    confusions: confusionsOf(meant),
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  }
}

function share(all: readonly Taken[], is: (one: Taken) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length
}

/** What the probability promised, beside what came of it. */
function calibrationOf(all: readonly Taken[], isFirst: (one: Taken) => boolean): Measured['calibration'] {
  return BUCKETS.map((from, index) => {
    const to = BUCKETS[index + 1] ?? 1.01
    const part = all.filter(({ heard }) => heard.confidence >= from && heard.confidence < to)
    const expected = part.reduce((sum, { heard }) => sum + heard.confidence, 0) / Math.max(1, part.length)
    return { from, lines: part.length, expected, observed: share(part, isFirst) }
  })
}

function confusionsOf(meant: readonly Taken[]): Measured['confusions'] {
  const times = new Map<string, number>()
  for (const { line, heard } of meant) {
    const taken = heard.candidates[0]?.row ?? NONE
    if (taken === line.row) continue
    const pair = `${line.row} ${taken}`
    times.set(pair, (times.get(pair) ?? 0) + 1)
  }
  return [...times]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([pair, count]) => {
      const [row = '', taken = ''] = pair.split(' ')
      return { meant: row, taken, times: count }
    })
}
