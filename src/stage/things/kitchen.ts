import { type Drawing, INK } from './drawing.ts'

export const KITCHEN: Record<string, Drawing> = {
  'kitchen-counter': {
    draw: (pen, { size: [w, h, d] }) => {
      const bays = 4
      pen.box(0, 0.08, -0.01, w, h - 0.12, d - 0.06, '#d9cfb4')
      pen.box(0, 0, -0.03, w - 0.06, 0.08, d - 0.12, '#4a453d')
      pen.box(0, h - 0.04, 0, w + 0.02, 0.04, d, '#8f8c85', { finish: 'terrazzo' })
      for (let i = 0; i < bays; i++) {
        const x = -w / 2 + (w * (i + 0.5)) / bays
        pen.box(x, 0.12, d / 2 - 0.035, w / bays - 0.02, h - 0.2, 0.02, '#b9c7a8', { bevel: 0.006 })
        pen.box(x + (i % 2 ? -1 : 1) * (w / bays / 2 - 0.06), h - 0.26, d / 2 - 0.015, 0.014, 0.1, 0.02, INK.steel)
      }
      pen.box(0, h, -d / 2 + 0.006, w, 0.5, 0.01, '#e8ece6', { finish: 'tile', bevel: 0 })
    },
  },
  'kitchen-sink': {
    draw: (pen, { size: [w, , d] }) => {
      const rim = '#c9cdcc'
      pen.box(0, 0, -d / 2 + 0.03, w, 0.012, 0.06, rim)
      pen.box(0, 0, d / 2 - 0.03, w, 0.012, 0.06, rim)
      for (const x of [-w / 2 + 0.03, w / 2 - 0.03]) pen.box(x, 0, 0, 0.06, 0.012, d, rim)
      pen.box(0, 0.001, 0, w - 0.1, 0.004, d - 0.1, '#7f8584', { bevel: 0 })
      pen.pipe(
        [
          [0.1, 0.01, -d / 2 + 0.04],
          [0.1, 0.24, -d / 2 + 0.04],
          [0.1, 0.29, -d / 2 + 0.12],
          [0.1, 0.24, -d / 2 + 0.19],
        ],
        0.014,
        INK.steel,
        { smooth: true, sides: 8 },
      )
      pen.box(0.16, 0.08, -d / 2 + 0.04, 0.06, 0.02, 0.02, INK.steel)
    },
  },
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
  'gas-stove': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0.01, 0, w, h * 0.7, d, '#c4c8c7')
      pen.box(0, h * 0.7 + 0.01, 0, w - 0.02, 0.008, d - 0.04, '#d9dcda')
      for (const x of [-w * 0.25, w * 0.25]) {
        pen.can(x, h * 0.7 + 0.012, -0.02, 0.05, 0.045, 0.018, INK.black)
        pen.ring(x, h * 0.7 + 0.02, -0.02, 0.075, 0.006, '#6b6862', { turn: [Math.PI / 2, 0, 0] })
        for (let i = 0; i < 4; i++) {
          const a = (i * Math.PI) / 2 + 0.4
          pen.box(x + Math.cos(a) * 0.085, h * 0.7 + 0.015, -0.02 + Math.sin(a) * 0.085, 0.07, 0.022, 0.01, INK.iron, {
            turn: [0, -a, 0],
            bevel: 0.002,
          })
        }
        pen.can(x, h * 0.3, d / 2, 0.026, 0.024, 0.03, INK.black, { turn: [Math.PI / 2, 0, 0], sides: 14 })
      }
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
  'range-hood': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0, d / 2, w, 0.1, d, '#c9ccc6')
      pen.box(0, 0.1, d * 0.4, w * 0.8, h * 0.35, d * 0.7, '#bfc3bd', { bevel: 0.03 })
      pen.can(0, 0.1 + h * 0.35, d * 0.3, 0.08, 0.08, h, '#b3b7b2')
      pen.box(0, 0.03, d + 0.004, w * 0.4, 0.03, 0.01, INK.iron)
      pen.can(0.16, -0.01, d / 2, 0.11, 0.11, 0.012, '#7d7467')
      pen.can(-0.16, -0.01, d / 2, 0.11, 0.11, 0.012, '#7d7467')
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
  fridge: {
    looks: ['open'],
    draw: (pen, { size: [w, h, d], look, colour = '#e6ebe8' }) => {
      const freezer = h * 0.3
      pen.box(0, 0.05, -0.02, w, h - 0.05, d - 0.06, colour, { bevel: 0.02 })
      pen.box(0, 0, -0.02, w - 0.06, 0.06, d - 0.1, INK.iron)
      const front = d / 2 - 0.02
      pen.box(0, h - freezer, front, w, freezer - 0.01, 0.05, colour, { bevel: 0.018 })
      pen.box(-w / 2 + 0.05, h - freezer + 0.06, front + 0.035, 0.02, 0.2, 0.025, '#9aa09d')
      if (look !== 'open') {
        pen.box(0, 0.07, front, w, h - freezer - 0.085, 0.05, colour, { bevel: 0.018 })
        pen.box(-w / 2 + 0.05, h - freezer - 0.34, front + 0.035, 0.02, 0.26, 0.025, '#9aa09d')
        return
      }
      // Open: the door stands out at right angles; trays of eggs, a bowl, little else.
      pen.box(w / 2 - 0.025, 0.07, front + w / 2, 0.05, h - freezer - 0.085, w, colour, { bevel: 0.018 })
      pen.box(0, 0.1, front + 0.001, w - 0.06, h - freezer - 0.14, 0.006, '#f7f7f0', { glow: 0.8, bevel: 0 })
      for (const y of [0.3, 0.58, 0.86]) {
        pen.box(0, y, front + 0.02, w - 0.08, 0.012, 0.08, '#c5d0d0')
        for (let i = 0; i < 6; i++)
          pen.ball(-w / 2 + 0.1 + i * 0.07, y + 0.035, front + 0.04, 0.024, '#d8a67c', {
            scale: [1, 1.25, 1],
            detail: 8,
          })
      }
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
  'square-table': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.03, 0, w, 0.03, d, INK.lightWood, { finish: 'wood' })
      pen.box(0, h - 0.11, 0, w - 0.06, 0.08, d - 0.06, INK.wood, { finish: 'wood' })
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.box(x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05), 0.045, h - 0.06, 0.045, INK.wood, { finish: 'wood' })
      pen.turned(
        0.05,
        h,
        0.02,
        [
          [0.06, 0],
          [0.1, 0.04],
          [0.15, 0.06],
          [0.152, 0.066],
        ],
        '#cfd8d2',
        { sides: 22 },
      )
      for (const [x, z, tint] of [
        [0.02, 0.0, '#6c9a54'],
        [0.09, 0.04, '#7fae62'],
        [0.04, 0.07, '#d9e2bf'],
      ] as const)
        pen.ball(x, h + 0.07, z, 0.05, tint, { scale: [1.2, 0.7, 1] })
      pen.can(-0.18, h, -0.16, 0.035, 0.04, 0.12, INK.red)
      pen.pipe(
        [
          [-0.19, h + 0.1, -0.16],
          [-0.21, h + 0.25, -0.17],
        ],
        0.004,
        INK.paleWood,
      )
      pen.pipe(
        [
          [-0.17, h + 0.1, -0.16],
          [-0.15, h + 0.25, -0.17],
        ],
        0.004,
        INK.paleWood,
      )
    },
  },
}
