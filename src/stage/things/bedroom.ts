import { type Drawing, INK } from './drawing.ts'

/** Bedrooms, and what is kept in a small room. */
export const BEDROOM: Record<string, Drawing> = {
  'plank-bed': {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.1, 0, w, 0.06, d, INK.wood, { finish: 'wood' })
      for (const x of [-1, 1])
        for (const z of [-1, 1])
          pen.box(x * (w / 2 - 0.05), 0, z * (d / 2 - 0.06), 0.06, h - 0.1, 0.06, INK.wood, { finish: 'wood' })
      pen.box(0, h - 0.04, 0, w - 0.04, 0.06, d - 0.04, '#c9c2a8', { finish: 'weave', bevel: 0.02 })
      pen.box(0, h + 0.02, -d / 2 + 0.3, w - 0.2, 0.2, 0.46, '#8d6a86', { finish: 'weave', bevel: 0.05 })
    },
  },
  bed: {
    // The head stands against the wall behind (local -z).
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0, -d / 2 + 0.03, w, h, 0.06, INK.darkWood, { finish: 'wood' })
      pen.box(0, 0.3, -d / 2 + 0.07, w - 0.2, h - 0.42, 0.02, INK.wood, { finish: 'wood' })
      pen.box(0, 0, d / 2 - 0.03, w, 0.5, 0.05, INK.darkWood, { finish: 'wood' })
      for (const x of [-w / 2 + 0.03, w / 2 - 0.03])
        pen.box(x, 0.18, 0, 0.05, 0.18, d - 0.08, INK.darkWood, { finish: 'wood' })
      pen.box(0, 0.2, 0, w - 0.08, 0.26, d - 0.12, '#e8dfcf', { finish: 'weave', bevel: 0.04, step: 0.25 })
      pen.sheet(
        16,
        18,
        (u, v) => {
          const side = Math.max(0, Math.abs(u - 0.5) - 0.42) / 0.08
          return [
            (u - 0.5) * (w - 0.02),
            0.485 + Math.sin(u * 11 + v * 7) * 0.006 - side * side * 0.16,
            d / 2 - 0.1 - v * d * 0.62,
          ]
        },
        (u, v) => {
          const spot = Math.sin(u * 25) * Math.sin(v * 31)
          return v > 0.93 ? '#f2e7d6' : spot > 0.45 ? '#d8929a' : spot < -0.6 ? '#c7b08c' : '#a84f5a'
        },
        { finish: 'weave' },
      )
      for (const x of [-w / 4, w / 4])
        pen.box(x, 0.46, -d / 2 + 0.28, w / 2 - 0.12, 0.13, 0.36, '#efe3cf', { finish: 'weave', bevel: 0.05 })
    },
  },
  wardrobe: {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, 0.06, 0, w, h - 0.06, d - 0.02, INK.darkWood, { finish: 'wood', step: 0.3 })
      pen.box(0, 0, -0.02, w - 0.08, 0.06, d - 0.1, '#3e281b')
      pen.box(0, h - 0.06, 0, w + 0.04, 0.06, d + 0.02, INK.darkWood, { finish: 'wood', bevel: 0.016 })
      for (const x of [-w / 4, w / 4]) {
        pen.box(x, 0.12, d / 2, w / 2 - 0.03, h - 0.22, 0.022, INK.wood, { finish: 'wood' })
        pen.box(x, 0.2, d / 2 + 0.014, w / 2 - 0.16, h * 0.36, 0.012, INK.lightWood, { finish: 'wood' })
        if (x < 0) pen.box(x, h * 0.5, d / 2 + 0.014, w / 2 - 0.16, h * 0.4, 0.01, '#aebfc0', { bevel: 0 })
        else pen.box(x, h * 0.5, d / 2 + 0.014, w / 2 - 0.16, h * 0.4, 0.012, INK.lightWood, { finish: 'wood' })
        pen.box(x + (x < 0 ? 0.28 : -0.28), h * 0.5, d / 2 + 0.025, 0.016, 0.12, 0.024, INK.brass)
      }
      pen.box(-0.3, h, 0, 0.55, 0.22, 0.4, '#8e4a42', { bevel: 0.02 }).box(0.36, h, 0, 0.46, 0.28, 0.38, INK.card)
    },
  },
  bench: {
    draw: (pen, { size: [w, h, d] }) => {
      pen.box(0, h - 0.04, 0, w, 0.04, d, INK.wood, { finish: 'wood' })
      for (const x of [-w / 2 + 0.1, w / 2 - 0.1])
        pen
          .box(x, 0, -d * 0.3, 0.05, h - 0.04, 0.05, INK.wood, { finish: 'wood' })
          .box(x, 0, d * 0.3, 0.05, h - 0.04, 0.05, INK.wood, { finish: 'wood' })
      pen.box(0, 0.14, 0, w - 0.2, 0.03, 0.03, INK.wood, { finish: 'wood' })
      pen.box(0, h, 0, w - 0.1, 0.03, d - 0.06, '#8a6f8d', { finish: 'weave', bevel: 0.014 })
    },
  },
  'bedside-table': {
    draw: (pen, { size: [w, h, d], span }) => {
      pen
        .box(0, 0.04, 0, w, h - 0.06, d, INK.darkWood, { finish: 'wood' })
        .box(0, h - 0.03, 0, w + 0.02, 0.03, d + 0.02, INK.wood, { finish: 'wood' })
      for (const y of [0.08, h * 0.54])
        pen
          .box(0, y, d / 2 + 0.002, w - 0.06, h * 0.36, 0.014, INK.wood, { finish: 'wood' })
          .ball(0, y + h * 0.18, d / 2 + 0.016, 0.012, INK.brass)
      pen.can(-0.1, h, 0, 0.05, 0.05, 0.015, INK.brass).can(-0.1, h + 0.015, 0, 0.012, 0.01, 0.16, INK.brass)
      pen.turned(
        -0.1,
        h + 0.14,
        0,
        [
          [0.09, 0],
          [0.055, 0.13],
        ],
        '#efdcae',
        { sides: 20 },
      )
      pen
        .box(0.1, h, 0.02, 0.12, 0.16, 0.014, INK.wood, { turn: [-0.15, 0, 0] })
        .picture(0.1, h + 0.02, 0.032, 0.1, 0.12, span('family'), { turn: [-0.15, 0, 0] })
    },
  },
  boxes: {
    looks: ['gifts'],
    draw: (pen, { size: [w, , d], look, span }) => {
      const carton = (
        x: number,
        y: number,
        z: number,
        turn: number,
        name: string,
        tint: string,
        bw = 0.38,
        bh = 0.26,
        bd = 0.3,
      ) => {
        pen.box(x, y, z, bw, bh, bd, tint, { turn: [0, turn, 0] })
        const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
        pen.picture(
          x + sin * (bd / 2 + 0.002),
          y + 0.03,
          z + cos * (bd / 2 + 0.002),
          bw * 0.84,
          bh * 0.76,
          span(name),
          { turn: [0, turn, 0] },
        )
        pen.picture(
          x + cos * (bw / 2 + 0.002),
          y + 0.03,
          z - sin * (bw / 2 + 0.002),
          bd * 0.84,
          bh * 0.76,
          span(name),
          { turn: [0, turn + Math.PI / 2, 0] },
        )
        pen.picture(
          x - cos * (bw / 2 + 0.002),
          y + 0.03,
          z + sin * (bw / 2 + 0.002),
          bd * 0.84,
          bh * 0.76,
          span(name),
          { turn: [0, turn - Math.PI / 2, 0] },
        )
      }
      if (look === 'gifts') {
        carton(-0.3, 0, 0.1, 0.1, 'towel-gift', '#f0d9d2', 0.32, 0.1, 0.24)
        carton(-0.28, 0.1, 0.1, -0.15, 'towel-gift', '#f0d9d2', 0.32, 0.1, 0.24)
        pen.box(0.3, 0, -0.1, 0.6, 0.42, 0.4, '#8f7a5c', { finish: 'wood' })
        return
      }
      for (let i = 0; i < 11; i++) {
        const column = i % 4
        const row = Math.floor(i / 4)
        carton(
          -w / 2 + 0.24 + column * 0.385,
          row * 0.265,
          -d / 2 + 0.2 + (column % 2) * 0.02,
          (((i * 37) % 11) - 5) * 0.014,
          'tonic-carton',
          '#e7d29a',
        )
      }
      carton(0.42, 0, d / 2 - 0.24, -0.2, 'foot-bath-carton', '#cfdbe5', 0.46, 0.34, 0.4)
      pen
        .box(-0.26, 0, d / 2 - 0.26, 0.4, 0.14, 0.34, '#dfe5ea', { bevel: 0.03 })
        .box(-0.26, 0.14, d / 2 - 0.26, 0.34, 0.01, 0.28, '#8fa7b8')
      for (let i = 0; i < 4; i++)
        pen.box(-0.05 + i * 0.02, 0.001 + i * 0.002, d / 2 - 0.05 - i * 0.05, 0.1, 0.002, 0.18, '#f3efe0', {
          turn: [0, i * 0.5, 0],
          bevel: 0,
        })
    },
  },
}
