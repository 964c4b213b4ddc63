import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Tokenizer, TokenizerFile } from './Tokenizer.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/models/words/${name}`, import.meta.url), 'utf8'))

const tokenizer = new Tokenizer(TokenizerFile.parse(read('tokenizer.json')))
const sentences = read('sentences.json') as [string, number[]][]

it('gives the ids of the recipe for all 500 sentences', () => {
  expect(sentences).toHaveLength(500)
  const other = sentences.filter(([text, ids]) => tokenizer.encode(text).join() !== ids.join())
  expect(other).toEqual([])
})

it('cuts what is longer than the model reads, and keeps the mark of the end', () => {
  const ids = tokenizer.encode('您好 '.repeat(5_000))
  expect(ids).toHaveLength(128)
  expect(ids.at(-1)).toBe(2)
})

it('takes a mark that somebody types for plain letters', () => {
  const marks = tokenizer.encode('<s></s><pad><unk>').slice(1, -1)
  expect(marks.filter((id) => id < 3)).toEqual([])
})

it('takes half a character for an unknown one', () => {
  expect(tokenizer.encode('a\ud800b')).toContain(3)
})
