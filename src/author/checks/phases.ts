import type { FullScene } from '../../scene/index.ts'
import type { Check } from '../draft.ts'

/** From where to where a session can go, whatever the conditions say. */
export type Edge = { from: string; to: string; how: 'exit' | 'row' | 'on' | 'event' }

export function edgesOf(scene: FullScene): Edge[] {
  const all = scene.phases.map((phase) => phase.id)
  const edges: Edge[] = []
  for (const phase of scene.phases) {
    for (const exit of phase.exits) edges.push({ from: phase.id, to: exit.to, how: 'exit' })
    if (!phase.entersOn) continue
    for (const from of phase.entersFrom.length > 0 ? phase.entersFrom : all)
      edges.push({ from, to: phase.id, how: 'on' })
  }
  for (const part of scene.dialogue) {
    for (const row of part.rows) {
      if (!row.opens) continue
      for (const from of part.phase === 'any' || row.during ? all : [part.phase])
        edges.push({ from, to: row.opens.to, how: 'row' })
    }
  }
  for (const event of scene.events) {
    for (const to of [event.enters, ...event.reactions.map((reaction) => reaction.enters)]) {
      if (to) for (const from of all) edges.push({ from, to, how: 'event' })
    }
  }
  return edges.filter((edge) => edge.from !== edge.to)
}

/** Every phase but the last leads on, and every phase but the first is led to. */
export const phases: Check = ({ scene, report }) => {
  const edges = edgesOf(scene)
  scene.phases.forEach((phase, index) => {
    const isLast = index === scene.phases.length - 1
    const before = scene.phases.slice(0, index).map((each) => each.id)
    const leadsOn = edges.some((edge) => edge.from === phase.id && !(edge.how === 'event' && before.includes(edge.to)))
    if (!isLast && !leadsOn) {
      const [zh, en] = [`阶段 ${phase.id} 走不出去`, `nothing leads on from phase ${phase.id}`]
      report(['phases', index], 'SC014', { found: 'exits: []', expected: 'exits | entersOn | enters', zh, en })
    }
    if (index > 0 && !edges.some((edge) => edge.to === phase.id)) {
      const [zh, en] = [`没有什么通向阶段 ${phase.id}`, `nothing leads to phase ${phase.id}`]
      report(['phases', index], 'SC015', {
        found: phase.id,
        expected: 'exits: [{ to: … }] | entersOn | enters',
        zh,
        en,
      })
    }
  })
}
