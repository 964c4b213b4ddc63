import { type Drawing, INK } from './drawing.ts'

/** What a kitchen is fitted with. */
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
