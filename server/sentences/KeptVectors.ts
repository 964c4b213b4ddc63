import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { HEADER, keyOf, pack, RECORD_BYTES, readRecords, recordOf, unpack } from './layout.ts'

type Places = {
  /** Names model, tokenizer and runtime: only vectors made by them are found. */
  maker: string
  /** The file that comes with the program; only read. */
  shipped: string
  /** The server's own, for lines that a teacher changed; written to. Null keeps nothing. */
  own: string | null
}

/**
 * Vectors of a scene's lines, so that nothing is computed twice. What trainees say is never kept here.
 * A file that is missing, of another kind or cut off counts as empty from there on; it never stops anybody.
 */
export class KeptVectors {
  readonly #maker: string
  readonly #own: string | null
  readonly #records: Map<string, Int8Array>
  #writing: Promise<void> = Promise.resolve()

  private constructor(places: Places, records: Map<string, Int8Array>) {
    this.#maker = places.maker
    this.#own = places.own
    this.#records = records
  }

  static async load(places: Places): Promise<KeptVectors> {
    const shipped = readRecords(await contentOf(places.shipped))
    const own = places.own === null ? new Map<string, Int8Array>() : readRecords(await contentOf(places.own))
    for (const [key, packed] of own) if (!shipped.has(key)) shipped.set(key, packed)
    return new KeptVectors(places, shipped)
  }

  get size(): number {
    return this.#records.size
  }

  get(text: string): Float32Array | null {
    const packed = this.#records.get(keyOf(this.#maker, text))
    return packed ? unpack(packed) : null
  }

  /** Keeps a vector, and writes it down when there is a file to write to. A disk that refuses costs only the time to compute it again. */
  put(text: string, vector: Float32Array): void {
    const key = keyOf(this.#maker, text)
    if (this.#records.has(key)) return
    const packed = pack(vector)
    this.#records.set(key, packed)
    const own = this.#own
    if (own !== null) this.#writing = this.#writing.then(() => append(own, recordOf(key, packed))).catch(() => {})
  }

  /** Resolves when all that was put is on the disk. */
  written(): Promise<void> {
    return this.#writing
  }

  /** Writes those of the texts that are kept into one file, in the order of their keys, so that the same lines give the same bytes. */
  async rewrite(path: string, texts: readonly string[]): Promise<number> {
    const keys = [...new Set(texts.map((text) => keyOf(this.#maker, text)))].sort()
    const records = keys.flatMap((key) => {
      const packed = this.#records.get(key)
      return packed ? [recordOf(key, packed)] : []
    })
    await writeFile(`${path}.new`, Buffer.concat([HEADER, ...records]))
    await rename(`${path}.new`, path)
    return records.length
  }
}

/** As it goes through the layout, so that a sentence has the same vector whether it was kept or not. */
export function asKept(vector: Float32Array): Float32Array | null {
  return unpack(pack(vector))
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Adds one record; before it, mends a file that was cut off in the middle of one, or begins it anew. */
async function append(path: string, record: Buffer): Promise<void> {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const begin = Buffer.alloc(HEADER.length)
    await file.read(begin, 0, HEADER.length, 0)
    const isOurs = size >= HEADER.length && begin.equals(HEADER)
    if (!isOurs) {
      await file.truncate(0)
      await file.appendFile(HEADER)
    } else {
      const tail = (size - HEADER.length) % RECORD_BYTES
      if (tail !== 0) await file.truncate(size - tail)
    }
    await file.appendFile(record)
  } finally {
    await file.close()
  }
}
