import { describe, expect, it } from 'vitest'
import { STEPS } from '../../src/apps/trainee/headset/practice.ts'
import { en } from '../../src/i18n/en.ts'
import { zh } from '../../src/i18n/zh.ts'

const characters = (text: string) => [...text].filter((c) => /\p{Script=Han}/u.test(c)).length

describe('the words of the first-time practice', () => {
  it('gives at most 20 Chinese characters or 16 English words to read at a step', () => {
    for (const step of STEPS) {
      expect(characters(zh[`practice.${step}`]), step).toBeLessThanOrEqual(20)
      expect(en[`practice.${step}`].split(/\s+/).length, step).toBeLessThanOrEqual(16)
    }
  })

  it('is read in well under half a minute: 100 characters in all, at four a second', () =>
    expect(STEPS.reduce((sum, step) => sum + characters(zh[`practice.${step}`]), 0)).toBeLessThanOrEqual(100))
})
