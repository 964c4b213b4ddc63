import type { Event } from '../../../src/sim/index.ts'
import { assess, ratersQueue, type Say, type Utterance } from '../../../src/sim/index.ts'
import type { Play } from './play.ts'

/** A trainee, and the instructor who rates. */
export const SEATS = [
  { seat: 'trainee', role: 'trainee' as const },
  { seat: 'instructor', role: 'instructor' as const },
]

export const heard = {
  by: 'grams',
  likely: ['A2-03', 'A2-14', 'A2-06', 'A2-01'].map((row, i) => ({ row, confidence: 0.9 - i / 5 })),
}

/** In one's own words, as surely and clearly understood as can be. */
export const own = (words: string, row?: string, more: Partial<Say> = {}): Say => ({
  type: 'say',
  means: 'typed',
  words,
  lang: 'zh',
  heard,
  ...(row !== undefined && { row, confidence: 1, isClear: true }),
  ...more,
})

export const queueOf = (visit: Play): Utterance[] => ratersQueue(visit.events, visit.state.scene)

export const last = (visit: Play): Utterance => {
  const entry = queueOf(visit).at(-1)
  if (!entry) throw new Error('nothing was said in own words')
  return entry
}

export const recode = (visit: Play, seconds: number, number: number, row: string | null): Event[] =>
  visit.act(seconds, { type: 'recode', number, row }, 'instructor')

/** Says it, and answers where it then stands in the queue. */
export const spoken = (visit: Play, seconds: number, words: string, row?: string, more: Partial<Say> = {}): number => {
  visit.act(seconds, own(words, row, more))
  return last(visit).number
}

export const assessed = (visit: Play) => assess(visit.events, visit.state.scene)

export const evidenceAt = (visit: Play, number: number) =>
  assessed(visit)
    .evidence.filter((line) => line.number === number)
    .map(({ item, points, judgedBy }) => [item, points, judgedBy])

/** Red lines as the assessment has them: whose words, and whether only warned. */
export const redLines = (visit: Play) =>
  assessed(visit).redLines.map(({ id, number, isWarned }) => [id, number, isWarned])
