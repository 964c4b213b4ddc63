import { type Drawing, INK } from './drawing.ts'

/** Where one sits and what stands on the tea table. */
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
          { finish: 'weave', isLaidOn: true },
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
}
