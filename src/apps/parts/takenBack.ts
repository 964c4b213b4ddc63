import type { Moment } from '../../session/index.ts'

/** Moments that were taken back: said, and then from the session's point of view never said (decisions D.3). */
export function takenBack(moments: readonly Moment[]): Set<Moment> {
  const spans = moments.flatMap((m) => (m.kind === 'taken-back' ? [{ from: m.from, to: m.number }] : []))
  return new Set(moments.filter((m) => spans.some((span) => m.number >= span.from && m.number < span.to)))
}
