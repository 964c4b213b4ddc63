import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { Encoder } from 'socket.io-parser'
import {
  type ActAnswer,
  ActFrame,
  CHECK_SOCKET,
  type ClientToServer,
  FRAME_MAX_BYTES,
  Hello,
  Join,
  type JoinAnswer,
  PROTOCOL,
  type Refusal,
  type ServerToClient,
} from '../../src/protocol/index.ts'
import { hashToken, problemOf } from '../http/index.ts'
import { type Link, type Room, type Rooms, realClock, TokenBucket } from '../rooms/index.ts'
import type { Store } from '../storage/index.ts'
import { type CheckNamespace, checkSockets } from './checkSockets.ts'
import { isFromOurPages } from './originOf.ts'
import { ShallowDecoder } from './ShallowDecoder.ts'

/** Nobody acts faster by hand; a page that sends again after a break sends a handful at once. */
const ACTS = { burst: 60, perSecond: 20 }
/** So many unreadable or hasty frames, and the connection is closed. */
const PATIENCE = { burst: 60, perSecond: 1 }
/** A page plays one session; the oldest is let go when it opens more than this many without leaving any. */
const SESSIONS_MAX = 4
const PING_MS = 5_000
/** Frames waiting for a slow connection beyond which it gets its view whole later instead of every patch. */
const WAITING_MAX = 32
const KNOWN = new Set<string>(['join', 'act', 'leave'])

/** `isLeaving`: the device was handed over, so its seat is left for good and not only dropped for a moment. */
type Who = { person: string; tokenHash: string; isLeaving?: boolean }
type Ours = Socket<ClientToServer, ServerToClient, Record<string, never>, Who>
type Joined = { room: Room; link: Link }

export type SocketsNeeds = { store: Store; rooms: Rooms; report(kind: string, error: unknown): void }
export type Sockets = {
  /** All devices of a person. */
  cutOff(person: string): void
  /** One device. */
  cutOffToken(tokenHash: string): void
  close(): void
}

/** The live connection of each browser. It checks, answers and hands on; what an act means is the room's. */
export function attachSockets(server: HttpServer, { store, rooms, report }: SocketsNeeds): Sockets {
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, Who>(server, {
    serveClient: false,
    parser: { Encoder, Decoder: ShallowDecoder },
    maxHttpBufferSize: FRAME_MAX_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
    allowRequest: (request, answer) => answer(null, isFromOurPages(request)),
  })
  io.use((socket, next) => {
    greet(socket.handshake.auth, store).then(
      (who) => {
        if ('refused' in who) return next(refusal(who.refused))
        Object.assign(socket.data, who)
        next()
      },
      (error) => {
        report('greeting', error)
        next(refusal('storage-failed'))
      },
    )
  })
  checkSockets(io.of(CHECK_SOCKET) as unknown as CheckNamespace)
  io.on('connection', (socket) => {
    socket.join(personRoom(socket.data.person))
    serve(socket, rooms, report)
  })
  return {
    cutOff: (person) => io.in(personRoom(person)).disconnectSockets(true),
    cutOffToken(tokenHash) {
      for (const socket of io.of('/').sockets.values()) {
        if (socket.data.tokenHash !== tokenHash) continue
        socket.data.isLeaving = true
        socket.disconnect(true)
      }
    },
    close() {
      // Only the connections are cut: to a page that means "come back", a disconnect of ours would mean "stay away".
      io.engine.close()
    },
  }
}

const personRoom = (person: string) => `person:${person}`

async function greet(auth: Record<string, unknown>, store: Store): Promise<Who | { refused: Refusal }> {
  // The version first: all else may have changed its shape.
  const { protocol } = auth
  if (typeof protocol === 'number' && protocol < PROTOCOL) return { refused: 'client-too-old' }
  if (typeof protocol === 'number' && protocol > PROTOCOL) return { refused: 'server-too-old' }
  const hello = Hello.safeParse(auth)
  if (!hello.success) return { refused: 'malformed' }
  const tokenHash = hashToken(hello.data.token)
  const person = await store.personByToken(tokenHash)
  return person ? { person: person.id, tokenHash } : { refused: 'not-signed-in' }
}

