/** The product's languages. Chinese comes first: most who use it read it. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text in both languages, as views and scenes carry it. */
export type Both = { zh: string; en: string }
/** What a person wrote, in the language it was written in: shown as it is. */
export type AsWritten = { text: string; lang: Language }

/** The text to show: in the reader's language, or as somebody wrote it. */
export const said = (text: Both | AsWritten, language: Language): string =>
  'lang' in text ? text.text : text[language]

const KEY = 'doorstep.language'

/** The language chosen before, else what the browser asks for, else Chinese. */
export function firstLanguage(kept: string | null, wanted: readonly string[]): Language {
  const known = LANGUAGES.find((l) => l === kept)
  if (known) return known
  for (const tag of wanted) {
    const found = LANGUAGES.find((l) => tag.toLowerCase().startsWith(l))
    if (found) return found
  }
  return 'zh'
}

export const keptLanguage = (): string | null => localStorage.getItem(KEY)
export const keepLanguage = (language: Language): void => localStorage.setItem(KEY, language)
