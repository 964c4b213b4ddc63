import type { Figure } from '../../protocol/index.ts'
import { type Flesh, type Ink, mix, on, type Rgb, type Ring, rgb, type Weights } from './loft.ts'
import type { BoneName, Measures } from './rig.ts'

/** A leg in cloth, with sock and shoe. */
export function addLeg(flesh: Flesh, m: Measures, ink: Ink, side: 1 | -1, hasSlippers: boolean): void {
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
      row(hip - 0.06 * h, 0.0525, 0, on([thigh, 1])),
      row(hip - 0.015 * h, 0.0495, 0, on([thigh, 0.75], ['hips', 0.25])),
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

/** A sleeved arm with its hand; tells which corners are the sleeve below the elbow. */
export function addArm(
  flesh: Flesh,
  figure: Figure,
  m: Measures,
  ink: Ink,
  side: 1 | -1,
): { from: number; to: number } {
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
    row(top - 0.05 * h, 0.0315, on([arm, 1]), cloth, -0.001),
    row(top - 0.022 * h, 0.0318, on([arm, 0.8], ['chest', 0.2]), cloth, -0.005),
    row(top - 0.002 * h, 0.0298, on([arm, 0.55], ['chest', 0.45]), cloth, -0.012),
    row(top + 0.011 * h, 0.0235, on([arm, 0.3], ['chest', 0.7]), cloth, -0.021),
    row(top + 0.017 * h, 0.01, on([arm, 0.1], ['chest', 0.9]), cloth, -0.032),
  ]
  flesh.tube([...lower, ...upper.map((ring) => ({ ...ring, isSeam: true }))], sides)
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
