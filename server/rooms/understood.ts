import { asActBody, type TraineeAct } from '../../src/protocol/index.ts'
import type { Language } from '../../src/scene/index.ts'
import { type ActBody, legalRows, type SeatId, type State } from '../../src/sim/index.ts'
import type { Understanding } from '../../src/words/index.ts'

/** Which of the legal rows somebody's own words mean, or none. */
export type Understand = (heard: { text: string; lang: Language; rows: string[] }) => Understanding

/** A browser's act as the core takes it: free words become an intent first, or none; everything else stays as it is. */
export function understood(act: TraineeAct, seat: SeatId, state: State, understand: Understand): ActBody {
  if (act.type !== 'say' || !('words' in act)) return asActBody(act)
  const { words, lang, means } = act
  const { row, ...heard } = understand({ text: words, lang, rows: legalRows(state, seat) })
  const candidates = heard.candidates.map((candidate) => candidate.row)
  const { confidence, isClear } = heard
  return { type: 'say', means, words, lang, confidence, isClear, candidates, ...(row !== null && { row }) }
}
