import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Measure, piecesOf, wrap } from './wrap.ts'

const measure: Measure = (text, em) =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? em : em * 0.5), 0)
const lines = (text: string, chars: number) => wrap(text, chars, 1, measure)

describe('wrap', () => {
  it('breaks Chinese between any two characters, and English between words', () => {
    expect(lines('今天天气很好', 3)).toEqual(['今天天', '气很好'])
    expect(lines('how are you today', 5)).toEqual(['how are', 'you today'])
  })

  it('begins no line with a mark that closes, and ends none with one that opens', () => {
    expect(lines('今天天。好', 3)).toEqual(['今天', '天。好'])
    expect(lines('他说（好）', 3)).toEqual(['他说', '（好）'])
    expect(lines('他说“好的”', 3)).toEqual(['他说', '“好的”'])
  })

  it('keeps an English word whole beside Chinese', () =>
    expect(lines('请打12356热线', 4)).toEqual(['请打', '12356热', '线']))

  it('breaks what is longer than a line, rather than let it run over', () =>
    expect(lines('abcdefghij', 2)).toEqual(['abcd', 'efgh', 'ij']))

  it('keeps paragraphs', () => expect(lines('好\n不好', 9)).toEqual(['好', '不好']))

  it('loses nothing and exceeds no width but by marks that cling, whatever the text', () => {
    const char = fc.constantFrom(...'今天好的人，。（）“”abcde 12-')
    fc.assert(
      fc.property(fc.array(char, { maxLength: 60 }), fc.integer({ min: 4, max: 12 }), (chars, width) => {
        const text = chars.join('')
        const out = lines(text, width)
        expect(out.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
        for (const one of out) expect(measure(one, 1, false)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('takes every piece of a text once', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(piecesOf(text).join('')).toBe(text)
      }),
    ))
})
