import type { Language } from '../scene/index.ts'
import { CURVES, probability } from './calibration.ts'
import { grams } from './grams.ts'
import { likeness, vectorLikeness, type WordsModel, weigh } from './model.ts'
import { languageOf, normalise } from './normalise.ts'

/** What somebody typed or said, and which rows are legal just now. `vector` is the line's sentence vector, where there is a model. */
export type Heard = { text: string; lang: Language; rows: readonly string[]; vector?: readonly number[] }

export type Understanding = {
  /** The row that was meant, or null: then the person asks again and nothing is scored. */
  row: string | null
  /** Calibrated probability that the best row was meant. */
  confidence: number
  /** The best row stands clear of the second. */
  isClear: boolean
  /** The three likeliest rows, best first, understood or not. */
  candidates: { row: string; confidence: number }[]
}

const CANDIDATES = 3

/** Which of the legal rows a line means, or none (decisions B.15). */
export function understand(model: WordsModel, heard: Heard): Understanding {
  const { ranked, language } = rank(model, heard)
  const curve = CURVES[language]
  const [best, second] = ranked
  if (!best) return { row: null, confidence: 0, isClear: false, candidates: [] }
  const margin = best.score - (second?.score ?? 0)
  const confidence = probability(curve, best.score, margin)
  const candidates = ranked.slice(0, CANDIDATES).map(({ row, score }, at) => ({
    row,
    // A row behind the best has, by definition, no lead.
    confidence: at === 0 ? confidence : Math.min(confidence, probability(curve, score, 0)),
  }))
  const isUnderstood = confidence >= curve.threshold
  return { row: isUnderstood ? best.row : null, confidence, isClear: isUnderstood && margin >= curve.clear, candidates }
}

type Ranked = { row: string; score: number }[]

/** Legal rows by likeness, the best wording of each; rows with nothing in common are left out. */
export function rank(model: WordsModel, heard: Heard): { ranked: Ranked; language: Language } {
  const normalised = normalise(heard.text)
  const language = languageOf(normalised, heard.lang)
  const { wordings, idf, rarest, vectorFloor } = model[language]
  const line = weigh(grams(normalised), idf, rarest)
  const legal = new Set(heard.rows)
  const best = new Map<string, number>()
  for (const wording of wordings) {
    if (!legal.has(wording.row)) continue
    let score = likeness(line, wording)
    if (heard.vector && wording.vector) {
      // Counted from how alike unrelated wordings are, so that both likenesses are 0 for strangers and 1 for the same.
      const meant = (vectorLikeness(heard.vector, wording.vector) - vectorFloor) / (1 - vectorFloor)
      score = (score + Math.max(0, meant)) / 2
    }
    if (score > (best.get(wording.row) ?? 0)) best.set(wording.row, score)
  }
  const ranked = [...best]
    .map(([row, score]) => ({ row, score }))
    .sort((a, b) => b.score - a.score || (a.row < b.row ? -1 : 1))
  return { ranked, language }
}
