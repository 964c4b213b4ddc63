import { type Drawing, INK } from './drawing.ts'

const bicycle: Drawing['draw'] = (pen) => {
  for (const x of [-0.5, 0.5]) {
    pen.ring(x, 0.32, 0, 0.31, 0.018, INK.black)
    pen.ring(x, 0.32, 0, 0.285, 0.007, INK.steel)
    pen.can(x, 0.3, 0, 0.03, 0.03, 0.04, INK.steel, { turn: [Math.PI / 2, 0, 0], sides: 8 })
    for (let i = 0; i < 6; i++) {
      const a = (i * Math.PI) / 6
      pen.pipe(
        [
          [x - Math.cos(a) * 0.28, 0.32 - Math.sin(a) * 0.28, 0],
          [x + Math.cos(a) * 0.28, 0.32 + Math.sin(a) * 0.28, 0],
        ],
        0.002,
        INK.steel,
        { sides: 3 },
      )
    }
  }
  const frame = '#2e4a3d'
  pen.pipe(
    [
      [-0.5, 0.32, 0],
      [-0.12, 0.3, 0],
      [-0.2, 0.78, 0],
      [-0.5, 0.32, 0],
    ],
    0.013,
    frame,
  )
  pen.pipe(
    [
      [-0.12, 0.3, 0],
      [0.34, 0.74, 0],
      [-0.19, 0.72, 0],
    ],
    0.014,
    frame,
  )
  pen.pipe(
    [
      [0.5, 0.32, 0],
      [0.33, 0.92, 0],
      [0.3, 0.96, 0],
    ],
    0.014,
    frame,
  )
  pen.pipe(
    [
      [0.22, 0.98, -0.26],
      [0.3, 0.97, -0.1],
      [0.3, 0.97, 0.1],
      [0.22, 0.98, 0.26],
    ],
    0.012,
    INK.steel,
    { smooth: true },
  )
  pen.box(-0.22, 0.8, 0, 0.24, 0.05, 0.14, INK.black, { bevel: 0.02 })
  pen.box(-0.52, 0.66, 0, 0.34, 0.02, 0.12, INK.iron)
  pen.box(0.5, 0.7, 0, 0.2, 0.2, 0.26, '#8d7a58', { finish: 'weave' })
}

