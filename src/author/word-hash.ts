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

export function hashOf(gram: string): string {
  return hash('sha256', gram, 'hex').slice(0, 16)
}
