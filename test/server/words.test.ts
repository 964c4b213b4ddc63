import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Rooms, startSession, steppedClock } from '../../server/rooms/index.ts'
import { MemoryStore, openStore } from '../../server/storage/index.ts'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import type { Event } from '../../src/sim/index.ts'
import { copyOfProgram, type Program } from '../bench/wordsProgram.ts'
import {
  actId,
  ask,
  atTheDoor,
  newcomer,
  newSession,
  Player,
  PROJECT,
  SCENE,
  serverIn,
  temporaryFolder,
} from './harness.ts'
import type { Spawned } from './spawned.ts'

// Each test starts a process that learns a whole scene; on a busy computer that alone takes a while.
vi.setConfig({ testTimeout: 90_000 })
const LEARNT_WITHIN_MS = 60_000

let scene: FullScene
beforeAll(async () => {
  const loaded = await loadScene(`${PROJECT}/scenes/${SCENE}`, { hasAdvice: false })
  if (!loaded.scene) throw new Error('the scene does not load')
  scene = loaded.scene
})

/** How somebody once put a row of the first phase, as the scene's examples have it. */
function example(lang: Language): { row: string; text: string } {
  const [first] = scene.phases
  for (const { phase, rows } of scene.examples)
    for (const [row, texts] of Object.entries(rows)) {
      const [text] = texts[lang]
      if (phase === first?.id && row.endsWith('-01') && text) return { row, text }
    }
  throw new Error(`the scene has no example in ${lang}`)
}

/** Somebody at the door who speaks in their own words. */
class Speaker {
  readonly #program: Program
  readonly #player: Player

  static async at(server: Spawned, program: Program): Promise<Speaker> {
    const me = await newcomer(server)
    const player = new Player(server, me.token, (await newSession(server, me.token)).id)
    await player.join()
    await player.does({ type: 'arrive' })
    return new Speaker(program, player)
  }

  private constructor(program: Program, player: Player) {
    this.#program = program
    this.#player = player
  }

