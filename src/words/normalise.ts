import type { Language } from '../scene/index.ts'

const HAN = /\p{Script=Han}/u
const LATIN = /[a-z]/

/**
 * One form for what means the same to the matcher: full-width letters become plain ones (NFKC), case goes, and everything that is
 * neither letter nor digit – punctuation, emoji, invisible joiners – parts words instead of being one.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * In which language a line is matched: the one it was said to be in, unless nothing in it is written in that language's script.
 * A Chinese sentence with an English word in it stays Chinese.
 */
export function languageOf(normalised: string, said: Language): Language {
  const hasHan = HAN.test(normalised)
  const hasLatin = LATIN.test(normalised)
  if (said === 'zh') return hasHan || !hasLatin ? 'zh' : 'en'
  return hasLatin || !hasHan ? 'en' : 'zh'
}
