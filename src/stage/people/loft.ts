import { BufferGeometry, Color, Float32BufferAttribute, Uint16BufferAttribute, Vector3 } from 'three'
import { BONES, type BoneName } from './rig.ts'

export type Weights = readonly (readonly [BoneName, number])[]
export type Rgb = readonly [number, number, number]
/** The colours of one person. */
export type Ink = { skin: Rgb; upper: Rgb; lower: Rgb; feet: Rgb; over: Rgb; collar: Rgb }

/** What a ring hangs on, and by how much. */
export const on = (...pairs: [BoneName, number][]): Weights => pairs

/** A ring of a tube: its centre, half widths, what it hangs on and its colour. `flat` squares it off (0 round, 1 boxy). */
export type Ring = {
  at: readonly [number, number, number]
  rx: number
  rz: number
  on: Weights
  flat?: number
  /** An angle from the front at which the colour changes: corners are laid close on both sides of it. */
  edge?: number
  /** It is all kept for the far body: where one garment comes out of another, fewer corners would make a ragged line. */
  isSeam?: boolean
  tint: Rgb | ((angle: number) => Rgb)
}

const colour = new Color()
const a = new Vector3()
const b = new Vector3()
const c = new Vector3()

export const rgb = (hex: string, k = 1): Rgb => {
  colour.set(hex)
  return [colour.r * k, colour.g * k, colour.b * k]
}

export const mix = (from: Rgb, to: Rgb, k: number): Rgb => [
  from[0] + (to[0] - from[0]) * k,
  from[1] + (to[1] - from[1]) * k,
  from[2] + (to[2] - from[2]) * k,
]

/** Angles round a ring; with an edge, a quarter of the corners lie before it and the next just behind it, on both sides. */
function angleOf(part: number, sides: number, edge: number | undefined): number {
  if (edge === undefined) return part * Math.PI * 2
  const half = part <= 0.5 ? part * 2 : 2 - part * 2
  const [before, gap, step] = [0.25, 0.016, 2 / sides]
  const angle =
    half <= before + 1e-6
      ? (edge * half) / before
      : edge + gap + ((Math.PI - edge - gap) * (half - before - step)) / (1 - before - step)
  return part <= 0.5 ? angle : -angle
}

/** A body's triangles are there twice over the same corners: every one of them, and fewer for who is some way off. Counts of corners in the index. */
export type Fineness = { full: number; far: number }

/** Draws that part of a geometry's index. */
export function drawAs(geometry: BufferGeometry, { full, far }: Fineness, as: keyof Fineness): void {
  geometry.setDrawRange(as === 'full' ? 0 : full, as === 'full' ? full : far)
}

/** Fewer rings than this are all kept for the far body: they are joints, cuffs and hems. */
const MANY_RINGS = 12
/** A change of colour this large from one ring to the next is an edge that shows from afar. */
const EDGE_OF_COLOUR = 0.02

/** Corners of a ring that the far body keeps: every other, and both sides of an edge between two colours. */
function farSides(sides: number, edge: number | undefined): number[] {
  const before = sides / 8
  const behind = edge === undefined ? [] : [before + 1, sides - before - 1]
  return Array.from({ length: sides }, (_, i) => i).filter((i) => i % 2 === 0 || behind.includes(i))
}

const tintAt = ({ tint }: Ring, angle: number): Rgb => (typeof tint === 'function' ? tint(angle) : tint)

/** Rings that the far body keeps: of many every other, and both sides of an edge between two colours. */
function farRings(rings: readonly Ring[], sides: number): number[] {
  if (rings.length <= MANY_RINGS) return rings.map((_, r) => r)
  const differs = (r: number, q: number): boolean => {
    const [one, other] = [rings[r], rings[q]]
    if (!one || !other) return false
    return Array.from({ length: sides }, (_, i) => (i / sides) * Math.PI * 2 - Math.PI).some((angle) => {
      const [p, q] = [tintAt(one, angle), tintAt(other, angle)]
      return p.some((value, k) => Math.abs(value - (q[k] as number)) > EDGE_OF_COLOUR)
    })
  }
  const last = rings.length - 1
  return rings.flatMap((_, r) =>
    r % 2 === 0 || r === last || rings[r]?.isSeam || differs(r, r - 1) || differs(r, r + 1) ? [r] : [],
  )
}

/** Collects skinned triangles of one body; smooth normals where corners are shared. */
export class Flesh {
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly colours: number[] = []
  private readonly bones: number[] = []
  private readonly weights: number[] = []
  private readonly index: number[] = []
  private readonly far: number[] = []

  get corners(): number {
    return this.positions.length / 3
  }

  corner(x: number, y: number, z: number, tint: Rgb, on: Weights, normal?: Vector3): number {
    this.positions.push(x, y, z)
    this.normals.push(normal?.x ?? 0, normal?.y ?? 0, normal?.z ?? 0)
    this.colours.push(...tint)
    for (let i = 0; i < 4; i++) {
      const one = on[i]
      this.bones.push(one ? BONES.indexOf(one[0]) : 0)
      this.weights.push(one ? one[1] : 0)
    }
    return this.corners - 1
  }

