import { describe, expect, it } from 'vitest'
import { readAnswers, writeAnswers } from './answers.ts'

const keepOf = (held: Record<string, string> = {}) => ({
  held,
  getItem: (key: string) => held[key] ?? null,
  setItem: (key: string, value: string) => {
    held[key] = value
  },
})

describe('how one feels', () => {
  it('is remembered for its session alone', () => {
    const keep = keepOf()
    writeAnswers('one', { before: 4, after: 'declined', isSent: true }, keep)
    expect(readAnswers('one', keep)).toEqual({ before: 4, after: 'declined', isSent: true })
    expect(readAnswers('two', keep)).toEqual({})
  })

  it('is nothing where what was kept makes no sense', () => {
    for (const kept of ['', '{', 'null', '[]', '{"before":9,"after":"fine","isSent":"yes"}'])
      expect(readAnswers('one', keepOf({ 'doorstep.wellness.one': kept }))).toEqual({})
  })
})
