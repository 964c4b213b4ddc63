import type { Condition, FullScene, Person } from '../../scene/index.ts'

/**
 * What can have come about by a phase, at best, in one seed: facts as words ("noticed C02", "said A1-01"), and the sources of feelings that may have
 * worked by then. It only ever grows, and it never asks whether two things can happen in one and the same run: what is out of reach here is out of reach
 * in every run.
 */
export type Facts = { words: Set<string>; rises: Map<string, Record<string, number>> }

export const noFacts = (): Facts => ({ words: new Set(), rises: new Map() })

/** Adds one's facts to the other's; true if there were new ones. */
export function join(into: Facts, from: Facts): boolean {
  const before = into.words.size + into.rises.size
  for (const word of from.words) into.words.add(word)
  for (const [source, rise] of from.rises) into.rises.set(source, rise)
  return into.words.size + into.rises.size > before
}

/** `forgiven` conditions count as held: they are reported themselves, and what waits for them shall not be reported again. */
export type Context = {
  scene: FullScene
  seed: string
  facts: Facts
  isKnown: (word: string, id: string) => boolean
  forgiven: ReadonlySet<Condition>
}

/** The highest a feeling can stand: its start and every rise once, drift and diminishing returns left aside. */
export function highest({ scene, facts }: Context, person: string, feeling: string): number {
  const starts: Record<string, number | undefined> = scene.people.find((each) => each.id === person)?.starts ?? {}
  let value = starts[feeling] ?? 0
  for (const rise of facts.rises.values()) value += Math.max(0, rise[`${person}.${feeling}`] ?? 0)
  return Math.min(100_000, value)
}

/** The claim that keeps a condition from ever holding here, or null when nothing does. */
export function hindrance(context: Context, condition: Condition | undefined): Condition | null {
  if (!condition || context.forgiven.has(condition)) return null
  switch (condition.is) {
    case 'and':
      return condition.of.map((each) => hindrance(context, each)).find((each) => each !== null) ?? null
    case 'or':
    case 'at-least': {
      const hindrances = condition.of.map((each) => hindrance(context, each))
      const open = hindrances.filter((each) => each === null).length
      return open >= (condition.is === 'at-least' ? condition.count : 1)
        ? null
        : (hindrances.find((each) => each !== null) ?? null)
    }
    case 'not':
      return condition.of.is === 'seed' && condition.of.seeds.includes(context.seed) ? condition.of : null
    default:
      return isPossible(context, condition) ? null : condition
  }
}

function isPossible(context: Context, leaf: Condition): boolean {
  const { scene, seed, facts, isKnown } = context
  switch (leaf.is) {
    case 'seed':
      return leaf.seeds.includes(seed)
    case 'feeling':
      if (leaf.op === '<' || !isKnown('person', leaf.person)) return true
      return highest(context, leaf.person, leaf.feeling) >= leaf.value
    case 'noticed':
    case 'said':
    case 'heard':
    case 'flag':
    case 'permitted':
    case 'opened':
    case 'reached':
    case 'phase':
      return !isKnown(leaf.is, leaf.id) || facts.words.has(`${leaf.is} ${leaf.id}`)
    case 'event':
      return !isKnown('event', leaf.id) || facts.words.has(`event ${leaf.id}`)
    case 'private-turns':
      return leaf.op === '<' || !leaf.phase || !isKnown('phase', leaf.phase) || facts.words.has(`reached ${leaf.phase}`)
    case 'invited':
      return facts.words.has('invited') || !scene.phases.some((phase) => phase.exits.some((exit) => exit.invites))
    default:
      return true
  }
}

/** Whether a person's band can be reached at all; the overlays always can. */
export function isBandPossible(context: Context, person: Person, band: string): boolean {
  const step = ['T', 'O', 'A'].indexOf(band)
  const threshold = person.bands?.from[step]
  return threshold === undefined || highest(context, person.id, person.bands?.on ?? 'trust') >= threshold
}