export const ENTRANCE: Record<string, Drawing> = {
  stairwell: {
    // Local +z looks into the landing; the flights lie behind it, one up (left), one down (right).
    draw: (pen, { size: [wide, tall, deep] }) => {
      const step = { count: 9, run: 0.24, rise: 0.165 }
      const half = wide / 2
      const stone = '#a8a295'
      for (let i = 0; i < step.count; i++) {
        const z = -0.12 - i * step.run
        pen.box(half / 2, i * step.rise, z, half - 0.06, step.rise, step.run, stone, {
          finish: 'concrete',
          bevel: 0.006,
        })
        pen.box(-half / 2, -(i + 2) * step.rise, z, half - 0.06, step.rise, step.run, stone, {
          finish: 'concrete',
          bevel: 0.006,
        })
      }
      pen.box(half / 2, -0.14, -deep / 2 + 0.1, half - 0.06, 0.13, deep, '#8f897c', {
        finish: 'concrete',
        turn: [0.6, 0, 0],
      })
      const wall = '#c9c2b2'
      pen.box(-half - 0.05, -1.8, -deep / 2, 0.1, tall + 1.8, deep, wall)
      pen.box(half + 0.05, -1.8, -deep / 2, 0.1, tall + 1.8, deep, wall)
      pen.box(0, -1.8, -deep - 0.05, wide + 0.2, tall + 1.8, 0.1, wall)
      pen.box(0, tall, -deep / 2, wide + 0.2, 0.1, deep, wall)
      pen.box(0, -0.2, 0.0, wide, 0.2, 0.1, '#8f897c', { finish: 'concrete' })
      const rail = (side: number, from: number, slope: number) => {
        const at = (z: number): [number, number, number] => [side, from + z * slope, -0.12 - z]
        pen.pipe([at(0), at(step.count * step.run)], 0.028, '#7b4a2f', { sides: 8 })
        for (let i = 0; i < step.count; i++) {
          const [x, y, z] = at(i * step.run + 0.08)
          pen.pipe(
            [
              [x, y - 0.86, z],
              [x, y, z],
            ],
            0.008,
            INK.iron,
            { sides: 4 },
          )
        }
      }
      rail(0.05, 0.9, step.rise / step.run)
      rail(-0.05, 0.72, -step.rise / step.run)
      // A stair window high on the half landing lets in what light there is.
      pen.box(0, 1.15, -deep + 0.01, 0.9, 1.1, 0.02, '#ffffff', { glow: 1.7, bevel: 0 })
      for (let i = -2; i <= 2; i++) pen.box(i * 0.18, 1.15, -deep + 0.03, 0.014, 1.1, 0.014, INK.iron, { bevel: 0 })
    },
  },
  bulb: {
    looks: ['dark', 'lit'],
    draw: (pen, { look }) => {
      pen.can(0, -0.03, 0, 0.05, 0.05, 0.03, INK.cream)
      pen.pipe(
        [
          [0, -0.03, 0],
          [0.01, -0.22, 0],
        ],
        0.004,
        INK.black,
        { sides: 4 },
      )
      pen.can(0.01, -0.29, 0, 0.022, 0.02, 0.07, '#3a332c', { sides: 10 })
      const glass = look === 'lit' ? '#ffe6b0' : '#7d776c'
      pen.turned(
        0.01,
        -0.41,
        0,
        [
          [0, 0],
          [0.026, 0.012],
          [0.036, 0.042],
          [0.03, 0.08],
          [0.016, 0.12],
        ],
        glass,
        look === 'lit' ? { glow: 3 } : {},
      )
    },
  },
  'landing-clutter': {
    draw: (pen, { size: [wide, , deep] }) => {
      bicycle(pen, { size: [1, 1, 1], look: '', colour: undefined, span: () => ({ u0: 0, v0: 0, u1: 1, v1: 1 }) })
      const box = (x: number, y: number, z: number, w: number, h: number, d: number, turn: number) => {
        pen.box(x, y, z, w, h, d, INK.card, { turn: [0, turn, 0] })
        pen.box(x, y + h, z, w * 0.16, 0.003, d, '#d9c39a', { turn: [0, turn, 0], bevel: 0 })
      }
      box(-wide / 2 + 0.24, 0, -deep / 2 + 0.24, 0.46, 0.36, 0.36, 0.08)
      box(-wide / 2 + 0.26, 0.36, -deep / 2 + 0.22, 0.4, 0.3, 0.32, -0.1)
      for (let i = 0; i < 5; i++)
        pen.box(
          wide / 2 - 0.12 - i * 0.022,
          0,
          -deep / 2 + 0.16,
          0.014,
          0.8 - i * 0.06,
          0.4,
          i % 2 ? '#c09a68' : INK.card,
          { turn: [0, 0, -0.1 - i * 0.015], bevel: 0 },
        )
      pen.box(wide / 2 - 0.36, 0, deep / 2 - 0.1, 0.34, 0.16, 0.24, '#d8cdb4')
    },
  },
  'steel-door': {
    draw: (pen, { size: [wide, tall, deep] }) => {
      const paint = '#5c3b2c'
      pen.box(0, 0, 0, wide + 0.12, tall + 0.06, deep * 0.6, '#3f2a21')
      pen.box(0, 0.01, deep * 0.3, wide, tall - 0.02, deep * 0.7, paint)
      for (const y of [0.2, 1.1]) {
        pen.box(0, y, deep * 0.62, wide * 0.74, 0.72, 0.02, '#6d4837', { bevel: 0.008 })
        pen.box(0, y + 0.06, deep * 0.72, wide * 0.6, 0.6, 0.016, '#65412f', { bevel: 0.008 })
      }
      pen.box(wide * 0.4, 0.95, deep * 0.75, 0.05, 0.2, 0.03, INK.brass)
      pen.box(wide * 0.36, 1.0, deep * 0.75 + 0.03, 0.13, 0.025, 0.025, INK.brass)
      pen.can(0, 1.5, deep * 0.68, 0.016, 0.016, 0.02, INK.brass, { turn: [Math.PI / 2, 0, 0], sides: 10 })
    },
  },
  'meter-box': {
    draw: (pen, { size: [w, h, d], span }) => {
      pen.box(0, 0, d / 2, w, h, d, '#9aa39a')
      pen.box(-w * 0.22, h * 0.44, d, w * 0.36, h * 0.4, 0.02, '#c9cfc9')
      pen.box(w * 0.22, h * 0.44, d, w * 0.36, h * 0.4, 0.02, '#c9cfc9')
      pen.can(-w * 0.22, h * 0.6, d + 0.012, 0.045, 0.045, 0.01, '#e8ebe4', { turn: [Math.PI / 2, 0, 0] })
      pen.can(w * 0.22, h * 0.6, d + 0.012, 0.045, 0.045, 0.01, '#e8ebe4', { turn: [Math.PI / 2, 0, 0] })
      pen.pipe(
        [
          [0, h, d / 2],
          [0, h + 0.7, d / 2],
        ],
        0.014,
        '#8b8f8a',
      )
      pen.picture(0, -0.36, 0.006, 0.2, 0.24, span('flyer'))
    },
  },
  couplets: {
    draw: (pen, { size: [wide, tall], span }) => {
      pen.picture(-wide / 2 + 0.02, 0.55, 0.018, 0.15, tall - 0.9, span('couplet-left'))
      pen.picture(wide / 2 - 0.02, 0.55, 0.018, 0.15, tall - 0.9, span('couplet-right'))
      pen.picture(0, 2.16, 0.018, 0.86, 0.2, span('couplet-top'))
    },
  },
  'door-plate': {
    draw: (pen, { size: [w, h], span }) =>
      pen.box(0, 0, 0.004, w, h, 0.008, INK.blue).picture(0, 0.004, 0.01, w - 0.01, h - 0.008, span('door-plate')),
  },
  'key-in-lock': {
    draw: (pen) => {
      pen.box(0, -0.08, 0.008, 0.055, 0.2, 0.016, INK.brass)
      pen.can(0, 0.012, 0.016, 0.016, 0.016, 0.014, '#d9b765', { turn: [Math.PI / 2, 0, 0], sides: 12 })
      pen.box(0, 0.012, 0.05, 0.006, 0.016, 0.05, '#cfd3d3', { bevel: 0.001 })
      pen.ring(0, 0.02, 0.085, 0.019, 0.006, '#d5d9d8', { turn: [0, Math.PI / 2, 0] })
      pen.ring(0, -0.012, 0.095, 0.017, 0.003, '#b9bcbb', { turn: [0, 0.5, 0] })
      pen.box(0.002, -0.075, 0.1, 0.026, 0.05, 0.008, INK.red, { turn: [0, 0.4, 0.1], bevel: 0.004 })
      pen.box(-0.006, -0.062, 0.088, 0.006, 0.05, 0.014, '#cfd3d3', { turn: [0, 0.2, -0.3], bevel: 0.001 })
    },
  },
  'rug-curled': {
    draw: (pen, { size: [w, , d] }) => {
      const curl = (u: number, v: number) => {
        const corner = Math.max(0, u - 0.72) * 3.6 * Math.max(0, v - 0.35) * 1.5
        return { up: corner * corner * 0.1 + 0.008, back: corner * corner * 0.07 }
      }
      const band = (u: number, v: number) => {
        const edge = Math.min(u, 1 - u, v, 1 - v)
        if (edge < 0.05) return '#70332c'
        if (edge < 0.1) return '#d3ab64'
        const diamond = Math.abs(((u * 4) % 1) - 0.5) + Math.abs(((v * 3) % 1) - 0.5)
        return diamond < 0.24 ? '#d8b27a' : diamond < 0.36 ? '#5b6f64' : '#a24a3c'
      }
      pen.sheet(
        28,
        20,
        (u, v) => {
          const { up, back } = curl(u, v)
          return [(u - 0.5) * w - back, up, (v - 0.5) * d - back * 0.6]
        },
        band,
        { finish: 'weave' },
      )
    },
  },
  'shoe-rack': {
    draw: (pen, { size: [w, h, d] }) => {
      for (const x of [-w / 2 + 0.015, w / 2 - 0.015]) pen.box(x, 0, 0, 0.03, h, d, INK.wood, { finish: 'wood' })
      for (const y of [0.08, 0.34, h - 0.025]) pen.box(0, y, 0, w - 0.04, 0.024, d, INK.lightWood, { finish: 'wood' })
      const shoe = (x: number, y: number, colour: string, turn = 0) => {
        for (const k of [-0.05, 0.05]) {
          pen.ball(x + k, y + 0.04, 0.03, 0.05, colour, { scale: [0.72, 0.62, 1.9], turn: [0, turn, 0] })
          pen.ball(x + k, y + 0.06, -0.02, 0.036, '#3a332c', { scale: [0.7, 0.6, 1.2], turn: [0, turn, 0] })
        }
      }
      shoe(-0.28, 0.1, '#4a4f58')
      shoe(-0.02, 0.1, '#7c3b38')
      shoe(0.26, 0.1, '#8f8272')
      shoe(-0.2, 0.36, '#3d3a38')
      shoe(0.12, 0.36, '#a06b58')
      pen.can(0.28, h, 0, 0.07, 0.09, 0.16, INK.blue)
      pen.pipe(
        [
          [-0.3, h + 0.01, 0.02],
          [0.1, h + 0.03, -0.02],
        ],
        0.02,
        '#5b4636',
        { sides: 8 },
      )
    },
  },
  'coat-hooks': {
    draw: (pen, { size: [w] }) => {
      pen.box(0, 0, 0.012, w, 0.09, 0.022, INK.wood, { finish: 'wood' })
      for (const x of [-0.36, -0.12, 0.12, 0.36])
        pen.pipe(
          [
            [x, 0.04, 0.02],
            [x, 0.02, 0.07],
            [x, 0.06, 0.09],
          ],
          0.007,
          INK.brass,
          { smooth: true },
        )
      const coat = (x: number, tint: string, length: number) =>
        pen.sheet(
          8,
          8,
          (u, v) => {
            const width = 0.1 + v * 0.12
            const angle = (u - 0.5) * Math.PI
            return [
              x + Math.sin(angle) * width,
              0.05 - v * length,
              0.03 + Math.cos(angle) * (0.05 + v * 0.03) + Math.sin(u * 22) * 0.006 * v,
            ]
          },
          tint,
          { finish: 'weave' },
        )
      coat(-0.3, '#5f6d80', 0.72)
      coat(0.08, '#7f4e48', 0.6)
      pen.box(0.36, -0.36, 0.08, 0.22, 0.28, 0.06, '#7d8b6a', { finish: 'weave', bevel: 0.02 })
      pen.pipe(
        [
          [0.28, -0.1, 0.08],
          [0.36, 0.03, 0.08],
          [0.44, -0.1, 0.08],
        ],
        0.006,
        '#66735a',
      )
    },
  },
  'low-stool': {
    draw: (pen, { size: [w, h, d], colour = INK.wood }) => {
      pen.box(0, h - 0.03, 0, w, 0.03, d, colour, { finish: 'wood' })
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.box(x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03), 0.03, h - 0.03, 0.03, colour, { finish: 'wood' })
      pen.box(0, h * 0.4, 0, w - 0.06, 0.02, 0.02, colour, { finish: 'wood' })
    },
  },
}
