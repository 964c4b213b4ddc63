import type { FullScene } from '../../scene/index.ts'
import { edgesOf } from '../checks/phases.ts'
import { type Context, type Facts, join, noFacts } from './facts.ts'
import { follow, happen } from './happenings.ts'

export { type Context, highest, hindrance } from './facts.ts'
export { isOfferedIn } from './happenings.ts'

/** What can have come about by the end of each phase, for one seed. */
export type Reach = { seed: string; byPhase: Map<string, Context> }

/** Follows the phases until nothing new can happen in any. Each round adds at least one fact, and there are finitely many. */
export function reachOf(
  scene: FullScene,
  seed: string,
  isKnown: Context['isKnown'],
  forgiven: Context['forgiven'],
): Reach {
  const byPhase = new Map<string, Context>()
  for (const phase of scene.phases) byPhase.set(phase.id, { scene, seed, facts: noFacts(), isKnown, forgiven })
  const first = scene.phases[0] && byPhase.get(scene.phases[0].id)
  if (first) prepare(scene, first.facts)
  const edges = edgesOf(scene)
  for (let isNew = true; isNew; ) {
    isNew = false
    for (const phase of scene.phases) {
      const context = byPhase.get(phase.id)
      if (!context) continue
      const before = context.facts.words.size + context.facts.rises.size
      for (const edge of edges) {
        const from = edge.to === phase.id ? byPhase.get(edge.from) : undefined
        if (from) join(context.facts, carried(from.facts))
        if (from && isInvitation(scene, edge.from, phase.id)) invite(scene, context.facts)
      }
      const isEntered = phase === scene.phases[0] || edges.some((edge) => edge.to === phase.id)
      if (isEntered) happen(context, phase.id)
      isNew ||= context.facts.words.size + context.facts.rises.size > before
    }
  }
  return { seed, byPhase }
}

/** Being in a phase ends with it; everything else stays true. */
function carried(facts: Facts): Facts {
  return { words: new Set([...facts.words].filter((word) => !word.startsWith('phase '))), rises: facts.rises }
}

function prepare(scene: FullScene, facts: Facts): void {
  for (const option of scene.preparation.options) follow(facts, `preparation ${option.id}`, option)
}

function isInvitation(scene: FullScene, from: string, to: string): boolean {
  return scene.phases.find((phase) => phase.id === from)?.exits.some((exit) => exit.to === to && exit.invites) ?? false
}

function invite(scene: FullScene, facts: Facts): void {
  facts.words.add('invited')
  for (const { line } of scene.invitation) if (line.id) facts.words.add(`heard ${line.id}`)
}
