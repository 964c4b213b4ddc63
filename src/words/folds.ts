import { LANGUAGES, type Language } from '../scene/index.ts'
import type { Sample } from './fit.ts'
import { type Lines, NONE } from './lines.ts'
import { train, type Vectors, type WordsModel } from './model.ts'
import { look } from './sight.ts'

/** A line that measures: what it was said to mean, and what kind of saying it is. */
export type Measuring = { phase: string; row: string; kind: string; lang: Language; text: string }

/** A line whose own row may not be said just now is none: so much each of these counts. */
const ILLEGAL_WEIGHT = 0.25

/** The hands that wrote a scene's examples. */
export const handsOf = (scene: Lines): string[] => [...new Set(scene.examples.map(({ hand }) => hand))].sort()

/** Every example and none-line of each hand, looked at by a model that learnt from the other hands only. */
export function samplesByHand(scene: Lines, vectors?: Vectors): Record<Language, Sample[]> {
  const samples: Record<Language, Sample[]> = { zh: [], en: [] }
  for (const hand of handsOf(scene)) {
    const model = train({ ...scene, examples: scene.examples.filter((each) => each.hand !== hand) }, vectors)
    for (const lang of LANGUAGES) samples[lang].push(...samplesOf(model, linesOfHand(scene, hand, lang), vectors))
  }
  return samples
}

/** The same by a model of the tables' lines alone: how a scene does that nobody has written examples for. */
export function samplesBare(scene: Lines, vectors?: Vectors): Record<Language, Sample[]> {
  const model = train({ ...scene, examples: [] }, vectors)
  const of = (lang: Language) =>
    handsOf(scene).flatMap((hand) => samplesOf(model, linesOfHand(scene, hand, lang), vectors))
  return { zh: of('zh'), en: of('en') }
}

export function linesOfHand(scene: Lines, hand: string, lang: Language): Measuring[] {
  const phases = scene.dialogue.map(({ phase }) => phase).filter((phase) => phase !== 'any')
  let turn = 0
  return scene.examples
    .filter((each) => each.hand === hand)
    .flatMap(({ phase, rows, none }) => [
      ...Object.entries(rows).flatMap(([row, texts]) =>
        texts[lang].map((text) => {
          // What may be said in every phase is measured in one after the other.
          const where = phase === 'any' ? (phases[turn++ % phases.length] ?? phase) : phase
          return { phase: where, row, kind: 'example', lang, text }
        }),
      ),
      ...none[lang].map((text) => ({ phase, row: NONE, kind: NONE, lang, text })),
    ])
}

export function samplesOf(model: WordsModel, lines: readonly Measuring[], vectors?: Vectors): Sample[] {
  return lines.flatMap(({ phase, row, lang, text }): Sample[] => {
    const sight = look(model, { text, lang, phase, vector: vectors?.get(text) })
    if (!sight) return []
    if (row === NONE) return [{ sight, row: null, weight: 1 }]
    const rows = sight.rows.filter((each) => each.row !== row)
    return [
      { sight, row, weight: 1 },
      { sight: { ...sight, rows }, row: null, weight: ILLEGAL_WEIGHT },
    ]
  })
}
