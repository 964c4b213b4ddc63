import { dueAt, isClockRunning, type State } from '../../src/sim/index.ts'
import type { Wall } from './Clock.ts'
import type { Instant } from './SessionTime.ts'

/** A menu of lines that has been up so long no longer stops the clock (decisions A.5). */
const MENU_MS = 8_000
/** Nobody holds the floor longer (decisions C.5). */
const COMPOSING_MS = 60_000
/** Running session time is written down this often, so that a killed server forgets no more of the clock than that. */
const RECORD_MS = 15_000

/** What a room keeps of its log for waking: the last time written down, and since when (by the wall) somebody composes. */
export type Marks = { recordedAt: number; composingSince: Wall }

/** How long the room may sleep: by session time while it runs, by the wall while somebody composes; null for as long as nobody acts. */
export function wakeAfter(state: State, now: Instant, marks: Marks): number | null {
  const waits: number[] = []
  if (isClockRunning(state)) {
    waits.push(marks.recordedAt + RECORD_MS - now.at)
    const due = dueAt(state)
    if (due !== null) waits.push(due - now.at)
  }
  if (state.composing) waits.push(marks.composingSince + limitOf(state.composing) - now.wall)
  return waits.length === 0 ? null : Math.min(...waits)
}

/** Whoever composes has held the floor long enough. */
export const isOver = (composing: NonNullable<State['composing']>, now: Instant, marks: Marks): boolean =>
  now.wall - marks.composingSince >= limitOf(composing)

/** The clock has run on so far that it must be written down. */
export const mustRecord = (now: Instant, marks: Marks): boolean => now.at - marks.recordedAt >= RECORD_MS

const limitOf = ({ how }: NonNullable<State['composing']>): number => (how === 'menu' ? MENU_MS : COMPOSING_MS)
