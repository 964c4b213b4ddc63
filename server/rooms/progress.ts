import type { State } from '../../src/sim/index.ts'
import type { Progress } from '../storage/index.ts'

/** How far a session has come, as lists show it without folding a log. */
export const progressOf = (state: State): Progress => ({
  status: state.status === 'unstarted' ? 'preparing' : state.status,
  ending: state.ending?.id ?? null,
  clockMs: state.clock,
})
