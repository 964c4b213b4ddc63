import { emit, type Run } from '../run.ts'

/** [B.5] Silence after an emotional line: under 2 s missed, 4–8 s held (counts as SIL), over 15 s too long. */
const MISSED_UNDER_MS = 2000
const HELD_FROM_MS = 4000
const HELD_TO_MS = 8000
export const LONG_AFTER_MS = 15_000
/** [B.5] What a silence of over 15 s costs, once. */
export const LONG_COST = 4000

/** Judges the silence that the act now beginning ends. Silence runs from the end of the reply. */
export function judgeSilence(run: Run): void {
  const { reply } = run.state
  if (!reply?.isEmotional || reply.isJudged) return
  const ms = Math.max(0, run.at - reply.until)
  if (ms < MISSED_UNDER_MS) emit(run, { type: 'silence-judged', after: reply.number, ms, verdict: 'missed' })
  else if (ms >= HELD_FROM_MS && ms <= HELD_TO_MS)
    emit(run, { type: 'silence-judged', after: reply.number, ms, verdict: 'held' })
}
