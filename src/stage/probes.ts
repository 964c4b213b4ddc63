import { SphericalHarmonics3, Vector3 } from 'three'
import { type Daylight, TO_SUN } from './daylight.ts'
import { type Plan, roomAt } from './plan.ts'

type Probe = { x: number; z: number; room: string; light: Float32Array }

const GRID_METRES = 1.0
const HEIGHT_METRES = 1.15
const RAYS = 220
const TURN = Math.PI * (3 - Math.sqrt(5))
const basis: number[] = new Array(9).fill(0)
const direction = new Vector3()

/** The light that stands in the air of every room, for what moves through it: nine colours a point (spherical harmonics). */
export class Probes {
  private readonly probes: Probe[] = []
  private readonly plan: Plan

  constructor(plan: Plan, daylight: Daylight) {
    this.plan = plan
    const out = new Float32Array(3)
    for (const room of plan.rooms) {
      const across = Math.max(1, Math.round((room.x[1] - room.x[0]) / GRID_METRES))
      const deep = Math.max(1, Math.round((room.z[1] - room.z[0]) / GRID_METRES))
      for (let i = 0; i < across; i++)
        for (let j = 0; j < deep; j++) {
          const x = room.x[0] + ((i + 0.5) * (room.x[1] - room.x[0])) / across
          const z = room.z[0] + ((j + 0.5) * (room.z[1] - room.z[0])) / deep
          this.probes.push({ x, z, room: room.id, light: gather(daylight, x, z, out) })
        }
    }
  }

  /** Writes the light at a point on the floor plan into 27 numbers. */
  at(x: number, z: number, into: Float32Array): void {
    const room = roomAt(this.plan, x, z)
    into.fill(0)
    let total = 0
    for (const probe of this.probes) {
      if (room !== null && probe.room !== room) continue
      const weight = 1 / ((probe.x - x) ** 2 + (probe.z - z) ** 2 + 0.15) ** 1.5
      total += weight
      for (let k = 0; k < 27; k++) into[k] = (into[k] as number) + (probe.light[k] as number) * weight
    }
    if (total > 0) for (let k = 0; k < 27; k++) into[k] = (into[k] as number) / total
  }
}

function gather(daylight: Daylight, x: number, z: number, out: Float32Array): Float32Array {
  const light = new Float32Array(27)
  const add = (strength: number) => {
    SphericalHarmonics3.getBasisAt(direction, basis)
    for (let k = 0; k < 9; k++)
      for (let c = 0; c < 3; c++)
        light[k * 3 + c] = (light[k * 3 + c] as number) + (out[c] as number) * (basis[k] as number) * strength
  }
  for (let i = 0; i < RAYS; i++) {
    const y = 1 - (2 * (i + 0.5)) / RAYS
    const radius = Math.sqrt(1 - y * y)
    direction.set(Math.cos(i * TURN) * radius, y, Math.sin(i * TURN) * radius)
    daylight.from(x, HEIGHT_METRES, z, direction.x, direction.y, direction.z, out)
    add((4 * Math.PI) / RAYS)
  }
  for (const lamp of daylight.lampsNear(x, z)) {
    direction.set(lamp.at[0] - x, lamp.at[1] - HEIGHT_METRES, lamp.at[2] - z)
    const squared = direction.lengthSq()
    direction.normalize()
    out.set(lamp.tint)
    add(Math.PI / (squared + 0.3))
  }
  direction.set(...TO_SUN)
  if (daylight.sunAt(x, HEIGHT_METRES, z)) {
    out.set([2.6, 2.1, 1.4])
    add(Math.PI * 0.5)
  }
  return light
}
