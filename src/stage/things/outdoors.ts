import { type Drawing, INK } from './drawing.ts'

const SILVER = '#b9bdb8'

/** A window's frame, panes and bars; it stands on its sill, in the plane of the wall. */
const window = (isBarred: boolean, isFrosted: boolean): Drawing => ({
  draw: (pen, { size }) => {
    const [w, h] = [size[0] - 0.012, size[1] - 0.006]
    const back = -0.1
    const paint = isBarred ? '#7f9a86' : SILVER
    for (const x of [-w / 2 + 0.02, w / 2 - 0.02]) pen.box(x, 0, back, 0.04, h, 0.05, paint)
    for (const y of [0, h - 0.04]) pen.box(0, y, back, w, 0.04, 0.05, paint)
    const panes = Math.max(2, Math.round(w / 0.62))
    for (let i = 1; i < panes; i++) pen.box(-w / 2 + (w * i) / panes, 0.02, back, 0.035, h - 0.04, 0.045, paint)
    pen.box(0, h * 0.7, back, w, 0.03, 0.04, paint)
    if (isFrosted) pen.box(0, 0.02, back - 0.01, w - 0.04, h - 0.04, 0.006, '#eef3f2', { glow: 1.15, bevel: 0 })
    else pen.box(0, 0.02, back, w - 0.04, h - 0.04, 0.004, '#eaf2f2', { finish: 'glass', bevel: 0 })
    if (!isBarred) return
    const bars = Math.round(w / 0.13)
    for (let i = 0; i <= bars; i++)
      pen.pipe(
        [
          [-w / 2 + (w * i) / bars, 0, back - 0.12],
          [-w / 2 + (w * i) / bars, h, back - 0.12],
        ],
        0.006,
        INK.iron,
        { sides: 5 },
      )
    for (const y of [0.12, h * 0.5, h - 0.1]) pen.box(0, y, back - 0.12, w, 0.022, 0.012, INK.iron, { bevel: 0 })
  },
})

const plant = (
  pen: Parameters<Drawing['draw']>[0],
  x: number,
  y: number,
  z: number,
  size: number,
  flower: string | null,
  turn: number,
) => {
  pen.turned(
    x,
    y,
    z,
    [
      [size * 0.26, 0],
      [size * 0.36, size * 0.4],
      [size * 0.4, size * 0.42],
      [size * 0.38, size * 0.46],
      [size * 0.3, size * 0.42],
      [0, size * 0.4],
    ],
    flower ? '#8a4a33' : INK.clay,
    { sides: 18 },
  )
  const leaves = 11
  for (let i = 0; i < leaves; i++) {
    const a = turn + (i / leaves) * Math.PI * 2
    const reach = size * (0.6 + 0.25 * Math.sin(i * 2.7))
    pen.sheet(
      2,
      6,
      (u, v) => {
        const out = v * reach
        const up = size * 0.42 + size * (1.15 * v - 0.95 * v * v) * (0.85 + 0.2 * Math.cos(i * 1.9))
        const wide = (u - 0.5) * size * 0.1 * Math.sin(Math.PI * Math.min(1, v * 0.86 + 0.14))
        return [x + Math.cos(a) * out - Math.sin(a) * wide, y + up, z + Math.sin(a) * out + Math.cos(a) * wide]
      },
      (u) => (u === 0.5 ? '#7fae5e' : i % 2 ? '#4f7f43' : '#5f9150'),
    )
  }
  if (!flower) return
  for (let k = 0; k < 2; k++) {
    const a = turn + k * 2.4
    const tip: [number, number, number] = [x + Math.cos(a) * size * 0.3, y + size * 1.36, z + Math.sin(a) * size * 0.2]
    pen.pipe([[x, y + size * 0.42, z], [x + Math.cos(a) * size * 0.08, y + size * 1.0, z], tip], 0.004, '#6f8f4a', {
      smooth: true,
      sides: 5,
    })
    for (let i = 0; i < 4; i++) {
      const p = i / 4
      const at = [tip[0] - Math.cos(a) * size * 0.2 * p, tip[1] - size * 0.07 * i, tip[2]] as const
      for (let petal = 0; petal < 4; petal++)
        pen.ball(
          at[0] + Math.cos(petal * 1.57 + 0.4) * 0.02,
          at[1] + Math.sin(petal * 1.57 + 0.4) * 0.02,
          at[2] + 0.01,
          0.016,
          flower,
          { scale: [1, 1, 0.35], detail: 5 },
        )
      pen.ball(at[0], at[1], at[2] + 0.018, 0.009, '#e8c15a', { detail: 5 })
    }
  }
}

