import type { Text } from '../scene/index.ts'
import type { SeatId } from './act.ts'
import { catalogueOf, type PlacedRow } from './catalogue.ts'
import { chance, shuffled, tokenFor } from './chance.ts'
import { dealt } from './fan.ts'
import { holds } from './holds.ts'
import { addresseeOf, type State } from './state.ts'

/** Whether a row of this phase can be said now as far as phases go: the current one, or a later one that is open (decisions B.6). */
export function isPhaseLegal(state: State, phase: string): boolean {
  if (phase === 'any' || phase === state.phase) return true
  const { phaseIndex } = catalogueOf(state.scene)
  return state.open.includes(phase) && (phaseIndex.get(phase) ?? -1) > (phaseIndex.get(state.phase ?? '') ?? -1)
}

/** [B.6] Rows bound to an event are offered in every phase while the event is live. */
function isTimely(state: State, row: PlacedRow): boolean {
  if (row.during) return state.events[row.during]?.isLive ?? false
  if (row.after) {
    const event = state.events[row.after]
    return event !== undefined && (event.isLive || isPhaseLegal(state, row.phase))
  }
  return isPhaseLegal(state, row.phase)
}

export function isLegal(state: State, seat: SeatId, row: PlacedRow): boolean {
  if ((state.status === 'aftermath') !== row.aftermath) return false
  if (!row.aftermath && !isTimely(state, row)) return false
  const asking = { seat, to: addresseeOf(state, row) }
  return holds(state, row.offered, asking) && holds(state, row.source, asking)
}

/** Rows this seat could say or do now, in the scene's order. Empty outside the visit and its aftermath. */
export function legalPlacedRows(state: State, seat: SeatId): PlacedRow[] {
  const role = state.seats[seat]?.role
  if (role !== 'trainee' && role !== 'partner') return []
  if (
    (state.status !== 'visiting' && state.status !== 'aftermath') ||
    state.isPaused ||
    state.warning ||
    state.stopping
  )
    return []
  const { rows, rowsOfPhase, roaming } = catalogueOf(state.scene)
  if (state.status === 'aftermath') return [...rows.values()].filter((row) => isLegal(state, seat, row))
  const phases = openPhases(state)
  const near = phases.flatMap((phase) => rowsOfPhase.get(phase) ?? [])
  const far = roaming.filter((row) => !phases.includes(row.phase))
  return [...near, ...far].filter((row) => isLegal(state, seat, row))
}

/** The phase one is in and those open after it: whose rows somebody may mean. */
export const openPhases = (state: State): string[] => [
  state.phase ?? '',
  ...state.open.filter((phase) => phase !== state.phase && isPhaseLegal(state, phase)),
]

/** Ids of the rows that are legal for a seat: what free words are matched against. */
export const legalRows = (state: State, seat: SeatId): string[] => legalPlacedRows(state, seat).map((row) => row.id)

/** Acts into a phase until which its first lines are still to be said. */
const BEGINNING = 3

/** Legal rows in an order of chance that holds still for a turn, those in the fan first, each under a token made for the moment. */
export function offeredRows(state: State, seat: SeatId): { row: PlacedRow; token: string; isInFan: boolean }[] {
  const rows = shuffled(legalPlacedRows(state, seat), state.roll, state.turn, 'fan')
  const all = dealt(rows, {
    isSaid: (row) => row.id in state.said,
    isBeginning: (row) => (state.actsIn[row.phase] ?? 0) < BEGINNING,
    isHere: (row) => row.phase === state.phase || row.phase === 'any',
  })
  // Dealt lines are shuffled once more: what had to be brought in would else always stand last.
  const fan = shuffled(
    all.filter(({ isInFan }) => isInFan),
    state.roll,
    state.turn,
    'place',
  )
  return [...fan, ...all.filter(({ isInFan }) => !isInFan)].map(({ row, isInFan }) => ({
    row,
    token: tokenFor(state.key, state.turn, row.id),
    isInFan,
  }))
}

/** The row a token stands for, if it was made for this turn or the last one and the row is legal now. */
export function rowOfToken(state: State, seat: SeatId, token: string): PlacedRow | null {
  for (const row of legalPlacedRows(state, seat))
    if (token === tokenFor(state.key, state.turn, row.id) || token === tokenFor(state.key, state.turn - 1, row.id))
      return row
  return null
}

/** The plain wording, the shorter one, or the index of a variant: as `said` events keep it. */
const PLAIN = -1
const SHORT = -2

/**
 * Which wording of a row is offered: a variant that holds, else by chance the shorter one, so that length tells nothing (decisions A.1).
 * It holds still for a whole session.
 */
export function wordingOf(state: State, row: PlacedRow, seat: SeatId, isOffered = true): number {
  const variant = row.variants.findIndex((one) => holds(state, one.when, { seat }))
  if (variant >= 0) return variant
  return isOffered && row.short && chance(state.roll, 0, `short ${row.id}`) < 0.5 ? SHORT : PLAIN
}

export const textOfWording = (row: PlacedRow, wording: number): Text =>
  (wording === SHORT ? row.short : row.variants[wording]?.text) ?? row.text
