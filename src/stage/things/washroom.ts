import { type Drawing, INK } from './drawing.ts'

export const WASHROOM: Record<string, Drawing> = {
  toilet: {
    draw: (pen, { size: [w, h, d] }) => {
      const china = '#f1f0ea'
      pen.box(0, h * 0.46, -d / 2 + 0.1, w * 0.96, h * 0.5, 0.18, china, { bevel: 0.025 })
      pen.box(0, h * 0.95, -d / 2 + 0.1, w, 0.03, 0.2, china, { bevel: 0.012 })
      pen.can(0.08, h * 0.98, -d / 2 + 0.1, 0.02, 0.018, 0.015, INK.steel, { sides: 12 })
      pen.turned(
        0,
        0,
        0.06,
        [
          [0.12, 0],
          [0.125, 0.06],
          [0.11, 0.18],
          [0.17, 0.34],
          [0.185, 0.38],
          [0.16, 0.39],
          [0.12, 0.3],
          [0, 0.24],
        ],
        china,
        { sides: 26 },
      )
      pen.ring(0, 0.395, 0.06, 0.155, 0.026, '#d8d6cb', { turn: [Math.PI / 2, 0, 0] })
    },
  },
  washbasin: {
    draw: (pen, { size: [w, h, d] }) => {
      const china = '#eff0ea'
      pen.turned(
        0,
        0,
        -0.04,
        [
          [0.11, 0],
          [0.085, 0.08],
          [0.07, h * 0.6],
          [0.1, h - 0.16],
        ],
        china,
        { sides: 18 },
      )
      pen.box(0, h - 0.16, 0, w, 0.15, d, china, { bevel: 0.04 })
      pen.turned(
        0,
        h - 0.012,
        0.03,
        [
          [0.17, 0.004],
          [0.15, -0.002],
          [0, 0.001],
        ],
        '#c5cdca',
        { sides: 24 },
      )
      pen.pipe(
        [
          [0, h - 0.02, -d / 2 + 0.06],
          [0, h + 0.1, -d / 2 + 0.06],
          [0, h + 0.11, -d / 2 + 0.14],
        ],
        0.014,
        INK.steel,
        { smooth: true },
      )
      pen.can(-0.17, h - 0.01, -0.12, 0.03, 0.034, 0.1, '#86b7c9')
      pen.pipe(
        [
          [-0.17, h + 0.06, -0.12],
          [-0.2, h + 0.17, -0.11],
        ],
        0.005,
        '#d0564c',
      )
      pen.box(0.17, h - 0.01, -0.12, 0.09, 0.03, 0.06, '#e6cf9a', { bevel: 0.012 })
    },
  },
  mirror: {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0, d / 2, w, h, d, INK.cream, { bevel: 0.006 })
      pen.box(0, 0.03, d, w - 0.06, h - 0.06, 0.006, '#b7c6c8', { bevel: 0 })
    },
  },
  shower: {
    draw: (pen) => {
      pen.pipe(
        [
          [0, 0.95, 0.05],
          [0, 2.0, 0.05],
          [0, 2.08, 0.12],
          [0, 2.06, 0.2],
        ],
        0.011,
        INK.steel,
        { smooth: true, sides: 8 },
      )
      pen.can(0, 1.99, 0.22, 0.075, 0.03, 0.06, '#c9cdcc', { turn: [0.35, 0, 0] })
      pen.box(0, 0.9, 0.04, 0.22, 0.07, 0.07, INK.steel, { bevel: 0.02 })
      pen.can(-0.08, 0.92, 0.09, 0.026, 0.026, 0.03, '#b5463c', { turn: [Math.PI / 2, 0, 0] })
      pen.can(0.08, 0.92, 0.09, 0.026, 0.026, 0.03, INK.blue, { turn: [Math.PI / 2, 0, 0] })
      pen.can(0, 0, 0.35, 0.06, 0.06, 0.004, '#8b9090')
    },
  },
  'water-heater': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.can(0, d / 2, d / 2 + 0.01, h * 0.46, h * 0.46, w, '#eceae2', { turn: [0, 0, Math.PI / 2], sides: 22 })
      pen.box(0, h * 0.1, d + 0.03, 0.16, 0.05, 0.02, '#b5463c')
      pen.pipe(
        [
          [-0.1, 0, d / 2],
          [-0.1, -0.4, 0.03],
          [-0.1, -0.7, 0.02],
        ],
        0.011,
        INK.steel,
      )
      pen.pipe(
        [
          [0.1, 0, d / 2],
          [0.1, -0.4, 0.03],
          [0.1, -0.7, 0.02],
        ],
        0.011,
        INK.steel,
      )
    },
  },
  'towel-bar': {
    looks: ['torn', 'intact'],
    draw: (pen, { size: [w], look }) => {
      if (look !== 'torn') {
        for (const x of [-w / 2, w / 2]) {
          pen.can(x, -0.02, 0.006, 0.028, 0.028, 0.012, INK.steel, { turn: [Math.PI / 2, 0, 0] })
          pen.pipe(
            [
              [x, 0, 0],
              [x, 0, 0.07],
            ],
            0.009,
            INK.steel,
          )
        }
        pen.pipe(
          [
            [-w / 2 - 0.02, 0, 0.07],
            [w / 2 + 0.02, 0, 0.07],
          ],
          0.011,
          '#cdd1d1',
          { sides: 9 },
        )
        pen.sheet(
          6,
          10,
          (u, v) => [-0.12 + u * 0.26, 0.012 - v * 0.42, 0.084 + Math.sin(u * 9) * 0.006 * v],
          (_, v) => (v > 0.82 && v < 0.9 ? '#d78b86' : '#f0e2d0'),
          { finish: 'weave' },
        )
        return
      }
      // One end torn out of the wall: four holes, bare plaster, the bar hanging by its other bracket.
      pen.can(-w / 2, -0.02, 0.006, 0.028, 0.028, 0.012, INK.steel, { turn: [Math.PI / 2, 0, 0] })
      pen.pipe(
        [
          [-w / 2, 0, 0],
          [-w / 2, 0, 0.07],
        ],
        0.009,
        INK.steel,
      )
      pen.pipe(
        [
          [-w / 2 - 0.01, 0.02, 0.07],
          [w / 2 - 0.12, -0.42, 0.05],
        ],
        0.011,
        '#cdd1d1',
        { sides: 9 },
      )
      pen.can(w / 2 - 0.125, -0.45, 0.055, 0.026, 0.026, 0.012, INK.steel, { turn: [0.4, 0, 0.9] })
      const scar: [number, number][] = [
        [0, 0.055],
        [0.9, 0.07],
        [1.8, 0.045],
        [2.7, 0.062],
        [3.6, 0.05],
        [4.5, 0.072],
        [5.4, 0.055],
      ]
      pen.sheet(
        6,
        1,
        (u, v) => {
          const [a, r] = scar[Math.min(6, Math.round(u * 6))] as [number, number]
          return [w / 2 + Math.cos(a) * r * v, Math.sin(a) * r * v, 0.004]
        },
        (_, v) => (v < 0.5 ? '#8d6b55' : '#c9b8a2'),
      )
      for (const [x, y] of [
        [-0.015, 0.015],
        [0.015, 0.015],
        [-0.015, -0.015],
        [0.015, -0.015],
      ] as const)
        pen.can(w / 2 + x, y - 0.004, 0.005, 0.006, 0.006, 0.004, '#2c211a', { turn: [Math.PI / 2, 0, 0], sides: 8 })
      pen.box(w / 2 - 0.04, -1.0, 0.08, 0.04, 0.012, 0.03, '#d8cdbb', { turn: [0, 0.6, 0] })
    },
  },
  'shower-stool': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.05, 0, w, 0.05, d, '#6fa3b5', { bevel: 0.02 })
      pen.box(0, h, 0, w * 0.3, 0.002, 0.03, '#4f7f90', { bevel: 0 })
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.can(x * (w / 2 - 0.045), 0, z * (d / 2 - 0.045), 0.022, 0.03, h - 0.04, '#6295a6', { sides: 10 })
    },
  },
  'wet-floor': {
    draw: (pen, { size: [w, , d] }) => {
      const pool = (x: number, z: number, r: number, k: number) =>
        pen.sheet(
          18,
          1,
          (u, v) => {
            const a = u * Math.PI * 2
            const wave = 1 + 0.16 * Math.sin(a * 3 + k) + 0.09 * Math.sin(a * 5 + k * 2)
            return [x + Math.cos(a) * r * v * wave, 0.004, z + Math.sin(a) * r * v * wave * (d / w)]
          },
          '#dfe9ea',
          { finish: 'glass' },
        )
      pool(0.08, -0.1, w * 0.34, 0.4)
      pool(-0.3, 0.3, w * 0.13, 2)
      pool(0.3, 0.34, w * 0.1, 4)
    },
  },
  bucket: {
    draw: (pen, { size: [w, h], colour = INK.red }) => {
      pen.turned(
        0,
        0,
        0,
        [
          [w * 0.36, 0],
          [w * 0.38, 0.01],
          [w * 0.5, h],
          [w * 0.52, h],
          [w * 0.48, h - 0.01],
          [w * 0.36, 0.03],
          [0, 0.025],
        ],
        colour,
        { sides: 26 },
      )
      pen.pipe(
        [
          [-w / 2, h - 0.02, 0],
          [-w * 0.3, h * 1.25, 0.02],
          [w * 0.3, h * 1.25, 0.02],
          [w / 2, h - 0.02, 0],
        ],
        0.005,
        INK.steel,
        { smooth: true },
      )
    },
  },
}
