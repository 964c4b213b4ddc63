import type { Condition } from '../../scene/index.ts'
import type { Check, Draft } from '../draft.ts'
import type { Path } from '../problem.ts'
import { shown } from '../problem.ts'
import { type Context, highest, hindrance, isOfferedIn, reachOf } from '../reach/index.ts'
import { type Kind, vocabulary } from '../vocabulary.ts'
import { conditionsOf, leavesOf, valueAt } from '../walk.ts'

const KINDS: Record<string, Kind[]> = {
  person: ['person'],
  noticed: ['cue'],
  said: ['row'],
  heard: ['line', 'disclosure'],
  flag: ['flag'],
  permitted: ['cue'],
  opened: ['cue', 'thing', 'door'],
  reached: ['phase'],
  phase: ['phase'],
  event: ['event'],
}

type Claim = ReturnType<typeof conditionsOf>[number]

const NOTHING: ReadonlySet<Condition> = new Set()

/** Every gate can open in some run: in some seed, in a phase where somebody asks for it. */
export const gates: Check = (draft) => {
  const { scene, isWhole } = draft
  if (!isWhole) return
  const known = vocabulary(scene)
  const isKnown = (word: string, id: string) => known.has(id, ...(KINDS[word] ?? []))
  const everywhere = scene.phases.map((phase) => phase.id)
  const claims = conditionsOf(scene).filter(({ path, condition }) => {
    // An overlay that never comes is no gate: a short scene may leave everybody calm.
    const isGate = path[0] !== 'people' || path[2] === 'orders'
    return isGate && leavesOf(condition).every((leaf) => isFollowed(leaf, isKnown))
  })
  const contextsWhen = (forgiven: readonly Claim[]) => {
    const held = new Set(forgiven.map(({ condition }) => condition))
    const reaches = scene.seeds.map(({ id }) => reachOf(scene, id, isKnown, held))
    return (phases: readonly string[]): Context[] =>
      reaches
        .flatMap((reach) => phases.flatMap((phase) => reach.byPhase.get(phase) ?? []))
        .filter((context) => context.facts.words.size > 0)
        .map((context) => ({ ...context, forgiven: NOTHING }))
  }
  const shutIn = (contexts: ReturnType<typeof contextsWhen>) =>
    claims.filter(({ path, condition }) => {
      const asked = contexts(phasesAt(draft, path, everywhere))
      return asked.length > 0 && asked.every((context) => hindrance(context, condition) !== null)
    })
  // What is shut only because something before it is shut is not told again: once the first opens, so does the rest.
  const shut = shutIn(contextsWhen([]))
  const roots = shut.length > 0 ? shutIn(contextsWhen(shut)) : []
  const contexts = contextsWhen(roots)
  for (const { path, condition } of shut.length > 0 ? shutIn(contexts) : []) {
    tell(draft, path, condition, contexts(phasesAt(draft, path, everywhere)))
  }
  const all = contexts(everywhere)
  scene.cues.forEach((cue, index) => {
    const isSeen = all.some((context) => context.facts.words.has(`noticed ${cue.id}`))
    const isGated = cue.when !== undefined && all.every((context) => hindrance(context, cue.when) !== null)
    if (all.length === 0 || isSeen || isGated) return
    const gate: Condition = {
      is: 'feeling',
      person: cue.owner ?? '',
      feeling: 'trust',
      op: '>=',
      value: cue.asksAt,
      peak: false,
    }
    if (
      cue.permission === 'ask' &&
      isKnown('person', cue.owner ?? '') &&
      all.every((context) => hindrance(context, gate) !== null)
    ) {
      tell(draft, ['cues', index, 'asksAt'], gate, all)
      return
    }
    const [zh, en] = [`没有任何办法注意到线索 ${cue.id}`, `there is no way to notice cue ${cue.id}`]
    const found = `room: ${cue.room}, how: [${cue.how.join(', ')}]`
    draft.report(['cues', index], 'SC012', {
      found,
      expected: '能走到的房间，或 notices / a room one can reach, or notices',
      zh,
      en,
    })
  })
}

function isFollowed(leaf: Condition, isKnown: Context['isKnown']): boolean {
  if (leaf.is === 'feeling') return isKnown('person', leaf.person)
  return !('id' in leaf) || !(leaf.is in KINDS) || isKnown(leaf.is, leaf.id)
}

/** The phases in which a condition is asked: its dialogue's, its row's, its phase's; elsewhere any. */
function phasesAt({ scene }: Draft, path: Path, everywhere: readonly string[]): readonly string[] {
  const [top, index, list, position] = path
  if (top === 'phases' && typeof index === 'number' && list !== 'entersOn') return [scene.phases[index]?.id ?? '']
  if (top !== 'dialogue' || typeof index !== 'number') return everywhere
  const part = scene.dialogue[index]
  if (!part) return everywhere
  if (list === 'disclosures' && typeof position === 'number') {
    const on = part.disclosures[position]?.on ?? []
    const homes = scene.dialogue.flatMap((each) =>
      each.rows.filter((row) => on.includes(row.id)).map((row) => ({ row, home: each.phase })),
    )
    return everywhere.filter((phase) => homes.some(({ row, home }) => isOfferedIn(row, home, phase)))
  }
  const row = list === 'rows' && typeof position === 'number' ? part.rows[position] : undefined
  if (row) return everywhere.filter((phase) => isOfferedIn(row, part.phase, phase))
  return part.phase === 'any' ? everywhere : [part.phase]
}

function tell({ report, data }: Draft, path: Path, condition: Condition, contexts: readonly Context[]): void {
  if (contexts.length === 0) return
  const hindrances = contexts.map((context) => hindrance(context, condition))
  if (hindrances.some((each) => each === null)) return
  const common = hindrances.find(
    (leaf) => leaf && leaf.is !== 'seed' && contexts.every((context) => hindrance(context, leaf) !== null),
  )
  const found = shown(valueAt(data, path) ?? null)
  if (common?.is === 'feeling') {
    const most = Math.max(...contexts.map((context) => highest(context, common.person, common.feeling))) / 1000
    const name = `${common.person}.${common.feeling}`
    const zh = `${name} 要到 ${common.value / 1000}，但此前所有话加起来至多到 ${most}`
    const en = `${name} has to reach ${common.value / 1000}, but everything before it together brings it to ${most} at most`
    report(path, 'SC011', {
      found: found === 'null' ? String(common.value / 1000) : found,
      expected: `<= ${most}`,
      zh,
      en,
    })
  } else if (common) {
    const claim = 'id' in common ? `${common.is} ${common.id}` : common.is
    const zh = `"${claim}" 在这里之前不可能成立`
    report(path, 'SC012', {
      found,
      expected: `${claim}：更早 / earlier`,
      zh,
      en: `"${claim}" cannot have come true before this`,
    })
  } else {
    const [zh, en] = ['没有一个种子能让这些同时成立', 'no seed lets all of this hold together']
    report(path, 'SC013', { found, expected: '至少一个种子 / at least one seed', zh, en })
  }
}
