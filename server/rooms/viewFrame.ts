import type { ViewFrame } from '../../src/protocol/index.ts'
import type { SeatView } from '../../src/sim/index.ts'

type Slices = Partial<Omit<SeatView, 'moments'>>

/** What a connection was last sent, kept as text to compare with. */
export type Sent = { number: number; slices: Map<string, string>; moments: string[] }

/** A view whole, and what to remember of it. */
export function wholeFrame(session: string, view: SeatView): { frame: ViewFrame; sent: Sent } {
  return { frame: { session, kind: 'whole', view }, sent: sentOf(view) }
}

/**
 * The top-level slices that changed since, and the moments that are new; whole again when moments already sent have changed (words
 * erased, a line taken back out of sight). Null when there is nothing to tell.
 */
export function nextFrame(session: string, before: Sent, view: SeatView): { frame: ViewFrame; sent: Sent } | null {
  const sent = sentOf(view)
  if (before.moments.some((moment, index) => moment !== sent.moments[index])) return wholeFrame(session, view)
  const changed = [...sent.slices].filter(([key, json]) => json !== before.slices.get(key)).map(([key]) => key)
  const moments = view.moments.slice(before.moments.length)
  if (changed.length === 0 && moments.length === 0) return null
  const slices = Object.fromEntries(Object.entries(view).filter(([key]) => changed.includes(key))) as Slices
  return {
    frame: { session, kind: 'patch', base: before.number, number: view.number, slices, moments },
    sent,
  }
}

function sentOf({ moments, ...slices }: SeatView): Sent {
  return {
    number: slices.number,
    slices: new Map(Object.entries(slices).map(([key, value]) => [key, JSON.stringify(value) ?? ''])),
    moments: moments.map((moment) => JSON.stringify(moment)),
  }
}
