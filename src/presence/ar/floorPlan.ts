/**
 * Where a place lies on a real floor: the one thing that people in one real room have to agree on. A point of the real floor, as a device
 * measures it, is turned by `yaw` about the vertical and moved by `x` and `z`, and is then a point of the place. Each device finds its own by
 * touching the same two marks; what people send each other are poses in the place's metres, so that no device's map of a room is ever sent.
 */
export type FloorPlan = {
  /** Which place, and by which marks: two with the same id lie alike. */
  readonly plan: string
  readonly x: number
  readonly z: number
  /** Radians, as three has it. */
  readonly yaw: number
  /** The real floor in the device's own measure, in metres: 0 where the device knows the floor. */
  readonly floor: number
  /** How high the real table is, in metres; null where nobody touched one. */
  readonly table: number | null
}

/** A point on a floor, in metres. */
export type OnFloor = { readonly x: number; readonly z: number }

/** From the real floor to the place. */
export function toPlace({ x, z, yaw }: Pick<FloorPlan, 'x' | 'z' | 'yaw'>, at: OnFloor): OnFloor {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  return { x: x + at.x * cos + at.z * sin, z: z + at.z * cos - at.x * sin }
}

/** From the place to the real floor. */
export function toReal({ x, z, yaw }: Pick<FloorPlan, 'x' | 'z' | 'yaw'>, at: OnFloor): OnFloor {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  const [dx, dz] = [at.x - x, at.z - z]
  return { x: dx * cos - dz * sin, z: dz * cos + dx * sin }
}

/** The plan that takes one real point exactly to one of the place, turned by `yaw`. */
export function planThrough(real: OnFloor, place: OnFloor, yaw: number): Pick<FloorPlan, 'x' | 'z' | 'yaw'> {
  const turned = toPlace({ x: 0, z: 0, yaw }, real)
  return { x: place.x - turned.x, z: place.z - turned.z, yaw }
}
