import { Vector3 } from 'three'
import { type Flesh, mix, rgb, type Weights } from './loft.ts'
import { FACE, type Measures } from './rig.ts'

const normal = new Vector3()
const HEAD: Weights = [['head', 1]]

/** An eyeball with iris and glint, and its two lids. */
export function addEye(
  flesh: Flesh,
  side: 1 | -1,
  m: Measures,
  skin: readonly [number, number, number],
  old: number,
): void {
  const [ex, ey, ez] = [side * FACE.eye.x, FACE.eye.y + m.head, FACE.eye.z]
  const eye: Weights = [[side === 1 ? 'eyeL' : 'eyeR', 1]]
  const rings: [number, readonly [number, number, number]][] = [
    [0, rgb('#0c0908')],
    [0.16, rgb('#0c0908')],
    [0.2, rgb('#3a2418')],
    [0.4, rgb('#4b3020')],
    [0.45, rgb('#2a1a12')],
    [0.5, rgb('#e6ded2')],
    [0.9, rgb('#ddd1c2')],
    [1.6, rgb('#c9b3a2')],
  ]
  const ball = (rows: readonly [number, readonly [number, number, number]][], radius: number, on: Weights) => {
    const first = flesh.corners
    const n = 16
    for (const [tilt, tint] of rows)
      for (let i = 0; i < n; i++) {
        const a = (i / n) * Math.PI * 2
        normal.set(Math.sin(tilt) * Math.cos(a), Math.sin(tilt) * Math.sin(a), Math.cos(tilt))
        flesh.corner(ex + normal.x * radius, ey + normal.y * radius, ez + normal.z * radius, tint, on, normal)
      }
    for (let r = 0; r + 1 < rows.length; r++)
      for (let i = 0; i < n; i++) {
        const k = (i + 1) % n
        flesh.face(first + r * n + i, first + (r + 1) * n + i, first + r * n + k)
        flesh.face(first + r * n + k, first + (r + 1) * n + i, first + (r + 1) * n + k)
      }
  }
  ball(rings, FACE.eyeRadius, eye)
  // A glint, so that the eye looks alive; it rides on the eye.
  const glint = flesh.corners
  for (let i = 0; i < 5; i++) {
    const a = i * 1.257
    flesh.corner(
      ex - 0.0026 + Math.cos(a) * 0.0011,
      ey + 0.003 + Math.sin(a) * 0.0011,
      ez + FACE.eyeRadius - 0.0004,
      [2.2, 2.2, 2.1],
      eye,
      normal.set(0, 0.3, 1),
    )
  }
  for (let i = 1; i < 4; i++) flesh.face(glint, glint + i, glint + i + 1)
  addLid(flesh, ex, ey, ez, [[side === 1 ? 'lidL' : 'lidR', 1]], 1, skin, old)
  addLid(flesh, ex, ey, ez, HEAD, -1, skin, old)
}

/** Half a shell over the eye with a dark edge. The upper one turns to blink; the lower one stays. */
function addLid(
  flesh: Flesh,
  ex: number,
  ey: number,
  ez: number,
  on: Weights,
  up: 1 | -1,
  skin: readonly [number, number, number],
  old: number,
): void {
  const radius = FACE.eyeRadius + (up === 1 ? 0.0011 : 0.0007)
  const [columns, rows] = [14, 6]
  // Where the lid's edge stands: the slit of an eye, a little hooded with age.
  const edge = up === 1 ? 0.38 - old * 0.12 : -0.36 + old * 0.05
  const far = up === 1 ? 1.75 : -1.35
  const first = flesh.corners
  const lid = mix(skin, rgb('#9a6a54'), 0.3)
  for (let r = 0; r <= rows; r++)
    for (let i = 0; i <= columns; i++) {
      const turn = ((i / columns) * 2 - 1) * 1.45
      const bow = Math.cos(turn) ** 0.7
      const tilt = edge * bow + (far - edge * bow) * (r / rows)
      normal.set(Math.sin(turn) * Math.cos(tilt), Math.sin(tilt), Math.cos(turn) * Math.cos(tilt))
      const tint =
        r === 0
          ? up === 1
            ? rgb('#241712')
            : rgb('#7d5443')
          : r === 1
            ? mix(lid, rgb('#6b4636'), up === 1 ? 0.35 : 0.15)
            : lid
      const out = r === 0 && up === 1 ? radius + 0.0006 : radius
      flesh.corner(ex + normal.x * out, ey + normal.y * out, ez + normal.z * out, tint, on, normal)
    }
  for (let r = 0; r < rows; r++)
    for (let i = 0; i < columns; i++) {
      const p = first + r * (columns + 1) + i
      const q = p + columns + 1
      if (up === 1) {
        flesh.face(p, p + 1, q)
        flesh.face(p + 1, q + 1, q)
      } else {
        flesh.face(p, q, p + 1)
        flesh.face(p + 1, q, q + 1)
      }
    }
}
