import type { Language } from '../scene/index.ts'

/**
 * How likeness becomes probability: p = 1 / (1 + exp(−(bias + cosine·c + margin·m))), where c is the best row's cosine and m how far
 * it stands before the second row.
 */
export type Curve = { bias: number; cosine: number; margin: number; threshold: number; clear: number }

export const CURVES: Record<Language, Curve> = {
  zh: { bias: -5, cosine: 12, margin: 6, threshold: 0.6, clear: 0.08 },
  en: { bias: -5, cosine: 12, margin: 6, threshold: 0.6, clear: 0.08 },
}

export function probability(curve: Pick<Curve, 'bias' | 'cosine' | 'margin'>, cosine: number, margin: number): number {
  return 1 / (1 + Math.exp(-(curve.bias + curve.cosine * cosine + curve.margin * margin)))
}
