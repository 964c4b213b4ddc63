import type { z } from 'zod'
import { Breaker, type ReportHealth } from './Breaker.ts'
import { type Resolve, resolveName, whereIs } from './ownNetwork.ts'

/** Questions under way at the same time; one more than that gets no answer rather than wait. */
const AT_ONCE = 4

/** Why there was no answer: a kind for the log, never words, addresses or keys. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault'
}

export type Post<T> = {
  /** Behind the base URL: `/embeddings`. */
  path: string
  body: object
  reply: z.ZodType<T>
  replyMaxBytes: number
  withinMs: number
  /** Whoever asks may lose interest; that is no failure of the model. */
  signal?: AbortSignal
}

export type ModelServerNeeds = {
  url: string
  key(): string | undefined
  report: ReportHealth
  now?: () => number
  resolve?: Resolve
}

/** A model's HTTP server on the school's own network: every question to it goes through here, bounded in time, size and number. */
export class ModelServer {
  readonly #needs: ModelServerNeeds
  readonly #breaker: Breaker
  #underWay = 0

  constructor(needs: ModelServerNeeds) {
    this.#needs = needs
    this.#breaker = new Breaker(needs.now ?? (() => performance.now()), needs.report)
  }

  /** Throws a ModelFault, and nothing else, when there is no usable reply. */
  async post<T>(post: Post<T>): Promise<T> {
    if (post.signal?.aborted) throw new ModelFault('aborted')
    if (this.#underWay >= AT_ONCE) throw new ModelFault('busy')
    if (!this.#breaker.mayTry()) throw new ModelFault('resting')
    this.#underWay++
    const timeOut = AbortSignal.timeout(Math.max(1, Math.ceil(post.withinMs)))
    const exchange = new AbortController()
    try {
      const answer = await untilAborted(this.#exchange(post, exchange.signal), [timeOut, post.signal])
      this.#breaker.worked()
      return answer
    } catch (error) {
      if (post.signal?.aborted) throw new ModelFault('aborted')
      const kind = timeOut.aborted ? 'timeout' : error instanceof ModelFault ? error.message : 'unreachable'
      this.#breaker.failed(kind)
      throw new ModelFault(kind)
    } finally {
      exchange.abort()
      this.#underWay--
    }
  }

  async #exchange<T>({ path, body, reply, replyMaxBytes }: Post<T>, signal: AbortSignal): Promise<T> {
    const { url, key, resolve = resolveName } = this.#needs
    const to = new URL(url.replace(/\/+$/, '') + path)
    // Asked anew each time: a name that was the school's own at the start may be somebody else's by now.
    if ((await whereIs(to, resolve)) !== 'own') throw new ModelFault('not-own-network')
    signal.throwIfAborted()
    const secret = key()
    const response = await fetch(to, {
      method: 'POST',
      // Whoever redirects could send a trainee's words anywhere.
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
      },
      body: JSON.stringify(body),
      signal,
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new ModelFault(`status ${response.status}`)
    }
    const read = reply.safeParse(asJson(await textOf(response, replyMaxBytes)))
    if (!read.success) throw new ModelFault('not-an-answer')
    return read.data
  }
}

/** Ends with the first of the signals, even where what is waited for cannot be called off. */
export async function untilAborted<T>(work: Promise<T>, signals: readonly (AbortSignal | undefined)[]): Promise<T> {
  // Once nobody waits for it any more, its failure is no fault of the process.
  work.catch(() => {})
  const watched = signals.filter((signal) => signal !== undefined)
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new ModelFault('aborted'))
    for (const signal of watched) {
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop)
    }
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    for (const signal of watched) signal.removeEventListener('abort', stop)
  }
}

/** Counted after decompression, and given up as soon as it is too much. */
async function textOf(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw new ModelFault('too-large')
    }
    text += decoder.decode(value, { stream: true })
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ModelFault('not-json')
  }
}
