import type { Condition, Counts, FullScene, RubricItem } from '../../scene/index.ts'
import { catalogueOf, type PlacedRow } from '../catalogue.ts'
import { legalPlacedRows } from '../legal.ts'
import type { State } from '../state.ts'
import { DOCUMENT_BY_RULE } from './evidence.ts'
import type { Standing } from './standing.ts'

/** Points per rubric item: `all` that could be earned, and how much of it only a person can give. */
export type Reach = { all: Partial<Record<RubricItem, number>>; byPerson: Partial<Record<RubricItem, number>> }

const HYPOTHESIS_POINTS = 3
/** A cue is worth one point for noticing and one, by a person, for a justified reading (model 5.4). */
const CUE_POINTS = 1

class Tally {
  readonly all: Partial<Record<RubricItem, number>> = {}
  readonly byPerson: Partial<Record<RubricItem, number>> = {}
  add(counts: Counts | undefined, byPerson = false): void {
    for (const [item, points] of Object.entries(counts ?? {}) as [RubricItem, number][]) {
      if (points <= 0) continue
      this.all[item] = (this.all[item] ?? 0) + points
      if (byPerson) this.byPerson[item] = (this.byPerson[item] ?? 0) + points
    }
  }
}

/** What a seed settles of a condition: false when it can never hold in that seed, whatever is done. */
export function isPossible(scene: FullScene, condition: Condition | undefined, seed: string): boolean {
  return settled(scene, condition, seed) !== false
}

/** Three-valued: true and false where the seed alone decides, null where what is done decides. */
function settled(scene: FullScene, condition: Condition | undefined, seed: string): boolean | null {
  if (!condition) return true
  switch (condition.is) {
    case 'seed':
      return condition.seeds.includes(seed)
    case 'not': {
      const inner = settled(scene, condition.of, seed)
      return inner === null ? null : !inner
    }
    case 'and': {
      const parts = condition.of.map((one) => settled(scene, one, seed))
      return parts.includes(false) ? false : parts.includes(null) ? null : true
    }
    case 'or': {
      const parts = condition.of.map((one) => settled(scene, one, seed))
      return parts.includes(true) ? true : parts.includes(null) ? null : false
    }
    case 'heard': {
      const disclosure = catalogueOf(scene).disclosures.get(condition.id)
      return disclosure && !isPossible(scene, disclosure.when, seed) ? false : null
    }
    case 'noticed': {
      const cue = catalogueOf(scene).cues.get(condition.id)
      return cue && !isPossible(scene, cue.when, seed) ? false : null
    }
    case 'event': {
      const event = catalogueOf(scene).events.get(condition.id)
      return event?.seeds && !event.seeds.includes(seed) ? false : null
    }
    default:
      return null
  }
}

const isRowPossible = (scene: FullScene, row: PlacedRow, seed: string): boolean => {
  const event = catalogueOf(scene).events.get(row.during ?? row.after ?? '')
  return (
    isPossible(scene, row.offered, seed) &&
    isPossible(scene, row.source, seed) &&
    !(event?.seeds && !event.seeds.includes(seed))
  )
}

/** Best positive points of each item over a dilemma's options: one is chosen. */
function bestOptions(options: readonly { counts?: Counts | undefined }[]): Counts {
  const best: Counts = {}
  for (const { counts } of options)
    for (const [item, points] of Object.entries(counts ?? {}) as [RubricItem, number][])
      if (points > (best[item] ?? 0)) best[item] = points
  return best
}

/** [B.13] All a seed can give: positive points of every row but the global ones, preparations, cues, hypotheses, documents, dilemmas. */
export function reachable(scene: FullScene, seed: string): Reach {
  const tally = new Tally()
  for (const row of catalogueOf(scene).rows.values())
    if (row.phase !== 'any' && isRowPossible(scene, row, seed)) tally.add(row.counts)
  for (const option of scene.preparation.options) tally.add(option.counts)
  for (const cue of scene.cues)
    if (isPossible(scene, cue.when, seed)) {
      tally.add({ R4: CUE_POINTS })
      tally.add({ R4: CUE_POINTS }, true)
    }
  addPapers(tally, scene)
  return tally
}

function addPapers(tally: Tally, scene: FullScene): void {
  for (const hypothesis of scene.hypotheses) if (hypothesis.item) tally.add({ [hypothesis.item]: HYPOTHESIS_POINTS })
  for (const document of scene.documents) {
    tally.add({ [document.item]: DOCUMENT_BY_RULE })
    tally.add({ [document.item]: document.points - DOCUMENT_BY_RULE }, true)
  }
  for (const dilemma of scene.dilemmas) if (!dilemma.beyondSums) tally.add(bestOptions(dilemma.options), true)
  if (scene.level) tally.add(scene.level.counts)
}

/** [B.13] What this run really gave: rows legal at some act, cues in rooms entered, events that came, papers that were due. */
export function given(log: readonly Standing[], last: State, seat: string): Reach {
  const { scene } = last
  const tally = new Tally()
  const rows = new Set<PlacedRow>()
  for (const { event, before } of log) {
    if (event.seat !== seat || !ACTS.has(event.type)) continue
    for (const row of legalPlacedRows({ ...before, isPaused: false, warning: null, stopping: null }, seat))
      rows.add(row)
  }
  for (const row of rows) if (row.phase !== 'any') tally.add(row.counts)
  for (const option of scene.preparation.options) if (last.excerpt === null) tally.add(option.counts)
  const cues = reachedCues(last, roomsEntered(log, last, seat)).length
  tally.add({ R4: cues * CUE_POINTS })
  tally.add({ R4: cues * CUE_POINTS }, true)
  addPapers(tally, scene)
  return tally
}

/** Events that begin an act of the trainee's; what was legal just before them was offered. */
const ACTS: ReadonlySet<string> = new Set([
  'said',
  'done',
  'not-understood',
  'confirm-asked',
  'composing-begun',
  'looked',
  'permission-asked',
  'opened',
  'moved',
  'reacted',
  'left',
  'sat',
  'stood',
  'waited',
  'ended',
])

/** Cues of this seed in rooms that were entered; what hangs on a person counts where the person was met. */
export const reachedCues = (last: State, rooms: ReadonlySet<string>) =>
  last.scene.cues.filter(
    (cue) => isPossible(last.scene, cue.when, last.seed) && (rooms.has(cue.room) || cue.id in last.noticed),
  )

/** Rooms this worker stood in during the visit. */
export function roomsEntered(log: readonly Standing[], last: State, seat: string): Set<string> {
  const rooms = new Set<string>()
  for (const { before } of log)
    if (before.status === 'visiting' && before.workers[seat]) rooms.add(before.workers[seat].room)
  if (last.workers[seat]) rooms.add(last.workers[seat].room)
  return rooms
}
