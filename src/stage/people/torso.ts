import type { Figure } from '../../protocol/index.ts'
import { type Flesh, type Ink, mix, on, type Rgb, type Ring, rgb, type Weights } from './loft.ts'
import type { BoneName, Measures } from './rig.ts'

/** Above this part of one's height sleeves come out of what is worn. */
const SHOULDERS = 0.74

/** Weights between two rings. */
function blend(a: Weights, b: Weights, k: number): Weights {
  const sum = new Map<BoneName, number>()
  for (const [bone, weight] of a) sum.set(bone, weight * (1 - k))
  for (const [bone, weight] of b) sum.set(bone, (sum.get(bone) ?? 0) + weight * k)
  return [...sum]
}

/** The trunk in its clothes. */
export function addTorso(flesh: Flesh, figure: Figure, m: Measures, ink: Ink): void {
  const h = m.tall
  const w = m.wide
  const t = m.thick
  const isWoman = figure.sex === 'female'
  const stoop = figure.stoops ? 0.01 * h : 0
  type Row = [y: number, rx: number, rz: number, z: number, on: Weights]
  const rows: Row[] = [
    [0.462, 0.105, 0.083, 0, on(['hips', 1])],
    [0.475, 0.108, 0.086, 0, on(['hips', 1])],
    [0.53, 0.107, 0.086, 0.001, on(['hips', 1])],
    [0.575, 0.097, 0.08, 0.005, on(['hips', 0.7], ['spine', 0.3])],
    [0.62, 0.09, 0.074, 0.006, on(['hips', 0.2], ['spine', 0.8])],
    [0.66, 0.089, 0.073, 0.005, on(['spine', 0.7], ['chest', 0.3])],
    [0.7, 0.094, isWoman ? 0.081 : 0.074, isWoman ? 0.011 : 0.004, on(['spine', 0.25], ['chest', 0.75])],
    [0.735, 0.098, isWoman ? 0.079 : 0.074, isWoman ? 0.009 : 0.004, on(['chest', 1])],
    [0.77, 0.101, 0.068, -0.001, on(['chest', 1])],
    [0.797, 0.1, 0.058, -0.006, on(['chest', 1])],
    [0.814, 0.082, 0.05, -0.008, on(['chest', 1])],
    [0.828, 0.052, 0.042, -0.007, on(['chest', 0.9], ['neck', 0.1])],
    [0.838, 0.039, 0.037, -0.005, on(['chest', 0.6], ['neck', 0.4])],
  ]
  // Rows close together, so that an edge between two colours is a clean line.
  const fine = rows.flatMap((row, i): Row[] => {
    const next = rows[i + 1]
    if (!next) return [row]
    const parts = Math.max(1, Math.round((next[0] - row[0]) / 0.009))
    return Array.from({ length: parts }, (_, k) => {
      const t1 = k / parts
      const soft = t1 * t1 * (3 - 2 * t1)
      const at = (n: 1 | 2 | 3) => row[n] + (next[n] - row[n]) * (0.5 * t1 + 0.5 * soft)
      return [row[0] + (next[0] - row[0]) * t1, at(1), at(2), at(3), blend(row[4], next[4], t1)]
    })
  })
  const garment = (
    grow: number,
    from: number,
    to: number,
    tint: (angle: number, y: number) => Rgb,
    edge?: (y: number) => number,
    isUnder = false,
  ): void => {
    // Under another garment nothing shows but the neck: a third of the rows do.
    const rings: Ring[] = fine
      .filter(([y], i) => y >= from && y <= to && (!isUnder || i % 3 === 0 || y > 0.78))
      .map(([y, rx, rz, z, weights]) => ({
        at: [0, y * h, z * h - (y > 0.68 ? stoop * Math.min(1, (y - 0.68) / 0.06) : 0)],
        rx: rx * h * w + grow,
        rz: rz * h * t + grow,
        on: weights,
        flat: 0.06,
        isSeam: !isUnder && y > SHOULDERS,
        tint: (angle) => tint(angle, y),
        ...(edge ? { edge: edge(y) } : {}),
      }))
    // A multiple of eight, so that a corner falls on each edge.
    flesh.tube(rings, 48)
  }
  const { over } = figure.dress
  garment(0, 0.46, 0.84, (_, y) => (y > 0.83 ? ink.collar : ink.upper), undefined, over !== 'none')
  if (over === 'none') return
  if (over === 'apron') {
    // A bib in front, tied behind.
    const bib = (y: number) => (y > 0.66 ? 0.85 : 1.45)
    garment(
      0.009,
      0.46,
      0.765,
      (angle, y) =>
        Math.abs(angle) > bib(y) + 0.001 ? ink.upper : y > 0.757 ? mix(ink.over, [0, 0, 0], 0.2) : ink.over,
      bib,
    )
    return
  }
  const isOpen = over === 'jacket' || over === 'cardigan'
  // The neckline: a V that narrows to the buttons; a jacket or cardigan hangs open below it too.
  const front = (y: number) => Math.asin(Math.min(0.9, (isOpen ? 0.13 : 0.012) + Math.max(0, (y - 0.715) / 0.1) * 0.34))
  const shade = mix(ink.over, [0, 0, 0], 0.3)
  garment(
    0.013,
    0.462,
    over === 'vest' ? 0.824 : 0.828,
    (angle, y) => {
      const off = Math.abs(angle) - front(y)
      if (off <= 0.001) return !isOpen && y < 0.715 ? shade : ink.upper
      if (off < 0.07) return shade
      const quilt = over === 'vest' && Math.abs(((y * 30) % 1) - 0.5) > 0.44 ? 0.2 : 0
      return mix(ink.over, [0, 0, 0], quilt + (y < 0.475 ? 0.22 : 0))
    },
    front,
  )
}

