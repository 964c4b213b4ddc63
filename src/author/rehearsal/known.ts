import type { FullScene } from '../../scene/index.ts'
import { didYouMean } from './nearest.ts'

const KINDS = {
  row: ['话语', 'row'],
  cue: ['线索或物件', 'cue or thing'],
  place: ['房间或位置', 'room or spot'],
  event: ['定时事件', 'timed event'],
  reaction: ['反应', 'reaction'],
  hypothesis: ['假设', 'hypothesis'],
  document: ['文书', 'document'],
  dilemma: ['两难', 'dilemma'],
  preparation: ['准备', 'preparation'],
  seed: ['种子', 'seed'],
  excerpt: ['片段', 'excerpt'],
  ending: ['结局', 'ending'],
  redLine: ['红线', 'critical failure'],
  disclosure: ['透露', 'disclosure'],
  phase: ['阶段', 'phase'],
  person: ['人物', 'person'],
} as const
export type Kind = keyof typeof KINDS

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

/** Every id of one kind that a scene has. */
export function known(scene: FullScene, kind: Kind): string[] {
  switch (kind) {
    case 'row':
      return scene.dialogue.flatMap(({ rows }) => idsOf(rows))
    case 'cue':
      return [...idsOf(scene.cues), ...idsOf(scene.place.things), ...idsOf(scene.place.doors)]
    case 'place':
      return [...idsOf(scene.place.rooms), ...idsOf(scene.place.spots)]
    case 'event':
      return idsOf(scene.events)
    case 'reaction':
      return [...new Set(scene.events.flatMap(({ reactions }) => idsOf(reactions))), 'ignore']
    case 'hypothesis':
      return idsOf(scene.hypotheses)
    case 'document':
      return idsOf(scene.documents)
    case 'dilemma':
      return idsOf(scene.dilemmas)
    case 'preparation':
      return idsOf(scene.preparation.options)
    case 'seed':
      return idsOf(scene.seeds)
    case 'excerpt':
      return idsOf(scene.excerpts)
    case 'ending':
      return idsOf(scene.endings)
    case 'redLine':
      return idsOf(scene.redLines)
    case 'disclosure':
      return scene.dialogue.flatMap(({ disclosures }) => idsOf(disclosures))
    case 'phase':
      return idsOf(scene.phases)
    case 'person':
      return idsOf(scene.people)
  }
}

/** What to say of an id the scene does not have, or null when it has it. */
export function unknown(scene: FullScene, kind: Kind, id: string): { zh: string; en: string } | null {
  const ids = known(scene, kind)
  if (ids.includes(id)) return null
  const [zh, en] = KINDS[kind]
  const near = didYouMean(id, ids)
  return { zh: `本场景没有${zh}“${id}”${near.zh}`, en: `There is no ${en} "${id}" in this scene${near.en}` }
}
