import { z } from 'zod'

/** Raised when the same file would be cut otherwise: kept vectors are then no longer good. */
export const TOKENIZER_VERSION = 1

/** More code points than this cannot matter: the model reads 128 tokens, and hardly any is longer than 16. */
const READ_MAX = 2_048

const SPACE = '\u2581'

/** What the recipe writes: the kept pieces by id, how likely each is, and what a code point becomes before it is cut. */
export const TokenizerFile = z.strictObject({
  version: z.literal(TOKENIZER_VERSION),
  prefix: z.string(),
  maxTokens: z.int().min(3),
  firstPiece: z.int().nonnegative(),
  bos: z.int(),
  eos: z.int(),
  unknown: z.int(),
  pieces: z.array(z.string()).min(4),
  scores: z.array(z.number()),
  normal: z.record(z.string(), z.string()),
})
export type TokenizerFile = z.infer<typeof TokenizerFile>

/**
 * Cuts a sentence into the likeliest pieces the model knows (a unigram tokenizer, as SentencePiece has it).
 * Gives the same ids as the recipe's own, assets/words/unigram.py; a test holds the two together.
 */
export class Tokenizer {
  readonly #file: TokenizerFile
  readonly #ids = new Map<string, number>()
  readonly #normal: ReadonlyMap<string, string>
  readonly #longest: number
  /** So much worse than any piece that an unknown character is only ever the last resort. */
  readonly #unknownScore: number

  constructor(file: TokenizerFile) {
    this.#file = file
    this.#normal = new Map(Object.entries(file.normal))
    let longest = 1
    // The marks come first (<s>, <pad>, </s>, <unk>); nobody may type them.
    for (let id = file.firstPiece; id < file.pieces.length; id++) {
      const piece = file.pieces[id] as string
      if (piece === '' || this.#ids.has(piece)) continue
      this.#ids.set(piece, id)
      longest = Math.max(longest, [...piece].length)
    }
    this.#longest = longest
    this.#unknownScore = file.scores.reduce((least, score) => Math.min(least, score), 0) - 10
  }

  /** The ids the model is given, with the marks around them, cut off where the model ends. */
  encode(text: string): number[] {
    const { bos, eos, maxTokens, prefix } = this.#file
    return [bos, ...this.#cut(this.#normalised(prefix + text)).slice(0, maxTokens - 2), eos]
  }

  #normalised(text: string): string[] {
    let normal = ''
    for (const point of [...text].slice(0, READ_MAX)) normal += this.#normal.get(point) ?? point
    const trimmed = normal.replace(/ +/g, ' ').replace(/^ | $/g, '')
    return [...` ${trimmed}`.replaceAll(' ', SPACE)]
  }

  /** Viterbi: the best way to each place, then back along it. */
  #cut(points: readonly string[]): number[] {
    const { scores, unknown } = this.#file
    const best = new Float64Array(points.length + 1).fill(Number.NEGATIVE_INFINITY)
    const cameBy = new Int32Array(points.length + 1)
    const cameFrom = new Int32Array(points.length + 1)
    best[0] = 0
    const reach = (place: number, score: number, id: number, from: number) => {
      if (score <= (best[place] as number)) return
      best[place] = score
      cameBy[place] = id
      cameFrom[place] = from
    }
    for (let from = 0; from < points.length; from++) {
      const soFar = best[from] as number
      let piece = ''
      for (let to = from + 1; to <= Math.min(points.length, from + this.#longest); to++) {
        piece += points[to - 1]
        const id = this.#ids.get(piece)
        if (id !== undefined) reach(to, soFar + (scores[id] as number), id, from)
      }
      reach(from + 1, soFar + this.#unknownScore, unknown, from)
    }
    const ids: number[] = []
    for (let at = points.length; at > 0; at = cameFrom[at] as number) {
      const id = cameBy[at] as number
      // Unknown characters in a row are one unknown thing, as in the tokenizer the model was trained with.
      if (id !== unknown || ids.at(-1) !== unknown) ids.push(id)
    }
    return ids.reverse()
  }
}
