import { describe, expect, it } from 'vitest'
import type { Prompt } from '../../../session/index.ts'
import { isYes, keyOf, questionIn, SETTLES_MS } from './question.ts'

const words = { text: '您好', lang: 'zh' as const }
const confirm: Prompt = { kind: 'confirm', understood: { zh: '您好。', en: 'Hello.' }, isAction: false, words }
const enter = { key: 'Enter', isWriting: false, hasModifier: false, isRepeat: false }
const stood = { stoodMs: SETTLES_MS, isBoxEmpty: false }

describe('a question about own words', () => {
  it('is found among what waits for an answer', () => {
    expect(questionIn({ prompts: [{ kind: 'take-back', until: 0 }, confirm] })).toBe(confirm)
    expect(questionIn({ prompts: [{ kind: 'take-back', until: 0 }] })).toBeNull()
  })

  it('is another question when the same words are asked about in another way', () => {
    const unsaid: Prompt = { kind: 'candidates', offers: [], words, isSaid: false }
    const keys = [confirm, unsaid, { ...unsaid, isSaid: true }].map((prompt) => {
      const question = questionIn({ prompts: [prompt] })
      return question && keyOf(question)
    })
    expect(new Set(keys).size).toBe(3)
  })
})

describe('Enter says yes', () => {
  it('once the question has stood a moment', () => {
    expect(isYes(enter, stood)).toBe(true)
  })

  it('never so soon that the press was still meant for sending the words', () => {
    expect(isYes(enter, { ...stood, stoodMs: SETTLES_MS - 1 })).toBe(false)
    expect(isYes({ ...enter, isRepeat: true }, stood)).toBe(false)
  })

  it('never while other words are being written, but from an empty box', () => {
    const writing = { ...enter, isWriting: true }
    expect(isYes(writing, stood)).toBe(false)
    expect(isYes(writing, { ...stood, isBoxEmpty: true })).toBe(true)
  })

  it('with no other key, nor with Ctrl', () => {
    expect(isYes({ ...enter, key: ' ' }, stood)).toBe(false)
    expect(isYes({ ...enter, hasModifier: true }, stood)).toBe(false)
  })
})
