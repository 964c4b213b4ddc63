import type { ActAnswer, ActFrame, JoinAnswer, Refusal, ViewFrame } from '../protocol/index.ts'

/** What a line tells whoever opened it. */
export type LineEvents = {
  onUp: () => void
  onDown: () => void
  onFrame: (frame: ViewFrame) => void
  onSuperseded: (session: string) => void
  onRefused: (reason: Refusal) => void
}

/** A line to whoever decides a session: the server's socket, or a worker of our own. It never gives up by itself. */
export type Line = {
  join: (session: string) => Promise<JoinAnswer>
  act: (frame: ActFrame) => Promise<ActAnswer>
  leave: (session: string) => void
  close: () => void
}

export type OpenLine = (events: LineEvents) => Line
