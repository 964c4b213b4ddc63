import type { MessagePort } from 'node:worker_threads'
import {
  type Heard,
  type Lines,
  train,
  type Understanding,
  understand,
  type Vectors,
  type WordsModel,
} from '../../src/words/index.ts'

/** Vectors of texts, one after the other in one buffer, so that they cross between threads without being copied. */
export type PackedVectors = { texts: string[]; numbers: Float32Array }

export type AskedOfWords =
  | { type: 'learn'; id: number; hash: string; lines: Lines; vectors: PackedVectors | null }
  | { type: 'understand'; id: number; hash: string; heard: Heard }
export type WordsAnswer = { id: number; understanding: Understanding | null; error?: string }

/** Learnt scenes kept in memory, one for each version that is being played. */
const KEPT_MAX = 4

/** The worker's whole life: learn a scene, understand by it. Null where the scene is not (or no longer) known. */
export function answerWords(port: MessagePort): void {
  const models = new Map<string, WordsModel>()
  const answer = (asked: AskedOfWords): Understanding | null => {
    if (asked.type === 'understand') {
      const model = models.get(asked.hash)
      return model ? understand(model, asked.heard) : null
    }
    models.delete(asked.hash)
    const model = train(asked.lines, asked.vectors ? unpacked(asked.vectors) : undefined)
    models.set(asked.hash, model)
    ahead(model, () => models.get(asked.hash) === model)
    for (const oldest of models.keys()) {
      if (models.size <= KEPT_MAX) break
      models.delete(oldest)
    }
    return null
  }
  port.on('message', (asked: AskedOfWords) => {
    try {
      port.postMessage({ id: asked.id, understanding: answer(asked) } satisfies WordsAnswer)
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      port.postMessage({ id: asked.id, understanding: null, error: name } satisfies WordsAnswer)
    }
  })
}

/** Learns part after part while nobody asks, so that hardly anybody has to wait for one. A model that another took the place of learns no more. */
function ahead(model: WordsModel, isWanted: () => boolean): void {
  const parts = model.phases.flatMap((phase) => (['zh', 'en'] as const).map((lang) => ({ phase, lang })))
  const next = () => {
    const part = parts.shift()
    if (!part || !isWanted()) return
    model.language(part.lang).phase(part.phase)
    setTimeout(next, 1)
  }
  setTimeout(next, 1)
}

export function packed(vectors: Vectors): PackedVectors {
  const texts = [...vectors.keys()]
  const [first] = vectors.values()
  const size = first?.length ?? 0
  const numbers = new Float32Array(texts.length * size)
  for (const [index, text] of texts.entries()) numbers.set(vectors.get(text) ?? new Float32Array(size), index * size)
  return { texts, numbers }
}

function unpacked({ texts, numbers }: PackedVectors): Vectors {
  const size = texts.length === 0 ? 0 : numbers.length / texts.length
  return new Map(texts.map((text, index) => [text, numbers.subarray(index * size, (index + 1) * size)]))
}
