import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { PresenceHandle } from '../../../presence/index.ts'
import type { ActBody, Session, TraineeAct } from '../../../session/index.ts'
import { bodyAct } from './bodyActs.ts'
import { watchWords } from './thinking.ts'

/**
 * The body in the picture and the screen around it act for one person: what is looked at by name is looked at, and who is spoken to is looked in the face. Asked by name to go somewhere, the body is walked there, and the rooms
 * it passes on the way are not gone to: saying so would call it back.
 */
export function useBody(session: Session): {
  presence: RefObject<PresenceHandle | null>
  send: (act: TraineeAct) => void
  /** Own words wait for their answer longer than one should wait without a word. */
  isThinking: boolean
  onAct: (act: ActBody) => void
} {
  const presence = useRef<PresenceHandle | null>(null)
  const isCarried = useRef(false)
  const [isThinking, setThinking] = useState(false)
  const [watch] = useState(() => watchWords(setThinking))
  const send = useCallback(
    (act: TraineeAct) => {
      if (act.type === 'go') isCarried.current = true
      if (act.type === 'look' || act.type === 'ask-permission' || act.type === 'open')
        presence.current?.lookAt(act.thing)
      if (act.type === 'approach') presence.current?.stepUpTo(act.thing)
      if (act.type === 'begin-composing') presence.current?.meetEyes()
      const answer = session.send(act)
      if (act.type === 'say' && 'words' in act) watch.sent(answer)
    },
    [session, watch],
  )
  const onAct = useCallback(
    (act: ActBody) => {
      const mine = bodyAct(act)
      if (!mine) return
      if (mine.type === 'go' && isCarried.current) {
        if (presence.current?.where().isWalking) return
        isCarried.current = false
      }
      void session.send(mine)
    },
    [session],
  )
  return useMemo(() => ({ presence, send, isThinking, onAct }), [send, isThinking, onAct])
}
