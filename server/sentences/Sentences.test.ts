import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readRecords } from './layout.ts'
import { type Sentences, type SentencesNeeds, startSentences } from './Sentences.ts'

const MODEL = fileURLToPath(new URL('../../assets/models/words', import.meta.url))
const ECHO = new URL('./testing/echo.mjs', import.meta.url)
const SILENT = new URL('data:text/javascript,setInterval(() => {}, 1e6)')
const WITHOUT_WASM = new URL('./testing/withoutWasm.mjs', import.meta.url)

const scratch = mkdtempSync(join(tmpdir(), 'doorstep-sentences-'))
afterAll(() => rmSync(scratch, { recursive: true }))

type Told = Parameters<SentencesNeeds['report']>[0]
let running: Sentences | null = null
let told: Told[] = []

function start(needs: Partial<SentencesNeeds>): Sentences {
  told = []
  running = startSentences({ folder: MODEL, kept: null, report: (reason) => told.push(reason), ...needs })
  return running
}

/** A folder like the model's, with some files in it that are not as they should be. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(scratch, 'model-'))
  for (const name of ['manifest.json', 'tokenizer.json']) copyFileSync(join(MODEL, name), join(folder, name))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

describe('the model itself', () => {
  let model: Sentences
  beforeAll(async () => {
    model = startSentences({ folder: MODEL, kept: null, report: () => {} })
    await model.whenReady
  })
  afterAll(() => model.close())

  const near = async (one: string, other: string) => {
    const [a, b] = await Promise.all([model.embed(one), model.embed(other)])
    if (!a || !b) throw new Error('no vector')
    return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
  }

  it('gives 384 numbers of length 1, the same each time', async () => {
    const vector = await model.embed('阿姨，您最近睡得好吗？')
    expect(vector).toHaveLength(384)
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5)
    expect(await model.embed('阿姨，您最近睡得好吗？')).toEqual(vector)
    expect(await model.embedAll(['阿姨，您最近睡得好吗？'])).toEqual([vector])
  })

  it.each([
    ['您最近睡得怎么样？', '这阵子晚上睡得好不好', '我把鞋放在门口可以吗'],
    ['Have you been sleeping well?', 'how are your nights, do you get any sleep', 'May I leave my shoes by the door?'],
    ['药是谁帮您放的？', '平时您的药都是哪个给您配好', '今天外面风好大'],
  ])('puts "%s" nearer to "%s" than to "%s"', async (line, paraphrase, unrelated) => {
    expect(await near(line, paraphrase)).toBeGreaterThan((await near(line, unrelated)) + 0.02)
  })

  it.each([
    ['您最近睡得怎么样？', 'How have you been sleeping lately?', 'May I leave my shoes by the door?'],
    ['我可以看看冰箱吗？', 'May I look into the fridge?', 'Your daughter works hard.'],
  ])('puts "%s" nearer to its English "%s" than to "%s"', async (line, english, unrelated) => {
    expect(await near(line, english)).toBeGreaterThan((await near(line, unrelated)) + 0.02)
  })

  it('takes empty, odd and endless sentences', async () => {
    const vectors = await model.embedAll(['', ' ', '👋', '龘', 'x'.repeat(20_000), '\ud800'])
    expect(vectors.every((vector) => vector?.every(Number.isFinite))).toBe(true)
  })
})

describe('one after the other', () => {
  afterEach(() => running?.close())

  it('answers what is said before lines in bulk', async () => {
    const sentences = start({ worker: ECHO })
    await sentences.whenReady
    const order: string[] = []
    const lines = ['line', 'line 2', 'line 33', 'line 444'].map((line) =>
      sentences.embedAll([line]).then(() => order.push(line)),
    )
    // The first line is with the thread by now, the others wait.
    await Promise.resolve()
    await Promise.resolve()
    await Promise.all([...lines, sentences.embed('said').then(() => order.push('said'))])
    expect(order).toEqual(['line', 'said', 'line 2', 'line 33', 'line 444'])
  })

  it('keeps vectors of lines for the next start, and none of what was said', async () => {
    const kept = join(scratch, 'kept.bin')
    const first = start({ worker: ECHO, kept })
    await first.whenReady
    const [line] = await first.embedAll(['a line that a teacher changed'])
    await first.embed('what a trainee said')
    await first.close()
    const second = start({ worker: SILENT, kept })
    expect(await second.embedAll(['a line that a teacher changed'])).toEqual([line])
    expect(readRecords(readFileSync(kept)).size).toBe(1)
  })

  it('gives null to everybody when it is closed', async () => {
    const sentences = start({ worker: ECHO })
    await sentences.whenReady
    await sentences.close()
    expect([await sentences.embed('said'), await sentences.embedAll(['a', 'b'])]).toEqual([null, [null, null]])
    expect([sentences.state(), told]).toEqual(['off', []])
  })
})

describe('where there is no model', () => {
  afterEach(() => running?.close())

  it.each([
    ['missing', () => ({ folder: join(scratch, 'nowhere') })],
    ['missing', () => ({ folder: folderWith({}) })],
    ['damaged', () => ({ folder: folderWith({ 'model.onnx': 'not a model' }) })],
    ['damaged', () => ({ folder: folderWith({ 'manifest.json': '{ "model":' }) })],
    ['damaged', () => ({ folder: folderWith({ 'manifest.json': '{}' }) })],
    ['refused', () => ({ worker: WITHOUT_WASM })],
    ['ended', () => ({ worker: new URL('./testing/nowhere.mjs', import.meta.url) })],
  ])('says once that it is %s, and goes on with null', async (fault, needs) => {
    const sentences = start(needs())
    const early = sentences.embed('said before it is known')
    expect(await sentences.whenReady).toBe(false)
    expect(sentences.state()).toBe('off')
    expect(await early).toBeNull()
    expect(await sentences.embed('said')).toBeNull()
    expect(await sentences.embedAll(['one', 'two'])).toEqual([null, null])
    await sentences.close()
    expect(told.map((reason) => reason.fault)).toEqual([fault])
    expect(told[0]?.zh).toMatch(/改用字词比对/)
    expect(told[0]?.en).toMatch(/Free words are understood/)
  })

  it('says so when the thread ends in the middle of a sentence', async () => {
    const sentences = start({ worker: ECHO })
    expect(await sentences.whenReady).toBe(true)
    const answers = [sentences.embed('die'), sentences.embedAll(['after it'])]
    expect(await Promise.all(answers)).toEqual([null, [null]])
    expect([sentences.state(), told.map((reason) => reason.fault)]).toEqual(['off', ['ended']])
  })
})
