import { createHash } from 'node:crypto'
import { openStore } from '../../server/storage/index.ts'
import type { ActAnswer } from '../../src/protocol/index.ts'
import { fold, type SeatView, view } from '../../src/sim/index.ts'
import { actId, newcomer, newSession, Player, temporaryFolder } from '../server/harness.ts'
import { type Spawned, spawnServer } from '../server/spawned.ts'
import { actFor } from './actFor.ts'
import type { Fault } from './Fault.ts'
import { type Random, randomFrom } from './random.ts'

const ROOMS = 8
const TIMES = 200
const BACK_MS = 5_000
/** A kill comes this long after everybody talks again. */
const TALK_MS = { least: 30, most: 500 }

type Answered = Extract<ActAnswer, { ok: true }>

/** One trainee who talks on, whatever happens to the server, and remembers what was acknowledged. */
type Talker = {
  token: string
  session: string
  random: Random
  player: Player | null
  acked: Answered[]
  talking: Promise<void>
}

type Tally = {
  acked: number
  lost: number
  gaps: number
  rewritten: number
  hashes: number
  unlike: number
  slowestStartMs: number
  slowestJoinMs: number
  backMs: number[]
}

export const killed: Fault = {
  number: 1,
  title: `kill -9 of the server at random moments, ${ROOMS} rooms talking`,
  passesWhen: `0 acknowledged events lost, no number twice, no gap, every seat back in ${BACK_MS} ms, replayed view = live view`,
  async run({ seed, times, say }) {
    const kills = times ?? TIMES
    const random = randomFrom(seed)
    const folder = temporaryFolder('killed')
    const env = { DOORSTEP_DATA: folder.path }
    const tally: Tally = {
      acked: 0,
      lost: 0,
      gaps: 0,
      rewritten: 0,
      hashes: 0,
      unlike: 0,
      slowestStartMs: 0,
      slowestJoinMs: 0,
      backMs: [],
    }
    const logs = new Map<string, string[]>()
    let server = await spawnServer(env)
    const talkers: Talker[] = []
    for (let room = 0; room < ROOMS; room++) {
      const { token } = await newcomer(server, `talker ${room}`)
      const session = (await newSession(server, token)).id
      talkers.push({
        token,
        session,
        random: randomFrom(seed + 1000 * (room + 1)),
        player: null,
        acked: [],
        talking: Promise.resolve(),
      })
    }
    await backIn(server, talkers)
    for (let kill = 1; kill <= kills; kill++) {
      await new Promise((resolve) => setTimeout(resolve, TALK_MS.least + random.below(TALK_MS.most - TALK_MS.least)))
      await server.end('SIGKILL')
      for (const { player } of talkers) player?.close()
      await Promise.all(talkers.map(({ talking }) => talking))
      // Judged while the server is dead; from here on a trainee waits.
      await judge(folder.path, talkers, logs, tally)
      const from = performance.now()
      server = await spawnServer(env)
      const up = performance.now()
      await backIn(server, talkers)
      const back = performance.now()
      tally.slowestStartMs = Math.max(tally.slowestStartMs, up - from)
      tally.slowestJoinMs = Math.max(tally.slowestJoinMs, back - up)
      tally.backMs.push(back - from)
      await renew(server, talkers, logs)
      if (kill % 20 === 0) say(`${kill} of ${kills} kills, ${tally.acked} acts acknowledged so far`)
    }
    for (const { player } of talkers) player?.close()
    await server.end('SIGKILL')
    await Promise.all(talkers.map(({ talking }) => talking))
    await judge(folder.path, talkers, logs, tally)
    folder.remove()
    const backMs = tally.backMs.sort((a, b) => a - b)
    const slowestMs = backMs.at(-1) ?? Number.NaN
    const isWhole = tally.lost + tally.gaps + tally.rewritten + tally.unlike === 0
    return {
      isPassed: isWhole && slowestMs <= BACK_MS && tally.acked > kills && tally.hashes >= kills,
      figures: {
        kills,
        'acts acknowledged': tally.acked,
        'acknowledged acts lost': tally.lost,
        'gaps or numbers twice': tally.gaps,
        'events rewritten': tally.rewritten,
        'live views compared': tally.hashes,
        'replayed otherwise': tally.unlike,
        'slowest start of the server, ms': Math.round(tally.slowestStartMs),
        'slowest joining of all seats, ms': Math.round(tally.slowestJoinMs),
        'return of all seats, median ms': Math.round(backMs[Math.floor(backMs.length / 2)] ?? Number.NaN),
        'slowest return of all seats, ms': Math.round(slowestMs),
      },
    }
  },
}

async function backIn(server: Spawned, talkers: Talker[]): Promise<void> {
  await Promise.all(
    talkers.map(async (talker) => {
      const player = new Player(server, talker.token, talker.session)
      const joined = await player.join()
      if (!joined.ok) throw new Error(`a seat did not come back: ${joined.refused}`)
      talker.player = player
      talker.talking = talk(talker, player)
    }),
  )
}

/** Whose session has ended begins another, so that there is always somebody talking. */
async function renew(server: Spawned, talkers: Talker[], logs: Map<string, string[]>): Promise<void> {
  for (const talker of talkers) {
    if (!['aftermath', 'ended'].includes(talker.player?.view?.session.status ?? '')) continue
    talker.player?.close()
    await talker.talking
    logs.delete(talker.session)
    Object.assign(talker, { session: (await newSession(server, talker.token)).id, acked: [] })
    await backIn(server, [talker])
  }
}

async function talk(talker: Talker, player: Player): Promise<void> {
  while (player.socket.connected && player.view && player.view.session.status !== 'ended') {
    try {
      const id = actId()
      const answer = await player.act(actFor(player.view, talker.random), id)
      if (answer.ok) talker.acked.push(answer)
    } catch {
      // The server is gone in mid-act: nothing was acknowledged.
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 30 + talker.random.below(40)))
  }
}

/** Reads the logs as the dead server left them and holds them against what the trainees were told and saw. */
async function judge(dataFolder: string, talkers: Talker[], logs: Map<string, string[]>, tally: Tally): Promise<void> {
  const store = await openStore({ dataFolder })
  for (const talker of talkers) {
    const { events, acts } = await store.load(talker.session)
    if (events.some(({ number }, index) => number !== index + 1)) tally.gaps++
    const lines = events.map((event) => JSON.stringify(event))
    const before = logs.get(talker.session) ?? []
    if (before.some((line, index) => line !== lines[index])) tally.rewritten++
    logs.set(talker.session, lines)
    const stored = new Map(acts.map(({ id, answer }) => [id, answer]))
    for (const answer of talker.acked) {
      const kept = stored.get(answer.id)
      if (!kept?.ok || kept.number !== answer.number || answer.number > events.length) tally.lost++
    }
    tally.acked += talker.acked.length
    talker.acked = []
    const live = talker.player?.view
    const row = await store.sessionById(talker.session)
    const scene = row && (await store.sceneByHash(row.row.sceneHash))
    if (!live || !scene) continue
    tally.hashes++
    const replayed = view(fold(scene, events.slice(0, live.number)), live.seat)
    if (hashOf(replayed) !== hashOf(live)) tally.unlike++
  }
  await store.close()
}

/** All a seat sees but the running clock's reading, which is taken when the view is sent. */
function hashOf(seen: SeatView): string {
  const { session, ...rest } = seen
  const still = { ...rest, session: { ...session, clock: { ...session.clock, at: 0 } } }
  return createHash('sha256').update(canonical(still)).digest('hex')
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
