import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PublicScene, SeatView, Session, SessionState, TraineeAct } from '../../../session/index.ts'

/** A session that is open, and the scene it plays in. */
export type Open = { session: Session; scene: PublicScene }

export const OpenSession = createContext<Open | null>(null)

function useOpen(): Open {
  const open = useContext(OpenSession)
  if (!open) throw new Error('a screen of a session was drawn outside one: wrap it in OpenSession')
  return open
}

export const useScene = (): PublicScene => useOpen().scene
export const useSession = (): Session => useOpen().session
export const useSend = (): ((act: TraineeAct) => void) => {
  const { session } = useOpen()
  return (act) => void session.send(act)
}

export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useOpen().session.store, select)
}

/** One slice of the view. Screens inside a session are drawn only once the first view is there. */
export function useView<T>(select: (view: SeatView) => T): T {
  return useSessionState((state) => {
    if (!state.view) throw new Error('no view yet: draw session screens only once the view has come')
    return select(state.view)
  })
}
