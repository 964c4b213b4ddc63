import type { FullScene } from '../../scene/index.ts'
import { bannedSpan } from '../banned.ts'
import type { Check } from '../draft.ts'
import type { Path } from '../problem.ts'
import { isMapping, textsOf, walk } from '../walk.ts'

const HAN = /\p{Script=Han}/u
const FULL_WIDTH = /[\p{Script=Han}，。？！：；“”‘’（）《》【】、…—]/u

/** ASCII marks that have a full-width form of their own. */
const MARKS = /[,.;:?!()"'[\]]/

/** ASCII marks that touch Chinese; what stands between Latin letters or digits (10:20, A4-01, addresses) is left alone. */
export function asciiMarks(zh: string): string[] {
  const found: string[] = []
  const characters = [...zh]
  characters.forEach((mark, index) => {
    if (!MARKS.test(mark)) return
    const before = characters.slice(0, index).findLast((each) => each !== ' ' && !MARKS.test(each)) ?? ''
    const after = characters.slice(index + 1).find((each) => each !== ' ' && !MARKS.test(each)) ?? ''
    if (FULL_WIDTH.test(before) || FULL_WIDTH.test(after)) found.push(mark)
  })
  return found
}

/** Decisions A.13. */
export const punctuation: Check = ({ scene, report }) => {
  for (const { path, text } of textsOf(scene)) {
    const marks = asciiMarks(text.zh)
    if (marks.length === 0) continue
    const list = [...new Set(marks)].join(' ')
    const [zh, en] = [`中文里有半角标点 ${list}`, `ASCII punctuation ${list} beside Chinese characters`]
    report([...path, 'zh'], 'SC010', { found: text.zh, expected: '，。？！：；“”‘’（）……', zh, en })
  }
}

/** A language that is there but blank, or a copy of the other one. */
export const languages: Check = ({ scene, report }) => {
  for (const { path, text } of textsOf(scene)) {
    if (text.zh.trim() === '') {
      report([...path, 'zh'], 'SC007', {
        found: '""',
        expected: 'zh, en',
        zh: '中文（zh）是空的',
        en: 'the Chinese (zh) is blank',
      })
    } else if (/[A-Za-z]{3}/.test(text.zh) && !HAN.test(text.zh)) {
      const [zh, en] = ['zh 里没有一个汉字', 'the zh text has no Chinese character in it']
      report([...path, 'zh'], 'SC007', { found: text.zh, expected: 'zh, en', zh, en })
    }
    if (text.en.trim() === '') {
      report([...path, 'en'], 'SC007', {
        found: '""',
        expected: 'zh, en',
        zh: '英文（en）是空的',
        en: 'the English (en) is blank',
      })
    } else if (HAN.test(text.en) && !/[A-Za-z]/.test(text.en)) {
      const [zh, en] = ['en 里没有英文', 'the en text is not English']
      report([...path, 'en'], 'SC007', { found: text.en, expected: 'zh, en', zh, en })
    }
  }
}

/** Content safety 1 and 3, decisions D.14. */
export const banned: Check = ({ scene, report }) => {
  for (const { path, value, lang } of wordsOf(scene)) {
    const never = bannedSpan(value, lang, 'never')
    if (never !== null) {
      const [zh, en] = ['这个词在任何地方都不可出现', 'this word may not appear anywhere']
      report(path, 'SC019', { found: `"${never}"`, expected: '另一种说法 / other words', zh, en })
    }
    const careful = bannedSpan(value, lang, 'only-harmful')
    if (careful !== null && !isHarmfulRow(scene, path)) {
      const [zh, en] = ['这个词只可出现在有害的话里', 'this word may appear only in harmful rows']
      report(path, 'SC020', { found: `"${careful}"`, expected: 'worth: harmful | critical', zh, en })
    }
  }
}

/** Everything people may read, and the wordings trainees may use; not the list of words that documents are searched for. */
function wordsOf(scene: FullScene): { path: Path; value: string; lang: 'zh' | 'en' }[] {
  const found: { path: Path; value: string; lang: 'zh' | 'en' }[] = []
  walk(scene, (path, value) => {
    if (!isMapping(value) || path[0] === 'opinionWords') return
    for (const lang of ['zh', 'en'] as const) {
      const words = value[lang]
      if (typeof words === 'string') found.push({ path: [...path, lang], value: words, lang })
      if (Array.isArray(words)) {
        words.forEach((each, index) => {
          if (typeof each === 'string') found.push({ path: [...path, lang, index], value: each, lang })
        })
      }
    }
  })
  return found
}

function isHarmfulRow(scene: FullScene, path: Path): boolean {
  const [top, part, list, index] = path
  if (top === 'examples') {
    const row = scene.dialogue.flatMap(({ rows }) => rows).find(({ id }) => list === 'rows' && id === index)
    return row?.worth === 'harmful' || row?.worth === 'critical'
  }
  if (top !== 'dialogue' || list !== 'rows' || typeof part !== 'number' || typeof index !== 'number') return false
  const worth = scene.dialogue[part]?.rows[index]?.worth
  // What the person answers is not the trainee's slip: a reply keeps to the rule even on a harmful row.
  return (worth === 'harmful' || worth === 'critical') && path[4] !== 'replies'
}
