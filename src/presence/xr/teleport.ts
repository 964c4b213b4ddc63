import { Vector3 } from 'three'
import type { Plan, Ways } from '../../stage/index.ts'
import { type Ray, wallAt } from '../aim.ts'

/** How an arc flies: thrown at this speed, in metres a second, it falls about four metres away when held level at chest height. */
const SPEED = 5.2
const GRAVITY = 9.8
const STEP_SECONDS = 0.04
/** Points of an arc: two seconds of flight are more than any room needs. */
export const ARC_POINTS = 40

export type Arc = {
  /** ARC_POINTS × 3 numbers, of which the first `length` points are flown. */
  readonly points: Float32Array
  length: number
  /** Where it comes down. */
  readonly landing: Vector3
  /** Whether one could stand there: floor, room for a body, no wall and no shut door on the way. */
  isOpen: boolean
}

export const makeArc = (): Arc => ({
  points: new Float32Array(ARC_POINTS * 3),
  length: 0,
  landing: new Vector3(),
  isOpen: false,
})

/** What an arc flies through. `mayStand` keeps one out of rooms one was not asked into. */
export type Ground = {
  plan: Pick<Plan, 'walls' | 'doors' | 'height'>
  ways: Pick<Ways, 'isFree'>
  isOpen: (door: string) => boolean
  isShut: (door: string) => boolean
  mayStand: (x: number, z: number) => boolean
}

/** At this height every wall and every shut door is met, in metres. */
const PLAN_METRES = 1
const ray: Ray = { ox: 0, oy: PLAN_METRES, oz: 0, dx: 0, dy: 0, dz: 1 }

/** Throws an arc from a hand; walls and shut doors end it. Fills `arc`, allocates nothing. */
export function throwArc(arc: Arc, origin: Vector3, direction: Vector3, ground: Ground): void {
  let { x, y, z } = origin
  const [vx, vz] = [direction.x * SPEED, direction.z * SPEED]
  let vy = direction.y * SPEED
  arc.isOpen = false
  arc.length = 1
  put(arc, 0, x, y, z)
  for (let i = 1; i < ARC_POINTS; i++) {
    let nx = x + vx * STEP_SECONDS
    let ny = y + vy * STEP_SECONDS
    let nz = z + vz * STEP_SECONDS
    vy -= GRAVITY * STEP_SECONDS
    const isDown = ny <= 0
    if (isDown) {
      const part = y / (y - ny)
      nx = x + (nx - x) * part
      nz = z + (nz - z) * part
      ny = 0
    }
    // On the plan, since a high arc would slip over a door's lintel.
    const far = Math.hypot(nx - x, nz - z)
    ray.ox = x
    ray.oz = z
    ray.dx = far > 0 ? (nx - x) / far : 0
    ray.dz = far > 0 ? (nz - z) / far : 1
    const wall = wallAt(ground.plan, ground.isShut, ray)
    if (wall < far || ny > ground.plan.height) {
      const part = wall < far ? wall / far : 0
      put(arc, i, x + (nx - x) * part, y + (ny - y) * part, z + (nz - z) * part)
      arc.length = i + 1
      arc.landing.set(x + (nx - x) * part, y + (ny - y) * part, z + (nz - z) * part)
      return
    }
    put(arc, i, nx, ny, nz)
    arc.length = i + 1
    if (isDown) {
      arc.landing.set(nx, 0, nz)
      arc.isOpen = ground.ways.isFree(nx, nz, ground.isOpen) && ground.mayStand(nx, nz)
      return
    }
    x = nx
    y = ny
    z = nz
  }
  arc.landing.set(x, y, z)
}

function put(arc: Arc, at: number, x: number, y: number, z: number): void {
  arc.points[at * 3] = x
  arc.points[at * 3 + 1] = y
  arc.points[at * 3 + 2] = z
}
