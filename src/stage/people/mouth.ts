import { Vector3 } from 'three'
import { type Flesh, mix, type Rgb, rgb, type Weights } from './loft.ts'
import { MOUTH, mouthLine } from './skull.ts'

const normal = new Vector3()

const step = (from: number, to: number, value: number) => {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** How far the lips part at that distance from the middle, 1 in the middle and 0 at the corners: so that a mouth opens as a lens. */
export const parting = (aside: number): number => Math.max(0, 1 - (aside / MOUTH.half) ** 2) ** 0.6

/** How much a corner of the face follows the jaw: all of it at the chin, and at the lip as far as the lips part. */
export function jawAt(x: number, y: number, z: number): number {
  const aside = Math.abs(x)
  const below = mouthLine(aside) - y
  if (below < 0) return 0
  const lens = parting(aside)
  return (lens + (1 - lens) * step(0, 0.016, below)) * step(0.02, 0.06, z) * step(0.058, 0.028, aside)
}

/** How much of the lips' colour lies there, 0 to 1: a bow above the line, a fuller curve below it. */
export function lipAt(x: number, y: number, z: number, old: number): number {
  if (z < 0.06) return 0
  const aside = Math.abs(x)
  const above = y - mouthLine(aside)
  const wide = 1 - (aside / (MOUTH.half - 0.0008)) ** 2
  if (wide <= 0) return 0
  const bow = 0.0056 * wide ** 0.7 - 0.0011 * Math.exp(-((aside / 0.0032) ** 2))
  const high = (above > 0 ? bow : 0.0074 * wide ** 0.7) * (1 - old * 0.22)
  return step(high + 0.0014, high - 0.0008, Math.abs(above)) * step(0, 0.3, wide)
}

type Lip = { corner: number; at: readonly [number, number, number] }

/**
 * The inside of the mouth, behind lips that touch when it is shut: two rows of corners, above and below, at the same places from one
 * corner of the mouth to the other. Dark, with a shimmer of teeth under the upper lip.
 */
export function addMouthInside(flesh: Flesh, upper: readonly Lip[], lower: readonly Lip[]): void {
  const dark = rgb('#2e1311')
  const gum = rgb('#5e2d28')
  const tooth = mix(rgb('#b9aa98'), dark, 0.22)
  const rows: [down: number, back: number, tint: Rgb, jaw: number][] = [
    [0.003, 0.006, gum, 1],
    [0.001, 0.02, dark, 0.5],
    [0.0032, 0.0052, tooth, 0],
    [0.0004, 0.0042, gum, 0],
  ]
  const first = flesh.corners
  normal.set(0, 0.1, 1).normalize()
  for (const [down, back, tint, jaw] of rows)
    for (const { at } of upper) {
      const k = parting(at[0])
      const on: Weights = [
        ['head', 1 - jaw * k],
        ['jaw', jaw * k],
      ]
      flesh.corner(at[0] * (1 - 0.08 * k), at[1] - down * k, at[2] - back * k, tint, on, normal)
    }
  const wide = upper.length
  const row = (r: number, i: number): number => {
    if (r === 0) return (lower[i] as Lip).corner
    if (r > rows.length) return (upper[i] as Lip).corner
    return first + (r - 1) * wide + i
  }
  for (let r = 0; r <= rows.length; r++)
    for (let i = 0; i + 1 < wide; i++) {
      flesh.face(row(r, i), row(r, i + 1), row(r + 1, i))
      flesh.face(row(r, i + 1), row(r + 1, i + 1), row(r + 1, i))
    }
}
