import { createHash } from 'node:crypto'

// A file of kept vectors: 8 bytes "DOORVEC1", then records of 400 bytes without anything between them:
//   bytes   0–15   key: the first 16 bytes of sha256(maker, line feed, sentence), both UTF-8
//   bytes  16–399  the vector: 384 numbers, int8, the largest of them ±127
// A vector has length 1, so its scale need not be kept: it is the one that makes the length 1 again.
export const HEADER = Buffer.from('DOORVEC1', 'latin1')
export const KEY_BYTES = 16
export const DIMENSIONS = 384
export const RECORD_BYTES = KEY_BYTES + DIMENSIONS

const LARGEST = 127

/** Under which a sentence's vector is kept; `maker` names model, tokenizer and runtime. */
export function keyOf(maker: string, text: string): string {
  return createHash('sha256').update(`${maker}\n${text}`).digest().subarray(0, KEY_BYTES).toString('hex')
}

export function pack(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return Int8Array.from(vector, (value) => (largest === 0 ? 0 : Math.round((value / largest) * LARGEST)))
}

/** The vector at length 1; null for one of nothing but zeros, as a disk leaves them that lost its power. */
export function unpack(packed: Int8Array): Float32Array | null {
  let squares = 0
  for (const value of packed) squares += value * value
  if (squares === 0) return null
  const length = Math.sqrt(squares)
  return Float32Array.from(packed, (value) => value / length)
}

export function recordOf(key: string, packed: Int8Array): Buffer {
  return Buffer.concat([Buffer.from(key, 'hex'), Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)])
}

/** The records of a file by key. A cut-off last record is left out; a file of another kind has none. */
export function readRecords(file: Buffer): Map<string, Int8Array> {
  const records = new Map<string, Int8Array>()
  if (!file.subarray(0, HEADER.length).equals(HEADER)) return records
  for (let at = HEADER.length; at + RECORD_BYTES <= file.length; at += RECORD_BYTES) {
    const key = file.toString('hex', at, at + KEY_BYTES)
    records.set(key, new Int8Array(file.buffer, file.byteOffset + at + KEY_BYTES, DIMENSIONS))
  }
  return records
}
