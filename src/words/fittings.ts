import { LANGUAGES, type Language } from '../scene/index.ts'
import { fitTo } from './fit.ts'
import { samplesBare, samplesByHand } from './folds.ts'
import type { Fitted } from './judge.ts'
import type { Lines } from './lines.ts'
import type { Vectors } from './model.ts'

/** By language, by whether a scene has examples, and by whether there is a sentence model. */
export type Fittings = Record<Language, Record<'examples' | 'bare', Record<'plain' | 'vectors', Fitted>>>

/** Fits everything anew to a scene that several hands wrote examples for: minutes of work, done when a scene's words have grown. */
export function fittings(scene: Lines, vectors: Vectors): Fittings {
  const samples = {
    examples: { plain: samplesByHand(scene), vectors: samplesByHand(scene, vectors) },
    bare: { plain: samplesBare(scene), vectors: samplesBare(scene, vectors) },
  }
  const of = (lang: Language) => ({
    examples: { plain: fitTo(samples.examples.plain[lang]), vectors: fitTo(samples.examples.vectors[lang]) },
    bare: { plain: fitTo(samples.bare.plain[lang]), vectors: fitTo(samples.bare.vectors[lang]) },
  })
  const [zh, en] = LANGUAGES.map(of)
  if (!zh || !en) throw new Error('two languages are fitted')
  return { zh, en }
}
