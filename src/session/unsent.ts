import type { TraineeAct } from '../protocol/index.ts'
import type { Keep } from './identity.ts'

/** An act on its way that nobody has answered yet. `madeAt` is wall time, to tell a reload from yesterday's tab. */
export type Unsent = { id: string; act: TraineeAct; madeAt: number }

/** After a reload an act this young is sent again (its id makes that harmless); an older one is reported as lost. */
export const RESEND_MS = 60_000

const key = (session: string) => `doorstep.unsent.${session}`

/** Acts that a reload left unanswered. */
export function loadUnsent(session: string, keep: Keep): Unsent[] {
  try {
    const found: unknown = JSON.parse(keep.getItem(key(session)) ?? '[]')
    if (!Array.isArray(found)) return []
    return found.filter(
      (u): u is Unsent =>
        typeof u?.id === 'string' && typeof u?.madeAt === 'number' && typeof u?.act?.type === 'string',
    )
  } catch {
    return []
  }
}

export function saveUnsent(session: string, unsent: readonly Unsent[], keep: Keep): void {
  try {
    if (unsent.length) keep.setItem(key(session), JSON.stringify(unsent))
    else keep.removeItem(key(session))
  } catch {
    // A full or forbidden storage costs only the resend after a reload, never the visit.
  }
}