const refusal = (reason: Refusal) => Object.assign(new Error(reason), { data: problemOf(reason) })

function serve(socket: Ours, rooms: Rooms, report: SocketsNeeds['report']): void {
  const joined = new Map<string, Joined>()
  const pace = new TokenBucket(realClock, ACTS)
  const patience = new TokenBucket(realClock, PATIENCE)
  let waiting = 0

  /** Says no, and loses patience with whoever goes on like that. */
  const refuse = (reason: Refusal): Refusal => {
    if (!patience.take()) {
      socket.emit('refused', reason)
      socket.disconnect(true)
    }
    return reason
  }

  // What a browser sends is unknown until it has been checked, an answer's function included.
  socket.on('join', (raw: unknown, answer: unknown) => {
    if (!isFunction<JoinAnswer>(answer)) return void refuse('malformed')
    join(raw).then(answer, (error) => {
      report('join', error)
      answer({ ok: false, refused: 'storage-failed' })
    })
  })

  async function join(raw: unknown): Promise<JoinAnswer> {
    if (!pace.take()) return { ok: false, refused: refuse('too-fast') }
    const wanted = Join.safeParse(raw)
    if (!wanted.success) return { ok: false, refused: refuse('malformed') }
    const { session } = wanted.data
    const link: Link = joined.get(session)?.link ?? {
      send: (frame) => {
        waiting++
        socket.emit('view', frame)
      },
      supersede: () => socket.emit('superseded', session),
      isBehind: () => waiting > WAITING_MAX,
    }
    const result = await rooms.join(session, socket.data.person, link)
    if (!result.ok) return { ok: false, refused: refuse(result.refused) }
    joined.set(session, { room: result.room, link })
    const [oldest] = joined
    if (joined.size > SESSIONS_MAX && oldest) part(oldest[0], 'dropped')
    if (socket.disconnected) result.room.part(link, 'dropped')
    return { ok: true, view: result.view }
  }

  socket.on('act', (raw: unknown, answer: unknown) => {
    if (!isFunction<ActAnswer>(answer)) return void refuse('malformed')
    const id = idOf(raw)
    if (!pace.take()) return answer({ ok: false, id, refused: refuse('too-fast') })
    const frame = ActFrame.safeParse(raw)
    if (!frame.success) return answer({ ok: false, id, refused: refuse('malformed') })
    const { session, act } = frame.data
    const at = joined.get(session)
    if (!at) return answer({ ok: false, id, refused: refuse('unknown-session') })
    at.room.act(at.link, id, act).then(answer, (error) => {
      report('act', error)
      answer({ ok: false, id, refused: 'failed' })
    })
  })

  socket.on('leave', (raw: unknown) => {
    const wanted = Join.safeParse(raw)
    if (!wanted.success) return void refuse('malformed')
    part(wanted.data.session, 'left')
  })

  function part(session: string, how: 'left' | 'dropped'): void {
    const at = joined.get(session)
    at?.room.part(at.link, how)
    joined.delete(session)
  }

  socket.onAny((name: string) => {
    if (!KNOWN.has(name)) refuse('malformed')
  })

  socket.conn.on('drain', () => {
    waiting = 0
    for (const { room, link } of joined.values()) room.catchUp(link)
  })

  socket.on('disconnect', () => {
    for (const session of [...joined.keys()]) part(session, socket.data.isLeaving ? 'left' : 'dropped')
  })
}

const isFunction = <T>(value: unknown): value is (answer: T) => void => typeof value === 'function'

/** The id a frame says it has, to answer it by, however wrong the rest may be. */
function idOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : ''
  return typeof id === 'string' ? id.slice(0, 64) : ''
}
