import { expect } from 'vitest'
import { SCENE } from '../server/harness.ts'
import { follow, linesOf } from './follow.ts'
import type { OwnWords } from './OwnWords.ts'
import type { Trainee } from './Trainee.ts'
import { writtenIn } from './typedPapers.ts'
import type { TypedVisit } from './typedVisits.ts'

/** The good visit of the rehearsals from its preparation on, everything said in the trainee's own words; what is done is done by its button. */
export async function playTyping(trainee: Trainee, own: OwnWords, visit: TypedVisit): Promise<void> {
  const { lines, prepared } = await linesOf(SCENE, 'e-a1-one-small-thing.txt')
  await trainee.prepare(prepared)
  await trainee.arrive()
  const rows = new Map(trainee.scene.dialogue.flatMap((part) => part.rows).map((row) => [row.id, row]))
  const besides: Record<string, () => Promise<void>> = {
    'A2-03': () => chatsOfSomethingElse(own, visit),
    'A2-06': () => takesBack(own, visit),
    'A4-04': async () => {
      await denies(own, visit, trainee.wordingsOf('A4-14'))
      isWaiting = true
    },
  }
  let now = 0
  /** Words denied wait to be said another way, and the clock with them: time goes on only after the next. */
  let isWaiting = false
  for (const line of writtenIn(trainee.lang, lines)) {
    const { order } = line
    const row = 'row' in order ? order.row : null
    if (row === null || rows.get(row)?.kind !== 'say') {
      now = await follow(trainee, [line], now)
      continue
    }
    const wordings = visit.lines[row]
    if (!wordings) throw new Error(`no words for ${row}`)
    if (!isWaiting) await trainee.step(line.at - now)
    const before = own.spentMs
    await own.say(row, wordings)
    if (isWaiting) await trainee.step(line.at - now)
    isWaiting = false
    await besides[row]?.()
    now = Math.max(now, line.at) + own.spentMs - before
  }
}

/** Lines that are offered for own words: no more than can be taken in at a glance. */
const CANDIDATES_MOST = 3

/** Small talk, said once and once more: nothing comes of it but, perhaps, a few lines to choose from, and the words stand as they were said. */
async function chatsOfSomethingElse(own: OwnWords, { smallTalk }: TypedVisit): Promise<void> {
  const [first, again] = smallTalk
  expect(await own.type(first)).toEqual({ how: 'missed' })
  expect(await own.candidates.count()).toBe(0)
  expect(await own.type(again)).toEqual({ how: 'missed' })
  expect(await own.candidates.locator('.fan__line').count()).toBeLessThanOrEqual(CANDIDATES_MOST)
  await own.standsBySaying()
}

/** Harm is asked about before it is said. Esc answers nothing, nor does Enter at once; a no leaves it unsaid, and other lines or words are offered. */
async function denies(own: OwnWords, { harmful }: TypedVisit, lines: readonly string[]): Promise<void> {
  const heard = await own.type(harmful)
  expect(heard.how).toBe('asked')
  expect(lines).toContain('as' in heard ? heard.as : null)
  await own.putsAside()
  await own.answer(false, harmful)
  await own.candidates.waitFor()
  expect(await own.candidates.locator('.fan__line').count()).toBeLessThanOrEqual(CANDIDATES_MOST)
}

async function takesBack(own: OwnWords, { slip }: TypedVisit): Promise<void> {
  const heard = await own.type(slip)
  expect(heard.how).not.toBe('missed')
  if (heard.how === 'asked') await own.answer(true, slip)
  await own.takeBack(slip)
}