  /** A triangle; `of` says whether it belongs to the full body, the far one, or both. */
  face(p: number, q: number, r: number, of: 'both' | keyof Fineness = 'both'): void {
    if (of !== 'far') this.index.push(p, q, r)
    if (of !== 'full') this.far.push(p, q, r)
  }

  get fineness(): Fineness {
    return { full: this.index.length, far: this.far.length }
  }

  /** A tube through rings, each turned to lie across `along` (by default upright); its ends are closed with a cap. */
  tube(rings: readonly Ring[], sides = 20, along: 'y' | 'z' = 'y', isCapped = true): void {
    const first = this.corners
    const firstFace = this.index.length
    for (const ring of rings)
      for (let i = 0; i < sides; i++) {
        const angle = angleOf(i / sides, sides, ring.edge)
        const [s, k] = [Math.sin(angle), Math.cos(angle)]
        const square = 1 / Math.max(Math.abs(s), Math.abs(k)) ** (ring.flat ?? 0)
        const [u, v] = [s * ring.rx * square, k * ring.rz * square]
        const tint = typeof ring.tint === 'function' ? ring.tint(angle) : ring.tint
        if (along === 'y') this.corner(ring.at[0] + u, ring.at[1], ring.at[2] + v, tint, ring.on)
        else this.corner(ring.at[0] + u, ring.at[1] + v, ring.at[2], tint, ring.on)
      }
    const up =
      along === 'y'
        ? (rings.at(-1)?.at[1] ?? 0) > (rings[0]?.at[1] ?? 0)
        : (rings.at(-1)?.at[2] ?? 0) < (rings[0]?.at[2] ?? 0)
    const every = Array.from({ length: sides }, (_, i) => i)
    const some = rings.some((ring) => ring.isSeam) ? every : farSides(sides, rings[0]?.edge)
    const skin = (rows: readonly number[], around: readonly number[], of: keyof Fineness) => {
      for (const [k, r] of rows.entries()) {
        const next = rows[k + 1]
        if (next === undefined) return
        for (const [n, i] of around.entries()) {
          const j = around[(n + 1) % around.length] as number
          const [p, q, s, t] = [
            first + r * sides + i,
            first + r * sides + j,
            first + next * sides + i,
            first + next * sides + j,
          ]
          if (up) {
            this.face(p, q, s, of)
            this.face(q, t, s, of)
          } else {
            this.face(p, s, q, of)
            this.face(q, s, t, of)
          }
        }
      }
    }
    skin(
      rings.map((_, r) => r),
      every,
      'full',
    )
    skin(farRings(rings, sides), some, 'far')
    const ends: [number, boolean][] = isCapped
      ? [
          [0, true],
          [rings.length - 1, false],
        ]
      : []
    for (const [r, isStart] of ends) {
      const ring = rings[r] as Ring
      const tint = typeof ring.tint === 'function' ? ring.tint(Math.PI) : ring.tint
      const centre = this.corner(...ring.at, tint, ring.on)
      for (const [around, of] of [
        [every, 'full'],
        [some, 'far'],
      ] as const)
        for (const [n, i] of around.entries()) {
          const [p, q] = [first + r * sides + i, first + r * sides + (around[(n + 1) % around.length] as number)]
          if (isStart === up) this.face(centre, q, p, of)
          else this.face(centre, p, q, of)
        }
    }
    this.smooth(first, firstFace)
  }

  /** Smooth normals for the corners since `first`, from the faces since `firstFace`. */
  smooth(first: number, firstFace: number): void {
    for (let i = firstFace; i < this.index.length; i += 3) {
      const [p, q, r] = [this.index[i] as number, this.index[i + 1] as number, this.index[i + 2] as number]
      a.fromArray(this.positions, p * 3)
      b.fromArray(this.positions, q * 3).sub(a)
      c.fromArray(this.positions, r * 3).sub(a)
      b.cross(c)
      for (const k of [p, q, r]) {
        this.normals[k * 3] = (this.normals[k * 3] as number) + b.x
        this.normals[k * 3 + 1] = (this.normals[k * 3 + 1] as number) + b.y
        this.normals[k * 3 + 2] = (this.normals[k * 3 + 2] as number) + b.z
      }
    }
    for (let k = first; k < this.corners; k++) {
      a.fromArray(this.normals, k * 3)
        .normalize()
        .toArray(this.normals, k * 3)
    }
  }

  get faces(): number {
    return this.index.length
  }

  /** The same without bones, moved by so much: for what rides on one bone. */
  rigid(x: number, y: number, z: number): BufferGeometry {
    const geometry = this.bare()
    return geometry.translate(x, y, z)
  }

  geometry(): BufferGeometry {
    const geometry = this.bare()
    geometry.setAttribute('skinIndex', new Uint16BufferAttribute(this.bones, 4))
    geometry.setAttribute('skinWeight', new Float32BufferAttribute(this.weights, 4))
    return geometry
  }

  private bare(): BufferGeometry {
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new Float32BufferAttribute(this.positions, 3))
    geometry.setAttribute('normal', new Float32BufferAttribute(this.normals, 3))
    geometry.setAttribute('color', new Float32BufferAttribute(this.colours, 3))
    geometry.setIndex([...this.index, ...this.far])
    return geometry
  }
}
