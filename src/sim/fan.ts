import type { PlacedRow } from './catalogue.ts'

/** How many lines a fan shows at once (decisions B.13: four to six), and how many actions beside them. */
export const FAN = 5
const ACTIONS = 3

type Dealt = { row: PlacedRow; isInFan: boolean }

/** What the fan's choice depends on besides the rows: what was said already, whether its phase has only begun, and whether that is the one we are in. */
export type Dealing = Record<'isSaid' | 'isBeginning' | 'isHere', (row: PlacedRow) => boolean>

/**
 * Deals legal rows, given in an order of chance, into the fan and the rest, which is there for the asking. New lines of the phase come before global ones
 * and those before what was said already. Among the lines there is always a helpful and a tempting one, one that was earned (it has a source or a gate)
 * and, at the beginning of a phase, what belongs there first; as far as there are any. Actions of a later phase come after those of this one.
 */
export function dealt(rows: readonly PlacedRow[], { isSaid, isBeginning, isHere }: Dealing): Dealt[] {
  const rank = (row: PlacedRow) => (isSaid(row) ? 2 : 0) + (row.phase === 'any' ? 1 : 0)
  const ranked = rows.map((row, at) => ({ row, at })).sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at)
  const order = ranked.map(({ row }) => row)
  const doings = order.filter(({ kind }) => kind === 'do')
  const actions = [...doings.filter(isHere), ...doings.filter((row) => !isHere(row))].slice(0, ACTIONS)
  const lines = fanOf(
    order.filter(({ kind }) => kind === 'say'),
    isSaid,
    isBeginning,
  )
  const shown = new Set([...lines, ...actions])
  const fan = rows.filter((row) => shown.has(row)).map((row) => ({ row, isInFan: true }))
  return [...fan, ...order.filter((row) => !shown.has(row)).map((row) => ({ row, isInFan: false }))]
}

function fanOf(
  lines: readonly PlacedRow[],
  isSaid: Dealing['isSaid'],
  isBeginning: Dealing['isBeginning'],
): PlacedRow[] {
  const fresh = lines.filter((row) => !isSaid(row))
  // What was said before stays within reach, but not in the fan while there is something new to say.
  const from = fresh.length > 0 ? fresh : lines.slice(0, 1)
  const fan = from.slice(0, FAN)
  const wanted: ((row: PlacedRow) => boolean)[] = [
    (row) => row.first && isBeginning(row),
    (row) => row.worth === 'helpful',
    (row) => row.worth !== 'helpful',
    (row) => row.worth === 'helpful' && row.phase !== 'any' && (row.source !== undefined || row.offered !== undefined),
  ]
  const kept = new Set<PlacedRow>()
  for (const isWanted of wanted) {
    const there = fan.find((row) => isWanted(row) && !kept.has(row)) ?? fan.find(isWanted)
    if (there) {
      kept.add(there)
      continue
    }
    const missing = from.find((row) => isWanted(row) && !fan.includes(row))
    const last = fan.findLastIndex((row) => !kept.has(row))
    if (!missing || last < 0) continue
    fan[last] = missing
    kept.add(missing)
  }
  return fan
}
