import { NEVER, ONLY_HARMFUL } from './banned-hashes.ts'
import { hashOf, type Lang, unitsOf } from './word-hash.ts'

/** Words that may appear nowhere, and words that only a harmful row may show so that it can be learned from (content safety 1 and 3). */
export type BannedClass = 'never' | 'only-harmful'

/** Hashes by the length of what they were made from: characters in Chinese, words in English. */
export type HashList = Record<Lang, Map<number, Set<string>>>

const LISTS: Record<BannedClass, HashList> = { never: hashList(NEVER), 'only-harmful': hashList(ONLY_HARMFUL) }

/** True if the text holds a banned word; punctuation, spaces, case and full-width letters do not hide one. */
export function hasBannedWords(text: string, lang: Lang, which: BannedClass): boolean {
  return bannedSpan(text, lang, which) !== null
}

/** The first banned stretch of a text, normalised, or null. */
export function bannedSpan(text: string, lang: Lang, which: BannedClass): string | null {
  return spanIn(LISTS[which], text, lang)
}

export function spanIn(list: HashList, text: string, lang: Lang): string | null {
  const units = unitsOf(text, lang)
  const joint = lang === 'zh' ? '' : ' '
  for (const [length, hashes] of list[lang]) {
    for (let from = 0; from + length <= units.length; from++) {
      const gram = units.slice(from, from + length).join(joint)
      if (hashes.has(hashOf(gram))) return gram
    }
  }
  return null
}

/** @throws RangeError when an entry is not as `entryFor` writes it */
export function hashList(entries: string): HashList {
  const list: HashList = { zh: new Map(), en: new Map() }
  for (const entry of entries.split(/\s+/).filter((each) => each !== '')) {
    const [, lang, length, digest] = /^(zh|en)(\d{1,2}):([0-9a-f]{16})$/.exec(entry) ?? []
    if (!lang || !digest) throw new RangeError(`"${entry}" is not a hashed word`)
    const byLength = list[lang as Lang]
    const hashes = byLength.get(Number(length)) ?? new Set<string>()
    hashes.add(digest)
    byLength.set(Number(length), hashes)
  }
  return list
}
