import { BufferGeometry, Color, Float32BufferAttribute } from 'three'
import type { PublicThing } from '../protocol/index.ts'
import { Daylight, type Lamp } from './daylight.ts'
import { drawDoor, type Hang, hangOf } from './doors.ts'
import { FINISHES, type Finish, type Mesh, type Shade, Sketch } from './kit.ts'
import type { Rect } from './outlook.ts'
import { type Atlas, layAtlas } from './pictures/atlas.ts'
import { type Plan, type PublicPlace, planOf } from './plan.ts'
import { Probes } from './probes.ts'
import { drawRoom, drawTown } from './shell.ts'
import { CATALOGUE, WORN } from './things/catalogue.ts'

/** Some triangles of one finish that are shown or left out together: a room's shell, or a thing in one of its looks; `rect` is what it stands over. */
export type Chunk = {
  room: string | null
  thing: string | null
  look: string | null
  rect: Rect
  from: number
  count: number
}
export type Part = { finish: Finish; geometry: BufferGeometry; index: Uint32Array; chunks: Chunk[] }
export type Leaf = {
  hang: Hang
  isMoving: boolean
  geometries: { finish: Finish; geometry: BufferGeometry }[]
  things: string[]
}
export type Box = { min: [number, number, number]; max: [number, number, number] }

/** A place ready to be shown: everything drawn and lit once. */
export type BuiltPlace = {
  plan: Plan
  atlas: Atlas
  parts: Part[]
  leaves: Leaf[]
  /** Where each thing can be aimed at; in the world, as it stands at first. */
  boxes: ReadonlyMap<string, Box>
  probes: Probes
  triangles: number
  dispose: () => void
}

/** Lamps that burn in the morning, by model: tint at one metre. */
const LAMPS: Readonly<Record<string, [number, number, number]>> = {
  'ceiling-lamp': [0.5, 0.39, 0.25],
  'tube-lamp': [0.5, 0.48, 0.42],
}
/** A thing this near to a closed leaf, in metres, is fixed to it: a key in its lock, a sign on it. */
const FIXED_TO_LEAF = 0.08

/** Light in the stairwell, which lies beyond the rooms that daylight knows. */
const STAIRS_LIGHT = 0.24

type Drawn = { sketch: Sketch; room: string | null; thing: string | null; look: string | null; isDim?: boolean }

export function buildPlace(place: PublicPlace): BuiltPlace {
  const plan = planOf(place)
  const atlas = layAtlas()
  const span = (name: string) => {
    const found = atlas.spans.get(name)
    if (!found) throw new RangeError(`no picture "${name}" has been drawn`)
    return found
  }
  const drawn: Drawn[] = place.rooms.map((room) => {
    const sketch = new Sketch()
    drawRoom(sketch, plan, room)
    return { sketch, room: room.id, thing: null, look: null }
  })
  const town = new Sketch()
  drawTown(town, place.outline, span('town'))
  drawn.push({ sketch: town, room: null, thing: null, look: null })
  const fixed = new Map<string, Drawn[]>()
  for (const thing of place.things) {
    if (thing.on || WORN.includes(thing.model)) continue
    const leaf = place.doors.find((door) => isOnLeaf(thing, door))
    for (const one of drawThing(thing, span)) {
      if (leaf) fixed.set(leaf.id, [...(fixed.get(leaf.id) ?? []), one])
      else drawn.push(one)
    }
  }
  const boxes = new Map<string, Box>()
  for (const { sketch, thing } of [...drawn, ...[...fixed.values()].flat()]) {
    const box = thing ? sketch.bounds() : null
    if (thing && box && !boxes.has(thing)) boxes.set(thing, box)
  }
  const daylight = lightOf(place, plan, drawn)
  const parts = FINISHES.flatMap((finish) => partOf(finish, drawn, daylight) ?? [])
  const leaves = place.doors.flatMap((door): Leaf[] => {
    if (door.kind === 'opening') return []
    const hang = hangOf(door, place)
    return drawDoor(door, hang).map((sketch, i) => {
      const things = i === 0 ? (fixed.get(door.id) ?? []) : []
      return {
        hang,
        isMoving: i === 0,
        geometries: leafGeometries([{ sketch, room: null, thing: null, look: null }, ...things], hang, daylight),
        things: things.flatMap((t) => t.thing ?? []),
      }
    })
  })
  const probes = new Probes(plan, daylight)
  const triangles = parts.reduce((sum, part) => sum + part.index.length / 3, 0)
  return {
    plan,
    atlas,
    parts,
    leaves,
    boxes,
    probes,
    triangles,
    dispose: () => {
      for (const part of parts) part.geometry.dispose()
      for (const leaf of leaves) for (const { geometry } of leaf.geometries) geometry.dispose()
    },
  }
}

function drawThing(
  thing: PublicThing,
  span: (name: string) => { u0: number; v0: number; u1: number; v1: number },
): Drawn[] {
  const drawing = CATALOGUE[thing.model]
  if (!drawing) throw new RangeError(`thing "${thing.id}": no drawing "${thing.model}" in the catalogue of things`)
  const looks = drawing.looks ? ['plain', ...drawing.looks] : [null]
  return looks.map((look) => {
    const sketch = new Sketch().place(thing.at, thing.turn)
    drawing.draw(sketch, { size: thing.size ?? [0.3, 0.3, 0.3], look: look ?? 'plain', colour: thing.colour, span })
    return { sketch, room: thing.room, thing: thing.id, look, isDim: thing.model === 'stairwell' }
  })
}

