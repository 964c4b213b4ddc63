import type { FullScene } from '../../src/scene/index.ts'
import { type Lines, linesToEmbed, type Understanding, type Vectors } from '../../src/words/index.ts'
import { askedRows, type OpinionSource, withOpinion } from '../opinions/index.ts'
import type { Meant, OwnWords } from '../rooms/index.ts'
import type { Sentences } from '../sentences/index.ts'
import { WordsThread } from './WordsThread.ts'

export type InterpreterNeeds = {
  sentences: Sentences
  opinions: OpinionSource | null
  report(kind: string, error: unknown): void
  /** What runs on the thread that learns; tests put something else there. */
  worker?: URL
}

type Taught = { generation: number; plain: Promise<void> }

/** A scene whose vectors are all kept is learnt once, with them; else it is learnt plain first and again when they are there. */
const VECTORS_WITHIN_MS = 700
const MISHEARD: Understanding = { row: null, confidence: 0, isClear: false, candidates: [] }

/** Understands free words by the scene a session is played with: grams, examples and, where there is one, the sentence model. */
export class Interpreter {
  readonly #needs: InterpreterNeeds
  readonly #thread: WordsThread
  readonly #taught = new Map<string, Taught>()

  constructor(needs: InterpreterNeeds) {
    this.#needs = needs
    this.#thread = new WordsThread(needs.worker)
  }

  /** Learns a scene's words ahead of the first of them. Never rejects: what went wrong is reported, and the next to speak tries again. */
  async prepare(hash: string, scene: Lines): Promise<void> {
    await this.#taughtOnce(hash, scene).catch((error) => this.#needs.report('learning', error))
  }

  /** However many ask at once, a scene is learnt once by each thread that lives. */
  async #taughtOnce(hash: string, scene: Lines): Promise<void> {
    const generation = this.#thread.begin()
    const known = this.#taught.get(hash)
    if (known?.generation === generation) return known.plain
    const taught = { generation, plain: this.#learn(hash, scene) }
    this.#taught.set(hash, taught)
    taught.plain.catch(() => {
      if (this.#taught.get(hash) === taught) this.#taught.delete(hash)
    })
    return taught.plain
  }

  /** Never rejects: what goes wrong is reported, and counts as not understood. */
  async understand(hash: string, scene: FullScene, said: OwnWords): Promise<Meant> {
    try {
      const [vector] = await Promise.all([this.#vectorOf(said.text), this.#taughtOnce(hash, scene)])
      const asked = this.#opinionOn(scene, said)
      const heard = { ...said, ...(vector && { vector }) }
      const ours = (await this.#thread.understand(hash, heard)) ?? (await this.#again(hash, scene, heard))
      const by = vector ? 'words+sentences' : 'words'
      const { understanding, second } = withOpinion(ours, await asked, said.rows)
      return { understanding: understanding as Understanding, by, second }
    } catch (error) {
      this.#needs.report('understanding', error)
      return { understanding: MISHEARD, by: 'nothing', second: null }
    }
  }

  async close(): Promise<void> {
    await this.#thread.close()
  }

  /** The thread knows only the scenes it heard of last. */
  async #again(hash: string, scene: Lines, heard: Parameters<WordsThread['understand']>[1]): Promise<Understanding> {
    this.#taught.delete(hash)
    await this.#taughtOnce(hash, scene)
    return (await this.#thread.understand(hash, heard)) ?? MISHEARD
  }

  async #learn(hash: string, scene: Lines): Promise<void> {
    const vectors = this.#vectorsOf(scene)
    const soon = await Promise.race([vectors, after(VECTORS_WITHIN_MS)])
    await this.#thread.learn(hash, scene, soon)
    if (soon !== null) return
    void vectors
      .then((late) => (late ? this.#thread.learn(hash, scene, late) : undefined))
      .catch((error) => this.#needs.report('learning with vectors', error))
  }

  async #vectorsOf(scene: Lines): Promise<Vectors | null> {
    if (this.#needs.sentences.state() === 'off') return null
    const texts = linesToEmbed(scene)
    const found = await this.#needs.sentences.embedAll(texts)
    const vectors = new Map<string, Float32Array>()
    texts.forEach((text, index) => {
      const vector = found[index]
      if (vector) vectors.set(text, vector)
    })
    return vectors.size > 0 ? vectors : null
  }

  async #vectorOf(text: string): Promise<Float32Array | null> {
    return this.#needs.sentences.state() === 'ready' ? this.#needs.sentences.embed(text) : null
  }

  #opinionOn(scene: FullScene, { phases, lang, text, rows }: OwnWords) {
    const { opinions } = this.#needs
    if (!opinions) return null
    const signal = new AbortController().signal
    return opinions.ask({ phase: phases[0] ?? '', lang, text, rows: askedRows(scene, rows, lang), signal })
  }
}

const after = (ms: number) =>
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ms).unref()
  })
