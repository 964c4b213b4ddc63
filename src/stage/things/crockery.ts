import { type Drawing, INK } from './drawing.ts'

/** Small things of a kitchen. */
export const CROCKERY: Record<string, Drawing> = {
  'scorched-pan': {
    draw: (pen) => {
      // An iron wok, scorched black and brown inside, standing in soaking water.
      pen.turned(
        0,
        0.02,
        0,
        [
          [0.05, 0],
          [0.1, 0.012],
          [0.15, 0.05],
          [0.172, 0.095],
          [0.176, 0.1],
        ],
        '#3a3734',
        { sides: 26 },
      )
      pen.turned(
        0,
        0.026,
        0,
        [
          [0.172, 0.094],
          [0.14, 0.048],
          [0.09, 0.014],
          [0, 0.006],
        ],
        '#241a14',
        { sides: 26 },
      )
      pen.turned(
        0,
        0.028,
        0,
        [
          [0.135, 0.046],
          [0.09, 0.018],
          [0.04, 0.01],
        ],
        '#5a3117',
        { sides: 18 },
      )
      pen.can(0, 0.062, 0, 0.128, 0.13, 0.002, '#6f6a58', { sides: 24 })
      for (const [x, z, r] of [
        [0.05, 0.03, 0.032],
        [-0.06, 0.02, 0.024],
        [0, -0.06, 0.03],
      ] as const)
        pen.can(x, 0.064, z, r, r * 0.8, 0.002, '#2b1c12', { sides: 9 })
      pen.pipe(
        [
          [0.16, 0.1, 0.02],
          [0.24, 0.13, 0.05],
          [0.33, 0.15, 0.07],
        ],
        0.014,
        '#5b3b25',
        { smooth: true, sides: 8 },
      )
      pen.ring(-0.19, 0.11, 0, 0.028, 0.006, '#3a3734', { turn: [Math.PI / 2, 0, 0] })
    },
  },
  kettle: {
    looks: ['boiling'],
    draw: (pen) => {
      const tin = '#c3c8ca'
      pen.turned(
        0,
        0,
        0,
        [
          [0.085, 0],
          [0.1, 0.015],
          [0.104, 0.06],
          [0.088, 0.12],
          [0.052, 0.15],
          [0.05, 0.155],
        ],
        tin,
        { sides: 26 },
      )
      pen.turned(
        0,
        0.152,
        0,
        [
          [0.055, 0],
          [0.04, 0.014],
          [0, 0.02],
        ],
        '#aeb4b6',
        { sides: 20 },
      )
      pen.ball(0, 0.182, 0, 0.014, INK.black)
      pen.pipe(
        [
          [0.09, 0.06, 0],
          [0.13, 0.1, 0],
          [0.15, 0.145, 0],
        ],
        0.015,
        tin,
        { smooth: true, sides: 8 },
      )
      pen.pipe(
        [
          [-0.07, 0.14, 0],
          [-0.05, 0.23, 0],
          [0.05, 0.23, 0],
          [0.07, 0.14, 0],
        ],
        0.008,
        INK.black,
        { smooth: true, sides: 7 },
      )
      pen.ring(0, 0.005, 0, 0.06, 0.012, '#4b76b8', { turn: [Math.PI / 2, 0, 0] })
    },
  },
  'rice-cooker': {
    draw: (pen) => {
      pen.turned(
        0,
        0,
        0,
        [
          [0.11, 0],
          [0.13, 0.02],
          [0.135, 0.16],
          [0.13, 0.18],
        ],
        '#e9e0cb',
        { sides: 24 },
      )
      pen.turned(
        0,
        0.18,
        0,
        [
          [0.132, 0],
          [0.12, 0.02],
          [0.03, 0.045],
          [0, 0.047],
        ],
        '#c7cbc8',
        { sides: 24 },
      )
      pen.ball(0, 0.235, 0, 0.018, INK.black)
      pen.box(0, 0.05, 0.13, 0.07, 0.07, 0.02, '#b5463c', { bevel: 0.006 })
    },
  },
  'chopping-board': {
    draw: (pen, { size: [w, h] }) => {
      pen.box(0, 0, 0, w, h, 0.03, INK.lightWood, { finish: 'wood', turn: [-0.14, 0, 0] })
      pen.box(0.19, 0, 0.04, 0.12, 0.2, 0.1, '#8b6a46', { finish: 'wood' })
      for (const [x, tall] of [
        [0.16, 0.1],
        [0.2, 0.13],
        [0.23, 0.08],
      ] as const)
        pen.box(x, 0.18, 0.04, 0.014, tall, 0.02, INK.black)
    },
  },
  'enamel-bowl': {
    draw: (pen, { span }) => {
      pen.turned(
        0,
        0,
        0,
        [
          [0.05, 0],
          [0.056, 0.006],
          [0.098, 0.07],
          [0.106, 0.085],
        ],
        '#f4f3ec',
        { sides: 28 },
      )
      pen.turned(
        0,
        0,
        0,
        [
          [0.103, 0.086],
          [0.09, 0.07],
          [0.05, 0.02],
          [0, 0.016],
        ],
        '#e3ead9',
        { sides: 28 },
      )
      pen.ring(0, 0.086, 0, 0.105, 0.004, '#2f568f', { turn: [Math.PI / 2, 0, 0] })
      pen.turned(
        0,
        0.088,
        0,
        [
          [0.108, 0],
          [0.08, 0.02],
          [0, 0.03],
        ],
        '#f4f3ec',
        { sides: 28 },
      )
      pen.ball(0, 0.122, 0, 0.013, '#2f568f')
      pen.ball(0.07, 0.045, 0.068, 0.018, '#c2453a', { scale: [1, 1, 0.3], turn: [0, 0.8, 0] })
      pen.picture(0.02, -0.055, 0.112, 0.14, 0.105, span('note'))
    },
  },
  'gas-alarm': {
    looks: ['dark', 'lit'],
    draw: (pen, { size: [w, h, d], look }) => {
      pen.box(0, 0, d / 2, w, h, d, '#f3f2ec', { bevel: 0.012 })
      for (let i = 0; i < 4; i++)
        pen.box(0, 0.02 + i * 0.016, d + 0.002, w * 0.6, 0.006, 0.004, '#a9a79e', { bevel: 0 })
      const isLit = look === 'lit'
      pen.ball(-0.025, h - 0.035, d, 0.011, isLit ? '#58e06c' : '#3d443c', isLit ? { glow: 3 } : {})
      pen.ball(0.025, h - 0.035, d, 0.011, '#4a3632')
      pen.pipe(
        [
          [0, 0, d * 0.5],
          [0.02, -0.12, d * 0.4],
          [0.01, -0.3, 0.01],
        ],
        0.004,
        '#e5e2d8',
        { smooth: true },
      )
    },
  },
  'fridge-labels': {
    draw: (pen, { size: [w, h], span }) => pen.picture(0, -h * 0.4, 0.014, w, h, span('fridge-labels')),
  },
  'wall-shelf': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.02, d / 2, w, 0.02, d, INK.lightWood, { finish: 'wood' })
      for (const x of [-w / 2 + 0.08, w / 2 - 0.08])
        pen.box(x, 0.02, d / 2 - 0.02, 0.02, h - 0.04, d - 0.05, INK.wood, { finish: 'wood' })
      for (const [x, tint, tall] of [
        [0.2, '#b5463c', 0.16],
        [0.28, '#d8c48c', 0.13],
        [-0.28, '#6f4a2c', 0.2],
      ] as const) {
        pen.can(x, h, d / 2, 0.033, 0.033, tall, tint, { sides: 12 })
        pen.can(x, h + tall, d / 2, 0.03, 0.03, 0.02, INK.black, { sides: 12 })
      }
    },
  },
  'tube-lamp': {
    draw: (pen, { size: [w] }) => {
      pen.box(0, -0.05, 0, w, 0.05, 0.09, '#e8e5da')
      pen.pipe(
        [
          [-w / 2 + 0.03, -0.07, 0],
          [w / 2 - 0.03, -0.07, 0],
        ],
        0.016,
        '#fff6dd',
        { sides: 8, glow: 1.6 },
      )
    },
  },
}