/** Neck and collar. */
export function addNeck(flesh: Flesh, m: Measures, ink: Ink): void {
  const h = m.tall
  const shade = mix(ink.skin, rgb('#a87456'), 0.35)
  flesh.tube(
    [
      { at: [0, 0.8 * h, -0.012 * h], rx: 0.05 * h, rz: 0.036 * h, on: on(['chest', 1]), tint: ink.skin },
      {
        at: [0, 0.826 * h, -0.008 * h],
        rx: 0.031 * h,
        rz: 0.031 * h,
        on: on(['chest', 0.5], ['neck', 0.5]),
        tint: shade,
      },
      { at: [0, 0.85 * h, -0.003 * h], rx: 0.031 * h, rz: 0.032 * h, on: on(['neck', 1]), tint: shade },
      {
        at: [0, 0.874 * h, 0.004 * h],
        rx: 0.029 * h,
        rz: 0.033 * h,
        on: on(['neck', 0.4], ['head', 0.6]),
        tint: shade,
      },
      { at: [0, 0.9 * h, 0.006 * h], rx: 0.034 * h, rz: 0.038 * h, on: on(['head', 1]), tint: shade },
    ],
    20,
  )
  // A collar lies round it.
  flesh.tube(
    [
      {
        at: [0, 0.822 * h, -0.007 * h],
        rx: 0.05 * h,
        rz: 0.044 * h,
        on: on(['chest', 0.8], ['neck', 0.2]),
        tint: ink.collar,
      },
      {
        at: [0, 0.842 * h, -0.006 * h],
        rx: 0.035 * h,
        rz: 0.035 * h,
        on: on(['chest', 0.5], ['neck', 0.5]),
        tint: ink.collar,
      },
      {
        at: [0, 0.845 * h, -0.006 * h],
        rx: 0.031 * h,
        rz: 0.031 * h,
        on: on(['chest', 0.5], ['neck', 0.5]),
        tint: mix(ink.collar, [0, 0, 0], 0.3),
      },
    ],
    20,
  )
}
