import { pinyin } from 'pinyin-pro'
import type { Language } from '../scene/index.ts'
import type { Concepts } from './lexicon.ts'

/** A line as a bag: gram → how much of it stands in the line, already weighted by its kind. */
export type Bag = ReadonlyMap<string, number>

/** Characters that carry grammar rather than matter; alone they say nothing, inside a longer gram they may. */
const ZH_LIGHT = new Set([...'的了吗呢吧啊呀嘛哦着过地得么您你我他她它们咱是在有和跟就都也还很太这那个一不'])
const EN_LIGHT = new Set(
  (
    'a an the and or but so if of to in on at for with from by as is are was were be been am do does did done have has had ' +
    'i you he she it we they me him her us them my your his its our their this that these those there here not no ' +
    'would could should can will may might shall let lets just please very too up out about what how when which who'
  ).split(' '),
)

/** A three-letter piece catches "worries" for "worry" but also chance likenesses: it weighs less than a whole word. */
const PIECE_WEIGHT = 0.35
/** A light word or character still tells "how" from "when", a little. */
const LIGHT_WEIGHT = 0.15
/** One Chinese character is often shared by chance; two and three are nearly words. */
const ZH_WEIGHT = [0.4, 1, 0.8] as const
/** Sound alone tells less than writing, yet it holds when a recogniser wrote other characters. */
const SOUND_WEIGHT = [0, 0.6, 0.6] as const
const SKELETON_WEIGHT = 0.3
const CONCEPT_WEIGHT = 0.5

/**
 * The grams of a normalised line. Chinese: 1 to 3 neighbouring characters and 2 to 3 neighbouring syllables without tones; English: 1 and 2
 * neighbouring words, the 3-letter pieces of each word and its consonants. Both are taken from a line in both scripts, so that a mixed line
 * loses nothing. `concepts` adds what the scene's lexicon holds to be the same.
 */
export function grams(normalised: string, lang: Language, concepts: Concepts): Bag {
  const bag = new Map<string, number>()
  const add = (gram: string, weight: number) => bag.set(gram, (bag.get(gram) ?? 0) + weight)
  for (const run of normalised.match(/\p{Script=Han}+/gu) ?? []) addHan([...run], add)
  addWords(normalised.match(/[^\p{Script=Han}\s]+/gu) ?? [], add)
  for (const concept of concepts.in(normalised, lang)) add(`§${concept}`, CONCEPT_WEIGHT)
  return bag
}

type Add = (gram: string, weight: number) => void

function addHan(characters: readonly string[], add: Add): void {
  const sounds = characters.map(soundOf)
  for (let size = 1; size <= 3; size++) {
    for (let from = 0; from + size <= characters.length; from++) {
      const gram = characters.slice(from, from + size)
      const isLight = gram.every((c) => ZH_LIGHT.has(c))
      add(gram.join(''), isLight ? LIGHT_WEIGHT : (ZH_WEIGHT[size - 1] ?? 1))
      if (size > 1 && !isLight) add(`~${sounds.slice(from, from + size).join(' ')}`, SOUND_WEIGHT[size - 1] ?? 0)
    }
  }
}

function addWords(words: readonly string[], add: Add): void {
  words.forEach((word, index) => {
    const isLight = EN_LIGHT.has(word)
    add(word, isLight ? LIGHT_WEIGHT : 1)
    const next = words[index + 1]
    if (next !== undefined) add(`${word} ${next}`, isLight && EN_LIGHT.has(next) ? LIGHT_WEIGHT : 0.8)
    if (isLight || word.length <= 3) return
    const padded = `^${word}$`
    for (let from = 0; from + 3 <= padded.length; from++) add(padded.slice(from, from + 3), PIECE_WEIGHT)
    add(`~${skeletonOf(word)}`, SKELETON_WEIGHT)
  })
}

const sounds = new Map<string, string>()

/** A character's syllable without tone, and without the differences that many speakers and recognisers do not make (zh/z, -ng/-n). */
function soundOf(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const sound = pinyin(character, { toneType: 'none' })
    .replace(/^([zcs])h/, '$1')
    .replace(/([aei])ng$/, '$1n')
  sounds.set(character, sound)
  return sound
}

/** A word's consonants by how they sound, so that "past book" still is near to "passbook". */
function skeletonOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/[ckqx]+/g, 'k')
    .replace(/[szj]+/g, 's')
    .replace(/[dt]+/g, 't')
    .replace(/[bp]+/g, 'p')
    .replace(/[aeiouhwy]+/g, '')
    .replace(/(.)\1+/g, '$1')
}

const SHARED_MAX = 3

/** Up to three words, or stretches of characters, that two normalised lines have in common, the longest first. */
export function sharedGrams(one: string, other: string): string[] {
  const words = new Set(other.match(/[^\p{Script=Han}\s]+/gu) ?? [])
  const latin = (one.match(/[^\p{Script=Han}\s]+/gu) ?? []).filter((word) => words.has(word) && !EN_LIGHT.has(word))
  const found = new Set(latin)
  const characters = [...one]
  for (let from = 0; from < characters.length; from++) {
    if (!/\p{Script=Han}/u.test(characters[from] ?? '')) continue
    let length = 1
    while (from + length < characters.length && other.includes(characters.slice(from, from + length + 1).join('')))
      length++
    const stretch = characters
      .slice(from, from + length)
      .join('')
      .trim()
    if (length > 1 && other.includes(stretch)) {
      found.add(stretch)
      from += length - 1
    }
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, SHARED_MAX)
}
