import type { FullScene } from '../../scene/index.ts'
import { catalogueOf, type Event } from '../../sim/index.ts'

/** A line as it was heard: whose, which, in which of its wordings; or an action without words. */
export type Spoken = { by: string; line: string; wording: number; isSilent: boolean }

/**
 * How often somebody said what had been heard before. Lines are named as logs name them, "line" or "line#wording"; `most` has those that came again
 * most often, `twiceInARow` each that followed upon itself, as often as it did.
 */
export type Repeats = {
  spoken: number
  again: number
  share: number
  twiceInARow: string[]
  most: { line: string; again: number }[]
}

/** One trainee's visits, taken together: what was heard on the first is known on the fifth. */
export const VISITS_TOGETHER = 5
const NAMED = 8

/** What people said in an event. A message on the phone is read, not heard. */
export function spokenIn(scene: FullScene, event: Event): Spoken[] {
  const { lines, events } = catalogueOf(scene)
  const heard = (by: string, line: string, wording = 0) => ({
    by,
    line,
    wording,
    isSilent: lines.get(line)?.silent ?? false,
  })
  if (event.type === 'replied') return event.line === null ? [] : [heard(event.by, event.line, event.wording)]
  if (event.type === 'disclosed') return [heard(event.by, `${event.disclosure}/${event.text}`, event.wording)]
  if (event.type !== 'spoke') return []
  if (event.cause.kind === 'event' && events.get(event.cause.id)?.prompt === 'phone') return []
  return event.lines.map(({ by, line, wording }) => heard(by, line, wording))
}

const keyOf = ({ line, wording }: Spoken) => (wording > 0 ? `${line}#${wording}` : line)

/**
 * Of the lines each person spoke, how many had been heard before, the same line in the same words, since the first of five visits in a row;
 * and whether any came twice in a row within a visit, with or without an action between.
 */
export function repeatsOf(visits: readonly (readonly Spoken[])[]): Record<string, Repeats> {
  const found = new Map<string, { spoken: number; twiceInARow: string[]; again: Map<string, number> }>()
  let heard = new Set<string>()
  visits.forEach((visit, at) => {
    if (at % VISITS_TOGETHER === 0) heard = new Set()
    const last = new Map<string, { any: string; spoken: string }>()
    for (const each of visit) {
      const own = found.get(each.by) ?? { spoken: 0, twiceInARow: [], again: new Map<string, number>() }
      found.set(each.by, own)
      const key = keyOf(each)
      const before = last.get(each.by)
      if (before && (before.any === key || before.spoken === key)) own.twiceInARow.push(key)
      last.set(each.by, { any: key, spoken: each.isSilent ? (before?.spoken ?? '') : key })
      if (each.isSilent) continue
      own.spoken++
      if (heard.has(key)) own.again.set(key, (own.again.get(key) ?? 0) + 1)
      heard.add(key)
    }
  })
  return Object.fromEntries(
    [...found].map(([by, { spoken, twiceInARow, again }]) => [by, asRepeats(spoken, twiceInARow, again)]),
  )
}

function asRepeats(spoken: number, twiceInARow: string[], counts: ReadonlyMap<string, number>): Repeats {
  const most = [...counts].map(([line, again]) => ({ line, again })).sort((a, b) => b.again - a.again)
  const again = most.reduce((sum, one) => sum + one.again, 0)
  const share = spoken === 0 ? 0 : Math.round((again / spoken) * 1000) / 1000
  return { spoken, again, share, twiceInARow, most: most.slice(0, NAMED) }
}
