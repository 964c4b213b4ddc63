import type { Namespace, Socket } from 'socket.io'
import type { CheckToServer, ServerToCheck } from '../../src/protocol/index.ts'
import { randomCode } from '../joining/index.ts'
import { realClock, TokenBucket } from '../rooms/index.ts'

export type CheckNamespace = Namespace<CheckToServer, ServerToCheck>
type Page = Socket<CheckToServer, ServerToCheck>

const PAGES_MAX = 200
const PACE = { burst: 30, perSecond: 1 }
const KNOWN = new Set(['echo', 'look'])

/** The sockets of open network checks. They need no name, and carry nothing but an echo and "is that other page there?". */
export function checkSockets(pages: CheckNamespace): void {
  const byNumber = new Map<string, Page>()
  pages.use((_socket, next) => next(byNumber.size < PAGES_MAX ? undefined : new Error('too-fast')))
  pages.on('connection', (socket) => {
    let number = randomCode()
    while (byNumber.has(number)) number = randomCode()
    byNumber.set(number, socket)
    socket.on('disconnect', () => byNumber.delete(number))
    socket.emit('number', number)

    const pace = new TokenBucket(realClock, PACE)
    socket.onAny((name: string) => {
      if (!KNOWN.has(name) || !pace.take()) socket.disconnect(true)
    })
    // What a browser sends is unknown until it has been looked at.
    socket.on('echo', (answer: unknown) => {
      if (typeof answer === 'function') answer()
    })
    socket.on('look', (wanted: unknown, answer: unknown) => {
      const other = typeof wanted === 'string' && wanted !== number ? byNumber.get(wanted) : undefined
      if (typeof answer === 'function') answer(other !== undefined)
      other?.emit('found')
    })
  })
}
