import { io, type Socket } from 'socket.io-client'
import { CHECK_SOCKET, type CheckToServer, type ServerToCheck } from '../protocol/index.ts'

const ANSWER_MS = 5_000

export type CheckEvents = {
  /** The line stands; other devices find this page by this number. */
  onNumber: (number: string) => void
  onDown: () => void
  /** Another device has found this page. */
  onFound: () => void
}

/** The line of the network check, which needs no name. */
export type CheckLine = {
  /** Milliseconds there and back. */
  echo: () => Promise<number>
  /** Whether another device's page is there. */
  look: (number: string) => Promise<boolean>
  close: () => void
}

export function connectCheckLine(events: CheckEvents): CheckLine {
  const socket: Socket<ServerToCheck, CheckToServer> = io(CHECK_SOCKET, {
    // A line of its own: it must not be one that a session has already opened.
    forceNew: true,
    transports: ['websocket'],
    timeout: ANSWER_MS,
  })
  socket.on('number', events.onNumber)
  socket.on('found', events.onFound)
  socket.on('connect_error', events.onDown)
  socket.on('disconnect', events.onDown)
  return {
    async echo() {
      const from = performance.now()
      await socket.timeout(ANSWER_MS).emitWithAck('echo')
      return Math.round(performance.now() - from)
    },
    look: (number) => socket.timeout(ANSWER_MS).emitWithAck('look', number),
    close: () => socket.close(),
  }
}
