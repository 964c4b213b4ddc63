import type { RubricItem } from '../scene/index.ts'
import type { Millis } from './act.ts'
import type { Cause } from './event.ts'
import { emit, type Run } from './run.ts'
import type { State } from './state.ts'

/** [A.7] A trainee's first run of any scene, in practice, is warned of a red line instead of stopped. */
export const isWarnedFirst = (state: State): boolean => state.isFirstRun && state.kind === 'practice'

/**
 * [B.10, A.7] A critical failure. In a trainee's first practice run it warns and waits; else the session ends when the reply has been heard.
 * After leaving there is no visit to stop: it caps the result.
 */
export function crossRedLine(run: Run, id: string, cause: Cause, endsAt: Millis): void {
  const { state } = run
  if (state.status === 'ended' || state.redLines.some((line) => line.id === id && !line.isWarned)) return
  const line = state.scene.redLines.find((one) => one.id === id)
  const isWarned = isWarnedFirst(state)
  const isOver = state.status === 'aftermath'
  emit(run, {
    type: 'red-line',
    redLine: id,
    caps: (line?.caps ?? []) as RubricItem[],
    cause,
    isWarned: isWarned && !isOver,
    endsAt: isOver || (isWarned && !isOver) ? null : endsAt,
  })
}

/** Ends the session with this ending: judged, and capped if any red line was crossed. */
export function end(run: Run, ending: string): void {
  if (run.state.status === 'ended') return
  emit(run, { type: 'ended', ending, isCapped: run.state.redLines.some((line) => !line.isWarned) })
}
