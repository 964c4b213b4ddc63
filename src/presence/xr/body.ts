import { distanceTo, type Plan, type Solid } from '../../stage/index.ts'
import { type Ray, wallAt } from '../aim.ts'
import { EYE } from '../walker.ts'

/** Whose eyes are lower than this on entering sits on a real chair, in metres above the real floor. */
const SEATED_BELOW = 1.35

/** Somebody's real height, as their headset measures it. */
export type Measure = {
  /** Eyes above the real floor when they began or last asked to be measured, in metres. */
  eyeMetres: number
  isSeatedPlay: boolean
}

/** Without a floor nobody knows how high the eyes are: they are set from a seat, whatever was chosen. */
export const measure = (eyeMetres: number, isSeatedPlay: boolean | null, hasFloor = true): Measure => ({
  eyeMetres,
  isSeatedPlay: !hasFloor || (isSeatedPlay ?? eyeMetres < SEATED_BELOW),
})

/**
 * How far the floor under somebody is moved so that they see from the height they should, in metres. Whoever stands for real keeps their own
 * height and sits by sitting down; by a button their eyes come down without them. Whoever sits for real is lifted to a standing person's eyes.
 */
export function floorOffset({ eyeMetres, isSeatedPlay }: Measure, isSeated: boolean, isLowered: boolean): number {
  if (isSeatedPlay) return (isSeated ? EYE.seated : EYE.standing) - eyeMetres
  return isSeated && !isLowered ? EYE.seated - eyeMetres : 0
}

/** From so near to a wall the picture begins to go, and is gone at the wall itself, in metres. */
const FADE_FROM = 0.12

/** How much of the picture a wall takes from eyes that come too near: 0 none, 1 all. */
export function wallFade(
  plan: Pick<Plan, 'walls' | 'doors'>,
  isShut: (door: string) => boolean,
  x: number,
  z: number,
): number {
  let near = FADE_FROM
  for (const solid of plan.walls) near = Math.min(near, distanceTo(solid, x, z))
  for (const solid of plan.doors) if (isShutAt(solid, isShut)) near = Math.min(near, distanceTo(solid, x, z))
  return 1 - near / FADE_FROM
}

const isShutAt = (solid: Solid, isShut: (door: string) => boolean) => solid.door !== null && isShut(solid.door)

const way: Ray = { ox: 0, oy: 1, oz: 0, dx: 0, dy: 0, dz: 0 }

/**
 * Keeps the last place where a body rightly stood. Real walls and the flat's are not the same: who steps through one of the flat's is nowhere
 * until they step back, and no room is entered by it.
 */
export class Stray {
  isAstray = false
  private x = Number.NaN
  private z = Number.NaN

  /** One has been put here: whatever was before does not count. */
  putAt(x: number, z: number): void {
    this.x = x
    this.z = z
    this.isAstray = false
  }

  /** Where the body is now; true while a wall or a shut door lies between it and where it rightly stood. */
  step(
    plan: Pick<Plan, 'walls' | 'doors' | 'height'>,
    isShut: (door: string) => boolean,
    mayStand: (x: number, z: number) => boolean,
    x: number,
    z: number,
  ): boolean {
    if (Number.isNaN(this.x)) this.putAt(x, z)
    const far = Math.hypot(x - this.x, z - this.z)
    if (far < 1e-4) {
      this.isAstray = false
      return false
    }
    way.ox = this.x
    way.oz = this.z
    way.dx = (x - this.x) / far
    way.dz = (z - this.z) / far
    this.isAstray = wallAt(plan, isShut, way) < far || !mayStand(x, z)
    if (!this.isAstray) {
      this.x = x
      this.z = z
    }
    return this.isAstray
  }
}

/** How the edge of sight darkens and clears, per second. */
const VIGNETTE_IN = 8
const VIGNETTE_OUT = 4

/** The vignette's next strength, 0–1: it closes while something other than one's own legs moves one. */
export const vignette = (now: number, isCarried: boolean, seconds: number): number => {
  const rate = isCarried ? VIGNETTE_IN : VIGNETTE_OUT
  const next = now + ((isCarried ? 1 : 0) - now) * (1 - Math.exp(-rate * Math.min(seconds, 0.1)))
  return !isCarried && next < 0.01 ? 0 : next
}
