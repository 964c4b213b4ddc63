import { FEELINGS, type FullScene, type Line, RUBRIC_ITEMS } from '../scene/index.ts'
import type { Path } from './problem.ts'
import { isMapping, walk } from './walk.ts'

export type Kind =
  | 'person'
  | 'room'
  | 'door'
  | 'thing'
  | 'spot'
  | 'phase'
  | 'cue'
  | 'hypothesis'
  | 'row'
  | 'line'
  | 'disclosure'
  | 'event'
  | 'preparation'
  | 'dilemma'
  | 'document'
  | 'ending'
  | 'red-line'
  | 'seed'
  | 'flag'
  | 'level'
  | 'excerpt'
  | 'objective'
  | 'rubric-item'

/** What each kind is called in messages. */
export const KIND_NAMES: Record<Kind, { zh: string; en: string }> = {
  person: { zh: '人物', en: 'person' },
  room: { zh: '房间', en: 'room' },
  door: { zh: '门', en: 'door' },
  thing: { zh: '物件', en: 'thing' },
  spot: { zh: '位置', en: 'spot' },
  phase: { zh: '阶段', en: 'phase' },
  cue: { zh: '线索', en: 'cue' },
  hypothesis: { zh: '假设', en: 'hypothesis' },
  row: { zh: '话语', en: 'row' },
  line: { zh: '回答', en: 'line' },
  disclosure: { zh: '吐露', en: 'disclosure' },
  event: { zh: '定时事件', en: 'event' },
  preparation: { zh: '准备事项', en: 'preparation' },
  dilemma: { zh: '两难', en: 'dilemma' },
  document: { zh: '文书', en: 'document' },
  ending: { zh: '结局', en: 'ending' },
  'red-line': { zh: '红线', en: 'critical failure' },
  seed: { zh: '种子', en: 'seed' },
  flag: { zh: '标记', en: 'flag' },
  level: { zh: '级别', en: 'level' },
  excerpt: { zh: '片段', en: 'excerpt' },
  objective: { zh: '目标', en: 'objective' },
  'rubric-item': { zh: '评分项', en: 'rubric item' },
}

/** One id where it is defined. */
export type Defined = { kind: Kind; id: string; path: Path }

/** Every id a scene defines, in file order, repeats included. */
export function definitions(scene: FullScene): Defined[] {
  const found: Defined[] = []
  const list = (kind: Kind, at: Path, items: readonly { id: string }[]) => {
    for (const [index, item] of items.entries()) found.push({ kind, id: item.id, path: [...at, index, 'id'] })
  }
  list('person', ['people'], scene.people)
  list('room', ['place', 'rooms'], scene.place.rooms)
  list('door', ['place', 'doors'], scene.place.doors)
  list('thing', ['place', 'things'], scene.place.things)
  list('spot', ['place', 'spots'], scene.place.spots)
  list('phase', ['phases'], scene.phases)
  list('cue', ['cues'], scene.cues)
  list('hypothesis', ['hypotheses'], scene.hypotheses)
  list('event', ['events'], scene.events)
  list('preparation', ['preparation', 'options'], scene.preparation.options)
  list('dilemma', ['dilemmas'], scene.dilemmas)
  list('document', ['documents'], scene.documents)
  list('ending', ['endings'], scene.endings)
  list('red-line', ['redLines'], scene.redLines)
  list('seed', ['seeds'], scene.seeds)
  list('excerpt', ['excerpts'], scene.excerpts)
  list('objective', ['objectives'], scene.objectives)
  list('level', ['level', 'options'], scene.level?.options ?? [])
  scene.dialogue.forEach((part, index) => {
    list('row', ['dialogue', index, 'rows'], part.rows)
    list('disclosure', ['dialogue', index, 'disclosures'], part.disclosures)
  })
  for (const { line, path } of linesOf(scene))
    if (line.id) found.push({ kind: 'line', id: line.id, path: [...path, 'id'] })
  found.push(...flagsSet(scene))
  return found
}

/** Every authored line a person may speak, wherever it stands. */
export function linesOf(scene: FullScene): { line: Line; path: Path }[] {
  const found: { line: Line; path: Path }[] = []
  walk(scene, (path, value) => {
    if (isLine(value)) found.push({ line: value, path })
  })
  return found
}

/** A parsed line is the only thing in a scene that says whether it is silent. */
function isLine(value: unknown): value is Line {
  return isMapping(value) && typeof value.silent === 'boolean' && typeof value.emotional === 'boolean'
}

/** Flags have no list of their own: whoever sets one defines it. */
function flagsSet(scene: FullScene): Defined[] {
  const found: Defined[] = []
  walk(scene, (path, value) => {
    const within = path.at(-2)
    if (within === 'sets' && typeof path.at(-1) === 'number') {
      const flag = isMapping(value) ? value.flag : value
      if (typeof flag === 'string') found.push({ kind: 'flag', id: flag, path })
    }
    if (within === 'opens' && path.at(-1) === 'flag' && typeof value === 'string')
      found.push({ kind: 'flag', id: value, path })
  })
  return found
}

/** Ids by kind, for following references. */
export type Vocabulary = { has: (id: string, ...kinds: Kind[]) => boolean; idsOf: (...kinds: Kind[]) => string[] }

export function vocabulary(scene: FullScene): Vocabulary {
  const byKind = new Map<Kind, Set<string>>([['rubric-item', new Set<string>(RUBRIC_ITEMS)]])
  for (const { kind, id } of definitions(scene)) {
    const ids = byKind.get(kind) ?? new Set<string>()
    ids.add(id)
    byKind.set(kind, ids)
  }
  return {
    has: (id, ...kinds) => kinds.some((kind) => byKind.get(kind)?.has(id) ?? false),
    idsOf: (...kinds) => kinds.flatMap((kind) => [...(byKind.get(kind) ?? [])]),
  }
}

/** "S.trust" in its two parts. */
export function feelingName(name: string): { person: string; feeling: string } {
  const [person = '', feeling = ''] = name.split('.')
  return { person, feeling }
}

export const FEELING_NAMES: readonly string[] = FEELINGS
