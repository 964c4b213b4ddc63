import { z } from 'zod'
import { Id } from './text.ts'

const Phrasings = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })

/** One writer's phrasings for one phase: how trainees may really put its rows, and what they may say there that is no row's. */
export const Examples = z.strictObject({
  hand: Id.describe('写的人（文件夹名） / whose hand wrote them: the folder’s name'),
  phase: Id.describe('阶段，或 "any" / phase, or "any" for global rows'),
  rows: z.record(Id, Phrasings).describe('每一行的说法 / phrasings by row'),
  none: Phrasings.default({ zh: [], en: [] }).describe('不属于任何一行的话 / what belongs to no row'),
})
export type Examples = z.output<typeof Examples>

const Synonyms = z.array(z.array(z.string().min(1)).min(2))

/** Words that mean the same here, group by group. */
export const Lexicon = z.strictObject({ zh: Synonyms, en: Synonyms })
export type Lexicon = z.output<typeof Lexicon>
