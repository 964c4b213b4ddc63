import { Refused } from '../refused.ts'
import { emit, type Run } from '../run.ts'
import { perform } from './perform.ts'
import { ASKED_ABOUT, legalRow } from './say.ts'
import { likelyLines, notUnderstood } from './unheard.ts'

/** The trainee says whether what was understood is what they meant. Denied words have reached nobody yet. */
export function confirm(run: Run, isMeant: boolean): void {
  const asked = run.state.confirm
  if (!asked || asked.seat !== run.seat) throw new Refused('not-now', 'nothing waits to be confirmed')
  const { row, words, lang, confidence, candidates, heard } = asked
  const own = { words, lang, confidence, ...(heard && { heard }) }
  if (isMeant) {
    perform(run, legalRow(run.state, run.seat, row), { means: ASKED_ABOUT, ...own, isConfirmed: true })
    return
  }
  emit(run, {
    type: 'denied',
    row,
    candidates: likelyLines(run.state, run.seat, { candidates, ...(heard && { heard }) }),
    wordCount: words.length,
    ...own,
  })
}

/** "Just as I said it": none of the lines offered was meant. What was denied is said now, and not understood; what was said before stays as it was. */
export function leaveAsSaid(run: Run): void {
  const { candidates } = run.state
  if (!candidates || candidates.seat !== run.seat) throw new Refused('not-now', 'no lines wait to be chosen from')
  const { words, lang, denied } = candidates
  if (denied) notUnderstood(run, { words, lang, ...(denied.heard && { heard: denied.heard }) })
  else emit(run, { type: 'left-as-said' })
}
