import { BufferGeometry, Float32BufferAttribute } from 'three'

/** Grid lines along one edge: the ends, the bevel's inner lines, and enough between for light to vary. */
function lines(size: number, bevel: number, step: number): number[] {
  const half = size / 2
  const inner = size - 2 * bevel
  const parts = Math.max(1, Math.round(inner / step))
  const between = Array.from({ length: parts + 1 }, (_, i) => -half + bevel + (inner * i) / parts)
  return bevel > 0 ? [-half, ...between, half] : between
}

/**
 * A box whose edges are a little round, so that they catch light as worn furniture does. Texture coordinates are in metres, the first along the
 * longer way of each face, so that wood grain runs as a carpenter would lay it.
 */
export function bevelledBox(w: number, h: number, d: number, bevel: number, step: number): BufferGeometry {
  const size = [w, h, d] as const
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const index: number[] = []
  for (let axis = 0; axis < 3; axis++) {
    const u = (axis + 1) % 3
    const v = (axis + 2) % 3
    const us = lines(size[u] as number, bevel, step)
    const vs = lines(size[v] as number, bevel, step)
    for (const sign of [-1, 1]) {
      const first = positions.length / 3
      for (const b of vs)
        for (const a of us) {
          const p = [0, 0, 0]
          p[axis] = (sign * (size[axis] as number)) / 2
          p[u] = a
          p[v] = b
          const inner = p.map((value, i) =>
            Math.max(-(size[i] as number) / 2 + bevel, Math.min((size[i] as number) / 2 - bevel, value)),
          )
          const out = p.map((value, i) => value - (inner[i] as number))
          const length = Math.hypot(...out)
          const n = bevel > 0 ? out.map((value) => value / length) : p.map((_, i) => (i === axis ? sign : 0))
          positions.push(...(bevel > 0 ? inner.map((value, i) => value + (n[i] as number) * bevel) : p))
          normals.push(...n)
          if ((size[u] as number) >= (size[v] as number)) uvs.push(a, b)
          else uvs.push(b, a)
        }
      for (let j = 0; j + 1 < vs.length; j++)
        for (let i = 0; i + 1 < us.length; i++) {
          const a = first + j * us.length + i
          const c = a + us.length
          if (sign > 0) index.push(a, a + 1, c, a + 1, c + 1, c)
          else index.push(a, c, a + 1, a + 1, c, c + 1)
        }
    }
  }
  const shape = new BufferGeometry()
  shape.setAttribute('position', new Float32BufferAttribute(positions, 3))
  shape.setAttribute('normal', new Float32BufferAttribute(normals, 3))
  shape.setAttribute('uv', new Float32BufferAttribute(uvs, 2))
  shape.setIndex(index)
  return shape
}
