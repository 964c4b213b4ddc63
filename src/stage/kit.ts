import {
  BufferGeometry,
  CatmullRomCurve3,
  Color,
  CylinderGeometry,
  Euler,
  Float32BufferAttribute,
  LatheGeometry,
  LineCurve3,
  Matrix4,
  Quaternion,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three'
import { bevelledBox } from './bevel.ts'

/** What a surface is made of. Each finish is one material and one draw call for the whole place. */
export const FINISHES = [
  'plain',
  'wood',
  'weave',
  'terrazzo',
  'tile',
  'boards',
  'concrete',
  'picture',
  'glass',
] as const
export type Finish = (typeof FINISHES)[number]

/** Triangles with everything the daylight needs. */
export type Mesh = {
  finish: Finish
  positions: number[]
  normals: number[]
  colours: number[]
  uvs: number[]
  index: number[]
}
/** A box that keeps light off what lies behind it, in metres, axis-aligned. */
export type Shade = { min: [number, number, number]; max: [number, number, number]; colour: [number, number, number] }
/** Where in the atlas of drawn pictures something stands. */
export type PictureSpan = { u0: number; v0: number; u1: number; v1: number }

type Options = { finish?: Finish; turn?: [number, number, number]; bevel?: number; step?: number; glow?: number }
type Vec = readonly [number, number, number]

const colour = new Color()
const matrix = new Matrix4()
const euler = new Euler()
const rotation = new Quaternion()
const offset = new Vector3()
const one = new Vector3(1, 1, 1)
const point = new Vector3()
const SHADES_FROM = 0.2
const SOFT_FROM = 0.12
const SMALL_RADIUS = 0.03

/** Draws one thing out of simple solids, in metres, standing on y = 0 and facing +z. */
export class Sketch {
  readonly meshes = new Map<Finish, Mesh>()
  readonly shades: Shade[] = []
  private readonly frame = new Matrix4()
  private readonly seen = {
    min: new Vector3(Infinity, Infinity, Infinity),
    max: new Vector3(-Infinity, -Infinity, -Infinity),
  }

  /** Everything drawn from now on stands here, turned about the vertical. */
  place(at: Vec, turnDegrees: number): this {
    this.frame.compose(
      offset.set(...at),
      rotation.setFromAxisAngle(point.set(0, 1, 0), (turnDegrees * Math.PI) / 180),
      one,
    )
    return this
  }

  /** A box: centre of its underside, width, height, depth. Edges are softened unless it is very thin. */
  box(x: number, y: number, z: number, w: number, h: number, d: number, tint: string, options: Options = {}): this {
    // Nobody sees the soft edge of something smaller than a hand.
    const bevel = options.bevel ?? (Math.max(w, h, d) < SOFT_FROM ? 0 : Math.min(0.008, Math.min(w, h, d) * 0.2))
    this.add(bevelledBox(w, h, d, bevel, options.step ?? 0.35), tint, x, y + h / 2, z, options)
    if (options.finish !== 'glass' && !options.glow && [w, h, d].filter((s) => s >= SHADES_FROM).length >= 2)
      this.shade(x, y, z, w, h, d, tint, options)
    return this
  }

  /** A round solid between two radii: centre of its underside. */
  can(
    x: number,
    y: number,
    z: number,
    bottom: number,
    top: number,
    h: number,
    tint: string,
    options: Options & { sides?: number } = {},
  ): this {
    return this.add(
      new CylinderGeometry(top, bottom, h, options.sides ?? (Math.max(bottom, top) < SMALL_RADIUS ? 10 : 16), 1),
      tint,
      x,
      y + h / 2,
      z,
      options,
    )
  }

  /** A turned shape: [radius, height] from below upwards. */
  turned(
    x: number,
    y: number,
    z: number,
    profile: readonly (readonly [number, number])[],
    tint: string,
    options: Options & { sides?: number } = {},
  ): this {
    const line = profile.map(([r, height]) => new Vector2(Math.max(r, 0.0001), height))
    return this.add(new LatheGeometry(line, options.sides ?? 20), tint, x, y, z, options)
  }

  ball(
    x: number,
    y: number,
    z: number,
    radius: number,
    tint: string,
    options: Options & { scale?: Vec; detail?: number } = {},
  ): this {
    const detail = options.detail ?? (radius < SMALL_RADIUS ? 8 : 12)
    const shape = new SphereGeometry(radius, detail, Math.max(4, Math.round(detail * 0.7)))
    if (options.scale) shape.scale(...options.scale)
    return this.add(shape, tint, x, y, z, options)
  }

  ring(
    x: number,
    y: number,
    z: number,
    radius: number,
    thick: number,
    tint: string,
    options: Options & { arc?: number } = {},
  ): this {
    return this.add(new TorusGeometry(radius, thick, 6, 20, options.arc ?? Math.PI * 2), tint, x, y, z, options)
  }

  /** A pipe, wire or rod through points; `smooth` bends it. */
  pipe(
    points: readonly Vec[],
    radius: number,
    tint: string,
    options: Options & { smooth?: boolean; sides?: number } = {},
  ): this {
    const corners = points.map((p) => new Vector3(...p))
    if (options.smooth)
      return this.add(
        new TubeGeometry(new CatmullRomCurve3(corners), points.length * 5, radius, options.sides ?? 6),
        tint,
        0,
        0,
        0,
        options,
      )
    for (let i = 1; i < corners.length; i++) {
      const [a, b] = [corners[i - 1] as Vector3, corners[i] as Vector3]
      this.add(new TubeGeometry(new LineCurve3(a, b), 1, radius, options.sides ?? 6), tint, 0, 0, 0, options)
    }
    return this
  }

  /** A sheet of cloth, paper or leaf: `shape` gives the point for u, v in 0–1. Both faces are drawn, but for what lies on something. */
  sheet(
    columns: number,
    rows: number,
    shape: (u: number, v: number) => Vec,
    tint: string | ((u: number, v: number) => string),
    options: Options & { span?: PictureSpan; isLaidOn?: boolean } = {},
  ): this {
    const at: number[] = []
    const uv: number[] = []
    const tints: number[] = []
    for (let r = 0; r <= rows; r++)
      for (let c = 0; c <= columns; c++) {
        const [u, v] = [c / columns, r / rows]
        at.push(...shape(u, v))
        const s = options.span
        uv.push(s ? s.u0 + (s.u1 - s.u0) * u : u, s ? s.v0 + (s.v1 - s.v0) * v : v)
        colour.set(typeof tint === 'string' ? tint : tint(u, v))
        tints.push(colour.r, colour.g, colour.b)
      }
    const index: number[] = []
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) {
        const a = r * (columns + 1) + c
        const b = a + columns + 1
        index.push(a, a + 1, b, a + 1, b + 1, b)
      }
    const build = (flip: boolean) => {
      const shapeOf = new BufferGeometry()
      shapeOf.setAttribute('position', new Float32BufferAttribute(at, 3))
      shapeOf.setAttribute('uv', new Float32BufferAttribute(uv, 2))
      shapeOf.setAttribute('color', new Float32BufferAttribute(tints, 3))
      shapeOf.setIndex(flip ? index.toReversed() : index)
      shapeOf.computeVertexNormals()
      return shapeOf
    }
    if (!options.isLaidOn) this.add(build(false), '#ffffff', 0, 0, 0, options)
    return this.add(build(true), '#ffffff', 0, 0, 0, options)
  }

  /** A drawn picture, facing +z, centre of its lower edge; slightly before the surface it hangs on. */
  picture(x: number, y: number, z: number, w: number, h: number, span: PictureSpan, options: Options = {}): this {
    const shape = new BufferGeometry()
    const n = Math.max(1, Math.ceil(w / 0.3))
    const at: number[] = []
    const normals: number[] = []
    const uv: number[] = []
    const index: number[] = []
    for (let c = 0; c <= n; c++)
      for (const v of [0, 1]) {
        at.push(-w / 2 + (w * c) / n, v * h - h / 2, 0)
        normals.push(0, 0, 1)
        uv.push(span.u0 + ((span.u1 - span.u0) * c) / n, span.v0 + (span.v1 - span.v0) * v)
        if (c > 0 && v === 0) index.push(c * 2 - 2, c * 2, c * 2 - 1, c * 2, c * 2 + 1, c * 2 - 1)
      }
    shape.setAttribute('position', new Float32BufferAttribute(at, 3))
    shape.setAttribute('normal', new Float32BufferAttribute(normals, 3))
    shape.setAttribute('uv', new Float32BufferAttribute(uv, 2))
    shape.setIndex(index)
    return this.add(shape, '#ffffff', x, y + h / 2, z, { ...options, finish: 'picture' })
  }

  /** What has been drawn so far, as one box in the world: for aiming. */
  bounds(): { min: [number, number, number]; max: [number, number, number] } | null {
    const { min, max } = this.seen
    return min.x > max.x ? null : { min: [min.x, min.y, min.z], max: [max.x, max.y, max.z] }
  }

  /** Any geometry of three's, at a centre; it is copied and disposed. */
  add(shape: BufferGeometry, tint: string, x: number, y: number, z: number, options: Options = {}): this {
    const finish = options.finish ?? 'plain'
    const mesh = this.meshes.get(finish) ?? { finish, positions: [], normals: [], colours: [], uvs: [], index: [] }
    this.meshes.set(finish, mesh)
    const [rx, ry, rz] = options.turn ?? [0, 0, 0]
    matrix.compose(offset.set(x, y, z), rotation.setFromEuler(euler.set(rx, ry, rz)), one).premultiply(this.frame)
    shape.applyMatrix4(matrix)
    colour.set(tint)
    const at = shape.getAttribute('position')
    const normal = shape.getAttribute('normal')
    const uv = shape.getAttribute('uv')
    const own = shape.getAttribute('color')
    const first = mesh.positions.length / 3
    for (let i = 0; i < (shape.index?.count ?? at.count); i++) mesh.index.push(first + (shape.index?.getX(i) ?? i))
    const glow = options.glow ?? 0
    for (let i = 0; i < at.count; i++) {
      point.fromBufferAttribute(at, i)
      mesh.positions.push(point.x, point.y, point.z)
      this.seen.min.min(point)
      this.seen.max.max(point)
      // A glowing surface has no normal: the baker leaves its colour as it is.
      if (glow) mesh.normals.push(0, 0, 0)
      else mesh.normals.push(normal.getX(i), normal.getY(i), normal.getZ(i))
      const k = glow || 1
      if (own) mesh.colours.push(own.getX(i) * k, own.getY(i) * k, own.getZ(i) * k)
      else mesh.colours.push(colour.r * k, colour.g * k, colour.b * k)
      mesh.uvs.push(uv ? uv.getX(i) : 0, uv ? uv.getY(i) : 0)
    }
    shape.dispose()
    return this
  }

  private shade(
    x: number,
    y: number,
    z: number,
    w: number,
    h: number,
    d: number,
    tint: string,
    options: Options,
  ): void {
    const [rx, ry, rz] = options.turn ?? [0, 0, 0]
    matrix
      .compose(offset.set(x, y + h / 2, z), rotation.setFromEuler(euler.set(rx, ry, rz)), one)
      .premultiply(this.frame)
    const min: [number, number, number] = [Infinity, Infinity, Infinity]
    const max: [number, number, number] = [-Infinity, -Infinity, -Infinity]
    for (let corner = 0; corner < 8; corner++) {
      point
        .set(corner & 1 ? w / 2 : -w / 2, corner & 2 ? h / 2 : -h / 2, corner & 4 ? d / 2 : -d / 2)
        .applyMatrix4(matrix)
      for (const [i, value] of [point.x, point.y, point.z].entries()) {
        min[i] = Math.min(min[i] as number, value)
        max[i] = Math.max(max[i] as number, value)
      }
    }
    colour.set(tint)
    this.shades.push({ min, max, colour: [colour.r, colour.g, colour.b] })
  }
}
