import type { ViewFrame } from '../protocol/index.ts'
import type { SeatView } from '../sim/index.ts'

/** What a frame makes of the view we hold: a newer view, the same one (an old frame), or a gap that needs a fresh whole. */
export type Merged = { view: SeatView } | 'old' | 'gap'

/** A patch fits only the view whose number it follows; anything missed in between would leave the picture wrong without a sign. */
export function mergeView(held: SeatView | null, frame: ViewFrame): Merged {
  if (frame.kind === 'whole') return held && frame.view.number < held.number ? 'old' : { view: frame.view }
  if (!held) return 'gap'
  if (frame.number < held.number) return 'old'
  if (frame.base !== held.number) return frame.number === held.number ? 'old' : 'gap'
  const known = new Set(held.moments.map((m) => `${m.number} ${m.kind}`))
  const fresh = frame.moments.filter((m) => !known.has(`${m.number} ${m.kind}`))
  return { view: { ...held, ...frame.slices, number: frame.number, moments: [...held.moments, ...fresh] } }
}
