import { type ChildProcess, spawn } from 'node:child_process'
import { ask, newcomer, newSession, Player, PROJECT, temporaryFolder } from '../server/harness.ts'
import { type Spawned, spawnServer } from '../server/spawned.ts'
import type { Fault } from './Fault.ts'

const FRAMES = 100_000
const RISE_MAX = 0.2
/** Trainees in other rooms, each acting this often: below the pace at which the server asks anybody to slow down. */
const TRAINEES = 6
const ACT_EVERY_MS = 60
/** Calm and fuzz take turns, so that whatever else this computer does weighs on both alike. */
const SPELL_MS = 2_500

/** What the fuzzing process tells us, a line of JSON each. */
export type FuzzReport = {
  sent: number
  answered: number
  sockets: number
  closed: Record<string, number>
  isDone: boolean
}

export const fuzzed: Fault = {
  number: 11,
  title: `${FRAMES.toLocaleString('en')} fuzzed frames: malformed, oversized, deeply nested, forged`,
  passesWhen: `no crash, every act in other rooms taken, their p99 rises by less than ${RISE_MAX * 100} %, the fuzzed sockets are closed`,
  async run({ seed, times, say }) {
    const frames = times ?? FRAMES
    const folder = temporaryFolder('fuzzed')
    const server = await spawnServer({ DOORSTEP_DATA: folder.path })
    const trainees = await Promise.all(Array.from({ length: TRAINEES }, () => trainee(server)))
    const fuzzer = fuzzing(server, (await newcomer(server, 'fuzzer')).token, frames, seed)
    await measure(trainees, SPELL_MS)
    const calm: number[] = []
    const rough: number[] = []
    let refused = 0
    while (!fuzzer.report().isDone) {
      const before = await measure(trainees, SPELL_MS)
      fuzzer.go()
      const during = await measure(trainees, SPELL_MS)
      fuzzer.rest()
      calm.push(...before.ms)
      rough.push(...during.ms)
      refused += before.refused + during.refused
      const { sent } = fuzzer.report()
      if (Math.floor(sent / 20_000) > Math.floor((fuzzer.said ?? 0) / 20_000)) say(`${sent} of ${frames} frames`)
      fuzzer.said = sent
    }
    const { sent, answered, sockets, closed } = fuzzer.report()
    const health = await ask<{ ok: boolean }>(server, '/health')
    const isAlive = health.body.ok && server.process.exitCode === null
    for (const { player } of trainees) player.close()
    fuzzer.end()
    await server.end('SIGTERM')
    folder.remove()
    const rise = quantile(rough, 0.99) / quantile(calm, 0.99) - 1
    const closings = Object.values(closed).reduce((sum, count) => sum + count, 0)
    return {
      isPassed: isAlive && refused === 0 && rise < RISE_MAX && sent >= frames && closings > 0 && answered > sent / 3,
      figures: {
        'frames sent': sent,
        'of them answered with a refusal': answered,
        'sockets used': sockets,
        'sockets closed by the server': Object.entries(closed)
          .map(([why, count]) => `${count} ${why}`)
          .join(', '),
        'acts in other rooms': calm.length + rough.length,
        'of them refused or lost': refused,
        'p50 / p99 calm, ms': `${quantile(calm, 0.5).toFixed(2)} / ${quantile(calm, 0.99).toFixed(2)}`,
        'p50 / p99 under fuzz, ms': `${quantile(rough, 0.5).toFixed(2)} / ${quantile(rough, 0.99).toFixed(2)}`,
        'rise of p99': `${(rise * 100).toFixed(1)} %`,
        'server alive': isAlive ? 'yes' : 'NO',
      },
    }
  },
}

type Trainee = { player: Player; token: string }

async function trainee(server: Spawned): Promise<Trainee> {
  const { token } = await newcomer(server)
  const player = new Player(server, token, (await newSession(server, token)).id)
  await player.join()
  await player.does({ type: 'arrive' })
  return { player, token }
}

/** How long acts take to be acknowledged, over one spell. */
async function measure(trainees: Trainee[], forMs: number): Promise<{ ms: number[]; refused: number }> {
  const until = performance.now() + forMs
  const ms: number[] = []
  let refused = 0
  await Promise.all(
    trainees.map(async ({ player }, index) => {
      await pause((index * ACT_EVERY_MS) / TRAINEES)
      while (performance.now() < until) {
        const from = performance.now()
        const answer = await player.act({ type: 'wait' }).catch(() => null)
        if (!answer?.ok) refused++
        const took = performance.now() - from
        ms.push(took)
        await pause(Math.max(1, ACT_EVERY_MS - took))
      }
    }),
  )
  return { ms, refused }
}

/** The fuzzing happens in a process of its own: its work must not be counted as the server's slowness. */
function fuzzing(server: Spawned, token: string, frames: number, seed: number) {
  let report: FuzzReport = { sent: 0, answered: 0, sockets: 0, closed: {}, isDone: false }
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/faults/fuzzer.ts', server.url, token, String(frames), String(seed)],
    { cwd: PROJECT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  child.on('message', (message) => {
    report = message as FuzzReport
  })
  child.on('exit', () => {
    report = { ...report, isDone: true }
  })
  return {
    said: 0,
    report: () => report,
    go: () => child.connected && child.send('go'),
    rest: () => child.connected && child.send('rest'),
    end: () => child.kill('SIGKILL'),
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
