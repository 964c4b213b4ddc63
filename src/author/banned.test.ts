import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hasBannedWords, hashList, spanIn } from './banned.ts'
import { entryFor, unitsOf } from './word-hash.ts'

// Invented words only: the real lists stand nowhere in plain text (decisions D.14).
const list = hashList(
  [entryFor('蓝灯笼', 'zh'), entryFor('go to plimstead', 'en'), entryFor('snorvel', 'en')].join(' '),
)

describe('[D.14] words are found by the hashes of their normalised n-grams', () => {
  it('finds a Chinese word wherever it stands, whatever is put between its characters', () => {
    for (const text of ['蓝灯笼', '他说蓝灯笼好', '蓝 灯 笼', '蓝，灯、笼！', '蓝-灯\u200b笼'])
      expect(spanIn(list, text, 'zh')).toBe('蓝灯笼')
    for (const text of ['', '蓝灯', '灯笼蓝', '蓝色的灯笼']) expect(spanIn(list, text, 'zh')).toBeNull()
  })

  it('finds English words and phrases as whole words, in any case and width', () => {
    for (const text of ['Snorvel!', 'a SNORVEL, here', 'ｓｎｏｒｖｅｌ'])
      expect(spanIn(list, text, 'en')).toBe('snorvel')
    expect(spanIn(list, 'Will you GO — to Plimstead?', 'en')).toBe('go to plimstead')
    for (const text of ['snorvels', 'unsnorvel', 'go to', 'plimstead']) expect(spanIn(list, text, 'en')).toBeNull()
  })

  it('keeps the two classes and the two languages apart', () => {
    expect(hasBannedWords('一个示例禁词', 'zh', 'never')).toBe(true)
    expect(hasBannedWords('一个示例禁词', 'zh', 'only-harmful')).toBe(false)
    expect(hasBannedWords('an examplecarefulword', 'en', 'only-harmful')).toBe(true)
    expect(hasBannedWords('an examplecarefulword', 'en', 'never')).toBe(false)
    expect(hasBannedWords('examplebannedword', 'zh', 'never')).toBe(false)
  })

  it('lets plain and direct words pass', () => {
    for (const which of ['never', 'only-harmful'] as const) {
      expect(hasBannedWords('有没有真的想过要结束自己的生命？你想过自杀吗？她曾尝试自杀。', 'zh', which)).toBe(false)
      expect(
        hasBannedWords('Have you had thoughts of ending your life? Have you thought of suicide?', 'en', which),
      ).toBe(false)
      expect(hasBannedWords('煤气报警器的灯灭了，药盒里星期二的药还在，刀和绳子都收好。', 'zh', which)).toBe(false)
    }
  })

  it('reads 10,000 characters in well under a second', () => {
    const text = '阿姨您慢慢说，我在听。'.repeat(1000)
    const start = performance.now()
    expect(hasBannedWords(text, 'zh', 'never')).toBe(false)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('the command that hashes words', () => {
  it('prints one entry a word, Chinese by characters and English by words', () => {
    const command = fileURLToPath(new URL('cli/hash-words.ts', import.meta.url))
    const out = execFileSync(process.execPath, ['--import', 'tsx', command], {
      input: '蓝灯笼\ngo to plimstead\n\n蓝灯笼\n',
    })
    expect(out.toString().trim().split(' ').sort()).toEqual(
      [entryFor('go to plimstead', 'en'), entryFor('蓝灯笼', 'zh')].sort(),
    )
  })

  it('refuses a list that was tampered with', () => {
    expect(() => hashList('zh3:xyz')).toThrow(RangeError)
    expect(unitsOf('It’s 10:20', 'en')).toEqual(["it's", '10', '20'])
  })
})
