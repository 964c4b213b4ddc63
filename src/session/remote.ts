import { io, type Socket } from 'socket.io-client'
import { type ClientToServer, PROTOCOL, REFUSALS, type Refusal, type ServerToClient } from '../protocol/index.ts'
import type { Line, LineEvents } from './line.ts'

const ANSWER_MS = 10_000

const isRefusal = (what: unknown): what is Refusal => (REFUSALS as readonly unknown[]).includes(what)

/** The line to the server: one socket on our own origin that comes back by itself. */
export function openRemoteLine(token: string, events: LineEvents): Line {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    auth: { protocol: PROTOCOL, token },
    transports: ['websocket', 'polling'],
    reconnectionDelay: 400,
    reconnectionDelayMax: 1_000,
  })
  socket.on('connect', events.onUp)
  socket.on('disconnect', events.onDown)
  socket.on('view', events.onFrame)
  socket.on('superseded', events.onSuperseded)
  socket.on('refused', events.onRefused)
  socket.on('connect_error', (error) => {
    // A refused handshake names its reason and will not mend itself; anything else is a line that is down.
    if (isRefusal(error.message)) events.onRefused(error.message)
    else events.onDown()
  })
  /** A line that is up and does not answer is as good as down: it is opened anew, and everything unanswered goes again. */
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      if (socket.connected) socket.disconnect().connect()
      throw error
    })
  return {
    join: (session) => answered(socket.timeout(ANSWER_MS).emitWithAck('join', { session })),
    act: (frame) => answered(socket.timeout(ANSWER_MS).emitWithAck('act', frame)),
    leave: (session) => socket.emit('leave', { session }),
    close: () => socket.close(),
  }
}
