import { type Drawing, INK } from './drawing.ts'

/** Cabinets, and what stands on them. */
export const CABINETS: Record<string, Drawing> = {
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
}
