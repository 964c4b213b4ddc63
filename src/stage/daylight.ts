import type { Shade } from './kit.ts'
import { type Plan, roomAt, type Side, WALL_HALF } from './plan.ts'
import { enters, type Port, portsOf } from './ports.ts'

/** A lamp that is on: where, and how strong (irradiance at one metre, linear). */
export type Lamp = { at: [number, number, number]; room: string; tint: [number, number, number] }

/** Where the sun stands: half past nine on an October morning, south-east, 34 degrees up. */
export const TO_SUN: readonly [number, number, number] = norm(0.62, 0.66, 0.77)
const SUN: readonly [number, number, number] = [6.2, 4.9, 3.3]
const SKY: readonly [number, number, number] = [3.3, 3.6, 4.0]
/** What one sees below the horizon through a window: the flats opposite, in morning light. */
const TOWN: readonly [number, number, number] = [1.75, 1.6, 1.4]
/** Rays over the half sphere, for what walls throw back and furniture keeps off; light through holes is sampled apart, which leaves no speckle. */
const RAYS = 20
/** How many rooms a ray is followed through; the sun's own, which would leave specks far inside, through two. */
const ROOMS = 5
const SUN_ROOMS = 2
const BOUNCE_POINTS = 36
const BOUNCES = 3
/** Rooms nobody would call black: a floor of light, as an eye that has got used to the dark sees it. */
const LEAST: readonly [number, number, number] = [0.075, 0.069, 0.061]
const TURN = Math.PI * (3 - Math.sqrt(5))

type RoomBox = {
  id: string
  min: [number, number, number]
  max: [number, number, number]
  sides: Side[]
  shades: Shade[]
  ports: Port[]
  lamps: Lamp[]
  bounce: [number, number, number]
  tint: [number, number, number]
}

/**
 * Daylight on a place, traced once when it is built: sky and sun through the windows, what walls and floors throw back, what furniture keeps off.
 * It replaces shadow maps, so that an old laptop draws a lit room at the price of an unlit one. Deterministic: fixed directions.
 */
export class Daylight {
  private readonly rooms: RoomBox[]
  private readonly plan: Plan
  private readonly isOpen: (door: string) => boolean
  private readonly kept = new Map<string, Float32Array>()
  private readonly out = new Float32Array(3)
  /** Whether the last ray left the room it began in. */
  private hasLeft = false

  constructor(
    plan: Plan,
    shades: readonly Shade[],
    lamps: readonly Lamp[],
    tints: ReadonlyMap<string, [number, number, number]>,
    isOpen: (door: string) => boolean,
  ) {
    this.plan = plan
    this.isOpen = isOpen
    this.rooms = plan.rooms.map((room) => ({
      id: room.id,
      min: [room.x[0] + WALL_HALF, 0, room.z[0] + WALL_HALF],
      max: [room.x[1] - WALL_HALF, plan.height, room.z[1] - WALL_HALF],
      sides: plan.sides.filter((side) => side.room === room.id),
      shades: shades.filter(
        (s) => s.max[0] > room.x[0] && s.min[0] < room.x[1] && s.max[2] > room.z[0] && s.min[2] < room.z[1],
      ),
      ports: plan.sides.filter((side) => side.room === room.id).flatMap((side) => portsOf(side, isOpen)),
      lamps: lamps.filter((lamp) => lamp.room === room.id),
      bounce: [0.1, 0.1, 0.1],
      tint: tints.get(room.id) ?? [0.6, 0.57, 0.5],
    }))
    this.settleBounces()
  }

  get points(): number {
    return this.kept.size
  }

  /** Light arriving at a point that faces along a normal, written into `into` at `k`. Neighbouring points with like normals share a result. */
  at(
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    into: Float32Array,
    k: number,
    room?: string,
  ): void {
    const key = `${Math.round(x * 22)},${Math.round(y * 22)},${Math.round(z * 22)},${Math.round(nx * 2)},${Math.round(ny * 2)},${Math.round(nz * 2)}`
    let light = this.kept.get(key)
    if (!light) {
      light = new Float32Array(3)
      this.gather(x, y, z, nx, ny, nz, RAYS, light, room)
      this.kept.set(key, light)
    }
    into[k] = light[0] as number
    into[k + 1] = light[1] as number
    into[k + 2] = light[2] as number
  }

