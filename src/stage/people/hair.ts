import { Vector3 } from 'three'
import type { Figure } from '../../protocol/index.ts'
import { headDirection } from './head.ts'
import { type Flesh, mix, rgb, type Weights } from './loft.ts'
import type { Measures } from './rig.ts'
import { type FaceTraits, SKULL_CENTRE, skinAt } from './skull.ts'

const ACROSS = 52
const DOWN = 36
const HEAD: Weights = [['head', 1]]
const normal = new Vector3()
const centre = new Vector3()

type Style = Figure['hair']['style']

const step = (from: number, to: number, value: number) => {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** Lowest height of the hair, in metres from the base of the skull, by how far round from the front (0) to the back (π). */
function hemAt(style: Style, round: number): number {
  const front =
    style === 'bob' || style === 'ponytail' ? 0.139 : style === 'parted' ? 0.152 : style === 'short-perm' ? 0.15 : 0.147
  const side =
    style === 'bob'
      ? 0.026
      : style === 'short-perm'
        ? 0.066
        : style === 'short'
          ? 0.072
          : style === 'ponytail'
            ? 0.1
            : 0.098
  const back = style === 'bob' ? 0.012 : style === 'ponytail' ? 0.06 : 0.03
  const temple = style === 'bob' ? 0.83 : 0.98
  if (round < temple) return front - 0.028 * step(0.35, temple, round) ** 2
  const toSide = step(temple, temple + 0.3, round)
  return (front - 0.028) * (1 - toSide) + (side + (back - side) * step(1.5, 2.6, round)) * toSide
}

function thickAt(style: Style, round: number, y: number): number {
  const crown = step(0.1, 0.2, y)
  switch (style) {
    case 'bob':
      return 0.012 + 0.007 * crown + 0.012 * step(0.15, 0.03, y) * step(0.7, 1.3, round)
    case 'short-perm':
      return 0.011 + 0.006 * crown
    case 'ponytail':
      return 0.007 + 0.003 * crown
    default:
      return 0.009 + 0.005 * crown
  }
}

/** Hair as a shell over the skull with strands, and curls set on it for a perm. */
export function addHair(flesh: Flesh, figure: Figure, m: Measures): void {
  const traits: FaceTraits = { age: figure.age, sex: figure.sex, isBare: true }
  const { style } = figure.hair
  const tone = rgb(figure.hair.colour)
  const dark = mix(tone, [0, 0, 0], 0.55)
  const light = mix(tone, [1, 1, 1], 0.16)
  const first = flesh.corners
  const firstFace = flesh.faces
  for (let j = 0; j <= DOWN; j++)
    for (let i = 0; i < ACROSS; i++) {
      const [dx, dy, dz] = headDirection(i, j, ACROSS, DOWN)
      const bare = skinAt(dx, dy, dz, traits) + 0.002
      const y = SKULL_CENTRE[1] + dy * bare
      const round = Math.abs(Math.atan2(dx, dz))
      const edge = hemAt(style, round)
      const inside = step(edge - 0.004, edge + 0.006, y)
      const strand =
        Math.sin(round * 46 + Math.sin(y * 60) * 1.5 + (dx > 0 ? 0 : 2)) * 0.0011 +
        Math.sin(round * 19 + y * 40) * 0.0012
      const parting =
        style === 'parted' || style === 'bob'
          ? 0.005 * Math.exp(-(((dx - 0.18) / 0.035) ** 2)) * step(0.15, 0.18, y)
          : 0
      const r = bare + inside * (thickAt(style, round, y) + strand - parting) - (1 - inside) * 0.006
      const shade = 0.5 + 0.5 * Math.sin(round * 46 + y * 70 + dx * 30)
      const tint = mix(
        mix(dark, tone, Math.min(1, inside * (0.35 + 0.65 * step(edge, edge + 0.06, y)))),
        light,
        shade * 0.35 * inside,
      )
      flesh.corner(SKULL_CENTRE[0] + dx * r, SKULL_CENTRE[1] + dy * r + m.head, SKULL_CENTRE[2] + dz * r, tint, HEAD)
    }
  for (let j = 0; j < DOWN; j++)
    for (let i = 0; i < ACROSS; i++) {
      const k = (i + 1) % ACROSS
      const [p, q, s, t] = [
        first + j * ACROSS + i,
        first + j * ACROSS + k,
        first + (j + 1) * ACROSS + i,
        first + (j + 1) * ACROSS + k,
      ]
      flesh.face(p, q, s)
      flesh.face(q, t, s)
    }
  flesh.smooth(first, firstFace)
  if (style === 'short-perm') addCurls(flesh, traits, m, tone, light, dark)
  if (style === 'ponytail')
    flesh.tube(
      [0, 0.2, 0.5, 0.8, 1].map((k) => ({
        at: [0, m.head + 0.13 - k * 0.2, -0.115 - Math.sin(k * 2.4) * 0.03] as const,
        rx: 0.022 * Math.sin(0.6 + k * 2.2) + 0.004,
        rz: 0.02 * Math.sin(0.6 + k * 2.2) + 0.004,
        on: HEAD,
        tint: mix(tone, dark, k * 0.4),
      })),
      12,
    )
}

/** A home perm: rows of soft rolls over the cap. */
function addCurls(
  flesh: Flesh,
  traits: FaceTraits,
  m: Measures,
  tone: readonly [number, number, number],
  light: readonly [number, number, number],
  dark: readonly [number, number, number],
): void {
  const golden = Math.PI * (3 - Math.sqrt(5))
  const all = 250
  for (let i = 0; i < all; i++) {
    const dy = 1 - (1.45 * (i + 0.5 + 0.9 * Math.sin(i * 5.3))) / all
    const flat = Math.sqrt(1 - dy * dy)
    const stray = i * golden + 0.12 * Math.sin(i * 7.1)
    const [dx, dz] = [Math.sin(stray) * flat, Math.cos(stray) * flat]
    const r = skinAt(dx, dy, dz, traits) + 0.012 + 0.003 * Math.sin(i * 2.3)
    const y = SKULL_CENTRE[1] + dy * r
    const round = Math.abs(Math.atan2(dx, dz))
    if (y < hemAt('short-perm', round) + 0.004) continue
    const size = 0.0125 + 0.007 * Math.abs(Math.sin(i * 12.9898))
    centre.set(SKULL_CENTRE[0] + dx * r, y + m.head, SKULL_CENTRE[2] + dz * r)
    addCurl(flesh, size, mix(tone, i % 5 ? light : dark, 0.3 + 0.3 * Math.abs(Math.sin(i * 4.1))), i)
  }
}

function addCurl(flesh: Flesh, size: number, tint: readonly [number, number, number], turn: number): void {
  const first = flesh.corners
  const [columns, rows] = [7, 4]
  for (let r = 0; r <= rows; r++)
    for (let c = 0; c < columns; c++) {
      const tilt = (r / rows) * Math.PI
      const a = (c / columns) * Math.PI * 2 + turn
      normal.set(Math.sin(tilt) * Math.cos(a), Math.cos(tilt), Math.sin(tilt) * Math.sin(a))
      const roll = 1 + 0.16 * Math.sin(a * 3 + r * 1.4)
      const shade = 0.78 + 0.22 * Math.sin(a * 2 + r * 2.1)
      flesh.corner(
        centre.x + normal.x * size * roll * 1.15,
        centre.y + normal.y * size * 0.82,
        centre.z + normal.z * size * roll,
        [tint[0] * shade, tint[1] * shade, tint[2] * shade],
        HEAD,
        normal,
      )
    }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const k = (c + 1) % columns
      const [p, q, s, t] = [
        first + r * columns + c,
        first + r * columns + k,
        first + (r + 1) * columns + c,
        first + (r + 1) * columns + k,
      ]
      flesh.face(p, q, s)
      flesh.face(q, t, s)
    }
}
