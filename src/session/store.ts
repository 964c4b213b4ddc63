import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ActAnswer, Refusal, TraineeAct } from '../protocol/index.ts'
import type { SeatView } from '../sim/index.ts'
import type { Keep } from './identity.ts'
import type { OpenLine } from './line.ts'
import { mergeView } from './mergeView.ts'
import { loadUnsent, RESEND_MS, saveUnsent, type Unsent } from './unsent.ts'

export type Connection = 'connecting' | 'live' | 'offline' | 'refused' | 'superseded'

export type SessionState = {
  session: string
  connection: Connection
  /** Why the whole session is refused, when it is. */
  refusal: Refusal | null
  view: SeatView | null
  /** When the view came, by this machine's clock: the session clock runs on from there. */
  viewAt: number
  /** How many acts wait for an answer. */
  waiting: number
  /** The last single act that was refused, with a count so that the same refusal twice is two. */
  lastRefused: { reason: Refusal; act: TraineeAct; count: number } | null
  /** An act that a reload lost: said once, then cleared. */
  lost: TraineeAct | null
}

/** A running session as the screens know it. */
export type Session = {
  store: StoreApi<SessionState>
  /** Sends an act; it waits while offline. Resolves with the answer once there is one. */
  send: (act: TraineeAct) => Promise<ActAnswer>
  /** Joins again: after "superseded" (take over here) or a refusal that may have passed. */
  takeOver: () => void
  forgetLost: () => void
  close: () => void
}

export type SessionParts = {
  openLine: OpenLine
  /** Where unanswered acts outlive a reload of this tab. */
  keep: Keep
  now: () => number
  newId: () => string
}

type Waiting = Unsent & { answered: (answer: ActAnswer) => void; isSent: boolean }

/** Opens the port to one session: joins, keeps the view, sends acts in order and again after a broken line. */
export function openSession(session: string, parts: SessionParts): Session {
  const { keep, now, newId } = parts
  const left = loadUnsent(session, keep)
  const young = left.filter((u) => now() - u.madeAt < RESEND_MS)
  const store = createStore<SessionState>(() => ({
    session,
    connection: 'connecting',
    refusal: null,
    view: null,
    viewAt: now(),
    waiting: young.length,
    lastRefused: null,
    lost: left.find((u) => now() - u.madeAt >= RESEND_MS)?.act ?? null,
  }))
  const queue: Waiting[] = young.map((u) => ({ ...u, answered: () => undefined, isSent: false }))
  let joinCount = 0
  let isClosed = false
  let isUp = false

  const set = (change: Partial<SessionState>) => store.setState(change)
  const keepQueue = () => {
    saveUnsent(
      session,
      queue.map(({ id, act, madeAt }) => ({ id, act, madeAt })),
      keep,
    )
    set({ waiting: queue.length })
  }
  keepQueue()

  const line = parts.openLine({
    onUp: () => {
      isUp = true
      if (store.getState().connection !== 'superseded') join()
    },
    onDown: () => {
      isUp = false
      joinCount++
      for (const w of queue) w.isSent = false
      const { connection } = store.getState()
      if (connection === 'live' || connection === 'connecting') set({ connection: 'offline' })
    },
    onFrame: (frame) => {
      if (frame.session !== session) return
      const merged = mergeView(store.getState().view, frame)
      if (merged === 'gap') join()
      else if (merged !== 'old') set({ view: merged.view, viewAt: now() })
    },
    onSuperseded: (which) => {
      if (which === session) set({ connection: 'superseded' })
    },
    onRefused: (reason) => set({ connection: 'refused', refusal: reason }),
  })

  function join() {
    const mine = ++joinCount
    line.join(session).then(
      (answer) => {
        if (mine !== joinCount || isClosed) return
        if (!answer.ok) return set({ connection: 'refused', refusal: answer.refused })
        set({ connection: 'live', refusal: null, view: answer.view, viewAt: now() })
        flush()
      },
      () => undefined, // the line went down; onUp joins again
    )
  }

  function flush() {
    if (store.getState().connection !== 'live' || !isUp) return
    for (const waiting of queue) if (!waiting.isSent) post(waiting)
  }

  function post(waiting: Waiting) {
    waiting.isSent = true
    line.act({ id: waiting.id, session, act: waiting.act }).then(
      (answer) => settle(waiting, answer),
      () => {
        waiting.isSent = false // the line went down; it goes again after the next join
      },
    )
  }

  function settle(waiting: Waiting, answer: ActAnswer) {
    const at = queue.indexOf(waiting)
    if (at < 0) return // answered twice: a resend crossed with the first answer
    queue.splice(at, 1)
    keepQueue()
    if (!answer.ok) {
      const count = (store.getState().lastRefused?.count ?? 0) + 1
      set({ lastRefused: { reason: answer.refused, act: waiting.act, count } })
    }
    waiting.answered(answer)
  }

  return {
    store,
    send: (act) =>
      new Promise((answered) => {
        queue.push({ id: newId(), act, madeAt: now(), answered, isSent: false })
        keepQueue()
        flush()
      }),
    takeOver: () => {
      set({ connection: isUp ? 'connecting' : 'offline', refusal: null })
      if (isUp) join()
    },
    forgetLost: () => set({ lost: null }),
    close: () => {
      isClosed = true
      joinCount++
      if (isUp) line.leave(session)
      line.close()
    },
  }
}
