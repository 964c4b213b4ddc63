import type { BufferGeometry } from 'three'
import type { Figure } from '../../protocol/index.ts'
import { addHair } from './hair.ts'
import { addHead } from './head.ts'
import { Flesh, mix, type Ring, rgb, type Weights } from './loft.ts'
import type { BoneName, Measures } from './rig.ts'

type Rgb = readonly [number, number, number]
type Ink = { skin: Rgb; upper: Rgb; lower: Rgb; feet: Rgb; over: Rgb; collar: Rgb }

export type Body = {
  geometry: BufferGeometry
  /** Rides on the head; it bends nowhere, so it is spared the skinning. Measured from the base of the skull. */
  hair: BufferGeometry
  /** Corners of the left sleeve below the elbow, and what shows when it is pushed up. */
  sleeve: { from: number; to: number; covered: Float32Array; bare: Float32Array }
}

/** Draws a whole person standing with arms hanging, in one skinned mesh. `hasSlippers`: heelless ones, worn soft. */
export function makeBody(figure: Figure, m: Measures, hasSlippers: boolean): Body {
  const flesh = new Flesh()
  const old = figure.age > 65 ? 1 : figure.age > 45 ? 0.4 : 0
  const ink: Ink = {
    skin: mix(rgb('#dcae8c'), rgb('#cfa07e'), old),
    upper: rgb(figure.dress.upper),
    lower: rgb(figure.dress.lower),
    feet: rgb(figure.dress.feet),
    over: rgb(figure.dress.overColour ?? figure.dress.upper),
    collar: mix(rgb(figure.dress.upper), [1, 1, 1], 0.25),
  }
  addTorso(flesh, figure, m, ink)
  addNeck(flesh, m, ink)
  for (const side of [1, -1] as const) addLeg(flesh, m, ink, side, hasSlippers)
  addArm(flesh, figure, m, ink, -1)
  const sleeve = addArm(flesh, figure, m, ink, 1)
  addHead(flesh, figure, m)
  const hair = new Flesh()
  addHair(hair, figure, m)
  const geometry = flesh.geometry()
  const colours = geometry.getAttribute('color').array as Float32Array
  const covered = colours.slice(sleeve.from * 3, sleeve.to * 3)
  const bare = new Float32Array(covered.length)
  const positions = geometry.getAttribute('position').array
  for (let k = 0; k < bare.length; k += 3) {
    // The faint yellow-green shadow of some days ago, on the outer side, a hand above the wrist. No wound (decisions D.13).
    const y = positions[(sleeve.from * 3 + k + 1) as number] as number
    const x = (positions[sleeve.from * 3 + k] as number) - m.shoulder[0]
    const at = (m.shoulder[1] - m.upperArm - y) / m.forearm
    const mark = Math.exp(-(((at - 0.52) / 0.16) ** 2)) * (x > 0 ? 0.55 : 0.08)
    const skin = at < 0.16 ? ink.upper : mix(ink.skin, rgb('#8a8446'), mark)
    bare.set(skin, k)
  }
  return { geometry, hair: hair.rigid(0, -m.head, 0), sleeve: { ...sleeve, covered, bare } }
}

const on = (...pairs: [BoneName, number][]): Weights => pairs

/** Weights between two rings. */
function blend(a: Weights, b: Weights, k: number): Weights {
  const sum = new Map<BoneName, number>()
  for (const [bone, weight] of a) sum.set(bone, weight * (1 - k))
  for (const [bone, weight] of b) sum.set(bone, (sum.get(bone) ?? 0) + weight * k)
  return [...sum]
}