  /** What arrives from one direction, for probes: radiance times nothing. */
  from(x: number, y: number, z: number, dx: number, dy: number, dz: number, into: Float32Array): void {
    const room = this.roomOf(x, y, z)
    if (!room) into.fill(0.2)
    else this.trace(room, x, y, z, dx, dy, dz, into)
  }

  /** Whether the sun itself reaches a point in the air. */
  sunAt(x: number, y: number, z: number): boolean {
    const room = this.roomOf(x, y, z)
    return room !== undefined && this.trace(room, x, y, z, TO_SUN[0], TO_SUN[1], TO_SUN[2], this.out)
  }

  /** Direct light of lamps at a point in the air, for probes: calls back with direction and strength. */
  lampsNear(x: number, z: number): readonly Lamp[] {
    return this.rooms.find((room) => room.id === roomAt(this.plan, x, z))?.lamps ?? []
  }

  private roomOf(x: number, _y: number, z: number): RoomBox | undefined {
    const id = roomAt(this.plan, x, z)
    return this.rooms.find((room) => room.id === id)
  }

  private settleBounces(): void {
    const sample = new Float32Array(3)
    for (let pass = 0; pass < BOUNCES; pass++) {
      const next = this.rooms.map((room): [number, number, number] => {
        const sum: [number, number, number] = [0, 0, 0]
        for (let i = 0; i < BOUNCE_POINTS; i++) {
          const a = (i * 0.618) % 1
          const b = (i * 0.382 + 0.13) % 1
          const face = i % 4
          const px = room.min[0] + (room.max[0] - room.min[0]) * (face === 0 ? 0.02 : face === 1 ? 0.98 : a)
          const pz = room.min[2] + (room.max[2] - room.min[2]) * (face === 2 ? b : a)
          const py = face === 2 ? 0.02 : face === 3 ? room.max[1] - 0.02 : room.max[1] * b
          const n: [number, number, number] =
            face === 0 ? [1, 0, 0] : face === 1 ? [-1, 0, 0] : face === 2 ? [0, 1, 0] : [0, -1, 0]
          this.gather(px, py, pz, n[0], n[1], n[2], RAYS, sample, room.id)
          for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (sample[c] as number) / BOUNCE_POINTS
        }
        return sum
      })
      for (const [i, room] of this.rooms.entries()) room.bounce = next[i] as [number, number, number]
      for (const room of this.rooms)
        for (const port of room.ports) if (port.glow && port.isFirst) this.settleGlow(port, port.glow)
    }
  }

  /** What a doorway sheds, on the whole: a bright window seen through it would else speckle the floor. */
  private settleGlow(port: Port, glow: Float32Array): void {
    const sum = [0, 0, 0]
    for (let i = 0; i < RAYS; i++) {
      const radius = Math.sqrt((i + 0.5) / RAYS)
      const ahead = Math.sqrt(1 - radius * radius)
      const [c, s] = [Math.cos(i * TURN) * radius, Math.sin(i * TURN) * radius]
      const [x, z] = [port.px + port.outX * 0.2, port.pz + port.outZ * 0.2]
      this.from(x, port.py, z, port.outX * ahead + port.outZ * c, s, port.outZ * ahead + port.outX * c, this.out)
      for (let k = 0; k < 3; k++) sum[k] = (sum[k] as number) + (this.out[k] as number) / RAYS
    }
    glow.set(sum)
  }

