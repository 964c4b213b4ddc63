import { driftTo } from '../drift.ts'
import type { Event } from '../event.ts'
import type { State } from '../state.ts'

/**
 * The state folded without what came since `before`; what was seen stays seen (decisions D.3). A question "did you mean …?" that stood before does not
 * come back: it has been answered or passed over, and would stop the clock again.
 */
export const restored = (state: State, before: State, event: Event): State => ({
  ...driftTo(before, event.at),
  warning: null,
  confirm: null,
  undo: null,
  seen: state.seen,
})

/** Going on from before a red line: it stays on record as warned, "would have capped" (decisions A.7). */
export const wentOn = (state: State, before: State, event: Event): State => ({
  ...restored(state, before, event),
  redLines: state.redLines,
})
