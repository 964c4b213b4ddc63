import type { Figure } from '../../protocol/index.ts'
import { type Flesh, mix, rgb, type Weights } from './loft.ts'
import type { Measures } from './rig.ts'
import { type FaceTraits, SKULL_CENTRE, skinAt } from './skull.ts'

const HEAD: Weights = [['head', 1]]

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
        ? 0.054
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
      return 0.013 + 0.003 * crown + 0.012 * step(0.15, 0.03, y) * step(0.7, 1.3, round)
    case 'short-perm':
      return 0.0165 + 0.005 * crown + 0.004 * step(0.16, 0.1, y) * step(0.9, 1.3, round)
    case 'ponytail':
      return 0.007 + 0.003 * crown
    default:
      return 0.0125 + 0.004 * crown + 0.003 * step(0.16, 0.12, y) * step(0.9, 1.3, round)
  }
}

/** How far the hair stands out at a place, 0 to 1 from between the curls to their tops: soft rolls a finger wide, none like the next. */
function curl(dx: number, dy: number, dz: number): number {
  const [x, y, z] = [
    dx + 0.075 * Math.sin(dy * 11 + dz * 7),
    dy + 0.075 * Math.sin(dz * 10 - dx * 8 + 1),
    dz + 0.075 * Math.sin(dx * 11 + dy * 6 + 2),
  ]
  const rolls =
    Math.sin(x * 25) * Math.cos(y * 25) + Math.sin(y * 25) * Math.cos(z * 25) + Math.sin(z * 25) * Math.cos(x * 25)
  return 0.5 + 0.34 * rolls
}

/** The hem where it really lies: a perm's as uneven as its curls, a fringe swept to one side, nobody's a ruled line. */
function hemHere(style: Style, turn: number): number {
  const even = hemAt(style, Math.abs(turn))
  if (style === 'short-perm') return even + 0.004 * Math.sin(turn * 23) * Math.cos(turn * 7)
  const isFront = step(1.05, 0.8, Math.abs(turn))
  const sweep = style === 'bob' ? 0.003 : 0.009
  return (
    even + isFront * (sweep * Math.sin(turn * 1.7) + 0.0013 * Math.sin(turn * 31) + 0.001 * Math.sin(turn * 17 + 1))
  )
}

/** True where hair lies well over the skin of a head, so that the skin there need not be drawn. */
export function isUnderHair(style: Style, x: number, y: number, z: number): boolean {
  return y > hemHere(style, Math.atan2(x, z - SKULL_CENTRE[2])) + 0.014
}

/** At which tilt below the crown the hair ends, in that turn from the front. */
function hemTilt(edge: number, turn: number, traits: FaceTraits): number {
  let [low, high] = [-1.4, Math.PI / 2]
  for (let k = 0; k < 16; k++) {
    const tilt = (low + high) / 2
    const r = skinAt(Math.sin(turn) * Math.cos(tilt), Math.sin(tilt), Math.cos(turn) * Math.cos(tilt), traits)
    if (SKULL_CENTRE[1] + Math.sin(tilt) * r > edge) high = tilt
    else low = tilt
  }
  return (low + high) / 2
}

/**
 * Hair as a shell over the skull from the crown down to its hem and no further: nothing of it lies behind the face, where a moving
 * jaw would bare it. A perm is the same shell, finer and in curls.
 */
export function addHair(flesh: Flesh, figure: Figure, m: Measures): void {
  const traits: FaceTraits = { age: figure.age, sex: figure.sex, isBare: true }
  const { style } = figure.hair
  const isPerm = style === 'short-perm'
  const [across, rows] = isPerm ? [120, 44] : [64, 30]
  const tone = rgb(figure.hair.colour)
  const dark = mix(tone, [0, 0, 0], isPerm ? 0.36 : 0.55)
  const light = mix(tone, [1, 1, 1], isPerm ? 0.3 : 0.16)
  const first = flesh.corners
  const firstFace = flesh.faces
  for (let i = 0; i < across; i++) {
    const turn = ((i + 0.5) / across) * Math.PI * 2 - Math.PI
    const round = Math.abs(turn)
    const edge = hemHere(style, turn)
    const hem = hemTilt(edge, turn, traits)
    for (let j = 0; j <= rows; j++) {
      // The last row tucks under; the one before it rolls in.
      const down = Math.min(1, (j + 0.3) / (rows - 1))
      const tilt = Math.PI / 2 - (Math.PI / 2 - hem) * down
      const [dx, dy, dz] = [Math.sin(turn) * Math.cos(tilt), Math.sin(tilt), Math.cos(turn) * Math.cos(tilt)]
      const bare = skinAt(dx, dy, dz, traits) + 0.002
      const y = SKULL_CENTRE[1] + dy * bare
      const inside = j === rows ? 0 : step(edge - 0.003, edge + (isPerm ? 0.005 : 0.008), y)
      const curls = isPerm ? curl(dx, dy, dz) : 0
      const strand = isPerm
        ? (curls - 0.5) * 0.0105
        : step(0, 0.6, Math.cos(tilt)) *
          (Math.sin(round * 46 + Math.sin(y * 60) * 1.5 + (dx > 0 ? 0 : 2)) * 0.0011 +
            Math.sin(round * 19 + y * 40) * 0.0014)
      const parting =
        style !== 'ponytail' && !isPerm ? 0.005 * Math.exp(-(((dx - 0.18) / 0.035) ** 2)) * step(0.15, 0.18, y) : 0
      const r =
        bare + (j === rows ? -0.005 : inside * (thickAt(style, round, y) + strand - parting) + (1 - inside) * 0.001)
      const shade = isPerm ? step(0.25, 0.8, curls) * 2 : 0.5 + 0.5 * Math.sin(round * 46 + y * 70 + dx * 30)
      const depth = isPerm ? 0.25 + 0.75 * step(0.1, 0.55, curls) : 1
      const tint = mix(
        mix(dark, tone, Math.min(1, depth * (0.35 + 0.65 * step(edge, edge + (isPerm ? 0.02 : 0.06), y)))),
        light,
        shade * 0.35 * inside,
      )
      flesh.corner(SKULL_CENTRE[0] + dx * r, SKULL_CENTRE[1] + dy * r + m.head, SKULL_CENTRE[2] + dz * r, tint, HEAD)
    }
  }
  const top = skinAt(0, 1, 0, traits) + 0.002 + thickAt(style, 0, 0.2)
  const crown = flesh.corner(SKULL_CENTRE[0], SKULL_CENTRE[1] + top + m.head, SKULL_CENTRE[2], tone, HEAD)
  const every = Array.from({ length: rows + 1 }, (_, j) => j)
  // From some way off every other lock; the hem, which rolls in, stays as it is.
  const some = every.filter((j) => j % 2 === 0 || j >= rows - 1)
  for (const [down, step, of] of [
    [every, 1, 'full'],
    [some, 2, 'far'],
  ] as const)
    for (let i = 0; i < across; i += step) {
      const [here, next] = [first + i * (rows + 1), first + ((i + step) % across) * (rows + 1)]
      flesh.face(crown, here, next, of)
      for (const [n, j] of down.entries()) {
        const k = down[n + 1]
        if (k === undefined) break
        flesh.face(here + j, here + k, next + j, of)
        flesh.face(next + j, here + k, next + k, of)
      }
    }
  flesh.smooth(first, firstFace)
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
