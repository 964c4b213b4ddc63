import type { Check } from '../draft.ts'
import type { Path } from '../problem.ts'
import { definitions, KIND_NAMES, type Kind } from '../vocabulary.ts'

/** Kinds that are named by the same words ("heard …", "supports: […]", "opened …") and therefore share one set of ids. */
const SHARED: Partial<Record<Kind, string>> = {
  line: 'evidence',
  disclosure: 'evidence',
  cue: 'evidence',
  event: 'evidence',
  thing: 'thing',
  door: 'thing',
}

/** Two things of one kind with one id: whoever names it could mean either. */
export const duplicates: Check = ({ scene, report }) => {
  const first = new Map<string, { kind: Kind; path: Path }>()
  const claim = (space: string, kind: Kind, id: string, path: Path) => {
    const key = `${space} ${id}`
    const before = first.get(key)
    if (!before) return void first.set(key, { kind, path })
    const [here, there] = [KIND_NAMES[kind], KIND_NAMES[before.kind]]
    const zh = `${here.zh} "${id}" 与前面的${there.zh}重名`
    const en = `${here.en} "${id}" has the same id as a ${there.en} before it`
    report(path, 'SC009', { found: `"${id}"`, expected: '另一个编号 / another id', zh, en })
  }
  for (const { kind, id, path } of definitions(scene)) if (kind !== 'flag') claim(SHARED[kind] ?? kind, kind, id, path)
  const parts: [Kind, Path, readonly { id: string }[]][] = [
    ...scene.events.map((each, i): [Kind, Path, readonly { id: string }[]] => [
      'event',
      ['events', i, 'reactions'],
      each.reactions,
    ]),
    ...scene.dilemmas.map((each, i): [Kind, Path, readonly { id: string }[]] => [
      'dilemma',
      ['dilemmas', i, 'options'],
      each.options,
    ]),
    ...scene.documents.map((each, i): [Kind, Path, readonly { id: string }[]] => [
      'document',
      ['documents', i, 'fields'],
      each.fields,
    ]),
    ...scene.people.map((each, i): [Kind, Path, readonly { id: string }[]] => [
      'person',
      ['people', i, 'orders'],
      each.orders,
    ]),
  ]
  for (const [kind, at, items] of parts) {
    items.forEach((item, index) => {
      if (items.findIndex((each) => each.id === item.id) === index) return
      const zh = `${KIND_NAMES[kind].zh}里有两个 "${item.id}"`
      const en = `two parts of this ${KIND_NAMES[kind].en} are called "${item.id}"`
      report([...at, index, 'id'], 'SC009', { found: `"${item.id}"`, expected: '另一个编号 / another id', zh, en })
    })
  }
  scene.dialogue.forEach((part, index) => {
    if (scene.dialogue.findIndex((each) => each.phase === part.phase) === index) return
    const [zh, en] = [`阶段 ${part.phase} 已有一份对话`, `phase ${part.phase} has a dialogue already`]
    report(['dialogue', index, 'phase'], 'SC009', {
      found: part.phase,
      expected: '每阶段一份 / one for each phase',
      zh,
      en,
    })
  })
}
