import { z } from 'zod'
import { ModelFault, type ModelServer, untilAborted } from './ModelServer.ts'
import { inNeutralOrder, type Opinion, type OpinionSource, type Question } from './Opinion.ts'

const ID = 'embed-http'
/** Of what is embedded and how it is compared: another number, another answer. */
const REVISION = 1
/** 32 vectors of 4,096 numbers, written out in full, come to about 3 MB. */
const BATCH = 32
const REPLY_MAX_BYTES = 4_194_304
/** A phase's lines are embedded once, by a computer that may be slow at it; nobody waits for that longer than for an answer. */
const LINES_WITHIN_MS = 10_000
/** Lines kept: a few scenes in both languages. */
const KEPT_MAX = 2_048

type Vector = Float32Array

const Reply = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })) })

/** Orders the rows by how near their lines lie to what was said. It has an order for anything, so it never thinks that none was meant. */
export class EmbedHttp implements OpinionSource {
  readonly id = ID
  readonly version: string
  readonly #server: ModelServer
  readonly #model: string
  readonly #withinMs: number
  /** By the line itself: a new version of a scene embeds only the lines that changed. */
  readonly #kept = new Map<string, Vector>()
  #embedding: Promise<void> | null = null

  constructor(server: ModelServer, model: string, withinMs: number) {
    this.#server = server
    this.#model = model
    this.#withinMs = withinMs
    this.version = `${model}/${REVISION}`
  }

  ask(question: Question): Promise<Opinion | null> {
    return this.#ask(question).catch(() => null)
  }

  async #ask({ text, rows, signal }: Question): Promise<Opinion | null> {
    if (rows.length === 0 || text.trim() === '') return null
    const since = performance.now()
    const asked = inNeutralOrder(rows)
    const lines = await untilAborted(this.#linesOf(asked.map(({ line }) => line)), [
      signal,
      AbortSignal.timeout(this.#withinMs),
    ])
    const [said] = await this.#embed([text], this.#withinMs - (performance.now() - since), signal)
    const ranked = asked.map(({ id }, at) => ({ id, score: cosine(said, lines[at]) }))
    ranked.sort((a, b) => b.score - a.score)
    const [best] = ranked
    return best ? { id: ID, version: this.version, rows: ranked.map(({ id }) => id), score: best.score } : null
  }

  /** Vectors of lines, in their order. What is missing is embedded for everybody, and goes on when the one who asked has gone. */
  async #linesOf(lines: readonly string[]): Promise<Vector[]> {
    for (;;) {
      const missing = [...new Set(lines)].filter((line) => !this.#kept.has(line))
      if (missing.length === 0) return lines.flatMap((line) => this.#kept.get(line) ?? [])
      this.#embedding ??= this.#keep(missing).finally(() => {
        this.#embedding = null
      })
      await this.#embedding
    }
  }

  async #keep(lines: readonly string[]): Promise<void> {
    if (this.#kept.size + lines.length > KEPT_MAX) this.#kept.clear()
    for (let from = 0; from < lines.length; from += BATCH) {
      const batch = lines.slice(from, from + BATCH)
      const vectors = await this.#embed(batch, LINES_WITHIN_MS)
      for (const [at, line] of batch.entries()) {
        const vector = vectors[at]
        if (vector) this.#kept.set(line, vector)
      }
    }
  }

  async #embed(input: readonly string[], withinMs: number, signal?: AbortSignal): Promise<Vector[]> {
    const { data } = await this.#server.post({
      path: '/embeddings',
      body: { model: this.#model, input, encoding_format: 'float' },
      reply: Reply,
      replyMaxBytes: REPLY_MAX_BYTES,
      withinMs,
      ...(signal && { signal }),
    })
    const byIndex = new Map(data.map(({ index, embedding }) => [index, embedding]))
    const vectors = input.flatMap((_, at) => unit(byIndex.get(at) ?? []) ?? [])
    if (data.length !== input.length || vectors.length !== input.length) throw new ModelFault('not-an-answer')
    return vectors
  }
}

/** A vector of length one; none for what has no direction. */
function unit(numbers: readonly number[]): Vector | null {
  let squares = 0
  for (const number of numbers) squares += number * number
  const length = Math.sqrt(squares)
  return Number.isFinite(length) && length > 0 ? Float32Array.from(numbers, (number) => number / length) : null
}

function cosine(a: Vector | undefined, b: Vector | undefined): number {
  // Another model answers under the same name, or the server is confused: nothing can be compared.
  if (!a || !b || a.length !== b.length) throw new ModelFault('not-an-answer')
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