function isOnLeaf(thing: PublicThing, door: PublicPlace['doors'][number]): boolean {
  if (door.kind !== 'hinged') return false
  const [along, across] = door.along === 'x' ? [thing.at[0], thing.at[2]] : [thing.at[2], thing.at[0]]
  return (
    Math.abs(across - door.at) < FIXED_TO_LEAF &&
    along > door.from &&
    along < door.to &&
    thing.at[1] > 0.3 &&
    !thing.model.startsWith('window') &&
    thing.model !== 'couplets'
  )
}

function lightOf(place: PublicPlace, plan: Plan, drawn: readonly Drawn[]): Daylight {
  // Each thing shades in its first look only: others would stand in the same spot.
  const seen = new Set<string>()
  const shades = drawn.flatMap(({ sketch, thing, room }): Shade[] => {
    if (!thing || seen.has(thing) || !room) return []
    seen.add(thing)
    return sketch.shades
  })
  const lamps = place.things.flatMap((thing): Lamp[] => {
    const tint = LAMPS[thing.model]
    return tint ? [{ at: [thing.at[0], thing.at[1] - 0.25, thing.at[2]], room: thing.room, tint }] : []
  })
  const tints = new Map(
    place.rooms.map((room) => [
      room.id,
      new Color(room.walls).multiplyScalar(0.86).toArray() as [number, number, number],
    ]),
  )
  return new Daylight(plan, shades, lamps, tints, (door) => place.doors.find((one) => one.id === door)?.isOpen ?? true)
}

/** Multiplies a mesh's own colours with the light that falls on each corner. */
function lit(
  mesh: Mesh,
  daylight: Daylight,
  room: string | null,
  into: Float32Array,
  first: number,
  isDim: boolean,
): void {
  const light = new Float32Array(3)
  const { positions: p, normals: n, colours: c } = mesh
  for (let k = 0; k < p.length; k += 3) {
    const [nx, ny, nz] = [n[k] as number, n[k + 1] as number, n[k + 2] as number]
    if (nx === 0 && ny === 0 && nz === 0) light.fill(1)
    else if (isDim) light.fill(STAIRS_LIGHT + 0.1 * ny + 0.05 * nx)
    else daylight.at(p[k] as number, p[k + 1] as number, p[k + 2] as number, nx, ny, nz, light, 0, room ?? undefined)
    for (let i = 0; i < 3; i++) into[first + k + i] = (c[k + i] as number) * (light[i] as number)
  }
}

function partOf(finish: Finish, drawn: readonly Drawn[], daylight: Daylight): Part | null {
  const meshes = drawn.flatMap((one) => {
    const mesh = one.sketch.meshes.get(finish)
    return mesh ? [{ ...one, mesh }] : []
  })
  if (meshes.length === 0) return null
  const corners = meshes.reduce((sum, { mesh }) => sum + mesh.positions.length, 0)
  const index = new Uint32Array(meshes.reduce((sum, { mesh }) => sum + mesh.index.length, 0))
  const positions = new Float32Array(corners)
  const colours = new Float32Array(corners)
  const uvs = new Float32Array((corners / 3) * 2)
  const chunks: Chunk[] = []
  let [corner, at] = [0, 0]
  for (const { mesh, room, thing, look, isDim } of meshes) {
    positions.set(mesh.positions, corner)
    uvs.set(mesh.uvs, (corner / 3) * 2)
    lit(mesh, daylight, thing === null ? room : null, colours, corner, isDim ?? false)
    for (const [i, value] of mesh.index.entries()) index[at + i] = value + corner / 3
    chunks.push({ room, thing, look, rect: rectOf(mesh.positions), from: at, count: mesh.index.length })
    at += mesh.index.length
    corner += mesh.positions.length
  }
  return { finish, geometry: geometryOf(positions, colours, uvs), index, chunks }
}

function rectOf(positions: readonly number[]): Rect {
  const rect = { minX: Infinity, minZ: Infinity, maxX: -Infinity, maxZ: -Infinity }
  for (let k = 0; k < positions.length; k += 3) {
    const [x, z] = [positions[k] as number, positions[k + 2] as number]
    rect.minX = Math.min(rect.minX, x)
    rect.maxX = Math.max(rect.maxX, x)
    rect.minZ = Math.min(rect.minZ, z)
    rect.maxZ = Math.max(rect.maxZ, z)
  }
  return rect
}

function leafGeometries(
  drawn: readonly Drawn[],
  hang: Hang,
  daylight: Daylight,
): { finish: Finish; geometry: BufferGeometry }[] {
  return FINISHES.flatMap((finish) => {
    const part = partOf(finish, drawn, daylight)
    if (!part) return []
    part.geometry.setIndex([...part.index])
    part.geometry.translate(-hang.hinge[0], 0, -hang.hinge[1])
    return [{ finish, geometry: part.geometry }]
  })
}

function geometryOf(positions: Float32Array, colours: Float32Array, uvs: Float32Array): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3))
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3))
  geometry.setAttribute('uv', new Float32BufferAttribute(uvs, 2))
  return geometry
}
