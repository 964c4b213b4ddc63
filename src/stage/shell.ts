import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Finish, PictureSpan, Sketch } from './kit.ts'
import { type Hole, type Plan, type PublicPlace, type Side, WALL_HALF } from './plan.ts'

const DADO_METRES = 1.0
const SKIRTING = { height: 0.1, depth: 0.012, colour: '#7d5a44' }
const FRAME = { width: 0.07, depth: 0.015, colour: '#92705a' }
const CEILING = '#f3eee2'
const FLOORS: Record<PublicPlace['rooms'][number]['floor'], { finish: Finish; colour: string; grid: number }> = {
  wood: { finish: 'boards', colour: '#a97a4e', grid: 0.16 },
  tile: { finish: 'tile', colour: '#d3d2c6', grid: 0.16 },
  concrete: { finish: 'concrete', colour: '#9c968a', grid: 0.2 },
  terrazzo: { finish: 'terrazzo', colour: '#cfc6b4', grid: 0.1 },
}

/** A flat rectangle cut into a grid, so that light can vary over it; uv in metres. */
type Patch = {
  origin: readonly [number, number, number]
  u: readonly [number, number, number]
  v: readonly [number, number, number]
  us: number[]
  vs: number[]
  skip?: (u: number, v: number) => boolean
}

/** Draws one room from inside: floor, ceiling, walls with their holes, dado, skirting and door frames. */
export function drawRoom(sketch: Sketch, plan: Plan, room: PublicPlace['rooms'][number]): void {
  const [x0, x1] = [room.x[0] + WALL_HALF, room.x[1] - WALL_HALF]
  const [z0, z1] = [room.z[0] + WALL_HALF, room.z[1] - WALL_HALF]
  const floor = FLOORS[room.floor]
  const grid = (a: number, b: number, step: number) => spread([a, b], step)
  patch(
    sketch,
    { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 0, -1], us: grid(x0, x1, floor.grid), vs: grid(-z1, -z0, floor.grid) },
    floor.colour,
    floor.finish,
  )
  patch(
    sketch,
    { origin: [0, plan.height, 0], u: [1, 0, 0], v: [0, 0, 1], us: grid(x0, x1, 0.24), vs: grid(z0, z1, 0.24) },
    room.outside ? '#cfcabd' : CEILING,
    'plain',
  )
  for (const side of plan.sides) if (side.room === room.id) drawSide(sketch, plan, side, room)
}

function drawSide(sketch: Sketch, plan: Plan, side: Side, room: PublicPlace['rooms'][number]): void {
  const from = side.from + WALL_HALF
  const to = side.to - WALL_HALF
  const plane = side.at + side.inward * WALL_HALF
  // Wall coordinates: `a` along the axis, `y` up; the normal looks into the room.
  const isX = side.axis === 'x'
  const flip = isX ? side.inward : -side.inward
  const origin: [number, number, number] = isX ? [0, 0, plane] : [plane, 0, 0]
  const u: [number, number, number] = isX ? [flip, 0, 0] : [0, 0, flip]
  const holes = side.holes.map((hole) => ({ ...hole, from: Math.max(hole.from, from), to: Math.min(hole.to, to) }))
  const alongs = spread([from, to, ...holes.flatMap((h) => [h.from, h.to])], 0.2)
    .map((a) => a * flip)
    .sort((a, b) => a - b)
  const heights = (low: number, high: number) =>
    spread([low, high, ...holes.flatMap((h) => [h.sill, h.head]).filter((y) => y > low && y < high)], 0.22)
  const skip = (a: number, y: number) =>
    holes.some((h) => a * flip > h.from && a * flip < h.to && y > h.sill && y < h.head)
  const dado = room.dado ? DADO_METRES : 0
  const dadoFinish = room.floor === 'tile' && room.id !== 'balcony' ? 'tile' : 'plain'
  if (room.dado)
    patch(sketch, { origin, u, v: [0, 1, 0], us: alongs, vs: heights(0, dado), skip }, room.dado, dadoFinish)
  patch(sketch, { origin, u, v: [0, 1, 0], us: alongs, vs: heights(dado, plan.height), skip }, room.walls, 'plain')
  const strip = (a: number, b: number, y: number, height: number, depth: number, colour: string) => {
    const middle = (a + b) / 2
    if (b - a < 0.02) return
    const across = plane + (side.inward * depth) / 2
    if (isX) sketch.box(middle, y, across, b - a, height, depth, colour, { bevel: 0 })
    else sketch.box(across, y, middle, depth, height, b - a, colour, { bevel: 0 })
  }
  for (const [a, b] of between(
    from,
    to,
    holes.filter((h) => h.sill < SKIRTING.height),
  ))
    strip(a, b, 0, SKIRTING.height, SKIRTING.depth, room.floor === 'tile' ? '#b9b3a4' : SKIRTING.colour)
  if (room.dado)
    for (const [a, b] of between(
      from,
      to,
      holes.filter((h) => h.sill < dado && h.head > dado),
    ))
      strip(a, b, dado - 0.012, 0.024, 0.004, '#7d5a44')
  for (const hole of holes) drawHole(sketch, side, hole, room, plan)
}

