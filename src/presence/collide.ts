import type { Solid } from '../stage/index.ts'

/** Half the width of somebody walking, in metres: shoulders a little drawn in, as in a small flat. */
export const BODY_RADIUS = 0.25
/** No step is longer than this before walls are asked again, in metres; well under the radius, so that nothing is walked through. */
const STEP_METRES = 0.08
const PASSES = 4

export type Feet = { x: number; z: number }

/** Moves feet by a wished step, pushed out of whatever stands in the way: one slides along walls. Mutates `feet`; allocates nothing. */
export function slide(
  feet: Feet,
  dx: number,
  dz: number,
  solids: readonly Solid[],
  isShut: (door: string) => boolean,
  radius = BODY_RADIUS,
): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(dx, dz) / STEP_METRES))
  for (let i = 0; i < steps; i++) {
    const [wasX, wasZ] = [feet.x, feet.z]
    feet.x += dx / steps
    feet.z += dz / steps
    for (let pass = 0; pass < PASSES; pass++) {
      let isFree = true
      for (const solid of solids)
        if ((solid.door === null || isShut(solid.door)) && pushOut(feet, solid, radius)) isFree = false
      if (isFree) break
      // Wedged between two things: better to stay than to be squeezed through.
      if (pass === PASSES - 1) {
        feet.x = wasX
        feet.z = wasZ
        return
      }
    }
  }
}

/** Pushes a circle out of a box; true when it had to. */
function pushOut(feet: Feet, solid: Solid, radius: number): boolean {
  const dx = feet.x - solid.x
  const dz = feet.z - solid.z
  // Into the box's own axes.
  const u = dx * solid.cos - dz * solid.sin
  const v = dx * solid.sin + dz * solid.cos
  const nearU = Math.max(-solid.halfX, Math.min(solid.halfX, u))
  const nearV = Math.max(-solid.halfZ, Math.min(solid.halfZ, v))
  let outU = u - nearU
  let outV = v - nearV
  const far = Math.hypot(outU, outV)
  if (far >= radius - 1e-9) return false
  if (far > 1e-9) {
    const k = radius / far
    outU = nearU + outU * k
    outV = nearV + outV * k
  } else {
    // The middle is inside: out by the nearest face.
    const left = solid.halfX - Math.abs(u)
    const up = solid.halfZ - Math.abs(v)
    outU = left <= up ? Math.sign(u || 1) * (solid.halfX + radius) : u
    outV = left <= up ? v : Math.sign(v || 1) * (solid.halfZ + radius)
  }
  feet.x = solid.x + outU * solid.cos + outV * solid.sin
  feet.z = solid.z - outU * solid.sin + outV * solid.cos
  return true
}
