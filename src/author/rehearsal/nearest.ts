import { didYouMean as hint } from '../nearest.ts'

/** How a sentence about an unknown word ends: with the word that may have been meant, else with a full stop. */
export function didYouMean(word: string, words: Iterable<string>): { zh: string; en: string } {
  const near = hint(word, words)
  return near.en ? near : { zh: '。', en: '.' }
}
