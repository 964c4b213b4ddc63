import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { asKept, KeptVectors } from './KeptVectors.ts'
import { DIMENSIONS, HEADER, keyOf, pack, RECORD_BYTES, recordOf } from './layout.ts'

const maker = 'model tokenizer runtime'
let folder: string
let shipped: string
let own: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-vectors-'))
  shipped = join(folder, 'shipped.bin')
  own = join(folder, 'own.bin')
})
afterEach(() => rmSync(folder, { recursive: true }))

const load = (by = maker) => KeptVectors.load({ maker: by, shipped, own })

/** A vector of length 1 that looks like chance and is the same each time. */
function vectorOf(seed: number): Float32Array {
  const raw = Float32Array.from({ length: DIMENSIONS }, (_, at) => Math.sin(seed * 31 + at * at))
  const length = Math.hypot(...raw)
  return raw.map((value) => value / length)
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

it('gives back nearly the vector that was put, at length 1', async () => {
  const vectors = await load()
  vectors.put('您好', vectorOf(1))
  const back = vectors.get('您好') ?? new Float32Array()
  expect(cosine(back, back)).toBeCloseTo(1, 6)
  expect(cosine(back, vectorOf(1))).toBeGreaterThan(0.9999)
  expect(back).toEqual(asKept(vectorOf(1)))
  expect(vectors.get('再见')).toBeNull()
  await vectors.written()
})

it('writes header, key and numbers as the layout says', async () => {
  const vectors = await load()
  vectors.put('您好', vectorOf(1))
  await vectors.written()
  const file = readFileSync(own)
  expect(file).toHaveLength(8 + 400)
  expect(file.toString('latin1', 0, 8)).toBe('DOORVEC1')
  expect(file.toString('hex', 8, 24)).toBe(keyOf(maker, '您好'))
  expect(new Int8Array(file.subarray(24))).toEqual(pack(vectorOf(1)))
})

it('finds after a restart what was put before, and nothing that another model made', async () => {
  const first = await load()
  first.put('您好', vectorOf(1))
  first.put('再见', vectorOf(2))
  await first.written()
  expect((await load()).get('再见')).toEqual(asKept(vectorOf(2)))
  expect((await load('another model')).get('再见')).toBeNull()
})

it('leaves out a record that was cut off, and mends the file with the next', async () => {
  const first = await load()
  first.put('您好', vectorOf(1))
  await first.written()
  appendFileSync(own, recordOf(keyOf(maker, '再见'), pack(vectorOf(2))).subarray(0, 57))
  const second = await load()
  expect(second.size).toBe(1)
  second.put('谢谢', vectorOf(3))
  await second.written()
  const third = await load()
  expect([third.size, third.get('您好'), third.get('谢谢')]).toEqual([2, asKept(vectorOf(1)), asKept(vectorOf(3))])
})

it('takes a file of another kind for empty, and one that cannot be written for none', async () => {
  writeFileSync(own, 'something else altogether')
  const vectors = await load()
  expect(vectors.size).toBe(0)
  vectors.put('您好', vectorOf(1))
  await vectors.written()
  expect((await load()).size).toBe(1)

  const nowhere = await KeptVectors.load({ maker, shipped, own: join(folder, 'no', 'such', 'folder') })
  nowhere.put('您好', vectorOf(1))
  await nowhere.written()
  expect(nowhere.get('您好')).toEqual(asKept(vectorOf(1)))
})

it('takes a record of zeros, as a lost disk block leaves it, for none', async () => {
  const key = keyOf(maker, '您好')
  writeFileSync(shipped, Buffer.concat([HEADER, recordOf(key, new Int8Array(DIMENSIONS))]))
  expect((await load()).get('您好')).toBeNull()
})

it('rewrites only the lines that are still used, the same bytes in any order', async () => {
  const vectors = await load()
  for (const [at, line] of ['a', 'b', 'c'].entries()) vectors.put(line, vectorOf(at))
  await vectors.written()
  expect(await vectors.rewrite(shipped, ['c', 'a', 'a', 'never put'])).toBe(2)
  const bytes = readFileSync(shipped)
  await vectors.rewrite(shipped, ['a', 'c'])
  expect(readFileSync(shipped).equals(bytes)).toBe(true)
  expect(statSync(shipped).size).toBe(HEADER.length + 2 * RECORD_BYTES)
})

it('loads 12,000 vectors in less than 100 ms', async () => {
  const packed = pack(vectorOf(1))
  const records = Array.from({ length: 12_000 }, (_, at) => recordOf(keyOf(maker, String(at)), packed))
  writeFileSync(shipped, Buffer.concat([HEADER, ...records]))
  const times = []
  for (let run = 0; run < 3; run++) {
    const from = performance.now()
    expect((await load()).size).toBe(12_000)
    times.push(performance.now() - from)
  }
  expect(Math.min(...times)).toBeLessThan(100)
})
