import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { io, type Socket } from 'socket.io-client'
import { type Config, readConfig } from '../../server/config.ts'
import { type Running, startServer } from '../../server/startServer.ts'
import type {
  ActAnswer,
  ClientToServer,
  JoinAnswer,
  Refusal,
  ServerToClient,
  SessionSummary,
  TraineeAct,
  ViewFrame,
  Welcome,
} from '../../src/protocol/index.ts'
import { PROTOCOL } from '../../src/protocol/index.ts'
import type { SeatView } from '../../src/sim/index.ts'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
export const SCENE = 'third-floor-west'
const ANSWER_MS = 8_000

export type TestServer = Running & { url: string; config: Config }

/** A folder that goes when the tests of a file are over. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `doorstep-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A copy of the scenes that a test may break. */
export function copyOfScenes(folder: string): void {
  cpSync(join(PROJECT, 'scenes'), join(folder, 'scenes'), { recursive: true })
}

/** A real server on a free port; its clock stands still until a test steps it. */
export async function serverIn(dataFolder: string, more: Partial<Config> = {}): Promise<TestServer> {
  const config = { ...readConfig({}), port: 0, dataFolder, databaseUrl: undefined, isTest: true, ...more }
  const running = await startServer(config)
  return { ...running, config, url: `http://127.0.0.1:${running.port}` }
}

export type Answered<T> = { status: number; body: T }

/** One HTTP request as a browser makes it. */
export async function ask<T>(
  server: { url: string },
  path: string,
  options: { token?: string; body?: unknown; method?: string } = {},
): Promise<Answered<T>> {
  const response = await fetch(`${server.url}${path}`, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : null) as T }
}

export async function newcomer(server: { url: string }, name = '王芳'): Promise<Welcome> {
  return (await ask<Welcome>(server, '/api/people', { body: { name, lang: 'zh' } })).body
}

export async function newSession(server: { url: string }, token: string, more: object = {}): Promise<SessionSummary> {
  const body = { scene: SCENE, kind: 'practice', ...more }
  const answered = await ask<SessionSummary>(server, '/api/sessions', { token, body })
  if (answered.status !== 201) throw new Error(`no session: ${JSON.stringify(answered.body)}`)
  return answered.body
}

export async function step(server: { url: string }, advanceMs: number): Promise<void> {
  const { status } = await ask(server, '/api/test/clock', { body: { advanceMs } })
  if (status !== 200) throw new Error(`the clock did not step: ${status}`)
}

let acts = 0

/** An id no other act of this process has. */
export const actId = () => `act-${process.pid}-${String(++acts).padStart(6, '0')}`

/** A view after one more frame; a patch that does not fit is a fault of the server's. */
export function applied(view: SeatView | null, frame: ViewFrame): SeatView {
  if (frame.kind === 'whole') return frame.view
  if (view?.number !== frame.base) throw new Error(`a patch on ${frame.base} does not fit a view of ${view?.number}`)
  return { ...view, ...frame.slices, number: frame.number, moments: [...view.moments, ...frame.moments] }
}

/** A browser's side of the wire: it joins, acts, and keeps the view up to date from the frames it is sent. */
export class Player {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly session: string
  readonly frames: ViewFrame[] = []
  view: SeatView | null = null
  isSuperseded = false
  refused: Refusal | null = null

  constructor(server: { url: string }, token: string, session: string, headers: Record<string, string> = {}) {
    this.session = session
    this.socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, token },
      extraHeaders: { origin: server.url, ...headers },
    })
    this.socket.on('view', (frame) => this.#take(frame))
    this.socket.on('superseded', () => {
      this.isSuperseded = true
    })
    this.socket.on('refused', (reason) => {
      this.refused = reason
    })
  }

  #take(frame: ViewFrame): void {
    if (frame.session !== this.session) return
    this.frames.push(frame)
    this.view = applied(this.view, frame)
  }

  async join(): Promise<JoinAnswer> {
    const answer = await this.socket.timeout(ANSWER_MS).emitWithAck('join', { session: this.session })
    if (answer.ok) this.view = answer.view
    return answer
  }

  /** One act and its answer. */
  act(act: TraineeAct, id = actId()): Promise<ActAnswer> {
    return this.raw({ id, session: this.session, act })
  }

  /** Any frame at all, for what no honest page sends. */
  raw(frame: unknown): Promise<ActAnswer> {
    return this.socket.timeout(ANSWER_MS).emitWithAck('act', frame as never)
  }

  /** An act that must be taken. */
  async does(act: TraineeAct): Promise<number> {
    const answer = await this.act(act)
    if (!answer.ok) throw new Error(`${act.type} was refused: ${answer.refused} ${answer.detail ?? ''}`)
    return answer.number
  }

  /** The view after something that is on its way. */
  async until(holds: (view: SeatView) => boolean, ms = ANSWER_MS): Promise<SeatView> {
    const end = Date.now() + ms
    while (!(this.view && holds(this.view))) {
      if (Date.now() > end) throw new Error('what was awaited in the view did not come')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return this.view
  }

  /** How the connection was refused, or null when it stands. */
  opened(): Promise<string | null> {
    return new Promise((resolve) => {
      if (this.socket.connected) return resolve(null)
      this.socket.once('connect', () => resolve(null))
      this.socket.once('connect_error', (error) => resolve(error.message))
    })
  }

  closed(): Promise<string> {
    return new Promise((resolve) => {
      if (this.socket.disconnected) return resolve('already')
      this.socket.once('disconnect', (reason) => resolve(reason))
    })
  }

  close(): void {
    this.socket.disconnect()
  }
}

/** A newcomer at the door of a new session: joined, prepared, the visit's clock about to run. */
export async function atTheDoor(server: TestServer, more: object = {}): Promise<{ player: Player; me: Welcome }> {
  const me = await newcomer(server)
  const session = await newSession(server, me.token, more)
  const player = new Player(server, me.token, session.id)
  const joined = await player.join()
  if (!joined.ok) throw new Error(joined.refused)
  await player.does({ type: 'arrive' })
  return { player, me }
}
