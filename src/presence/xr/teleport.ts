import { Vector3 } from 'three'
import type { Plan, Ways } from '../../stage/index.ts'
import { type Ray, wallAt } from '../aim.ts'

/** How an arc flies: thrown at this speed, in metres a second, it falls about four metres away when held level at chest height. */
const SPEED = 5.2
const GRAVITY = 9.8
const STEP_SECONDS = 0.04
/** Points of an arc: two seconds of flight are more than any room needs. */
export const ARC_POINTS = 40
/** An arc may not come nearer to a wall than a body's width would allow; the landing is checked by the ways themselves. */
const UNDER_FLOOR = 0

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

const ray: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 }

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
    const isDown = ny <= UNDER_FLOOR
    if (isDown) {
      const part = y / (y - ny)
      nx = x + (nx - x) * part
      nz = z + (nz - z) * part
      ny = 0
    }
    const far = Math.hypot(nx - x, ny - y, nz - z)
    ray.ox = x
    ray.oy = y
    ray.oz = z
    ray.dx = (nx - x) / far
    ray.dy = (ny - y) / far
    ray.dz = (nz - z) / far
    const wall = far > 0 ? wallAt(ground.plan, ground.isShut, ray) : Number.POSITIVE_INFINITY
    if (wall < far) {
      put(arc, i, x + ray.dx * wall, y + ray.dy * wall, z + ray.dz * wall)
      arc.length = i + 1
      arc.landing.set(x + ray.dx * wall, y + ray.dy * wall, z + ray.dz * wall)
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
