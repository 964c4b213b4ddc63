import type { Language } from '../scene/index.ts'
import type { Vector } from './discriminant.ts'
import { FITTED } from './fitted.ts'
import { sharedGrams } from './grams.ts'
import { acceptFeatures, type Fitted, probabilityOf, type Ranked, ranked, weighed } from './judge.ts'
import type { WordsModel } from './model.ts'
import { languageOf, normalise } from './normalise.ts'
import { look, type Sight, together } from './sight.ts'

/**
 * What somebody typed or said. `phases`: whose rows may be meant; `rows`: which of them are legal just now. `vector`: the line's sentence vector, where
 * there is a model.
 */
export type Heard = {
  text: string
  lang: Language
  phases: readonly string[]
  rows: readonly string[]
  vector?: Vector | undefined
}

/** Why a row was taken for what was meant: the known line most like it, and what both have in it. */
export type Why = { example: string; shared: string[] }

export type Understanding = {
  /** The row that was meant, or null: then the person asks again and nothing is scored. */
  row: string | null
  /** Calibrated probability that the best row was meant. */
  confidence: number
  /** The best row stands clear of the second. */
  isClear: boolean
  /** The likeliest legal rows, best first, understood or not: as many as leave three where some are not to be offered. */
  candidates: { row: string; confidence: number; why: Why }[]
}

const CANDIDATES = 6
const NOTHING: Understanding = { row: null, confidence: 0, isClear: false, candidates: [] }

/** Which of the legal rows a line means, or none (decisions B.15). */
export function understand(model: WordsModel, heard: Heard): Understanding {
  const normalised = normalise(heard.text)
  if (normalised === '') return NOTHING
  const lang = languageOf(normalised, heard.lang)
  const sights = heard.phases.flatMap(
    (phase) =>
      look(model, { text: heard.text, lang, phase, vector: lang === heard.lang ? heard.vector : undefined }) ?? [],
  )
  const sight = together(sights)
  if (!sight) return NOTHING
  const whole = weighUp(sight, heard.rows, fittedFor(model, lang, sight))
  if (!whole.best) return NOTHING
  const { confidence, lead, fitted } = whole
  const isUnderstood = confidence >= fitted.threshold
  const second = isUnderstood ? otherIdea(model, { ...heard, lang }, whole.best.look.row) : null
  const candidates = secondNext(whole.legal, second)
    .slice(0, CANDIDATES)
    .map(({ look, share }) => ({
      row: look.row,
      confidence: round(look.row === whole.best?.look.row ? confidence : Math.min(confidence, share)),
      why: { example: look.example, shared: sharedGrams(normalised, normalise(look.example)) },
    }))
  return {
    row: isUnderstood ? whole.best.look.row : null,
    confidence: round(confidence),
    isClear: isUnderstood && lead >= fitted.clear,
    candidates,
  }
}

const round = (share: number) => Math.round(share * 1000) / 1000

/** Shorter pieces than these, in characters, are greetings and sighs, no ideas of their own. */
const IDEA_LEAST = { zh: 5, en: 12 }
const IDEAS_MOST = 4

/** The row of a sentence in what was said that means something else than the whole was taken for: a second idea, never the one that counts. */
function otherIdea(model: WordsModel, heard: Heard, row: string): string | null {
  const pieces = heard.text
    .split(/[。！？!?；;\n]+/)
    .filter((piece) => normalise(piece).length >= IDEA_LEAST[heard.lang])
  if (pieces.length < 2 || pieces.length > IDEAS_MOST) return null
  for (const text of pieces) {
    const sight = together(heard.phases.flatMap((phase) => look(model, { text, lang: heard.lang, phase }) ?? []))
    if (!sight) continue
    const { best, confidence, fitted } = weighUp(sight, heard.rows, fittedFor(model, heard.lang, sight))
    if (best && best.look.row !== row && confidence >= fitted.threshold) return best.look.row
  }
  return null
}

function secondNext(ranked: readonly Ranked[], second: string | null): Ranked[] {
  const [best, ...others] = ranked
  if (!best || second === null) return [...ranked]
  const next = others.filter(({ look }) => look.row === second)
  return [best, ...next, ...others.filter(({ look }) => look.row !== second)]
}

/** What was fitted for knowing a scene as well as this one is known. */
function fittedFor(model: WordsModel, lang: Language, { hasVector }: Sight): Fitted {
  const by = FITTED[lang][model.language(lang).hasExamples ? 'examples' : 'bare']
  return hasVector ? by.vectors : by.plain
}

/** Whoever says a known line as it stands means it, unless another row has the same line. */
const VERBATIM = 0.995
const isVerbatim = ({ look }: Ranked) => look.near > 0.999

type Weighed = { best: Ranked | undefined; legal: Ranked[]; confidence: number; lead: number; fitted: Fitted }

/** Rows that may not be said now still compete: what means one of them is not taken for its neighbour. */
function weighUp(sight: Sight, rows: readonly string[], fitted: Fitted): Weighed {
  const all = ranked(sight, fitted)
  const isLegal = new Set(rows)
  const legal = all.filter(({ look }) => isLegal.has(look.row))
  const [best] = legal
  if (!best) return { best, legal, confidence: 0, lead: 0, fitted }
  const rival = all.find(({ look }) => look.row !== best.look.row)
  if (isVerbatim(best) && !all.some((one) => one !== best && isVerbatim(one)))
    return { best, legal, confidence: VERBATIM, lead: Number.POSITIVE_INFINITY, fitted }
  const confidence = probabilityOf(fitted.curve, weighed(fitted.accept, acceptFeatures(sight, best, rival)))
  return { best, legal, confidence, lead: best.score - (rival?.score ?? -Infinity), fitted }
}
