import type { FullScene } from '../../scene/index.ts'
import type { SeatId } from '../act.ts'
import type { Assessment, Evidence, ItemAssessment } from '../assessment.ts'
import type { Event } from '../event.ts'
import { crossed, type State } from '../state.ts'
import { conversationOf } from './conversation.ts'
import { evidenceOf, hypothesisParts } from './evidence.ts'
import { given, type Reach, reachable, reachedCues, roomsEntered } from './opportunities.ts'
import { type Standing, standing } from './standing.ts'

/** [5.5] Share of the target from which each level is reached. */
const LEVELS = [
  { from: 0.85, level: 5 },
  { from: 0.65, level: 4 },
  { from: 0.4, level: 3 },
  { from: 0.2, level: 2 },
  { from: 0, level: 1 },
] as const

/** [5.5] A critical failure linked to an item caps it here. */
const CAP = 2
/** [B.13] An item of which less than this share was given shows "too little seen" instead of a level. */
const SEEN_LEAST = 1 / 3
/** [B.13] A run's target is never below this share of its seed's. */
const TARGET_LEAST = 1 / 2

type Item = keyof NonNullable<FullScene['targets']>

/**
 * What a run shows, item by item, with every line of evidence: an automatic hint, from rules alone. Levels are shares of the opportunities this run
 * really gave. Pure: the same events and scene give the same assessment; personal words play no part.
 */
export function assess(events: readonly Event[], scene: FullScene, seat?: SeatId): Assessment {
  const { log, last } = standing(events, scene)
  const who = seat ?? Object.keys(last.workers)[0] ?? 'trainee'
  const evidence = evidenceOf(log, last, who)
  const reach = {
    base: reachable(scene, scene.seeds[0]?.id ?? ''),
    seed: reachable(scene, last.seed),
    run: given(log, last, who),
  }
  const lines = crossed(last)
  const items = (Object.keys(scene.targets) as Item[]).map((item) =>
    itemOf(item, scene, evidence, reach, capsOf(scene, lines, item)),
  )
  return {
    seat: who,
    isAutomaticHint: true,
    items,
    evidence,
    redLines: last.redLines.map(({ id, number, at, isWarned }) => ({ id, number, at, isWarned })),
    isCapped: lines.length > 0,
    conversation: conversationOf(log, last, who),
    cues: cuesOf(log, last, who),
    hypotheses: scene.hypotheses.map(({ id, truth }) => ({
      id,
      rated: last.hypotheses[id]?.level ?? null,
      truth: truth[last.seed] ?? 'possible',
      parts: hypothesisParts(last, id),
    })),
    ending: last.ending?.id ?? null,
  }
}

const capsOf = (scene: FullScene, lines: State['redLines'], item: Item): string[] =>
  lines.filter((line) => scene.redLines.find((one) => one.id === line.id)?.caps.includes(item)).map((line) => line.id)

function itemOf(
  item: Item,
  scene: FullScene,
  evidence: readonly Evidence[],
  reach: { base: Reach; seed: Reach; run: Reach },
  cappedBy: string[],
): ItemAssessment {
  const mine = evidence.filter((line) => line.item === item)
  const earned = mine.filter((line) => line.judgedBy !== 'waiting').reduce((sum, line) => sum + line.points, 0)
  const waiting = mine.filter((line) => line.judgedBy === 'waiting').reduce((sum, line) => sum + line.points, 0)
  const all = reach.seed.all[item] ?? 0
  const byRule = all - (reach.seed.byPerson[item] ?? 0)
  const givenByRule = (reach.run.all[item] ?? 0) - (reach.run.byPerson[item] ?? 0)
  const target = targetOf(scene.targets[item] ?? 0, reach.base.all[item] ?? 0, all, byRule, givenByRule)
  const isTooLittleSeen = byRule <= 0 || givenByRule / byRule < SEEN_LEAST
  const share = target <= 0 ? 0 : Math.min(1, Math.max(0, earned / target))
  const reached = LEVELS.find(({ from }) => share >= from)?.level ?? 1
  const level = cappedBy.length > 0 ? (Math.min(reached, CAP) as 1 | 2) : reached
  return {
    item,
    earned,
    target,
    waiting,
    given: givenByRule,
    reachable: byRule,
    level: isTooLittleSeen ? null : level,
    isTooLittleSeen,
    cappedBy,
  }
}

/** [B.13] The scene's target, scaled to what the seed can give and to what this run gave; points only a person can give stand outside. */
function targetOf(target: number, base: number, all: number, byRule: number, givenByRule: number): number {
  if (base <= 0 || all <= 0) return 0
  const seedTarget = Math.round((target * all) / base)
  const scaled = (seedTarget * Math.min(givenByRule, byRule)) / all
  const least = (TARGET_LEAST * seedTarget * byRule) / all
  return Math.round(Math.max(scaled, least) * 100) / 100
}

function cuesOf(log: readonly Standing[], last: State, seat: SeatId): Assessment['cues'] {
  const reached = new Set(reachedCues(last, roomsEntered(log, last, seat)).map((cue) => cue.id))
  const finding = (id: string) => ({ cue: id, number: last.noticed[id]?.number ?? null })
  const ids = last.scene.cues.map((cue) => cue.id)
  const falseAlarms = last.scene.hypotheses.flatMap((shape) => {
    const rated = last.hypotheses[shape.id]
    if (!rated || rated.level === 'unlikely') return []
    return rated.for
      .filter((id) => ids.includes(id) && !shape.supports.includes(id))
      .map((cue) => ({ cue, hypothesis: shape.id, number: rated.number }))
  })
  return {
    hits: ids.filter((id) => id in last.noticed).map(finding),
    misses: ids.filter((id) => reached.has(id) && !(id in last.noticed)).map(finding),
    notReached: ids.filter((id) => !reached.has(id) && !(id in last.noticed)),
    falseAlarms,
  }
}