  async says(words: string, lang: Language): Promise<void> {
    const frame = { id: actId(), session: this.#player.session, act: { type: 'say', words, lang, means: 'typed' } }
    const answer = await this.#player.socket.timeout(LEARNT_WITHIN_MS).emitWithAck('act', frame as never)
    expect(answer, words.slice(0, 40)).toMatchObject({ ok: true })
  }

  /** What each utterance was taken for, and with what help, in their order. */
  async heard(): Promise<{ words: string; by: string; row: string | null; likeliest: string | null }[]> {
    const store = await openStore({ dataFolder: this.#program.dataFolder })
    const { events } = await store.load(this.#player.session)
    await store.close()
    return events.flatMap((event) => {
      if (!('heard' in event) || !event.heard) return []
      const { by, likely } = event.heard
      return [{ words: wordsOf(event), by, row: 'row' in event ? event.row : null, likeliest: likely[0]?.row ?? null }]
    })
  }

  leaves(): void {
    this.#player.close()
  }
}

const wordsOf = (event: Event) => ('words' in event && typeof event.words === 'string' ? event.words : '')

const times = (text: string, part: RegExp) => [...text.matchAll(new RegExp(part, 'g'))].length

describe('a server whose sentence model', () => {
  it.each([
    ['is missing', 'missing', [], /找不到句子模型/, /The sentence model .* is not there/],
    ['is damaged', 'damaged', [], /句子模型的文件已损坏/, /A file of the sentence model is damaged/],
    [
      'may not run, the machine refusing WebAssembly,',
      'whole',
      ['--jitless'],
      /句子模型无法在这台电脑上运行/,
      /The sentence model does not run on this computer/,
    ],
  ] as const)('%s starts, says so once in both languages, and understands free words without it', async (...given) => {
    const [, model, flags, zh, en] = given
    const program = copyOfProgram(model)
    try {
      const server = await program.start({ flags: [...flags] })
      const speaker = await Speaker.at(server, program)
      await speaker.says(example('zh').text, 'zh')
      await speaker.says(example('en').text, 'en')
      await expect.poll(() => [times(server.output(), zh), times(server.output(), en)]).toEqual([1, 1])
      expect(server.output()).toContain('改用字词比对来理解自由输入')
      expect(server.output()).not.toMatch(/\n\s+at /)
      const health = await ask<{ ok: boolean; scenes: { ready: string[] } }>(server, '/health')
      expect(health).toMatchObject({ status: 200, body: { ok: true, scenes: { ready: [SCENE] } } })
      speaker.leaves()
      expect(await server.end('SIGTERM')).toBe(0)
      expect([times(server.output(), zh), times(server.output(), en)]).toEqual([1, 1])
      expect(await speaker.heard()).toMatchObject([
        { by: 'words', likeliest: example('zh').row },
        { by: 'words', likeliest: example('en').row },
      ])
    } finally {
      program.remove()
    }
  })
})

describe('a server with its sentence model', () => {
  let program: Program
  let server: Spawned
  beforeAll(async () => {
    program = copyOfProgram('whole')
    server = await program.start()
  }, 90_000)
  afterAll(() => program.remove())

  it('hears with it as soon as it is there, and says nothing of it', async () => {
    const speaker = await Speaker.at(server, program)
    await expect
      .poll(
        async () => {
          await speaker.says(example('zh').text, 'zh')
          return (await speaker.heard()).at(-1)
        },
        { timeout: 60_000, interval: 200 },
      )
      .toMatchObject({ by: 'words+sentences', row: example('zh').row })
    expect(server.output()).not.toContain('句子模型')
    speaker.leaves()
  })

  it('takes what is endless, wordless or in the other language as calmly as the rest', async () => {
    const speaker = await Speaker.at(server, program)
    const inEnglish = example('en')
    const odd: [string, Language][] = [
      ['阿姨您慢慢说我在听，'.repeat(200), 'zh'],
      ['x'.repeat(2000), 'en'],
      ['😀🙏🏽👵🏻❤️'.repeat(50), 'zh'],
      ['👋', 'en'],
      ['……？！', 'zh'],
      [inEnglish.text, 'zh'],
    ]
    for (const [words, lang] of odd) await speaker.says(words, lang)
    speaker.leaves()
    const heard = await speaker.heard()
    expect(heard.map(({ words }) => words)).toEqual(odd.map(([words]) => words))
    expect(heard.map(({ row }) => row).slice(1)).toEqual([null, null, null, null, inEnglish.row])
    const health = await ask<{ ok: boolean }>(server, '/health')
    expect(health.body.ok).toBe(true)
  })
})

describe('closing', () => {
  const folder = temporaryFolder('words-close')
  afterEach(() => folder.remove())

  it('leaves no thread behind', async () => {
    const running = await serverIn(folder.path)
    const { player } = await atTheDoor(running)
    const { text } = example('zh')
    await player.socket.timeout(LEARNT_WITHIN_MS).emitWithAck('act', {
      id: actId(),
      session: player.session,
      act: { type: 'say', words: text, lang: 'zh', means: 'typed' },
    })
    await running.brokenScenes
    expect(threads()).toBeGreaterThanOrEqual(2)
    player.close()
    await running.close()
    await expect.poll(threads).toBe(0)
  })

  it('leaves none when it is still starting', async () => {
    const running = await serverIn(folder.path)
    await running.close()
    await expect.poll(threads).toBe(0)
  })
})

/** Worker threads of this process that are alive. */
function threads(): number {
  const report = process.report?.getReport() as { workers?: unknown[] } | undefined
  return report?.workers?.length ?? Number.NaN
}

describe('[A.5] the clock of a session', () => {
  it('stands still while words are being understood, and for who acts behind them', async () => {
    const clock = steppedClock()
    const store = new MemoryStore()
    const [begun, begin] = signal()
    const [thought, think] = signal()
    const nothing = { row: null, confidence: 0, isClear: false, candidates: [] }
    const rooms = new Rooms({
      store,
      clock,
      pinned: async () => scene,
      understand: async () => {
        begin()
        await thought
        return { understanding: nothing, by: 'words', second: null }
      },
      report: () => {},
    })
    const [seed] = scene.seeds
    const { row, seats, events } = startSession(scene, {
      scene: SCENE,
      kind: 'practice',
      seed: seed?.id,
      person: 'p1',
      isFirstRun: false,
      runsBefore: 0,
      sceneHash: 'h',
    })
    await store.createSession(row, seats, events)
    const link = { send: () => {}, supersede: () => {}, isBehind: () => false }
    const joined = await rooms.join(row.id, 'p1', link)
    if (!joined.ok) throw new Error(joined.refused)
    const { room } = joined
    await room.act(link, actId(), { type: 'arrive' })
    await clock.advance(1_000, () => rooms.settled())

    const saying = room.act(link, actId(), { type: 'say', words: '您好', lang: 'zh', means: 'typed' })
    const waiting = room.act(link, actId(), { type: 'wait' })
    await begun
    await clock.advance(scene.limit, async () => {})
    think()
    expect(await Promise.all([saying, waiting])).toMatchObject([{ ok: true }, { ok: true }])
    const atOf = async (type: string) => (await store.load(row.id)).events.findLast((one) => one.type === type)?.at
    expect([await atOf('not-understood'), await atOf('waited')]).toEqual([1_000, 1_000])
    expect((await store.load(row.id)).events.every(({ at }) => at <= 1_000)).toBe(true)

    await clock.advance(500, () => rooms.settled())
    await room.act(link, actId(), { type: 'wait' })
    expect(await atOf('waited')).toBe(1_500)
    await rooms.close()
  })
})

/** A promise, and what keeps it. */
function signal(): [Promise<void>, () => void] {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return [promise, () => keep()]
}