/** Windows, and the balcony behind them. */
export const OUTDOORS: Record<string, Drawing> = {
  window: window(false, false),
  'window-barred': window(true, false),
  'window-frosted': window(false, true),
  orchids: {
    draw: (pen, { size: [w, , d] }) => {
      for (const [y, z] of [
        [0.3, 0.02],
        [0.62, -d / 2 + 0.12],
      ] as const) {
        pen.box(y > 0.5 ? -0.2 : 0, y, z, y > 0.5 ? w - 0.4 : w, 0.025, 0.26, INK.wood, { finish: 'wood' })
      }
      for (const x of [-w / 2 + 0.03, 0, w / 2 - 0.43]) {
        pen.box(x > 0.1 ? w / 2 - 0.03 : x, 0, 0.11, 0.03, 0.3, 0.03, INK.wood, { finish: 'wood' })
        pen.box(x, 0, -d / 2 + 0.03, 0.03, 0.63, 0.03, INK.wood, { finish: 'wood' })
      }
      plant(pen, -0.5, 0.325, 0.03, 0.28, '#e7b7cf', 0.3)
      plant(pen, -0.16, 0.325, 0.04, 0.26, '#f3e6a8', 1.4)
      plant(pen, 0.2, 0.325, 0.03, 0.28, null, 2.2)
      plant(pen, -0.34, 0.645, -0.07, 0.28, null, 0.9)
      plant(pen, 0.04, 0.645, -0.07, 0.3, '#d98fb4', 2.9)
      // The osmanthus: a small tree with gold in its leaves.
      const [ox, oz] = [0.5, 0.02]
      pen.turned(
        ox,
        0.325,
        oz,
        [
          [0.11, 0],
          [0.15, 0.18],
          [0.165, 0.2],
          [0.13, 0.19],
          [0, 0.18],
        ],
        '#6f5340',
        { sides: 20 },
      )
      pen.pipe(
        [
          [ox, 0.5, oz],
          [ox + 0.02, 0.72, oz - 0.01],
          [ox - 0.01, 0.95, oz - 0.02],
        ],
        0.016,
        '#6b5234',
        { smooth: true },
      )
      for (let i = 0; i < 60; i++) {
        const a = i * 2.399
        const v = i / 60
        const r = 0.24 * Math.sin(Math.PI * (0.12 + v * 0.86))
        const at = [ox + Math.cos(a) * r, 0.78 + v * 0.42, oz - 0.02 + Math.sin(a) * r * 0.75] as const
        pen.ball(at[0], at[1], at[2], 0.042, i % 3 ? '#4c7a40' : '#5f8f4b', {
          scale: [1.2, 0.35, 0.7],
          turn: [Math.sin(a), a, 0.5],
          detail: 6,
        })
        if (i % 3 === 0) pen.ball(at[0] + 0.015, at[1] + 0.018, at[2] + 0.02, 0.014, '#f0b53e', { detail: 5 })
      }
      pen.can(-w / 2 + 0.1, 0, 0.04, 0.08, 0.09, 0.16, '#5f8f7a')
      pen.pipe(
        [
          [-w / 2 + 0.18, 0.06, 0.04],
          [-w / 2 + 0.3, 0.18, 0.06],
        ],
        0.014,
        '#5f8f7a',
      )
    },
  },
  'troupe-photo': {
    draw: (pen, { size: [w, h], span }) => {
      for (const y of [0, h - 0.03]) pen.box(0, y, 0.012, w, 0.03, 0.024, INK.brass)
      for (const x of [-w / 2 + 0.015, w / 2 - 0.015]) pen.box(x, 0, 0.012, 0.03, h, 0.024, INK.brass)
      pen.picture(0, 0.02, 0.012, w - 0.04, h - 0.04, span('troupe'))
    },
  },
  'clothes-rail': {
    draw: (pen, { size: [w] }) => {
      for (const x of [-w / 2 + 0.1, w / 2 - 0.1])
        pen.pipe(
          [
            [x, 0.5, 0],
            [x, 0, 0],
          ],
          0.006,
          SILVER,
        )
      pen.pipe(
        [
          [-w / 2, 0, 0],
          [w / 2, 0, 0],
        ],
        0.014,
        SILVER,
        { sides: 9 },
      )
      const hang = (x: number, wide: number, long: number, tint: string, edge: string) =>
        pen.sheet(
          10,
          10,
          (u, v) => {
            const shoulder = v < 0.14 ? 0.55 + v * 3.2 : 1
            return [
              x + (u - 0.5) * wide * shoulder,
              -0.04 - v * long,
              Math.sin(u * 9 + x * 5) * 0.02 * v + (Math.abs(u - 0.5) > 0.47 ? 0.01 : 0),
            ]
          },
          (_, v) => (v > 0.88 ? edge : tint),
          { finish: 'weave' },
        )
      hang(-0.68, 0.42, 0.62, '#8fa6bf', '#7b92ab')
      hang(-0.2, 0.4, 0.52, '#e6dcc8', '#cfc3aa')
      hang(0.26, 0.3, 0.7, '#b0716a', '#9b5f58')
      hang(0.66, 0.36, 0.4, '#dfe4dd', '#b9c6bd')
    },
  },
  'folding-stool': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.02, 0, w, 0.02, d, '#b5563f', { finish: 'weave', bevel: 0.006 })
      for (const z of [-d / 2 + 0.03, d / 2 - 0.03]) {
        pen.pipe(
          [
            [-w / 2 + 0.02, 0, z],
            [w / 2 - 0.03, h - 0.02, z],
          ],
          0.012,
          INK.steel,
        )
        pen.pipe(
          [
            [w / 2 - 0.02, 0, z * 0.9],
            [-w / 2 + 0.03, h - 0.02, z * 0.9],
          ],
          0.012,
          INK.steel,
        )
      }
      for (const x of [-w / 2 + 0.02, w / 2 - 0.02])
        pen.pipe(
          [
            [x, 0.012, -d / 2 + 0.03],
            [x, 0.012, d / 2 - 0.03],
          ],
          0.012,
          INK.steel,
        )
    },
  },
}
