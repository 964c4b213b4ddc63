import { Vector3 } from 'three'
import type { Figure } from '../../protocol/index.ts'
import { addEye } from './eye.ts'
import { isUnderHair } from './hair.ts'
import { type Flesh, mix, rgb, type Weights } from './loft.ts'
import { addMouthInside, jawAt, lipAt, parting } from './mouth.ts'
import type { Measures } from './rig.ts'
import { type FaceTraits, MOUTH, mouthLine, SKULL_CENTRE, skinAt, skullDistance } from './skull.ts'

const ACROSS = 72
const DOWN = 62
const normal = new Vector3()
const HEAD: Weights = [['head', 1]]

const bump = (x: number, y: number, z: number, cx: number, cy: number, cz: number, r: number) =>
  Math.exp(-((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) / (r * r))
const step = (from: number, to: number, value: number) => {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** How steeply the line between the lips lies below the middle of the head, in radians. */
const MOUTH_TILT = -0.58
/** Past this turn from the front, in radians, rows of the grid follow the mouth no more. */
const MOUTH_TURN = 0.42

/** Turn of each column from the front, closer together over the face, where the eye looks. */
const TURNS = Array.from({ length: ACROSS }, (_, i) => {
  const u = (i / ACROSS) * 2 - 1
  return Math.sign(u) * Math.PI * (0.42 * Math.abs(u) + 0.58 * Math.abs(u) ** 2.3)
})

/** Tilt of each row, close together at the mouth and at the eyes. */
const TILTS = (() => {
  const parts = 600
  const sums = [0]
  for (let k = 0; k < parts; k++) {
    const tilt = Math.PI * ((k + 0.5) / parts - 0.5)
    const dense = 0.75 + 1.9 * Math.exp(-(((tilt - MOUTH_TILT) / 0.13) ** 2)) + 0.9 * Math.exp(-((tilt / 0.2) ** 2))
    sums.push((sums[k] as number) + dense)
  }
  const all = sums[parts] as number
  return Array.from({ length: DOWN + 1 }, (_, j) => {
    const k = sums.findIndex((sum) => sum >= (all * j) / DOWN - 1e-9)
    return Math.PI * (k / parts - 0.5)
  })
})()

/** The row that lies along the line between the lips. */
const LIPS = TILTS.reduce(
  (best, tilt, j) => (Math.abs(tilt - MOUTH_TILT) < Math.abs((TILTS[best] as number) - MOUTH_TILT) ? j : best),
  0,
)

const ROWS = TILTS.map((_, j) => j)
const COLUMNS = TURNS.map((_, i) => i)
/** Within so far of the middle of the eyes' row, in radians, … */
const EYES_TILT = 0.12
/** … and within so far of straight ahead lies what a face is known by. */
const FACE_TURN = 0.9
/** Rows and columns of the grid for who is some way off: every other, but all across the face, and all about mouth and eyes. */
const FAR_ROWS = ROWS.filter(
  (j) => j % 2 === 0 || j === DOWN || Math.abs(j - LIPS) <= 3 || Math.abs(TILTS[j] as number) < EYES_TILT,
)
const FAR_COLUMNS = COLUMNS.filter((i) => i % 2 === 0 || Math.abs(TURNS[i] as number) < FACE_TURN)

const direction = (turn: number, tilt: number) =>
  [Math.sin(turn) * Math.cos(tilt), Math.sin(tilt), Math.cos(turn) * Math.cos(tilt)] as const

/** At which tilt the skin meets the line between the lips, in that direction. */
function lipTilt(turn: number, traits: FaceTraits): number {
  const aside = Math.max(-MOUTH_TURN, Math.min(MOUTH_TURN, turn))
  let tilt = MOUTH_TILT
  for (let k = 0; k < 8; k++) {
    const [dx, dy, dz] = direction(aside, tilt)
    const r = skinAt(dx, dy, dz, traits)
    tilt += ((mouthLine(Math.abs(dx * r)) - SKULL_CENTRE[1] - dy * r) / r) * 0.9
  }
  return tilt
}

const onJaw = (jaw: number): Weights =>
  jaw > 0.01
    ? [
        ['head', 1 - jaw],
        ['jaw', jaw],
      ]
    : HEAD

/** The skin of the head with its colours, eyes, lids and brows. */
export function addHead(flesh: Flesh, figure: Figure, m: Measures): void {
  const traits: FaceTraits = { age: figure.age, sex: figure.sex }
  const old = step(45, 80, figure.age)
  const skin = mix(rgb('#dcae8c'), rgb('#cfa07e'), old)
  const lip = mix(rgb('#b5655a'), rgb('#ad6d60'), old)
  const seam = mix(lip, rgb('#4a211d'), 0.6)
  const [oy, oz] = [m.head, 0]
  const first = flesh.corners
  const shifts = TURNS.map((turn) => lipTilt(turn, traits) - (TILTS[LIPS] as number))
  const isCovered: boolean[] = []
  const seen: [number, number, number][] = []
  for (let j = 0; j <= DOWN; j++)
    for (let i = 0; i < ACROSS; i++) {
      const off = (TILTS[j] as number) - (TILTS[LIPS] as number)
      const tilt = (TILTS[j] as number) + (shifts[i] as number) * step(0.4, 0, Math.abs(off))
      const [dx, dy, dz] = direction(TURNS[i] as number, tilt)
      const r = skinAt(dx, dy, dz, traits)
      const [x, y, z] = [SKULL_CENTRE[0] + dx * r, SKULL_CENTRE[1] + dy * r, SKULL_CENTRE[2] + dz * r]
      const e = 0.0012
      normal.set(
        skullDistance(x + e, y, z, traits) - skullDistance(x - e, y, z, traits),
        skullDistance(x, y + e, z, traits) - skullDistance(x, y - e, z, traits),
        skullDistance(x, y, z + e, traits) - skullDistance(x, y, z - e, traits),
      )
      normal.normalize()
      const ax = Math.abs(x)
      let tint = skin
      tint = mix(
        tint,
        rgb('#c9806a'),
        0.34 * bump(ax, y, z, 0.042, 0.074, 0.06, 0.024) + 0.22 * bump(x, y, z, 0, 0.068, 0.108, 0.014),
      )
      tint = mix(tint, rgb('#8a5f4c'), (0.28 + 0.2 * old) * bump(ax, y, z, 0.031, 0.098, 0.08, 0.0155))
      tint = mix(tint, lip, lipAt(x, y, z, old) * 0.85)
      const isSeam = j === LIPS && z > 0.05 ? parting(ax) : 0
      tint = mix(tint, seam, Math.min(1, isSeam * 1.6))
      isCovered.push(isUnderHair(figure.hair.style, x, y, z))
      if (j === LIPS) seen.push([x, y + oy, z + oz])
      tint = mix(tint, rgb('#6b4030'), 0.75 * bump(ax, y, z, 0.0065, 0.061, 0.099, 0.0042))
      if (old > 0.2) {
        const along = Math.max(0, Math.min(1, (0.068 - y) / 0.034))
        const fold =
          Math.exp(-(((ax - 0.0165 - along * 0.015) / 0.0022) ** 2)) *
          step(0.034, 0.042, y) *
          step(0.07, 0.064, y) *
          step(0.06, 0.07, z)
        tint = mix(tint, rgb('#a3755a'), fold * 0.4 * old)
        const brow =
          Math.max(0, Math.sin((y - 0.13) * 520)) ** 8 *
          step(0.13, 0.134, y) *
          step(0.158, 0.152, y) *
          step(0.045, 0.02, ax) *
          step(0.06, 0.075, z)
        tint = mix(tint, rgb('#a97d62'), brow * 0.4 * old)
      }
      // The lips' edge above the mouth turns under; below the line, lip and chin follow the jaw.
      if (isSeam > 0.3) normal.y -= 0.5
      flesh.corner(x, y + oy, z + oz, tint, j < LIPS ? onJaw(jawAt(x, y, z)) : HEAD, normal.normalize())
    }
  // Where the lips part, the rows below have an edge of their own.
  const edge = new Map<number, number>()
  for (const [i, [x, y, z]] of seen.entries())
    if (Math.abs(x) < MOUTH.half * 0.985 && z > 0.05)
      edge.set(i, flesh.corner(x, y, z, seam, onJaw(parting(x)), normal.set(0, 0.5, 1).normalize()))
  const topOf = (j: number, i: number) => (j === LIPS ? edge.get(i) : undefined) ?? first + j * ACROSS + i
  for (const [rows, columns, of] of [
    [ROWS, COLUMNS, 'full'],
    [FAR_ROWS, FAR_COLUMNS, 'far'],
  ] as const)
    for (const [n, j] of rows.entries()) {
      const above = rows[n + 1]
      if (above === undefined) break
      for (const [m, i] of columns.entries()) {
        const k = columns[(m + 1) % columns.length] as number
        const [p, q, s, t] = [first + j * ACROSS + i, first + j * ACROSS + k, topOf(above, i), topOf(above, k)]
        const isHidden = [j, above].every((row) => isCovered[row * ACROSS + i] && isCovered[row * ACROSS + k])
        if (isHidden) continue
        flesh.face(p, q, s, of)
        flesh.face(q, t, s, of)
      }
    }
  const parts = [...edge.keys()].sort((a, b) => a - b)
  const across = [(parts[0] as number) - 1, ...parts, (parts.at(-1) as number) + 1]
  const lips = across.map((i) => ({ corner: first + LIPS * ACROSS + i, at: seen[i] as [number, number, number] }))
  addMouthInside(
    flesh,
    lips,
    lips.map((each, k) => ({ ...each, corner: edge.get(across[k] as number) ?? each.corner })),
  )
  for (const side of [1, -1] as const) {
    addEye(flesh, side, m, skin, old)
    addBrow(flesh, side, m, figure)
  }
}

function addBrow(flesh: Flesh, side: 1 | -1, m: Measures, figure: Figure): void {
  const traits: FaceTraits = { age: figure.age, sex: figure.sex }
  const hair = rgb(figure.hair.colour)
  const old = step(45, 80, figure.age)
  const skin = mix(rgb('#dcae8c'), rgb('#cfa07e'), old)
  const tint = mix(mix(hair, rgb('#33261f'), 0.45 + old * 0.12), skin, 0.16)
  const first = flesh.corners
  const columns = 12
  for (let i = 0; i <= columns; i++) {
    const u = i / columns
    const x = 0.0135 + u * 0.036
    const y = 0.1195 + Math.sin(u * 2.2) * 0.0045 - u * u * 0.003
    const thick = (figure.sex === 'male' ? 0.0036 : 0.0028) * Math.sin(Math.PI * (0.22 + u * 0.74)) * (1 - old * 0.1)
    for (const v of [-1, 0, 1]) {
      const yy = y + v * thick
      // Onto the skin, from in front.
      let z = 0.13
      for (let k = 0; k < 60; k++) {
        const d = skullDistance(x, yy, z, traits)
        if (d < 0.0002) break
        z -= Math.max(0.0004, d * 0.7)
      }
      flesh.corner(
        side * x,
        yy + m.head,
        z + (v === 0 ? 0.0016 : 0.0003),
        v === 0 ? tint : mix(tint, skin, 0.35),
        [[side === 1 ? 'browL' : 'browR', 1]],
        normal.set(side * u * 0.5, 0.1, 1).normalize(),
      )
    }
  }
  for (let i = 0; i < columns; i++)
    for (let v = 0; v < 2; v++) {
      const p = first + i * 3 + v
      const q = p + 3
      if (side === 1) {
        flesh.face(p, q, p + 1)
        flesh.face(p + 1, q, q + 1)
      } else {
        flesh.face(p, p + 1, q)
        flesh.face(p + 1, q + 1, q)
      }
    }
}
