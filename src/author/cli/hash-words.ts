import { createInterface } from 'node:readline'
import { entryFor } from '../word-hash.ts'

/** Reads banned words from standard input, one a line, and prints what goes into banned-hashes.ts; Chinese is known by its characters. */
const lines = createInterface({ input: process.stdin })
const entries = new Set<string>()
for await (const line of lines) {
  const word = line.trim()
  if (word !== '') entries.add(entryFor(word, /\p{Script=Han}/u.test(word) ? 'zh' : 'en'))
}
const all = [...entries].sort()
for (let from = 0; from < all.length; from += 5) console.log(all.slice(from, from + 5).join(' '))