  private gather(
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    rays: number,
    into: Float32Array,
    roomId?: string,
  ): void {
    let ox = x + nx * 0.02
    const oy = Math.min(this.plan.height - 0.005, Math.max(0.005, y + ny * 0.02))
    let oz = z + nz * 0.02
    const room = (roomId ? this.rooms.find((r) => r.id === roomId) : undefined) ?? this.roomOf(ox, oy, oz)
    into.set(LEAST)
    if (!room) {
      into.fill(0.95)
      return
    }
    ox = Math.min(room.max[0] - 0.002, Math.max(room.min[0] + 0.002, ox))
    oz = Math.min(room.max[2] - 0.002, Math.max(room.min[2] + 0.002, oz))
    // A basis about the normal, and cosine-weighted directions on a spiral, turned by a hash of the place so that no pattern shows.
    const [ax, ay, az] = Math.abs(ny) < 0.9 ? [0, 1, 0] : [1, 0, 0]
    const [tx, ty, tz] = norm(ay * nz - az * ny, az * nx - ax * nz, ax * ny - ay * nx)
    const [bx, by, bz] = [ny * tz - nz * ty, nz * tx - nx * tz, nx * ty - ny * tx]
    const { out } = this
    let [r, g, b] = [0, 0, 0]
    for (let i = 0; i < rays; i++) {
      const u = (i + 0.5) / rays
      const radius = Math.sqrt(u)
      const up = Math.sqrt(1 - u)
      const c = Math.cos(i * TURN) * radius
      const s = Math.sin(i * TURN) * radius
      this.trace(room, ox, oy, oz, tx * c + bx * s + nx * up, ty * c + by * s + ny * up, tz * c + bz * s + nz * up, out)
      if (this.hasLeft) continue
      r += out[0] as number
      g += out[1] as number
      b += out[2] as number
    }
    this.addPorts(room, ox, oy, oz, nx, ny, nz, into)
    into[0] = (into[0] as number) + r / rays
    into[1] = (into[1] as number) + g / rays
    into[2] = (into[2] as number) + b / rays
    this.addSun(room, ox, oy, oz, nx, ny, nz, into)
    for (const lamp of room.lamps) this.addLamp(room, lamp, ox, oy, oz, nx, ny, nz, into)
  }

  /** Light through windows and doorways: a grid of points on each, weighed by how large it looks from here. */
  private addPorts(
    room: RoomBox,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    into: Float32Array,
  ): void {
    for (const { px, py, pz, wx, wz, area, glow } of room.ports) {
      const [dx, dy, dz] = [px - x, py - y, pz - z]
      const squared = dx * dx + dy * dy + dz * dz
      const far = Math.sqrt(squared)
      const facing = (dx * nx + dy * ny + dz * nz) / far
      const across = Math.abs(dx * wx + dz * wz) / far
      if (facing <= 0 || across <= 0.01) continue
      if (glow) {
        if (this.isShaded(room, x, y, z, dx / far, dy / far, dz / far, far)) continue
        this.out.set(glow)
      } else {
        this.trace(room, x, y, z, dx / far, dy / far, dz / far, this.out)
        if (!this.hasLeft) continue
      }
      const weight = (facing * across * area) / (Math.PI * (squared + area * 0.6))
      for (let c = 0; c < 3; c++) into[c] = (into[c] as number) + (this.out[c] as number) * weight
    }
  }

  private addSun(
    room: RoomBox,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    into: Float32Array,
  ): void {
    const facing = nx * TO_SUN[0] + ny * TO_SUN[1] + nz * TO_SUN[2]
    if (facing <= 0) return
    let seen = 0
    for (let i = 0; i < 5; i++) {
      const wobble = i === 0 ? 0 : 0.013
      const dx = TO_SUN[0] + Math.cos(i * 1.57) * wobble
      const dy = TO_SUN[1] + Math.sin(i * 1.57) * wobble
      if (this.trace(room, x, y, z, dx, dy, TO_SUN[2], this.out, SUN_ROOMS)) seen += 0.2
    }
    for (let c = 0; c < 3; c++) into[c] = (into[c] as number) + (SUN[c] as number) * facing * seen
  }

  private addLamp(
    room: RoomBox,
    lamp: Lamp,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    into: Float32Array,
  ): void {
    const [dx, dy, dz] = [lamp.at[0] - x, lamp.at[1] - y, lamp.at[2] - z]
    const distance = Math.hypot(dx, dy, dz)
    const facing = (dx * nx + dy * ny + dz * nz) / distance
    if (facing <= 0 || this.isShaded(room, x, y, z, dx / distance, dy / distance, dz / distance, distance)) return
    for (let c = 0; c < 3; c++)
      into[c] = (into[c] as number) + ((lamp.tint[c] as number) * facing) / (distance * distance + 0.3)
  }

