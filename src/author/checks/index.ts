import type { Check } from '../draft.ts'
import { brackets, repeatedLines, replies, skillTags, sources } from './dialogue.ts'
import { manyPhrasings } from './examples.ts'
import { excerpts } from './excerpts.ts'
import { fairFan } from './fan.ts'
import { feelings, licence } from './header.ts'
import { duplicates } from './ids.ts'
import { marks } from './marks.ts'
import { phases } from './phases.ts'
import { doors, spots, things } from './place.ts'
import { gates } from './reach.ts'
import { references } from './references.ts'
import { statedSums } from './sums.ts'
import { banned, languages, punctuation } from './words.ts'

/** All checks that look at a scene as a whole; each reports for itself, in any order. */
export const CHECKS: readonly Check[] = [
  languages,
  punctuation,
  banned,
  licence,
  duplicates,
  references,
  feelings,
  phases,
  gates,
  sources,
  skillTags,
  brackets,
  replies,
  repeatedLines,
  things,
  spots,
  doors,
  marks,
  excerpts,
  statedSums,
]

/** Advice to authors, never an error: for whoever works on a scene, not for whoever plays it. */
export const ADVICE: readonly Check[] = [fairFan, manyPhrasings]
