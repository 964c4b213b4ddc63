import { z } from 'zod'

/** What can move inside a person. The tables of the practice material use the letters; files and logs use the words. */
export const FEELINGS = [
  'trust',
  'distress',
  'face',
  'confusion',
  'hope',
  'anger',
  'guilt',
  'burden',
  'shame',
  'hopelessness',
  'connectedness',
  'fear',
  'cooperation',
] as const
export type Feeling = (typeof FEELINGS)[number]

/** One point of a feeling in the unit the core counts in (decisions B.1). */
export const POINT = 1000

/** Feelings run from 0 to 100 points. */
export const FEELING_MAX = 100 * POINT

export const points = z
  .number()
  .min(-100)
  .max(100)
  .transform((n) => Math.round(n * POINT))

/** "S.trust: 6" – by how many points whose feeling moves; read as thousandths of a point. */
export const Deltas = z
  .record(z.string().regex(new RegExp(`^[A-Z]+\\.(${FEELINGS.join('|')})$`), 'person.feeling'), points)
  .describe('感受的变化，单位：分 / change of feelings, in points')
export type Deltas = z.output<typeof Deltas>

/** How a person is with the worker just now. Overlays (flooded, withdrawn) come before the trust bands. */
export const BANDS = ['F', 'W', 'G', 'T', 'O', 'A'] as const
export type Band = (typeof BANDS)[number]

export const RUBRIC_ITEMS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12'] as const
export type RubricItem = (typeof RUBRIC_ITEMS)[number]

/** Rubric points, positive or negative: "R2: 2". */
export const Counts = z
  .partialRecord(z.enum(RUBRIC_ITEMS), z.int().min(-10).max(10))
  .describe('评分证据 / evidence points')
export type Counts = z.output<typeof Counts>

/** Micro-skill codes; SUM counts as a reflection (model 5.1). */
export const CODES = [
  'Qo',
  'Qc',
  'SR',
  'CR',
  'SUM',
  'AF',
  'SEEK',
  'EMPH',
  'GI',
  'PWP',
  'PER',
  'CON',
  'SIL',
  'ACT',
  'SD',
] as const
export type Code = (typeof CODES)[number]

export const WORTHS = ['helpful', 'neutral', 'harmful', 'critical'] as const
export type Worth = (typeof WORTHS)[number]

export const LIKELIHOODS = ['unlikely', 'possible', 'likely'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]
