import { join } from 'node:path'
import { openStore } from '../../server/storage/index.ts'
import { measuringSets } from '../../server/understanding/measuring.ts'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { type Event, evolve, initial, legalRows } from '../../src/sim/index.ts'
import type { Measuring } from '../../src/words/index.ts'
import { newcomer, newSession, Player, SCENE } from '../server/harness.ts'
import { ROOT } from './visit.ts'
import type { Program } from './wordsProgram.ts'
import { after, says, watched } from './wordsStart.ts'

const TRAINEES = 6
const UTTERANCES_EACH = 10
const EVERY_MS = 10_000
/** Until everything is learnt that can be learnt ahead of the first words. */
const SETTLED_MS = 15_000
/** The last few readings of the memory, half a second apart. */
const READINGS = 5

export type Classroom = {
  /** From `say` to its acknowledgement, each utterance by itself. */
  answerMs: number[]
  /** The same, all six speaking in one moment. */
  togetherMs: number[]
  /** How many of the utterances in the log were heard with the sentence model's help. */
  withModel: number
  /** Of those that mean a row that could be said just then: how many there were, and how many were taken for it. */
  sayable: number
  right: number
  megabytes: number
}

/** Six trainees in sessions of their own, each saying something every ten seconds, over the real socket. */
export async function classroom(program: Program): Promise<Classroom> {
  const server = await watched(program)
  const trainees = await Promise.all(Array.from({ length: TRAINEES }, (_, index) => arrived(server, index)))
  await after(SETTLED_MS)
  const answerMs = (await Promise.all(trainees.map(speaksForAWhile))).flat()
  const megabytes = median(server.megabytes().slice(-READINGS))
  const togetherMs = await Promise.all(trainees.map(speaks))
  for (const { player } of trainees) player.close()
  await server.end('SIGTERM')
  const logs = await logged(program, trainees)
  const { scene } = await loadScene(join(ROOT, 'scenes', SCENE), { hasAdvice: false })
  if (!scene) throw new Error(`${SCENE} cannot be read`)
  const heard = logs.flat().flatMap((event) => ('heard' in event && event.heard ? [event] : []))
  const taken = logs.flatMap((log) => takenIn(log, scene))
  return {
    answerMs,
    togetherMs,
    withModel: heard.filter((event) => event.heard?.by === 'words+sentences').length,
    sayable: taken.length,
    right: taken.filter(({ row, meant }) => row === meant).length,
    megabytes,
  }
}

type Trainee = { player: Player; lang: Language; index: number; next: number }

async function arrived(server: { url: string }, index: number): Promise<Trainee> {
  const me = await newcomer(server, `学员 ${index + 1}`)
  const session = await newSession(server, me.token)
  const player = new Player(server, me.token, session.id)
  await player.join()
  await player.does({ type: 'arrive' })
  return { player, lang: index % 2 === 0 ? 'zh' : 'en', index, next: 0 }
}

/** Each begins at a moment of its own, and is a little early or late each time: now and then two speak at once. */
async function speaksForAWhile(trainee: Trainee): Promise<number[]> {
  const times: number[] = []
  const from = performance.now()
  for (let turn = 0; turn < UTTERANCES_EACH; turn++) {
    const at = turn * EVERY_MS + spread(trainee.index * UTTERANCES_EACH + turn) * EVERY_MS
    await after(Math.max(0, from + at - performance.now()))
    times.push(await speaks(trainee))
  }
  return times
}

/** What a trainee might say in the phase they are in; how long until the server has understood it, decided and stored. */
async function speaks(trainee: Trainee): Promise<number> {
  const { player, lang } = trainee
  const phase = player.view?.session.phase
  const lines = LINES.filter((line) => line.lang === lang && line.phase === phase)
  const line = lines[(trainee.index * 17 + trainee.next++ * 7) % lines.length]
  if (!line) throw new Error(`nothing to say in ${phase}`)
  const from = performance.now()
  const answer = await says(player, line.text, lang)
  const ms = performance.now() - from
  if (!answer.ok) throw new Error(`"${line.text}" was refused: ${answer.refused}`)
  return ms
}

/** Sentences as students say them, written by hands that saw no examples: none of them is learnt, none has a kept vector. */
const LINES: Measuring[] = measuringSets(join(ROOT, 'scenes', SCENE)).flatMap(({ lines }) => lines)

/** What was said that means a row sayable just then, and which row it was taken for. */
function takenIn(log: readonly Event[], scene: FullScene): { meant: string; row: string | null }[] {
  let state = initial(scene)
  const taken = []
  for (const event of log) {
    const words = 'heard' in event && 'words' in event ? event.words : undefined
    const meant = LINES.find(({ text }) => text === words)?.row
    if (meant && legalRows(state, event.seat).includes(meant))
      taken.push({ meant, row: 'row' in event ? event.row : null })
    state = evolve(state, event)
  }
  return taken
}

async function logged({ dataFolder }: Program, trainees: readonly Trainee[]): Promise<Event[][]> {
  const store = await openStore({ dataFolder })
  const logs = await Promise.all(trainees.map(({ player }) => store.load(player.session)))
  await store.close()
  return logs.map(({ events }) => events)
}

/** A number from 0 to 1, the same for the same index in every run. */
const spread = (index: number) => (index * 0.618_033_988_75) % 1

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
