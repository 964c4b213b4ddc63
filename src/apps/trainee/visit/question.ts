import type { Prompt, SeatView } from '../../../session/index.ts'
import type { Press } from '../../../ui/index.ts'

/** What the program asks about own words: whether a line was meant, or which of some lines. */
export type Question = Extract<Prompt, { kind: 'confirm' | 'candidates' }>

/** So long a question has to stand before Enter is an answer to it, in milliseconds: the same key has just sent the words, and a second press of it is no yes. */
export const SETTLES_MS = 1_000

/** The same words asked about in another way are another question. */
export const keyOf = (question: Question): string =>
  `${question.kind} ${question.kind === 'candidates' && question.isSaid} ${question.words.text}`

export const questionIn = ({ prompts }: Pick<SeatView, 'prompts'>): Question | null =>
  prompts.find((one): one is Question => one.kind === 'confirm' || one.kind === 'candidates') ?? null

/** Whether Enter says yes: never while other words are being written, and not so soon that it was still meant for the words before. */
export const isYes = (press: Press, { stoodMs, isBoxEmpty }: { stoodMs: number; isBoxEmpty: boolean }): boolean =>
  press.key === 'Enter' &&
  !press.isRepeat &&
  !press.hasModifier &&
  (!press.isWriting || isBoxEmpty) &&
  stoodMs >= SETTLES_MS
