import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { firstLanguage, said } from './language.ts'
import { type Key, zh } from './zh.ts'

const keys = Object.keys(zh) as Key[]
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()
/** What stands in for a value says nothing about punctuation around it. */
const bare = (text: string) => text.replace(/\{\{\w+\}\}/g, '')

describe('screen texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })

  it('are never empty and never padded', () => {
    for (const key of keys) {
      expect(zh[key].trim(), key).toBe(zh[key])
      expect(en[key].trim(), key).toBe(en[key])
      expect(zh[key].length * en[key].length, key).toBeGreaterThan(0)
    }
  })

  it('fill the same places in both languages', () => {
    for (const key of keys) expect(places(en[key]), key).toEqual(places(zh[key]))
  })

  it('set Chinese in full-width punctuation (decisions A.13)', () => {
    for (const key of keys)
      expect(bare(zh[key]), key).not.toMatch(/\p{Script=Han}\s*[,.?!:;()"']|[,.?!:;()"']\s*\p{Script=Han}/u)
  })

  it('are really in their language', () => {
    const names: Key[] = ['app.latin', 'app.name', 'papers.breach']
    for (const key of keys.filter((k) => !names.includes(k))) {
      expect(zh[key], key).toMatch(/\p{Script=Han}/u)
      expect(en[key], key).not.toMatch(/\p{Script=Han}|[，。？！：；]/u)
    }
  })
})

describe('the language to begin with', () => {
  it('is the one chosen before', () => expect(firstLanguage('en', ['zh-CN'])).toBe('en'))
  it('else the first the browser asks for that we have', () =>
    expect(firstLanguage(null, ['fr', 'en-GB', 'zh'])).toBe('en'))
  it('else Chinese', () => expect(firstLanguage('xx', ['fr'])).toBe('zh'))
})

describe('said', () => {
  it('shows what somebody wrote as it is, whatever the reader reads', () => {
    expect(said({ text: '您好', lang: 'zh' }, 'en')).toBe('您好')
    expect(said({ zh: '您好', en: 'Hello' }, 'en')).toBe('Hello')
  })
})
