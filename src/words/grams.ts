/** A line as a bag: gram → how often it stands in the line, already weighted by its kind. */
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

/**
 * The grams of a normalised line. Chinese: 1 to 3 neighbouring characters; English: 1 and 2 neighbouring words and the 3-letter
 * pieces of each word. Both are taken from a line in both scripts, so that a mixed line loses nothing.
 */
export function grams(normalised: string): Bag {
  const bag = new Map<string, number>()
  const add = (gram: string, weight: number) => bag.set(gram, (bag.get(gram) ?? 0) + weight)
  for (const run of normalised.match(/\p{Script=Han}+/gu) ?? []) {
    const characters = [...run]
    for (let size = 1; size <= 3; size++) {
      for (let from = 0; from + size <= characters.length; from++) {
        const gram = characters.slice(from, from + size)
        const isLight = gram.every((c) => ZH_LIGHT.has(c))
        add(gram.join(''), isLight ? LIGHT_WEIGHT : (ZH_WEIGHT[size - 1] ?? 1))
      }
    }
  }
  const words = normalised.match(/[^\p{Script=Han}\s]+/gu) ?? []
  words.forEach((word, index) => {
    const isLight = EN_LIGHT.has(word)
    add(word, isLight ? LIGHT_WEIGHT : 1)
    const next = words[index + 1]
    if (next !== undefined) add(`${word} ${next}`, isLight && EN_LIGHT.has(next) ? LIGHT_WEIGHT : 0.8)
    if (!isLight && word.length > 3) {
      const padded = `^${word}$`
      for (let from = 0; from + 3 <= padded.length; from++) add(padded.slice(from, from + 3), PIECE_WEIGHT)
    }
  })
  return bag
}
