import { type Drawing, INK } from './drawing.ts'

const frame = (pen: Parameters<Drawing['draw']>[0], w: number, h: number, tint: string, thick = 0.03) => {
  pen
    .box(0, 0, 0.012, w, thick, 0.024, tint, { finish: 'wood' })
    .box(0, h - thick, 0.012, w, thick, 0.024, tint, { finish: 'wood' })
  for (const x of [-w / 2 + thick / 2, w / 2 - thick / 2])
    pen.box(x, 0, 0.012, thick, h, 0.024, tint, { finish: 'wood' })
}

/** What hangs on walls and ceilings. */
export const WALLS: Record<string, Drawing> = {
  'number-list': {
    draw: (pen, { size: [w, h], span }) =>
      pen
        .box(0, 0, 0.003, w, h, 0.004, INK.paper, { bevel: 0 })
        .picture(0, 0.004, 0.0075, w - 0.008, h - 0.008, span('number-list'))
        .box(0, h - 0.03, 0.008, 0.06, 0.04, 0.004, '#e8d9a0'),
  },
  calendar: {
    draw: (pen, { size: [w, h], span }) => {
      pen.can(0, h + 0.05, 0.008, 0.005, 0.005, 0.02, INK.iron, { turn: [Math.PI / 2, 0, 0], sides: 8 })
      pen.pipe(
        [
          [-w * 0.3, h, 0.01],
          [0, h + 0.05, 0.012],
          [w * 0.3, h, 0.01],
        ],
        0.002,
        INK.iron,
        { sides: 4 },
      )
      pen.box(0, h - 0.012, 0.01, w, 0.022, 0.014, INK.iron)
      pen.box(0, 0, 0.006, w, h - 0.01, 0.008, INK.paper, { bevel: 0 })
      pen.picture(0, 0.002, 0.012, w - 0.004, h - 0.014, span('calendar'))
    },
  },
  'wall-clock': {
    draw: (pen, { size: [w, h], span }) => {
      pen.can(0, h / 2 - 0.02, 0.02, w / 2, w / 2, 0.04, '#7a2f28', { turn: [Math.PI / 2, 0, 0], sides: 32 })
      const s = span('clock')
      pen.sheet(
        32,
        1,
        (u, v) => [Math.cos(u * Math.PI * 2) * w * 0.42 * v, h / 2 + Math.sin(u * Math.PI * 2) * w * 0.42 * v, 0.043],
        '#fbfaf4',
      )
      pen.picture(0, h * 0.14, 0.045, w * 0.7, h * 0.7, {
        u0: s.u0 + (s.u1 - s.u0) * 0.02,
        v0: s.v0 + (s.v1 - s.v0) * 0.02,
        u1: s.u1 - (s.u1 - s.u0) * 0.02,
        v1: s.v1 - (s.v1 - s.v0) * 0.02,
      })
    },
  },
  certificate: {
    draw: (pen, { size: [w, h], span }) => {
      frame(pen, w, h, INK.darkWood, 0.026)
      pen.picture(0, 0.018, 0.012, w - 0.036, h - 0.036, span('certificate'))
    },
  },
  'photo-frame': {
    draw: (pen, { size: [w, h], span }) => {
      frame(pen, w, h, '#7c2f28', 0.03)
      pen.box(0, 0.02, 0.006, w - 0.04, h - 0.04, 0.006, '#b33a31', { bevel: 0 })
      for (const [x, y, k] of [
        [-0.15, 0.05, 1],
        [0.13, 0.06, 0.9],
        [-0.12, 0.24, 0.9],
        [0.15, 0.25, 0.8],
      ] as const)
        pen.picture(x, y, 0.012, 0.22 * k, 0.16 * k, span(k === 1 ? 'troupe' : 'family'))
    },
  },
  curtains: {
    draw: (pen, { size: [w, h] }) => {
      pen.pipe(
        [
          [-w / 2, h - 0.02, 0.0],
          [w / 2, h - 0.02, 0.0],
        ],
        0.014,
        INK.darkWood,
        { sides: 8 },
      )
      for (const side of [-1, 1]) {
        pen.sheet(
          42,
          6,
          (u, v) => {
            const x = side * (w / 2 - 0.04 - u * 0.42)
            return [x, h - 0.03 - v * (h - 0.08), Math.sin(u * 34) * (0.022 + v * 0.012) - 0.005]
          },
          (u, v) => (v > 0.93 ? '#a8584c' : Math.sin(u * 34) > 0.2 ? '#dcbf94' : '#cda97c'),
          { finish: 'weave' },
        )
      }
    },
  },
  'ceiling-lamp': {
    draw: (pen) => {
      pen.can(0, -0.02, 0, 0.06, 0.06, 0.02, INK.cream)
      pen.turned(
        0,
        -0.11,
        0,
        [
          [0, 0],
          [0.09, 0.012],
          [0.15, 0.045],
          [0.16, 0.085],
          [0.1, 0.1],
        ],
        '#fff2d6',
        { glow: 0.95, sides: 24 },
      )
    },
  },
  'fu-sign': {
    draw: (pen, { size: [w, h], span }) =>
      pen.picture(0, h * 0.15, 0.004, w * 0.7, h * 0.7, span('fu'), { turn: [0, 0, Math.PI / 4] }),
  },
}
