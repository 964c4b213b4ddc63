import type { Language, Lexicon } from '../scene/index.ts'
import { normalise } from './normalise.ts'

/** Finds the scene's synonyms in a normalised line. */
export type Concepts = { in(normalised: string, lang: Language): string[] }

/** A word of the lexicon stands for its group; in English as a whole word, in Chinese wherever its characters stand. */
export function conceptsOf(lexicon: Lexicon): Concepts {
  const groups = {
    zh: lexicon.zh.map((words) => words.map((word) => normalise(word))),
    en: lexicon.en.map((words) => words.map((word) => ` ${normalise(word)} `)),
  }
  return {
    in(normalised, lang) {
      const line = lang === 'zh' ? normalised : ` ${normalised} `
      return groups[lang].flatMap((words, index) => (words.some((word) => line.includes(word)) ? [`${index}`] : []))
    },
  }
}