  private isShaded(
    room: RoomBox,
    x: number,
    y: number,
    z: number,
    dx: number,
    dy: number,
    dz: number,
    within: number,
  ): boolean {
    for (const s of room.shades) {
      const t = enters(s, x, y, z, 1 / dx, 1 / dy, 1 / dz)
      if (t > 0 && t < within) return true
    }
    return false
  }

  /** Follows a ray through rooms and doorways. True when it leaves through a window to the open sky. */
  private trace(
    start: RoomBox,
    x: number,
    y: number,
    z: number,
    dx: number,
    dy: number,
    dz: number,
    out: Float32Array,
    rooms = ROOMS,
  ): boolean {
    let room = start
    let [ox, oy, oz] = [x, y, z]
    this.hasLeft = false
    for (let crossed = 0; crossed < rooms; crossed++) {
      const tx = dx > 0 ? (room.max[0] - ox) / dx : dx < 0 ? (room.min[0] - ox) / dx : Infinity
      const ty = dy > 0 ? (room.max[1] - oy) / dy : dy < 0 ? (room.min[1] - oy) / dy : Infinity
      const tz = dz > 0 ? (room.max[2] - oz) / dz : dz < 0 ? (room.min[2] - oz) / dz : Infinity
      const wall = Math.max(0, Math.min(tx, ty, tz))
      const [ix, iy, iz] = [1 / dx, 1 / dy, 1 / dz]
      for (const s of room.shades) {
        const t = enters(s, ox, oy, oz, ix, iy, iz)
        if (t > 0.001 && t < wall) return this.thrownBack(room, s.colour, 0.6, out)
      }
      if (wall === ty) return this.thrownBack(room, dy > 0 ? room.tint : FLOOR, dy > 0 ? 1.1 : 0.9, out)
      const axis = wall === tx ? 'z' : 'x'
      const inward = wall === tx ? (dx > 0 ? -1 : 1) : dz > 0 ? -1 : 1
      const side = room.sides.find((s) => s.axis === axis && s.inward === inward)
      const along = axis === 'z' ? oz + dz * wall : ox + dx * wall
      const height = oy + dy * wall
      const hole = side?.holes.find((h) => along > h.from && along < h.to && height > h.sill && height < h.head)
      if (!hole || (hole.door && !this.isOpen(hole.door))) return this.thrownBack(room, room.tint, 1, out)
      this.hasLeft = true
      if (hole.kind === 'stairs') {
        for (let c = 0; c < 3; c++) out[c] = (TOWN[c] as number) * 0.3
        return false
      }
      if (hole.kind === 'window') {
        const sky = dy > 0.12
        const k = sky ? 0.75 + 0.5 * dy : 1
        for (let c = 0; c < 3; c++) out[c] = ((sky ? SKY : TOWN)[c] as number) * k
        return sky
      }
      const next = this.rooms.find((r) => r.id === hole.beyond)
      if (!next) return this.thrownBack(room, room.tint, 1, out)
      // On through the wall's thickness into the neighbouring room.
      const through = wall + (WALL_HALF * 2 + 0.002) / Math.max(0.05, Math.abs(axis === 'z' ? dx : dz))
      ox += dx * through
      oy += dy * through
      oz += dz * through
      room = next
      const a = axis === 'z' ? oz : ox
      if (a < hole.from || a > hole.to || oy < hole.sill || oy > hole.head)
        return this.thrownBack(room, room.tint, 0.8, out)
    }
    return this.thrownBack(room, room.tint, 1, out)
  }

  private thrownBack(room: RoomBox, tint: readonly [number, number, number], k: number, out: Float32Array): false {
    for (let c = 0; c < 3; c++) out[c] = (room.bounce[c] as number) * (tint[c] as number) * k
    return false
  }
}

const FLOOR: readonly [number, number, number] = [0.42, 0.36, 0.29]

function norm(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}
