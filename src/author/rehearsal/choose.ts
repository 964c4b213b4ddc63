import type { Language, Worth } from '../../scene/index.ts'
import { pick } from './dice.ts'

/** How a player who knows nothing of the case, or a person of some skill, chooses what to say. */
export const POLICIES = ['skilled', 'average', 'weak', 'longest', 'shortest', 'politest', 'first'] as const
export type Policy = (typeof POLICIES)[number]

/** Shares of helpful, neutral and harmful rows (model 5.6). What "skilled" leaves of 95 % is split evenly. */
export const PROFILES = {
  skilled: { helpful: 0.95, neutral: 0.025, harmful: 0.025 },
  average: { helpful: 0.7, neutral: 0.2, harmful: 0.1 },
  weak: { helpful: 0.4, neutral: 0.3, harmful: 0.3 },
} as const
export type Profile = keyof typeof PROFILES

export const isProfile = (policy: Policy): policy is Profile => policy in PROFILES

export type Choice = { row: string; worth: Worth; text: string }

/** A row by the profile's shares; a worth of which no row is left gives its turn to the others. */
export function byProfile(profile: Profile, choices: readonly Choice[], roll: () => number): Choice | undefined {
  const shares = PROFILES[profile]
  const left = (['helpful', 'neutral', 'harmful'] as const).filter((worth) =>
    choices.some((choice) => choice.worth === worth),
  )
  const thrown = roll() * left.reduce((sum, worth) => sum + shares[worth], 0)
  let reached = 0
  const worth = left.find((one) => {
    reached += shares[one]
    return thrown < reached
  })
  return pick(
    roll,
    choices.filter((choice) => choice.worth === worth),
  )
}

const POLITE: Record<Language, RegExp> = { zh: /[您请吗]/g, en: /\b(please|may|could|would|shall)\b/gi }
const politeness = (text: string, language: Language) => text.match(POLITE[language])?.length ?? 0

/** A line by its looks alone, in the order shown; the first of equals. */
export function byLooks(
  policy: Exclude<Policy, Profile>,
  choices: readonly Choice[],
  language: Language,
): Choice | undefined {
  const worth: Record<typeof policy, (choice: Choice) => number> = {
    longest: ({ text }) => [...text].length,
    shortest: ({ text }) => -[...text].length,
    politest: ({ text }) => politeness(text, language),
    first: () => 0,
  }
  let best: Choice | undefined
  for (const choice of choices) if (!best || worth[policy](choice) > worth[policy](best)) best = choice
  return best
}
