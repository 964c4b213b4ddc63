import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { linesToEmbed, rowsIn } from '../../src/words/index.ts'
import type { Sentences } from '../sentences/index.ts'
import { Interpreter, type InterpreterNeeds } from './Interpreter.ts'

const PUPIL = new URL('./testing/pupil.mjs', import.meta.url)
const MORTAL = new URL('./testing/mortal.mjs', import.meta.url)
const MINI = fileURLToPath(new URL('../../test/fixtures/mini', import.meta.url))

let scene: FullScene
beforeAll(async () => {
  const loaded = await loadScene(MINI)
  if (!loaded.scene) throw new Error(`${join(MINI, 'scene.yaml')} does not load`)
  scene = loaded.scene
})

let running: Interpreter | null = null
let reported: string[] = []
afterEach(() => running?.close())

function start(more: Partial<InterpreterNeeds> = {}): Interpreter {
  reported = []
  const report = (kind: string, error: unknown) => reported.push(`${kind}: ${(error as Error).message}`)
  running = new Interpreter({ sentences: without(), opinions: null, report, ...more })
  return running
}

/** A machine without the sentence model. */
function without(): Sentences {
  return {
    state: () => 'off',
    embed: async () => null,
    embedAll: async (texts) => texts.map(() => null),
    whenReady: Promise.resolve(false),
    close: async () => {},
  }
}

/** A sentence model that knows each line by itself; a scene's lines take it as long as `lines` does. */
function knowing(lines: Promise<unknown>): Sentences {
  const texts = linesToEmbed(scene)
  const embed = (text: string) => Float32Array.from(texts, (one) => (one === text ? 1 : 0.01))
  return {
    ...without(),
    state: () => 'ready',
    embed: async (text) => embed(text),
    embedAll: async (asked) => lines.then(() => asked.map(embed)),
    whenReady: Promise.resolve(true),
  }
}

const said = (text: string, lang: Language = 'en') => {
  const [{ id } = { id: '' }] = scene.phases
  return { text, lang, phases: [id], rows: rowsIn(scene, id) }
}

/** A line of the scene's own and its row. */
function line(): { row: string; text: string } {
  const [row] = scene.dialogue.flatMap(({ rows }) => rows)
  return { row: row?.id ?? '', text: row?.text.en ?? '' }
}

describe('words understood on a thread aside', () => {
  it('finds the row by the words alone where there is no sentence model', async () => {
    const { row, text } = line()
    const meant = await start().understand('h', scene, said(text))
    expect(meant).toMatchObject({ understanding: { row }, by: 'words', second: null })
    expect(reported).toEqual([])
  })

  it('finds it by words and sentence where there is one', async () => {
    const { row, text } = line()
    const meant = await start({ sentences: knowing(Promise.resolve()) }).understand('h', scene, said(text))
    expect(meant).toMatchObject({ understanding: { row }, by: 'words+sentences' })
  })

  it('learns a scene once, however many speak before it is learnt', async () => {
    const interpreter = start({ worker: PUPIL })
    const all = await Promise.all([
      interpreter.prepare('h', scene).then(() => null),
      ...[1, 2, 3, 4, 5, 6].map(() => interpreter.understand('h', scene, said('hello'))),
    ])
    for (const meant of all.slice(1)) expect(meant?.understanding.row).toBe('learnt 1')
  })

  it('does not wait for vectors that have to be computed, and learns again with them', async () => {
    let finish = () => {}
    const lines = new Promise<void>((resolve) => {
      finish = resolve
    })
    const interpreter = start({ worker: PUPIL, sentences: knowing(lines) })
    expect((await interpreter.understand('h', scene, said('hello'))).understanding.row).toBe('learnt 1')
    finish()
    await expect
      .poll(async () => (await interpreter.understand('h', scene, said('hello'))).understanding.row)
      .toBe('learnt 2')
  })

  it('learns again what its thread no longer knows', async () => {
    const interpreter = start()
    const { row, text } = line()
    for (const hash of ['1', '2', '3', '4', '5', '1'])
      expect((await interpreter.understand(hash, scene, said(text))).understanding.row).toBe(row)
  })
})

describe('a thread that dies', () => {
  it('costs the words it died of, and is begun anew by the next', async () => {
    const interpreter = start({ worker: PUPIL })
    await interpreter.prepare('h', scene)
    const meant = await interpreter.understand('h', scene, said('die'))
    expect(meant).toMatchObject({ understanding: { row: null, candidates: [] }, by: 'nothing' })
    expect(reported).toEqual(['understanding: out of memory'])
    const next = await interpreter.understand('h', scene, said('hello'))
    expect(next).toMatchObject({ understanding: { row: 'learnt 1' }, by: 'words' })
    expect(reported).toHaveLength(1)
  })

  it('has learnt all of it again when somebody speaks next', async () => {
    const interpreter = start({ worker: MORTAL })
    const { row, text } = line()
    expect((await interpreter.understand('h', scene, said(text))).understanding.row).toBe(row)
    expect((await interpreter.understand('h', scene, said('die'))).by).toBe('nothing')
    const [one, other] = await Promise.all([1, 2].map(() => interpreter.understand('h', scene, said(text))))
    expect([one?.understanding.row, other?.understanding.row]).toEqual([row, row])
  })

  it('while it learns fails nobody but those who wait for it', async () => {
    const interpreter = start({ worker: PUPIL })
    await interpreter.prepare('too much', scene)
    expect(reported).toEqual(['learning: out of memory'])
    expect((await interpreter.understand('h', scene, said('hello'))).understanding.row).toBe('learnt 1')
    const again = await interpreter.understand('too much', scene, said('hello'))
    expect(again).toMatchObject({ understanding: { row: null }, by: 'nothing' })
    expect(reported).toEqual(['learning: out of memory', 'understanding: out of memory'])
  })

  it('cannot be begun: every word is not understood, and nothing is thrown', async () => {
    const interpreter = start({ worker: new URL('./testing/nowhere.mjs', import.meta.url) })
    await interpreter.prepare('h', scene)
    expect((await interpreter.understand('h', scene, said('hello'))).by).toBe('nothing')
    expect(reported.map((one) => one.split(':')[0])).toEqual(['learning', 'understanding'])
  })
})

describe('closing', () => {
  it('in the middle of learning is no fault: nobody waits on, nothing is reported, no thread is left', async () => {
    const interpreter = start({ worker: PUPIL })
    const waiting = [interpreter.prepare('endless', scene), interpreter.understand('endless', scene, said('hello'))]
    await expect.poll(threads).toBe(1)
    await interpreter.close()
    expect(await Promise.all(waiting)).toMatchObject([undefined, { understanding: { row: null } }])
    expect(reported).toEqual([])
    expect(threads()).toBe(0)
  })

  it('begins no thread again for who speaks later', async () => {
    const interpreter = start({ worker: PUPIL })
    await interpreter.prepare('h', scene)
    await interpreter.close()
    expect((await interpreter.understand('h', scene, said('hello'))).understanding.row).toBeNull()
    expect(threads()).toBe(0)
  })
})

/** Worker threads of this process that are alive. */
function threads(): number {
  const report = process.report?.getReport() as { workers?: unknown[] } | undefined
  return report?.workers?.length ?? Number.NaN
}
