import { hash } from 'node:crypto'

export type Lang = 'zh' | 'en'

/** Chinese is read character by character without spaces and punctuation, English word by word. */
export function unitsOf(text: string, lang: Lang): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  if (lang === 'zh') return [...plain.replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')]
  return plain.replaceAll('’', "'").match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []
}

/** "zh3:0123456789abcdef": language, length, first 64 bits of SHA-256. */
export function entryFor(word: string, lang: Lang): string {
  const units = unitsOf(word, lang)
  return `${lang}${units.length}:${hashOf(units.join(lang === 'zh' ? '' : ' '))}`
}

/** So many grams are remembered: the same words stand in thousands of lines. */
const KNOWN_MAX = 400_000
const known = new Map<string, string>()

export function hashOf(gram: string): string {
  const found = known.get(gram)
  if (found !== undefined) return found
  const digest = hash('sha256', gram, 'hex').slice(0, 16)
  if (known.size < KNOWN_MAX) known.set(gram, digest)
  return digest
}
