import type { ActAnswer } from '../../src/protocol/index.ts'
import type { Language } from '../../src/scene/index.ts'
import { actId, newcomer, newSession, Player } from '../server/harness.ts'
import type { Spawned } from '../server/spawned.ts'
import type { Program } from './wordsProgram.ts'

const WATCH = new URL('./wordsWatch.mjs', import.meta.url)

export type Watched = Spawned & {
  spawnedAt: number
  /** Milliseconds from the process's start until the model's thread was ready; null as long as it is not. */
  readyMs(): number | null
  /** Megabytes the process holds, twice a second, oldest first. */
  megabytes(): number[]
}

/** A real server that tells how it is. */
export async function watched(program: Program): Promise<Watched> {
  const spawnedAt = performance.now()
  const server = await program.start({ env: { NODE_OPTIONS: `--import ${WATCH.href}` } })
  const told = (what: string) =>
    [...server.output().matchAll(new RegExp(`^watch ${what} (\\d+)$`, 'gm'))].map(([, number]) => Number(number))
  return {
    ...server,
    spawnedAt,
    readyMs: () => told('ready')[0] ?? null,
    megabytes: () => told('bytes').map((bytes) => bytes / 1e6),
  }
}

export type Start = { firstPageMs: number; slowestPageMs: number; readyMs: number | null; firstWordsMs: number }

/** Pages go on being asked for so long after the start: the model is loaded, the scenes are read and learnt meanwhile. */
const LOADING_MS = 6_000
const PAGE_EVERY_MS = 25
const PATIENCE_MS = 60_000

/** A cold start: when the first page is there, how long any page takes while everything loads, when the first free words are understood. */
export async function coldStart(program: Program): Promise<Start> {
  const server = await watched(program)
  try {
    await page(server.url)
    const firstPageMs = performance.now() - server.spawnedAt
    const [firstWordsMs, slowestPageMs] = await Promise.all([firstWordsUnderstood(server), slowestPage(server)])
    return { firstPageMs, slowestPageMs, readyMs: server.readyMs(), firstWordsMs }
  } finally {
    await server.end('SIGTERM')
  }
}

async function slowestPage(server: Watched): Promise<number> {
  let slowestMs = 0
  while (performance.now() - server.spawnedAt < LOADING_MS) {
    const from = performance.now()
    await page(server.url)
    slowestMs = Math.max(slowestMs, performance.now() - from)
    await after(PAGE_EVERY_MS)
  }
  return slowestMs
}

async function page(url: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the page was answered with ${response.status}`)
  await response.text()
}

/** Somebody signs in, goes to the door and speaks, all as fast as the server lets them: milliseconds from the process's start. */
async function firstWordsUnderstood(server: Watched): Promise<number> {
  const me = await newcomer(server)
  const session = await newSession(server, me.token)
  const player = new Player(server, me.token, session.id)
  await player.join()
  await player.does({ type: 'arrive' })
  const words = player.view?.offers.find(({ kind }) => kind === 'say')?.text.zh ?? ''
  const asked = await says(player, words, 'zh')
  const ms = performance.now() - server.spawnedAt
  const heard = await player.until(({ number }) => asked.ok && number >= asked.number)
  player.close()
  const isUnderstood = heard.moments.some(({ kind }) => kind === 'own-words')
  if (!isUnderstood && !heard.prompts.some(({ kind }) => kind === 'confirm'))
    throw new Error('the first free words were not understood')
  return ms
}

/** However long it takes: a slow answer is measured, not given up. */
export function says(player: Player, words: string, lang: Language): Promise<ActAnswer> {
  const act = { type: 'say' as const, words, lang, means: 'typed' as const }
  return player.socket.timeout(PATIENCE_MS).emitWithAck('act', { id: actId(), session: player.session, act })
}

export const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
