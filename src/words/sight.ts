import type { Language } from '../scene/index.ts'
import { scoresOf, type Vector } from './discriminant.ts'
import { grams } from './grams.ts'
import { NONE } from './lines.ts'
import { centred, type LanguageModel, type WordsModel } from './model.ts'
import { normalise } from './normalise.ts'
import { chances } from './softmax.ts'
import { type Sparse, weigh } from './sparse.ts'

/** How a line looks beside one class: what was learnt by grams and by meaning (log shares), and the likeness to its nearest lines. */
export type Look = {
  row: string
  learnt: number
  near: number
  nearThree: number
  meant: number
  close: number
  closeThree: number
  /** The line of this class that is most like it. */
  example: string
}

/** A line beside all that may be meant in a phase. `elsewhere`: the likeness (by meaning, else by grams) to the nearest row of another phase. */
export type Sight = { rows: Look[]; none: Look; elsewhere: number; length: number; hasVector: boolean }

/** Scores of the discriminant are differences of distances; so much of one unit counts as one of log share. */
const MEANT_SCALE = 0.25

export type Spoken = { text: string; lang: Language; phase: string; vector?: Vector | undefined }

/** Null where the phase is not one of the scene's. */
export function look(model: WordsModel, { text, lang, phase, vector }: Spoken): Sight | null {
  const known = model.language(lang)
  const part = known.phase(phase)
  if (!part) return null
  const normalised = normalise(text)
  const line = weigh(grams(normalised, lang, model.concepts), known.vocabulary, known.unknown)
  const own = vector && known.mean && part.discriminant ? centred(vector, known.mean) : null
  const learnt = chances(part.softmax, line)
  const meant = own && part.discriminant ? logShares(scoresOf(part.discriminant, own)) : null
  const likeness = nearest(known, part.classes, phase, line, own)
  const looks = part.classes.map((row, k): Look => {
    const { near, close, example } = likeness.classes[k] ?? NOTHING
    return {
      row,
      learnt: Math.log(Math.max(learnt[k] ?? 0, 1e-6)),
      near: near[0] ?? 0,
      nearThree: average(near),
      meant: Math.max(meant?.[k] ?? 0, -14),
      close: close[0] ?? 0,
      closeThree: average(close),
      example,
    }
  })
  const none = looks.pop()
  if (!none) return null
  return {
    rows: looks,
    none,
    elsewhere: likeness.elsewhere,
    length: lengthOf(normalised, lang),
    hasVector: own !== null,
  }
}

type Three = [number, number, number]
type Likeness = { near: Three; close: Three; example: string; best: number }

const NOTHING: Likeness = { near: [0, 0, 0], close: [0, 0, 0], example: '', best: -1 }

function nearest(known: LanguageModel, classes: readonly string[], phase: string, line: Sparse, own: Vector | null) {
  const likenesses = known.likenesses(line)
  const found = classes.map((): Likeness => ({ near: [0, 0, 0], close: [0, 0, 0], example: '', best: -1 }))
  const classOf = new Map(classes.map((row, k) => [row, k]))
  let elsewhere = 0
  for (const [index, seen] of known.lines.entries()) {
    const near = likenesses[index] ?? 0
    const close = own && seen.vector ? Math.max(0, product(own, seen.vector)) : 0
    const both = own ? near + close : near
    const k = seen.row === NONE && seen.phase !== phase ? undefined : classOf.get(seen.row)
    const one = k === undefined ? undefined : found[k]
    if (!one) {
      if (seen.row !== NONE && both > elsewhere) elsewhere = both
      continue
    }
    into(one.near, near)
    into(one.close, close)
    if (both > one.best) {
      one.best = both
      one.example = seen.text
    }
  }
  return { classes: found, elsewhere }
}

function into(three: Three, value: number): void {
  if (value > three[0]) {
    three[2] = three[1]
    three[1] = three[0]
    three[0] = value
  } else if (value > three[1]) {
    three[2] = three[1]
    three[1] = value
  } else if (value > three[2]) three[2] = value
}

function product(one: Vector, other: Vector): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number)
  return sum
}

const average = ([a, b, c]: Three): number => (a + b + c) / 3

function logShares(scores: Float32Array): Float32Array {
  let top = -Infinity
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (const score of scores) sum += Math.exp((score - top) * MEANT_SCALE)
  return scores.map((score) => (score - top) * MEANT_SCALE - Math.log(sum))
}

/** In characters in Chinese, in words in English. */
function lengthOf(normalised: string, lang: Language): number {
  return lang === 'zh' ? [...normalised.replaceAll(' ', '')].length : normalised.split(' ').length
}

/** Several phases at once, where a later one is open already: each row as its own phase sees it, and none where no phase knows better. */
export function together(sights: readonly Sight[]): Sight | null {
  const [first, ...others] = sights
  if (!first || others.length === 0) return first ?? null
  const rows = new Map<string, Look>()
  for (const { rows: looks } of sights)
    for (const one of looks) {
      const known = rows.get(one.row)
      if (!known || one.learnt > known.learnt) rows.set(one.row, one)
    }
  const none = sights.map((sight) => sight.none).reduce((least, each) => (each.learnt < least.learnt ? each : least))
  return { ...first, rows: [...rows.values()], none, elsewhere: Math.min(...sights.map(({ elsewhere }) => elsewhere)) }
}
