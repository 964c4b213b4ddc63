import type { Debrief, RubricItem, Share } from '../../session/index.ts'

export type Family = 'zc' | 'yl' | 'yx'
export const FAMILIES: readonly Family[] = ['zc', 'yl', 'yx']

/** What the evidence list is narrowed to; null is everything. */
export type Filter = { item: RubricItem | null; family: Family | null }

/** The lines of evidence under a filter, in the order of the visit. */
export function evidenceUnder(evidence: Debrief['evidence'], { item, family }: Filter): Debrief['evidence'] {
  return evidence
    .filter((e) => (item === null || e.item === item) && (family === null || e.families?.includes(family)))
    .sort((a, b) => a.number - b.number)
}

/** What has become of own words that were not understood: nobody has judged them, or a rater found one of the lines in them, or none. */
export function verdictOn({ judged }: Debrief['notUnderstood'][number]): 'waiting' | 'judged' | 'judgedNone' {
  if (judged === null) return 'waiting'
  return judged.as === null ? 'judgedNone' : 'judged'
}

/** How much of the bar is filled: what was earned of what level 5 asks for, between nothing and all. */
export function filled(earned: number, target: number): number {
  return target > 0 ? Math.min(1, Math.max(0, earned / target)) : 0
}

/** Points as people read them; targets are shares of a scene's and seldom whole. */
export const oneDecimal = (points: number): number => Math.round(points * 10) / 10

/** A share as people read it; no figure where there is nothing to divide by. */
export function shareText(share: Share, as: 'percent' | 'ratio'): string | null {
  if (share.value === null) return null
  return as === 'percent' ? `${Math.round(share.value * 100)}%` : share.value.toFixed(1)
}

type Frame = { width: number; height: number; from: number; to: number }

/** A value's course as steps: a feeling stays where it is until the next event moves it. */
export function stepPath(points: readonly { at: number; value: number }[], frame: Frame): string {
  const span = Math.max(1, frame.to - frame.from)
  const x = (at: number) => oneDecimal(((at - frame.from) / span) * frame.width)
  const y = (value: number) => oneDecimal(frame.height - (Math.min(100, Math.max(0, value)) / 100) * frame.height)
  const parts = points.map((p, i) => (i === 0 ? `M${x(p.at)} ${y(p.value)}` : `H${x(p.at)}V${y(p.value)}`))
  return parts.length > 0 ? `${parts.join('')}H${x(frame.to)}` : ''
}
