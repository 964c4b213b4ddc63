import { createContext, useContext } from 'react'
import type { TraineeAct } from '../../../session/index.ts'
import type { Effect, VisitState } from './commands.ts'

/** What the parts of the visit's screen share: how things stand, and how to make something happen. */
export type Hud = { state: VisitState; run: (effect: Effect) => void; send: (act: TraineeAct) => void }

export const HudContext = createContext<Hud | null>(null)

export function useHud(): Hud {
  const hud = useContext(HudContext)
  if (!hud) throw new Error('a part of the visit was drawn outside it')
  return hud
}
