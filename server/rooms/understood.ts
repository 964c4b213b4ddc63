import { asActBody, type TraineeAct } from '../../src/protocol/index.ts'
import type { Language } from '../../src/scene/index.ts'
import { type ActBody, type HeardAs, legalRows, openPhases, type SeatId, type State } from '../../src/sim/index.ts'
import type { Understanding } from '../../src/words/index.ts'

/** Somebody's own words, and what may be meant just now. */
export type OwnWords = { text: string; lang: Language; phases: string[]; rows: string[] }

/** Which of the legal rows own words mean, or none; `by` and `second` say with whose help. */
export type Understand = (said: OwnWords) => Promise<Meant>
export type Meant = { understanding: Understanding; by: string; second: HeardAs['second'] | null }

/** Kept with every utterance for whoever judges it later (decisions A.6). */
const LIKELIEST = 3

/** A browser's act as the core takes it: free words become an intent first, or none; everything else stays as it is. */
export async function understood(
  act: TraineeAct,
  seat: SeatId,
  state: State,
  understand: Understand,
): Promise<ActBody> {
  if (act.type !== 'say' || !('words' in act)) return asActBody(act)
  const { words, lang, means } = act
  const rows = legalRows(state, seat)
  const { understanding, by, second } = await understand({ text: words, lang, phases: openPhases(state), rows })
  const { row, confidence, isClear } = understanding
  const likely = understanding.candidates
    .slice(0, LIKELIEST)
    .map((one) => ({ row: one.row, confidence: one.confidence }))
  return {
    type: 'say',
    means,
    words,
    lang,
    confidence,
    isClear,
    candidates: understanding.candidates.map((one) => one.row),
    heard: { by, likely, ...(second && { second }) },
    ...(row !== null && { row }),
  }
}
