import { type Counts, type FullScene, RUBRIC_ITEMS, type RubricItem } from '../scene/index.ts'
import type { SourceSums } from '../sim/index.ts'

/** The order in which sources of points are printed. */
export const SOURCES = ['rows', 'preparations', 'cues', 'hypotheses', 'documents', 'dilemmas', 'level'] as const

/** A cue counts once for noticing it and once for a justified interpretation in the record (model 5.4). */
const POINTS_A_CUE = 2
const POINTS_A_HYPOTHESIS = 3

/**
 * What a scene's tables can give, by source (decisions B.13): all positive points of every row of a phase whatever its worth (global rows
 * excluded), all preparations, cues, hypotheses on their item, documents, the best option of each dilemma that is not on top of the sums,
 * and a level to be entered where there is one.
 */
export function sumsOf(scene: FullScene): SourceSums {
  const best = scene.dilemmas
    .filter((dilemma) => !dilemma.beyondSums)
    .map((dilemma) => bestOf(dilemma.options.map((each) => each.counts ?? {})))
  return {
    rows: total(
      scene.dialogue.filter((part) => part.phase !== 'any').flatMap((part) => part.rows.map((row) => row.counts ?? {})),
    ),
    preparations: total(scene.preparation.options.map((option) => option.counts ?? {})),
    cues: { R4: scene.cues.length * POINTS_A_CUE },
    hypotheses: total(scene.hypotheses.map(({ item }) => (item ? { [item]: POINTS_A_HYPOTHESIS } : {}))),
    documents: total(scene.documents.map(({ item, points }) => ({ [item]: points }))),
    dilemmas: total(best),
    level: total(scene.level?.counts ? [scene.level.counts] : []),
  }
}

/** Positive points only, item by item. */
function total(all: readonly Counts[]): Counts {
  const sum: Counts = {}
  for (const counts of all)
    for (const item of RUBRIC_ITEMS) if ((counts[item] ?? 0) > 0) sum[item] = (sum[item] ?? 0) + (counts[item] ?? 0)
  return sum
}

/** Only one option can be chosen, so each item counts the best there is. */
function bestOf(options: readonly Counts[]): Counts {
  const best: Counts = {}
  for (const item of RUBRIC_ITEMS) best[item] = Math.max(0, ...options.map((counts) => counts[item] ?? 0))
  return best
}

export function sumOf(sums: SourceSums, item: RubricItem): number {
  return Object.values(sums).reduce((sum, counts) => sum + (counts[item] ?? 0), 0)
}
