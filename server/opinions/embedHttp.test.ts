import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeModel, startFakeModel } from './fakeModel.ts'
import type { OpinionSource } from './Opinion.ts'
import { openOpinions } from './openOpinions.ts'

const ROWS = [
  { id: 'A2-01', line: 'How long have you lived alone?' },
  { id: 'A2-02', line: 'What do you write in the notebook?' },
  { id: 'A2-03', line: 'You would rather not trouble your daughter.' },
]
const WORDS = ['alone', 'notebook', 'daughter']
/** As near as the words they share. */
const vectorOf = (text: string) => [...WORDS.map((word) => (text.includes(word) ? 1 : 0)), 0.1]

let fake: FakeModel
let source: OpinionSource
beforeAll(async () => {
  fake = await startFakeModel()
})
afterAll(() => fake.stop())
beforeEach(async () => {
  const settings = { url: fake.url, kind: 'embed-http' as const, name: 'school-model', key: () => undefined }
  const opened = await openOpinions(settings, { report: () => {} })
  if (!opened) throw new Error('no source')
  source = opened
})

const ask = (text: string, rows = ROWS) =>
  source.ask({ phase: 'A2', lang: 'en', text, rows, signal: new AbortController().signal })

describe('an embedding model', () => {
  it('orders the rows by how near they are, whatever the order of its reply', async () => {
    fake.embeds(vectorOf)
    const opinion = await ask('is it your daughter, or the notebook, or your daughter')
    expect(opinion).toMatchObject({ id: 'embed-http', version: 'school-model/1' })
    expect([...(opinion?.rows ?? [])].sort()).toEqual(['A2-01', 'A2-02', 'A2-03'])
    expect(opinion?.rows.at(-1)).toBe('A2-01')
    expect((await ask('living alone'))?.rows[0]).toBe('A2-01')
    expect((await ask('living alone'))?.score).toBeCloseTo(1, 6)
  })

  it('is sent each line once, without id or key, and then only what was said', async () => {
    fake.embeds(vectorOf)
    await ask('living alone')
    await ask('the notebook')
    const [lines, ...said] = fake.asked.map(({ json }) => json.input)
    expect(lines).toEqual(ROWS.map(({ line }) => line).sort())
    expect(said).toEqual([['living alone'], ['the notebook']])
    for (const { text, headers, path } of fake.asked) {
      expect(path).toBe('/v1/embeddings')
      expect(text).not.toMatch(/A2/)
      expect(headers.authorization).toBeUndefined()
    }
  })

  it('is sent only the lines that are new when a scene changes', async () => {
    fake.embeds(vectorOf)
    await ask('living alone')
    await ask('living alone', [...ROWS, { id: 'A2-04', line: 'Is the notebook for the medicine?' }])
    expect(fake.asked[2]?.json.input).toEqual(['Is the notebook for the medicine?'])
  })

  it('is sent many lines in several questions', async () => {
    fake.embeds(vectorOf)
    const many = Array.from({ length: 70 }, (_, at) => ({ id: `R-${at}`, line: `line ${at} of the daughter` }))
    expect((await ask('daughter', many))?.rows).toHaveLength(70)
    expect(fake.asked.map(({ json }) => json.input?.length)).toEqual([32, 32, 6, 1])
  })

  it('is asked for the same lines once when two ask at the same time', async () => {
    fake.embeds(vectorOf)
    const both = await Promise.all([ask('living alone'), ask('the notebook')])
    expect(both.map((opinion) => opinion?.rows[0])).toEqual(['A2-01', 'A2-02'])
    expect(fake.asked.map(({ json }) => json.input?.length)).toEqual([3, 1, 1])
  })

  it.each([
    ['no list', () => 'near the third'],
    ['an empty vector', () => []],
    ['a vector without direction', () => [0, 0, 0]],
    ['NaN, which JSON writes as null', () => [Number.NaN, 1]],
    ['numbers in quotes', () => ['1', '0']],
    ['numbers beyond all bounds', () => [1e308, 1e308]],
    ['another length for what was said', (text: string) => (text === 'living alone' ? [1, 0] : [1, 0, 0])],
  ])('that gives %s has no opinion', async (_, vector) => {
    fake.embeds(vector)
    expect(await ask('living alone')).toBeNull()
  })

  it.each([
    ['too few vectors', [{ index: 0, embedding: [1] }]],
    ['one vector three times', [0, 0, 0].map((index) => ({ index, embedding: [1] }))],
    ['one too many', [0, 1, 2, 3].map((index) => ({ index, embedding: [1] }))],
  ])('that gives %s has no opinion', async (_, data) => {
    fake.answers((_asked, response) => response.end(JSON.stringify({ data })))
    expect(await ask('living alone')).toBeNull()
  })
})
