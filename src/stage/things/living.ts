import { type Drawing, INK } from './drawing.ts'

const frame = (pen: Parameters<Drawing['draw']>[0], w: number, h: number, tint: string, thick = 0.03) => {
  pen
    .box(0, 0, 0.012, w, thick, 0.024, tint, { finish: 'wood' })
    .box(0, h - thick, 0.012, w, thick, 0.024, tint, { finish: 'wood' })
  for (const x of [-w / 2 + thick / 2, w / 2 - thick / 2])
    pen.box(x, 0, 0.012, thick, h, 0.024, tint, { finish: 'wood' })
}

export const LIVING: Record<string, Drawing> = {
  sofa: {
    // A wooden slat settee with cushions, and a crocheted cover over the back, as in every flat of its time.
    draw: (pen, { size: [w, h, d] }) => {
      const seat = 0.4
      for (const x of [-w / 2 + 0.04, w / 2 - 0.04]) {
        pen.box(x, 0, d / 2 - 0.06, 0.07, 0.6, 0.07, INK.wood, { finish: 'wood' })
        pen.box(x, 0, -d / 2 + 0.06, 0.07, h - 0.04, 0.07, INK.wood, { finish: 'wood' })
        pen.box(x, 0.58, 0.02, 0.1, 0.045, d - 0.02, INK.wood, { finish: 'wood', bevel: 0.014 })
        pen.box(x, 0.3, 0, 0.05, 0.05, d - 0.14, INK.wood, { finish: 'wood' })
      }
      pen.box(0, 0.24, d / 2 - 0.06, w - 0.14, 0.08, 0.04, INK.wood, { finish: 'wood' })
      pen.box(0, 0.26, 0, w - 0.14, 0.04, d - 0.14, INK.darkWood, { finish: 'wood' })
      pen.box(0, h - 0.09, -d / 2 + 0.06, w - 0.1, 0.06, 0.05, INK.wood, { finish: 'wood', bevel: 0.014 })
      for (let i = 0; i < 11; i++)
        pen.box(-w / 2 + 0.16 + (i * (w - 0.32)) / 10, 0.32, -d / 2 + 0.06, 0.045, h - 0.4, 0.025, INK.wood, {
          finish: 'wood',
        })
      const third = (w - 0.16) / 3
      for (let i = 0; i < 3; i++) {
        const x = -w / 2 + 0.08 + third * (i + 0.5)
        pen.box(x, 0.3, 0.03, third - 0.015, seat - 0.29, d - 0.16, '#8d4b3e', {
          finish: 'weave',
          bevel: 0.03,
          step: 0.2,
        })
        pen.box(x, 0.4, -d / 2 + 0.14, third - 0.02, h - 0.48, 0.09, '#8d4b3e', {
          finish: 'weave',
          bevel: 0.03,
          turn: [-0.13, 0, 0],
          step: 0.2,
        })
        pen.sheet(
          24,
          12,
          (u, v) => {
            // Over the top rail, then down the front of the cushion to a scalloped hem.
            const over = Math.min(1, v / 0.25)
            const drop = Math.max(0, (v - 0.25) / 0.75)
            const scallop = v > 0.95 ? Math.abs(Math.sin(u * Math.PI * 6)) * 0.018 : 0
            const y = v < 0.25 ? h - 0.015 - over * over * 0.045 : h - 0.06 - drop * 0.27 - scallop
            return [x + (u - 0.5) * third * 0.74, y, -d / 2 + 0.03 + over * 0.157 + drop * 0.036]
          },
          (u, v) => (Math.round(u * 24) % 2 && Math.round(v * 12) % 2 ? '#e4d9c0' : '#f7f1e3'),
          { finish: 'weave' },
        )
      }
      pen.box(w / 2 - 0.3, seat + 0.005, -0.1, 0.32, 0.28, 0.09, '#c9a35c', {
        finish: 'weave',
        bevel: 0.04,
        turn: [-0.3, -0.2, 0],
      })
    },
  },
  'tea-table': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.04, 0, w, 0.04, d, INK.wood, { finish: 'wood', step: 0.18 })
      pen.box(0, h - 0.1, 0, w - 0.08, 0.06, d - 0.08, INK.darkWood, { finish: 'wood' })
      pen.box(0, 0.14, 0, w - 0.12, 0.02, d - 0.12, INK.wood, { finish: 'wood' })
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.box(x * (w / 2 - 0.05), 0, z * (d / 2 - 0.05), 0.05, h - 0.04, 0.05, INK.darkWood, { finish: 'wood' })
      // Lace under the glass, and newspapers below.
      pen.box(0, h, 0, w - 0.1, 0.003, d - 0.1, '#f3ecdc', { finish: 'weave', bevel: 0, step: 0.12 })
      pen.box(-0.2, 0.16, 0.02, 0.36, 0.03, 0.28, '#d6d2c6', { turn: [0, 0.2, 0] })
      pen.box(0.24, 0.16, -0.04, 0.3, 0.05, 0.22, '#b8a98a', { turn: [0, -0.15, 0] })
      pen.turned(
        0.14,
        h + 0.003,
        -0.14,
        [
          [0.07, 0],
          [0.12, 0.025],
          [0.122, 0.03],
        ],
        '#b5352c',
        { sides: 24 },
      )
      for (let i = 0; i < 9; i++)
        pen.ball(
          0.14 + Math.cos(i * 2.4) * 0.02 * Math.sqrt(i),
          h + 0.035,
          -0.14 + Math.sin(i * 2.4) * 0.02 * Math.sqrt(i),
          0.018,
          ['#d99a3e', '#c8873a', '#e8c27a'][i % 3] as string,
          { detail: 6 },
        )
    },
  },
  'pill-box': {
    draw: (pen, { span }) => {
      pen.box(0, 0, 0, 0.26, 0.022, 0.105, '#d5e2ea', { bevel: 0.005 })
      pen.picture(0, 0.022, 0, 0.25, 0.1, span('pill-lid'), { turn: [-Math.PI / 2, 0, 0] })
      for (const [x, z, turn, name, tint] of [
        [0.2, -0.02, 0.25, 'medicine-a', '#eef2f6'],
        [0.2, 0.055, -0.12, 'medicine-b', '#f2f0e4'],
      ] as const) {
        pen.box(x, 0, z, 0.115, 0.022, 0.05, tint, { turn: [0, turn, 0], bevel: 0.002 })
        pen.picture(x, 0.0225, z, 0.11, 0.047, span(name), { turn: [-Math.PI / 2, 0, turn] })
      }
      pen.can(-0.18, 0, 0.03, 0.028, 0.028, 0.055, '#8a5a34', { sides: 16 })
      pen.can(-0.18, 0.055, 0.03, 0.03, 0.03, 0.016, '#f4f4ef', { sides: 16 })
    },
  },
  thermos: {
    draw: (pen) => {
      pen.turned(
        0,
        0,
        0,
        [
          [0.075, 0],
          [0.08, 0.01],
          [0.08, 0.26],
          [0.06, 0.31],
          [0.05, 0.325],
        ],
        INK.red,
        { sides: 26 },
      )
      for (const y of [0.02, 0.265]) pen.ring(0, y, 0, 0.08, 0.005, '#e2c27c', { turn: [Math.PI / 2, 0, 0] })
      pen.turned(
        0,
        0.325,
        0,
        [
          [0.05, 0],
          [0.052, 0.03],
          [0.046, 0.075],
          [0, 0.08],
        ],
        '#c7cbca',
        { sides: 22 },
      )
      pen.pipe(
        [
          [0.075, 0.08, 0],
          [0.135, 0.1, 0],
          [0.135, 0.22, 0],
          [0.075, 0.24, 0],
        ],
        0.01,
        INK.red,
        { smooth: true, sides: 7 },
      )
      for (let i = 0; i < 5; i++) {
        const a = (i * Math.PI * 2) / 5
        pen.ball(Math.cos(a) * 0.022, 0.14 + Math.sin(a) * 0.022, 0.074, 0.018, '#efb6b4', {
          scale: [1, 1, 0.4],
          detail: 8,
        })
      }
      pen.ball(0, 0.14, 0.078, 0.012, '#e8c15a', { scale: [1, 1, 0.5], detail: 8 })
      for (const s of [-1, 1])
        pen.ball(s * 0.045, 0.1, 0.064, 0.02, '#4f7f52', { scale: [1.2, 0.5, 0.3], turn: [0, 0, s * 0.6], detail: 8 })
    },
  },
  'tea-mugs': {
    draw: (pen) => {
      for (const [x, z] of [
        [-0.09, 0.02],
        [0.09, -0.04],
      ] as const) {
        pen.turned(
          x,
          0,
          z,
          [
            [0.032, 0],
            [0.038, 0.006],
            [0.04, 0.085],
          ],
          '#f6f5ef',
          { sides: 20 },
        )
        pen.turned(
          x,
          0.085,
          z,
          [
            [0.043, 0],
            [0.036, 0.012],
            [0, 0.02],
          ],
          '#f6f5ef',
          { sides: 20 },
        )
        pen.ball(x, 0.11, z, 0.009, '#33588f', { detail: 8 })
        pen.ring(x, 0.07, z, 0.0405, 0.0025, '#33588f', { turn: [Math.PI / 2, 0, 0] })
        pen.pipe(
          [
            [x + 0.038, 0.07, z],
            [x + 0.065, 0.06, z],
            [x + 0.062, 0.03, z],
            [x + 0.038, 0.022, z],
          ],
          0.005,
          '#f6f5ef',
          { smooth: true },
        )
      }
    },
  },
  chair: {
    draw: (pen, { size: [w, h, d] }) => {
      const seat = 0.44
      for (const x of [-1, 1]) {
        pen.box(x * (w / 2 - 0.025), 0, d / 2 - 0.03, 0.04, seat, 0.04, INK.wood, { finish: 'wood' })
        pen.box(x * (w / 2 - 0.025), 0, -d / 2 + 0.025, 0.04, h, 0.036, INK.wood, {
          finish: 'wood',
          turn: [0.05, 0, 0],
        })
      }
      pen.box(0, seat - 0.03, 0, w, 0.035, d, INK.wood, { finish: 'wood', bevel: 0.01 })
      for (const y of [0.58, 0.68, h - 0.08])
        pen.box(0, y, -d / 2 + 0.005 - (y - 0.5) * 0.02, w - 0.06, 0.05, 0.02, INK.lightWood, { finish: 'wood' })
      pen.box(0, 0.2, 0, w - 0.06, 0.025, 0.02, INK.wood, { finish: 'wood' })
      pen.box(0, seat + 0.004, 0.01, w - 0.06, 0.035, d - 0.06, '#7d8f6b', { finish: 'weave', bevel: 0.015 })
    },
  },
  'tv-cabinet': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0.06, -0.01, w - 0.02, h - 0.1, d - 0.04, INK.darkWood, { finish: 'wood' })
      pen.box(0, h - 0.04, 0, w, 0.04, d, INK.wood, { finish: 'wood', step: 0.2 })
      pen.box(0, 0, -0.02, w - 0.1, 0.06, d - 0.1, '#4a2f20')
      for (const x of [-w / 3, w / 3]) {
        pen.box(x, 0.09, d / 2 - 0.02, w / 3 - 0.04, h - 0.16, 0.02, INK.wood, { finish: 'wood' })
        pen.box(x, 0.14, d / 2 - 0.008, w / 3 - 0.14, h - 0.26, 0.012, INK.lightWood, { finish: 'wood' })
        pen.ball(x + (x < 0 ? 0.2 : -0.2), h / 2, d / 2 + 0.012, 0.014, INK.brass)
      }
      pen.box(0, h * 0.5, d / 2 - 0.02, w / 3 - 0.04, h * 0.36, 0.012, '#3a261a')
      pen.box(0, 0.1, d / 2 - 0.02, w / 3 - 0.04, h * 0.32, 0.02, INK.wood, { finish: 'wood' })
      pen.ball(0, 0.1 + h * 0.16, d / 2 + 0.005, 0.014, INK.brass)
      pen.box(-0.02, h * 0.56, d / 2 - 0.05, 0.3, 0.07, 0.1, '#2b2a29')
      pen.box(-0.12, h, 0.02, 0.06, 0.025, 0.17, '#2b2a29', { turn: [0, 0.25, 0] })
    },
  },
  television: {
    draw: (pen, { size: [w, h, d], span }) => {
      pen.box(0, 0.06, 0, w, h - 0.06, 0.05, '#2c2b2a', { bevel: 0.01 })
      pen.box(0, 0.06, -0.05, w * 0.6, h * 0.6, 0.06, '#262524', { bevel: 0.02 })
      pen.picture(0, 0.09, 0.027, w - 0.06, h - 0.13, span('screen'))
      pen.box(0, 0, 0, 0.3, 0.012, d, '#2c2b2a').box(0, 0.01, -0.01, 0.08, 0.06, 0.04, '#2c2b2a')
      // A crocheted cloth over the top, as if it still were a set with tubes.
      pen.sheet(
        40,
        6,
        (u, v) => [
          (u - 0.5) * w * 0.8,
          v < 0.4 ? h + 0.004 : h + 0.004 - (v - 0.4) * 0.16 - (v > 0.95 ? Math.abs(Math.sin(u * 22)) * 0.012 : 0),
          -0.03 + Math.min(v, 0.4) * 0.15 + (v > 0.4 ? 0.004 : 0),
        ],
        (u, v) => ((Math.round(u * 14) + Math.round(v * 5)) % 2 ? '#f7f1e3' : '#e6dcc6'),
        { finish: 'weave' },
      )
    },
  },
  portrait: {
    // A husband's portrait, a sprig of osmanthus, a second cup of tea, a small lace cloth.
    draw: (pen, { size: [w, , d], span }) => {
      pen.box(0, 0, 0.02, w, 0.004, d, '#f3ecdc', { finish: 'weave', bevel: 0 })
      const lean: [number, number, number] = [-0.12, 0, 0]
      pen.box(-0.08, 0.004, -0.06, 0.3, 0.38, 0.022, '#2f241d', { turn: lean, bevel: 0.006 })
      pen.box(-0.08, 0.022, -0.051, 0.26, 0.342, 0.014, '#e9e4d6', { turn: lean, bevel: 0 })
      pen.picture(-0.08, 0.044, -0.0425, 0.22, 0.286, span('portrait'), { turn: lean })
      pen.turned(
        0.17,
        0.004,
        -0.03,
        [
          [0.03, 0],
          [0.052, 0.05],
          [0.05, 0.1],
          [0.022, 0.16],
          [0.028, 0.18],
        ],
        '#dfe6ea',
        { sides: 20 },
      )
      for (let i = 0; i < 7; i++) {
        const a = i * 0.9
        const [x, z] = [0.17 + Math.cos(a) * 0.07, -0.03 + Math.sin(a) * 0.05]
        const y = 0.3 + (i % 3) * 0.06
        pen.pipe(
          [
            [0.17, 0.16, -0.03],
            [0.17 + Math.cos(a) * 0.03, 0.24, -0.03],
            [x, y, z],
          ],
          0.003,
          '#6b5234',
          { smooth: true, sides: 4 },
        )
        for (let k = 0; k < 4; k++) {
          pen.ball(
            x + Math.cos(k * 1.7) * 0.024,
            y - 0.01 + (k % 2) * 0.022,
            z + Math.sin(k * 1.7) * 0.02,
            0.021,
            INK.leaf,
            { scale: [1.5, 0.35, 0.8], turn: [0, k * 1.3, 0.4], detail: 7 },
          )
          pen.ball(
            x + Math.cos(k * 2.1) * 0.012,
            y + 0.008 + k * 0.006,
            z + Math.sin(k * 2.1) * 0.012,
            0.008,
            '#f0b53e',
            { detail: 6 },
          )
        }
      }
      pen.turned(
        -0.02,
        0.004,
        0.1,
        [
          [0.026, 0],
          [0.036, 0.02],
          [0.04, 0.058],
        ],
        '#f6f5ef',
        { sides: 18 },
      )
      pen.can(-0.02, 0.05, 0.1, 0.035, 0.035, 0.002, '#9c6a2a')
      pen.turned(
        -0.02,
        0.0,
        0.1,
        [
          [0.02, 0.002],
          [0.06, 0.006],
          [0.062, 0.01],
        ],
        '#f6f5ef',
        { sides: 18 },
      )
    },
  },
  'small-table': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.03, 0, w, 0.03, d, INK.wood, { finish: 'wood' })
      pen.box(0, h - 0.16, 0, w - 0.05, 0.13, d - 0.05, INK.wood, { finish: 'wood' })
      pen.box(0, h - 0.145, d / 2 - 0.022, w - 0.1, 0.1, 0.014, INK.lightWood, { finish: 'wood' })
      pen.ball(0, h - 0.095, d / 2 - 0.008, 0.012, INK.brass)
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.box(x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03), 0.034, h - 0.1, 0.034, INK.wood, { finish: 'wood' })
      pen.box(0, 0.2, 0, w - 0.06, 0.02, d - 0.06, INK.wood, { finish: 'wood' })
      pen.box(0, 0.22, 0, w - 0.12, 0.05, d - 0.14, '#b9a98c', { turn: [0, 0.1, 0] })
    },
  },
  telephone: {
    looks: ['ringing'],
    draw: (pen, { look }) => {
      const body = '#e9e1cd'
      pen.box(0, 0.01, 0, 0.2, 0.055, 0.2, body, { bevel: 0.018, turn: [0.1, 0, 0] })
      for (let i = 0; i < 12; i++)
        pen.box(
          -0.028 + (i % 3) * 0.038,
          0.072 - Math.floor(i / 3) * 0.0035,
          -0.035 + Math.floor(i / 3) * 0.032,
          0.026,
          0.009,
          0.02,
          '#6f6a60',
          { bevel: 0.003 },
        )
      const lift = look === 'ringing' ? 0.012 : 0
      const tilt: [number, number, number] = [0, 0, look === 'ringing' ? 0.05 : 0]
      pen.box(0, 0.088 + lift, -0.07, 0.21, 0.024, 0.04, body, { bevel: 0.012, turn: tilt })
      for (const x of [-0.085, 0.085]) pen.can(x, 0.07 + lift, -0.07, 0.026, 0.028, 0.026, body)
      if (look === 'ringing') pen.ball(0.08, 0.074, 0.07, 0.009, '#ff6a4a', { glow: 3 })
      const curl: [number, number, number][] = Array.from({ length: 26 }, (_, i) => [
        -0.1 - 0.02 * Math.sin((i / 25) * Math.PI) + 0.009 * Math.cos(i * 1.6),
        0.05 - 0.035 * Math.sin((i / 25) * Math.PI) + 0.009 * Math.sin(i * 1.6),
        -0.07 + i * 0.0055,
      ])
      pen.pipe(curl, 0.004, '#d8cfb9', { smooth: true, sides: 5 })
    },
  },
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
  'glass-cabinet': {
    draw: (pen, { size: [w, h, d], span }) => {
      pen.box(0, 0, 0, w, h * 0.42, d, INK.darkWood, { finish: 'wood' })
      for (const x of [-w / 4, w / 4])
        pen
          .box(x, 0.06, d / 2 + 0.004, w / 2 - 0.05, h * 0.34, 0.014, INK.wood, { finish: 'wood' })
          .ball(x + (x < 0 ? 0.14 : -0.14), h * 0.24, d / 2 + 0.02, 0.012, INK.brass)
      pen.box(0, h * 0.42, -d / 2 + 0.01, w, h * 0.55, 0.02, '#5a3824', { finish: 'wood' })
      for (const x of [-w / 2 + 0.015, w / 2 - 0.015])
        pen.box(x, h * 0.42, 0, 0.03, h * 0.55, d, INK.darkWood, { finish: 'wood' })
      pen.box(0, h - 0.035, 0, w + 0.02, 0.035, d + 0.01, INK.darkWood, { finish: 'wood' })
      pen.box(0, h * 0.68, 0, w - 0.06, 0.014, d - 0.05, INK.wood, { finish: 'wood' })
      for (let i = 0; i < 5; i++)
        pen.turned(
          -0.3 + i * 0.15,
          h * 0.42,
          0.03,
          [
            [0.03, 0],
            [0.042, 0.03],
            [0.04, 0.09],
          ],
          i % 2 ? '#cbdbe4' : '#f0efe8',
          { sides: 14 },
        )
      pen.box(-0.2, h * 0.69, 0, 0.2, 0.2, 0.05, '#7d3a32').box(0.02, h * 0.69, 0, 0.16, 0.24, 0.05, '#3e5f4f')
      pen
        .box(0.26, h * 0.69, 0.04, 0.19, 0.15, 0.014, INK.wood, { turn: [-0.15, 0, 0] })
        .picture(0.26, h * 0.7, 0.05, 0.16, 0.12, span('family'), { turn: [-0.15, 0, 0] })
      pen.box(0, h * 0.42, d / 2 - 0.005, w - 0.06, h * 0.53, 0.004, '#dfe9e6', { finish: 'glass', bevel: 0 })
      pen.box(0, h * 0.42, d / 2, 0.03, h * 0.53, 0.014, INK.wood, { finish: 'wood' })
      pen.box(0, h, 0, w * 0.8, 0.004, d * 0.9, '#f3ecdc', { finish: 'weave', bevel: 0 })
      pen.turned(
        0.26,
        h,
        0,
        [
          [0.05, 0],
          [0.07, 0.08],
          [0.03, 0.16],
          [0.045, 0.2],
        ],
        '#3f6d8c',
        { sides: 20 },
      )
    },
  },
  radio: {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0, 0, w, h, d, '#7a4a30', { finish: 'wood', bevel: 0.014 })
      pen.box(-w * 0.15, 0.03, d / 2 + 0.003, w * 0.55, h - 0.06, 0.006, '#d8c495', { finish: 'weave' })
      pen.can(w * 0.32, h * 0.55, d / 2 + 0.008, 0.03, 0.03, 0.016, INK.cream, { turn: [Math.PI / 2, 0, 0] })
      pen.can(w * 0.32, h * 0.2, d / 2 + 0.006, 0.014, 0.014, 0.014, INK.brass, { turn: [Math.PI / 2, 0, 0] })
      pen.pipe(
        [
          [w * 0.44, h, -0.03],
          [w * 0.62, h + 0.24, -0.03],
        ],
        0.003,
        INK.steel,
        { sides: 5 },
      )
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
  'standing-fan': {
    draw: (pen, { size: [w, h] }) => {
      const y = h - w / 2
      pen.can(0, 0, 0, 0.17, 0.15, 0.03, '#b9c7c2').can(0, 0.03, 0, 0.016, 0.014, y - 0.1, INK.steel, { sides: 10 })
      pen.box(0, y - 0.16, -0.01, 0.07, 0.16, 0.06, '#b9c7c2', { bevel: 0.015 })
      pen.can(0, y - 0.06, -0.08, 0.06, 0.07, 0.12, '#b9c7c2', { turn: [Math.PI / 2, 0, 0] })
      for (const [z, k] of [
        [-0.03, 1],
        [0.07, 1],
        [0.1, 0.66],
        [0.11, 0.33],
      ] as const)
        pen.ring(0, y, z, (w / 2) * k, 0.005, '#dfe4df')
      for (let i = 0; i < 14; i++) {
        const a = (i * Math.PI) / 7
        const out: [number, number, number] = [Math.cos(a) * (w / 2), y + Math.sin(a) * (w / 2), 0.07]
        pen.pipe(
          [[0, y, 0.115], [out[0] * 0.6, y + (out[1] - y) * 0.6, 0.105], out, [out[0], out[1], -0.03]],
          0.0025,
          '#dfe4df',
          { sides: 4 },
        )
      }
      for (let i = 0; i < 3; i++) {
        const a = (i * Math.PI * 2) / 3 + 0.5
        pen.ball(Math.cos(a) * w * 0.22, y + Math.sin(a) * w * 0.22, 0.03, w * 0.2, '#7fa7a0', {
          scale: [1, 0.62, 0.1],
          turn: [0, 0, a],
          detail: 12,
        })
      }
      pen.ball(0, y, 0.118, 0.035, '#7fa7a0', { scale: [1, 1, 0.35] })
    },
  },
  'fu-sign': {
    draw: (pen, { size: [w, h], span }) =>
      pen.picture(0, h * 0.15, 0.004, w * 0.7, h * 0.7, span('fu'), { turn: [0, 0, Math.PI / 4] }),
  },
}
