import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Answered, type Asked, type Fault, faultOf } from './answerSentences.ts'
import { asKept, KeptVectors } from './KeptVectors.ts'
import { makerOf, readManifest } from './manifest.ts'
import { reasonFor } from './reasons.ts'
import { TwoLanes } from './TwoLanes.ts'

/** A trainee does not wait longer than this; the words are then understood without the model. */
const LIVE_DEADLINE_MS = 2_000

/** Sentence vectors of length 1, or null: then one goes on without. What is kept answers at once, live words before lines in bulk. */
export type Sentences = {
  state(): 'loading' | 'ready' | 'off'
  /** For words just said. Null when there is no model, or none that answers within two seconds. */
  embed(text: string): Promise<Float32Array | null>
  /** For a scene's lines, in their order: from what is kept, else computed and kept. All null when there is no model. */
  embedAll(texts: readonly string[]): Promise<(Float32Array | null)[]>
  /** True once live words can be embedded, false when they never will be. */
  whenReady: Promise<boolean>
  close(): Promise<void>
}

export type SentencesNeeds = {
  /** Where the recipe put the model: `assets/models/words`. */
  folder: string
  /** A file of the server's own for vectors of lines it had to compute; null keeps them in memory only. */
  kept: string | null
  /** Told once, when there will be no sentence model. */
  report: (reason: { fault: Fault; zh: string; en: string; detail: string }) => void
  /** What runs on the thread; tests put something else there. */
  worker?: URL
}

const LINES_IN_ONE_GO = 200

const WORKER = new URL('./sentenceWorker.mjs', import.meta.url)

/** Starts the model aside and answers at once. Never throws: whatever fails is reported, and everything is then null. */
export function startSentences({ folder, kept, report, worker: code = WORKER }: SentencesNeeds): Sentences {
  let state: 'loading' | 'ready' | 'off' = 'loading'
  let isClosed = false
  let worker: Worker | null = null
  let known: KeptVectors | null = null
  let lastId = 0
  let answering: { id: number; answer: (vector: Float32Array | null) => void } | null = null
  const lanes = new TwoLanes<string, Float32Array>(next)
  const { promise: whenReady, resolve: settle } = deferred<boolean>()
  const store = load()

  return { state: () => state, embed, embedAll, whenReady, close }

  async function load(): Promise<KeptVectors | null> {
    try {
      const maker = await makerOf(await readManifest(folder))
      const vectors = await KeptVectors.load({ maker, shipped: join(folder, 'vectors.bin'), own: kept })
      known = vectors
      if (!isClosed) start()
      return vectors
    } catch (error) {
      fail(faultOf(error), error instanceof Error ? error.message : String(error))
      return null
    }
  }

  function start(): void {
    worker = new Worker(code, { workerData: folder })
    worker.on('message', heard)
    worker.on('error', (error) => fail('ended', error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => fail('ended', 'the thread ended'))
  }

  function heard(message: Answered): void {
    if (message.type === 'failed') {
      fail(message.fault, message.detail)
    } else if (message.type === 'ready') {
      if (state !== 'loading') return
      state = 'ready'
      settle(true)
      next()
    } else if (answering?.id === message.id) {
      const { answer } = answering
      answering = null
      answer(message.vector && asKept(message.vector))
      next()
    }
  }

  /** One sentence at a time goes to the thread, so that a live one never waits for more than the one before it. */
  function next(): void {
    if (state !== 'ready' || answering) return
    const waiting = lanes.take()
    if (!waiting) return
    lastId += 1
    answering = { id: lastId, answer: waiting.answer }
    worker?.postMessage({ id: lastId, text: waiting.what } satisfies Asked)
  }

  function fail(fault: Fault, detail: string): void {
    if (state === 'off') return
    goOff()
    report({ fault, detail, ...reasonFor(fault) })
  }

  function goOff(): void {
    state = 'off'
    settle(false)
    answering?.answer(null)
    answering = null
    lanes.close()
    void worker?.terminate()
  }

  async function embed(text: string): Promise<Float32Array | null> {
    if (state === 'off') return null
    return known?.get(text) ?? lanes.live(text, LIVE_DEADLINE_MS)
  }

  async function embedAll(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const vectors = await store
    const answers: (Promise<Float32Array | null> | Float32Array | null)[] = []
    for (const text of texts) {
      answers.push(vectors && state !== 'off' ? (vectors.get(text) ?? computed(text, vectors)) : null)
      // Finding thousands of lines takes a tenth of a second: others get their turn in between.
      if (answers.length % LINES_IN_ONE_GO === 0) await othersTurn()
    }
    return Promise.all(answers)
  }

  async function computed(line: string, vectors: KeptVectors): Promise<Float32Array | null> {
    const vector = await lanes.bulk(line)
    if (vector) vectors.put(line, vector)
    return vector
  }

  async function close(): Promise<void> {
    isClosed = true
    if (state !== 'off') goOff()
    await worker?.terminate()
    await (await store)?.written()
  }
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