/** The sides of a hole through this room's half of the wall, and a frame round a doorway. */
function drawHole(sketch: Sketch, side: Side, hole: Hole, room: PublicPlace['rooms'][number], plan: Plan): void {
  if (hole.kind === 'stairs') return
  const isX = side.axis === 'x'
  const outer = hole.kind === 'window' ? -0.14 : 0
  const near = side.at + side.inward * (WALL_HALF + 0.008)
  const far = side.at + side.inward * outer
  const middle = (near + far) / 2
  const depth = Math.abs(near - far)
  const lining = hole.kind === 'window' ? room.walls : FRAME.colour
  const slab = (a: number, y: number, width: number, height: number, across: number, deep: number, colour: string) => {
    if (isX) sketch.box(a, y, across, width, height, deep, colour, { bevel: 0 })
    else sketch.box(across, y, a, deep, height, width, colour, { bevel: 0 })
  }
  const thick = 0.02
  slab(hole.from - thick / 2 + 0.001, hole.sill, thick, hole.head - hole.sill, middle, depth, lining)
  slab(hole.to + thick / 2 - 0.001, hole.sill, thick, hole.head - hole.sill, middle, depth, lining)
  slab((hole.from + hole.to) / 2, hole.head, hole.to - hole.from + thick * 2, thick, middle, depth, lining)
  if (hole.kind === 'window') {
    slab(
      (hole.from + hole.to) / 2,
      hole.sill - 0.035,
      hole.to - hole.from + 0.12,
      0.035,
      near - side.inward * 0.02 + side.inward * 0.06,
      0.16,
      '#d8d2c4',
    )
    return
  }
  if (hole.sill > 0) slab((hole.from + hole.to) / 2, 0, hole.to - hole.from, hole.sill, middle, depth, '#a9a294')
  else slab((hole.from + hole.to) / 2, 0, hole.to - hole.from, 0.004, middle, depth, '#8b8375')
  const face = side.at + side.inward * (WALL_HALF + FRAME.depth / 2)
  const top = Math.min(hole.head, plan.height)
  const wide = FRAME.width
  slab(hole.from - wide / 2, 0, wide, top + wide, face, FRAME.depth, FRAME.colour)
  slab(hole.to + wide / 2, 0, wide, top + wide, face, FRAME.depth, FRAME.colour)
  slab((hole.from + hole.to) / 2, top, hole.to - hole.from, wide, face, FRAME.depth, FRAME.colour)
}

/** Stretches of a side that no hole interrupts. */
function between(from: number, to: number, holes: Hole[]): [number, number][] {
  const stretches: [number, number][] = []
  let at = from
  for (const hole of holes) {
    if (hole.from - FRAME.width > at) stretches.push([at, hole.from - FRAME.width])
    at = Math.max(at, hole.to + FRAME.width)
  }
  if (to > at) stretches.push([at, to])
  return stretches
}

/** Grid lines through all given points, no two further apart than `step`. */
function spread(points: number[], step: number): number[] {
  const sorted = [...new Set(points.map((p) => Math.round(p * 1e5) / 1e5))].sort((a, b) => a - b)
  return sorted.flatMap((p, i) => {
    const next = sorted[i + 1]
    if (next === undefined) return [p]
    const parts = Math.max(1, Math.ceil((next - p) / step))
    return Array.from({ length: parts }, (_, k) => p + ((next - p) * k) / parts)
  })
}

function patch(sketch: Sketch, { origin, u, v, us, vs, skip }: Patch, colour: string, finish: Finish): void {
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const index: number[] = []
  const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  for (const b of vs)
    for (const a of us) {
      positions.push(origin[0] + u[0] * a + v[0] * b, origin[1] + u[1] * a + v[1] * b, origin[2] + u[2] * a + v[2] * b)
      normals.push(...n)
      uvs.push(a, b)
    }
  for (let j = 0; j + 1 < vs.length; j++)
    for (let i = 0; i + 1 < us.length; i++) {
      const [a0, a1, b0, b1] = [us[i], us[i + 1], vs[j], vs[j + 1]] as [number, number, number, number]
      if (skip?.((a0 + a1) / 2, (b0 + b1) / 2)) continue
      const a = j * us.length + i
      const c = a + us.length
      index.push(a, a + 1, c + 1, a, c + 1, c)
    }
  const shape = new BufferGeometry()
  shape.setAttribute('position', new Float32BufferAttribute(positions, 3))
  shape.setAttribute('normal', new Float32BufferAttribute(normals, 3))
  shape.setAttribute('uv', new Float32BufferAttribute(uvs, 2))
  shape.setIndex(index)
  sketch.add(shape, colour, 0, 0, 0, { finish })
}

/** The town outside, hung round the whole place some way off, so that it shifts as one walks past a window. */
export function drawTown(sketch: Sketch, outline: PublicPlace['outline'], town: PictureSpan): void {
  const away = 9
  const [x, z] = [(outline.x[0] + outline.x[1]) / 2, (outline.z[0] + outline.z[1]) / 2]
  const width = Math.max(outline.x[1] - outline.x[0], outline.z[1] - outline.z[0]) + away * 2
  const reach = width / 2
  for (const [i, turn] of [0, 90, 180, 270].entries()) {
    const a = (turn * Math.PI) / 180
    sketch
      .place([x - Math.sin(a) * reach, 0, z - Math.cos(a) * reach], turn)
      .picture(0, -7.5, i * 0.01, width + 0.2, width * 0.6, town, { glow: 1.25 })
  }
  sketch.place([0, 0, 0], 0)
}
