import { Worker } from 'node:worker_threads'
import type { Heard, Lines, Understanding, Vectors } from '../../src/words/index.ts'
import { type AskedOfWords, packed, type WordsAnswer } from './answerWords.ts'

const WORKER = new URL('./wordsWorker.mjs', import.meta.url)

type Unnumbered = AskedOfWords extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never
type Waiting = { resolve(answer: Understanding | null): void; reject(error: Error): void }

/** The thread that learns and understands. One that ended is begun anew by the next question; what it had learnt is then gone. */
export class WordsThread {
  readonly #code: URL
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #lastId = 0
  #generation = 0
  #isClosed = false

  /** `code` is what runs on the thread; tests put something else there. */
  constructor(code: URL = WORKER) {
    this.#code = code
  }

  /** Begins a thread where there is none. The number grows with every new one, so that whoever taught an older one can tell. */
  begin(): number {
    if (!this.#isClosed) this.#worker ??= this.#start()
    return this.#generation
  }

  learn(hash: string, lines: Lines, vectors: Vectors | null): Promise<unknown> {
    const load = vectors && vectors.size > 0 ? packed(vectors) : null
    const { dialogue, examples, lexicon } = lines
    const asked = { type: 'learn' as const, hash, lines: { dialogue, examples, lexicon }, vectors: load }
    return this.#ask(asked, load ? [load.numbers.buffer as ArrayBuffer] : [])
  }

  understand(hash: string, heard: Heard): Promise<Understanding | null> {
    return this.#ask({ type: 'understand', hash, heard }, [])
  }

  /** Whoever still waits gets null. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#worker?.terminate()
  }

  #ask(asked: Unnumbered, transfer: ArrayBuffer[]): Promise<Understanding | null> {
    if (this.#isClosed) return Promise.resolve(null)
    this.#worker ??= this.#start()
    const id = ++this.#lastId
    const answer = new Promise<Understanding | null>((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    this.#worker.postMessage({ ...asked, id } satisfies AskedOfWords, transfer)
    return answer
  }

  #start(): Worker {
    const worker = new Worker(this.#code)
    this.#generation++
    worker.unref()
    worker.on('message', ({ id, understanding, error }: WordsAnswer) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) waiting?.reject(new Error(`the words thread: ${error}`))
      else waiting?.resolve(understanding)
    })
    const ended = (error?: Error) => {
      if (this.#worker !== worker) return
      this.#worker = null
      for (const { resolve, reject } of this.#waiting.values())
        if (this.#isClosed) resolve(null)
        else reject(error ?? new Error('the words thread ended'))
      this.#waiting.clear()
    }
    worker.on('error', ended)
    worker.on('exit', () => ended())
    return worker
  }
}