function addTorso(flesh: Flesh, figure: Figure, m: Measures, ink: Ink): void {
  const h = m.tall
  const w = m.wide
  const t = m.thick
  const isWoman = figure.sex === 'female'
  const stoop = figure.stoops ? 0.01 * h : 0
  type Row = [y: number, rx: number, rz: number, z: number, on: Weights]
  const rows: Row[] = [
    [0.462, 0.09, 0.07, 0, on(['hips', 1])],
    [0.475, 0.103, 0.08, 0, on(['hips', 1])],
    [0.53, 0.104, 0.083, 0.001, on(['hips', 1])],
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
  ): void => {
    const rings: Ring[] = fine
      .filter(([y]) => y >= from && y <= to)
      .map(([y, rx, rz, z, weights]) => ({
        at: [0, y * h, z * h - (y > 0.68 ? stoop * Math.min(1, (y - 0.68) / 0.06) : 0)],
        rx: rx * h * w + grow,
        rz: rz * h * t + grow,
        on: weights,
        flat: 0.06,
        tint: (angle) => tint(angle, y),
        ...(edge ? { edge: edge(y) } : {}),
      }))
    // A multiple of eight, so that a corner falls on each edge.
    flesh.tube(rings, 48)
  }
  const { over } = figure.dress
  garment(0, 0.46, 0.84, (_, y) => (y > 0.83 ? ink.collar : ink.upper))
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
    over === 'vest' ? 0.812 : 0.818,
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

function addNeck(flesh: Flesh, m: Measures, ink: Ink): void {
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

function addLeg(flesh: Flesh, m: Measures, ink: Ink, side: 1 | -1, hasSlippers: boolean): void {
  const h = m.tall
  const s = side === 1 ? 'L' : 'R'
  const x = side * m.hipHalf
  const hip = m.hips - 0.012 * h
  const knee = hip - m.thigh
  const ankle = knee - m.shin
  const t = 0.5 + 0.5 * m.thick
  const cloth = (k: number): Rgb => mix(ink.lower, [0, 0, 0], k)
  const [thigh, shin, foot] = [`thigh${s}`, `shin${s}`, `foot${s}`] as [BoneName, BoneName, BoneName]
  const row = (y: number, r: number, z: number, weights: Weights, k = 0): Ring => ({
    at: [x + side * 0.002 * h, y, z * h],
    rx: r * h * t,
    rz: r * h * t * 1.04,
    on: weights,
    tint: cloth(k),
  })
  flesh.tube(
    [
      row(ankle + 0.012 * h, 0.031, -0.004, on([shin, 0.8], [foot, 0.2]), 0.25),
      row(ankle + 0.016 * h, 0.035, -0.004, on([shin, 1]), 0.12),
      row(ankle + 0.06 * h, 0.034, -0.004, on([shin, 1])),
      row(knee - 0.09 * h, 0.0365, -0.004, on([shin, 1])),
      row(knee - 0.035 * h, 0.0375, 0, on([shin, 0.85], [thigh, 0.15]), 0.04),
      row(knee, 0.0395, 0.003, on([shin, 0.5], [thigh, 0.5])),
      row(knee + 0.035 * h, 0.042, 0.002, on([shin, 0.15], [thigh, 0.85]), 0.04),
      row(knee + 0.1 * h, 0.049, 0, on([thigh, 1])),
      row(hip - 0.06 * h, 0.056, 0, on([thigh, 1])),
      row(hip - 0.015 * h, 0.056, 0, on([thigh, 0.75], ['hips', 0.25])),
      row(hip + 0.03 * h, 0.045, 0, on([thigh, 0.4], ['hips', 0.6])),
    ],
    20,
  )
  // Sock and shoe. A slipper leaves the heel bare in its sock.
  const sock = rgb('#c9c3b8')
  flesh.tube(
    [
      { at: [x, ankle - 0.03 * h, -0.008 * h], rx: 0.025 * h, rz: 0.03 * h, on: on([foot, 1]), tint: sock },
      {
        at: [x, ankle + 0.005 * h, -0.006 * h],
        rx: 0.024 * h,
        rz: 0.027 * h,
        on: on([foot, 0.7], [shin, 0.3]),
        tint: sock,
      },
      { at: [x, ankle + 0.03 * h, -0.005 * h], rx: 0.025 * h, rz: 0.027 * h, on: on([shin, 1]), tint: sock },
    ],
    14,
  )
  const weight = on([foot, 1])
  const back = -0.038 * h
  const length = m.foot
  const shoe = (z: number, wide: number, tall: number, tint: Rgb): Ring => ({
    at: [x + side * z * 0.06, tall / 2 + 0.008, back + z * length],
    rx: wide * h,
    rz: tall / 2,
    on: weight,
    flat: 0.12,
    tint,
  })
  const heel = hasSlippers ? sock : ink.feet
  flesh.tube(
    [
      shoe(1.0, 0.011, 0.018, ink.feet),
      shoe(0.96, 0.02, 0.03, ink.feet),
      shoe(0.8, 0.0265, 0.04, ink.feet),
      shoe(0.6, 0.0275, 0.05, ink.feet),
      shoe(0.5, 0.026, 0.056, ink.feet),
      shoe(0.46, 0.0245, 0.056, hasSlippers ? mix(ink.feet, [0, 0, 0], 0.4) : ink.feet),
      shoe(0.42, 0.024, 0.058, heel),
      shoe(0.2, 0.024, 0.062, heel),
      shoe(0.05, 0.023, 0.056, heel),
      shoe(0, 0.016, 0.04, heel),
    ],
    16,
    'z',
  )
  const sole = mix(ink.feet, [0, 0, 0], 0.55)
  flesh.tube(
    [1.03, 0.9, 0.7, 0.45, 0.2, -0.01].map((z) => ({
      at: [x + side * z * 0.004, 0.006, back + z * length] as const,
      rx: (z > 1 ? 0.014 : z < 0 ? 0.018 : z > 0.6 ? 0.028 : 0.025) * h,
      rz: 0.006,
      on: weight,
      flat: 0.2,
      tint: sole,
    })),
    12,
    'z',
  )
}

function addArm(flesh: Flesh, figure: Figure, m: Measures, ink: Ink, side: 1 | -1): { from: number; to: number } {
  const h = m.tall
  const s = side === 1 ? 'L' : 'R'
  const [arm, fore, hand] = [`arm${s}`, `fore${s}`, `hand${s}`] as [BoneName, BoneName, BoneName]
  const [x, top] = [side * m.shoulder[0], m.shoulder[1]]
  const elbow = top - m.upperArm
  const wrist = elbow - m.forearm
  const isOver = figure.dress.over === 'jacket' || figure.dress.over === 'cardigan'
  const cloth = isOver ? ink.over : ink.upper
  const t = 0.5 + 0.5 * m.thick
  const row = (y: number, r: number, weights: Weights, tint: Rgb, dx = 0, z = 0): Ring => ({
    at: [x + side * dx * h, y, -0.008 + z * h],
    rx: r * h * t,
    rz: r * h * t * 1.04,
    on: weights,
    tint,
  })
  const from = flesh.corners
  const cuff = mix(cloth, [0, 0, 0], 0.22)
  const sides = 18
  const lower: Ring[] = [
    row(wrist + 0.012 * h, 0.0175, on([fore, 0.9], [hand, 0.1]), cuff),
    row(wrist + 0.014 * h, 0.0195, on([fore, 1]), cuff),
    row(wrist + 0.022 * h, 0.02, on([fore, 1]), cloth),
    row(wrist + 0.04 * h, 0.0208, on([fore, 1]), cloth),
    row(wrist + 0.055 * h, 0.0214, on([fore, 1]), cloth),
    row(wrist + 0.07 * h, 0.0222, on([fore, 1]), cloth),
    row(wrist + 0.085 * h, 0.0231, on([fore, 1]), cloth),
    row(wrist + 0.1 * h, 0.0236, on([fore, 0.95], [arm, 0.05]), cloth),
    row(elbow - 0.03 * h, 0.0246, on([fore, 0.85], [arm, 0.15]), cloth),
  ]
  const upper: Ring[] = [
    row(elbow, 0.0265, on([fore, 0.5], [arm, 0.5]), mix(cloth, [0, 0, 0], 0.05)),
    row(elbow + 0.03 * h, 0.0275, on([fore, 0.15], [arm, 0.85]), cloth),
    row(elbow + 0.08 * h, 0.03, on([arm, 1]), cloth),
    row(top - 0.05 * h, 0.0325, on([arm, 1]), cloth),
    row(top - 0.022 * h, 0.0338, on([arm, 0.8], ['chest', 0.2]), cloth, -0.002),
    row(top + 0.001 * h, 0.031, on([arm, 0.55], ['chest', 0.45]), cloth, -0.007),
    row(top + 0.015 * h, 0.023, on([arm, 0.3], ['chest', 0.7]), cloth, -0.014),
    row(top + 0.02 * h, 0.008, on([arm, 0.1], ['chest', 0.9]), cloth, -0.02),
  ]
  flesh.tube([...lower, ...upper], sides)
  const to = from + lower.length * sides
  addHand(flesh, m, ink, side, x, wrist, fore, hand)
  return { from, to }
}

/** A hand with four fingers a little curled and a thumb; it hangs with its palm towards the thigh. */
function addHand(
  flesh: Flesh,
  m: Measures,
  ink: Ink,
  side: 1 | -1,
  x: number,
  wrist: number,
  fore: BoneName,
  hand: BoneName,
): void {
  const h = m.tall
  const weight: Weights = [[hand, 1]]
  const skin = ink.skin
  const warm = mix(skin, rgb('#b9785f'), 0.3)
  const z0 = -0.008
  flesh.tube(
    [
      { at: [x, wrist - 0.05 * h, z0 + 0.002], rx: 0.0085 * h, rz: 0.0235 * h, on: weight, flat: 0.15, tint: warm },
      { at: [x, wrist - 0.04 * h, z0 + 0.002], rx: 0.0095 * h, rz: 0.0255 * h, on: weight, flat: 0.15, tint: skin },
      { at: [x, wrist - 0.018 * h, z0], rx: 0.0105 * h, rz: 0.022 * h, on: weight, flat: 0.1, tint: skin },
      {
        at: [x, wrist + 0.002 * h, z0],
        rx: 0.0125 * h,
        rz: 0.016 * h,
        on: [
          [hand, 0.6],
          [fore, 0.4],
        ],
        tint: skin,
      },
      { at: [x, wrist + 0.03 * h, z0], rx: 0.0145 * h, rz: 0.0165 * h, on: [[fore, 1]], tint: skin },
    ],
    14,
  )
  const finger = (z: number, length: number, r: number) => {
    const y = wrist - 0.048 * h
    const bend = -side * 0.012 * h
    flesh.tube(
      [1, 0.9, 0.55, 0.25, 0, -0.18].map((k) => ({
        at: [x + bend * k * k, y - length * h * k, z0 + z * h * (1 + 0.06 * k)] as const,
        rx: r * h * (k === 1 ? 0.45 : 1 - k * 0.16),
        rz: r * h * (k === 1 ? 0.45 : 1 - k * 0.16),
        on: weight,
        tint: k > 0.85 ? warm : skin,
      })),
      8,
    )
  }
  finger(0.0185, 0.041, 0.0058)
  finger(0.0065, 0.047, 0.006)
  finger(-0.0058, 0.0435, 0.0058)
  finger(-0.0178, 0.035, 0.0052)
  flesh.tube(
    [1, 0.85, 0.5, 0.2, -0.1].map((k) => ({
      at: [
        x - side * 0.006 * h * k,
        wrist - (0.014 + 0.042 * k) * h,
        z0 + (0.017 + 0.02 * k - 0.006 * k * k) * h,
      ] as const,
      rx: 0.0066 * h * (k === 1 ? 0.5 : 1),
      rz: 0.0072 * h * (k === 1 ? 0.5 : 1),
      on: weight,
      tint: k > 0.85 ? warm : skin,
    })),
    8,
  )
}
