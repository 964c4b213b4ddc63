import { LANGUAGES, type Language } from '../scene/index.ts'
import { type Discriminant, discriminantOf, meanOf, spreadOf, type Vector } from './discriminant.ts'
import { grams } from './grams.ts'
import { type Concepts, conceptsOf } from './lexicon.ts'
import { type KnownLine, type Lines, linesOf, NONE, rowsIn } from './lines.ts'
import { normalise } from './normalise.ts'
import { type Lesson, learn, type Softmax } from './softmax.ts'
import { likenessTo, type Sparse, type Vocabulary, vocabularyOf, weigh } from './sparse.ts'

/** Sentence vectors of a scene's lines, by the line as it stands there; made by whoever owns a sentence model. */
export type Vectors = ReadonlyMap<string, Vector>

/** A line as the matcher sees it: its grams, and its vector less its language's mean. */
export type Seen = { phase: string; row: string; text: string; line: Sparse; vector: Vector | null }

/** What tells one phase's rows apart. `classes`: rows that may be meant there, and none at the end. */
type PhaseModel = { classes: string[]; softmax: Softmax; discriminant: Discriminant | null }

export type LanguageModel = {
  vocabulary: Vocabulary
  /** How much a gram that no line has weighs. */
  unknown: number
  lines: Seen[]
  /** How like each of these a line is, by grams: from 0 to 1. */
  likenesses(line: Sparse): Float64Array
  /** Of this language's lines; null without a sentence model. */
  mean: Vector | null
  /** Phrasings beside the tables' own lines: with them, likeness means something else. */
  hasExamples: boolean
  phase(id: string): PhaseModel | undefined
}

/**
 * All that can be learnt from a scene's lines, each part when it is first asked for: whoever speaks at the door in Chinese does not wait until all of
 * the visit is learnt in English.
 */
export type WordsModel = {
  concepts: Concepts
  phases: readonly string[]
  language(lang: Language): LanguageModel
}

/** Lines of other phases are none in this one, more or less: they are many, and some mean nearly the same. */
const ELSEWHERE_WEIGHT = 0.4
const ELSEWHERE_EACH = 6

/** Learns a scene's lines. Pure: the same scene and vectors give the same answers. A scene without examples is learnt by its tables' lines. */
export function train(scene: Lines, vectors?: Vectors): WordsModel {
  const concepts = conceptsOf(scene.lexicon)
  const lines = memo((lang: Language) => linesOf(scene, lang))
  const mean = memo((lang: Language) => meanVector(lines(lang), vectors))
  const tell = once(() =>
    discriminants(
      scene,
      LANGUAGES.flatMap((lang) => withVectors(lines(lang), mean(lang), vectors)),
    ),
  )
  const phases = scene.dialogue.map(({ phase }) => phase).filter((phase) => phase !== 'any')
  const language = memo((lang: Language): LanguageModel => {
    const known = seenOf(lines(lang), lang, concepts, mean(lang), vectors)
    const phase = memo((id: string) => (phases.includes(id) ? phaseOf(scene, known, id, tell) : undefined))
    return { ...known, hasExamples: scene.examples.length > 0, phase }
  })
  return { concepts, phases, language }
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as V
  }
}

function once<V>(make: () => V): () => V {
  const made = memo((_: 0) => make())
  return () => made(0)
}

type Known = Omit<LanguageModel, 'phase' | 'hasExamples'>

function meanVector(lines: readonly KnownLine[], vectors?: Vectors): Vector | null {
  const own = lines.flatMap(({ text }) => vectors?.get(text) ?? [])
  const [first] = own
  return first ? Float32Array.from(meanOf(own, first.length)) : null
}

type Placed = { phase: string; row: string; vector: Vector | null }

function withVectors(lines: readonly KnownLine[], mean: Vector | null, vectors?: Vectors): Placed[] {
  return lines.map(({ phase, row, text }) => {
    const vector = vectors?.get(text)
    return { phase, row, vector: vector && mean ? centred(vector, mean) : null }
  })
}

function seenOf(
  lines: readonly KnownLine[],
  lang: Language,
  concepts: Concepts,
  mean: Vector | null,
  vectors?: Vectors,
): Known {
  const bags = lines.map(({ text }) => grams(normalise(text), lang, concepts))
  const vocabulary = vocabularyOf(bags)
  const unknown = Math.log((lines.length + 1) / 1.5)
  const seen = withVectors(lines, mean, vectors).map((placed, index): Seen => {
    const line = weigh(bags[index] ?? new Map(), vocabulary, unknown)
    return { ...placed, text: lines[index]?.text ?? '', line }
  })
  const likenesses = likenessTo(
    seen.map(({ line }) => line),
    vocabulary.ids.size,
  )
  return { vocabulary, unknown, lines: seen, mean, likenesses }
}

/** A vector seen from its language's middle, of length 1: what all sentences of a language share says nothing of what is meant. */
export function centred(vector: Vector, mean: Vector): Vector {
  const out = new Float32Array(vector.length)
  let squares = 0
  for (let i = 0; i < out.length; i++) {
    const x = (vector[i] ?? 0) - (mean[i] ?? 0)
    out[i] = x
    squares += x * x
  }
  const length = Math.sqrt(squares) || 1
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) / length
  return out
}

/** The spread of lines is known well enough from so many of each row; all of them would take a second. */
const SPREAD_EACH = 24
const thinned = (vectors: readonly Vector[]): readonly Vector[] => {
  const step = Math.ceil(vectors.length / SPREAD_EACH)
  return step <= 1 ? vectors : vectors.filter((_, index) => index % step === 0)
}

type Tell = (classes: readonly string[], phase: string) => Discriminant | null

/** What tells a phase's classes apart in the sentence model's space, both languages learning from each other. */
function discriminants(scene: Lines, lines: readonly Placed[]): Tell {
  const vectorsOf = new Map<string, Vector[]>()
  for (const { row, phase, vector } of lines) {
    if (!vector) continue
    const key = row === NONE ? `${NONE} ${phase}` : row
    vectorsOf.set(key, [...(vectorsOf.get(key) ?? []), vector])
  }
  const size = lines.find(({ vector }) => vector !== null)?.vector?.length ?? 0
  if (size === 0) return () => null
  const groups = scene.dialogue.flatMap(({ rows }) => rows.map(({ id }) => thinned(vectorsOf.get(id) ?? [])))
  const inverted = spreadOf(groups, size)
  return (classes, phase) => {
    const means = classes.map((row) => meanOf(vectorsOf.get(row === NONE ? `${NONE} ${phase}` : row) ?? [], size))
    return discriminantOf(means, inverted, size)
  }
}

function phaseOf(scene: Lines, known: Known, phase: string, tell: () => Tell): PhaseModel {
  const classes = [...new Set(rowsIn(scene, phase)), NONE]
  const softmax = learn(lessonsOf(known.lines, classes, phase), classes.length, known.vocabulary.ids.size)
  return { classes, softmax, discriminant: tell()(classes, phase) }
}

function lessonsOf(lines: readonly Seen[], classes: readonly string[], phase: string): Lesson[] {
  const classOf = new Map(classes.map((row, index) => [row, index]))
  const none = classes.length - 1
  return lines.flatMap(({ row, line, ...where }, index): Lesson[] => {
    const own = row === NONE ? (where.phase === phase ? none : undefined) : classOf.get(row)
    if (own !== undefined) return [{ line, target: own, weight: 1 }]
    if (row === NONE || index % ELSEWHERE_EACH !== 0) return []
    return [{ line, target: none, weight: ELSEWHERE_WEIGHT }]
  })
}
