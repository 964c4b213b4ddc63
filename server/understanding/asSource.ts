import type { fittings } from '../../src/words/index.ts'

/** Fitted numbers as the file that holds them. */
export function asSource(fitted: ReturnType<typeof fittings>, scene: string): string {
  return `// Written by: npm run understand -- --scene ${scene} --fit. Not by hand.
import type { Fittings } from './fittings.ts'

/** What likeness is worth, fitted hand by hand to the scene named above: each hand's lines by a model that learnt from the others only. */
export const FITTED: Fittings = ${JSON.stringify(fitted)}
`
}
