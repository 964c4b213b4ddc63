import type { OnFloor } from './floorPlan.ts'
import type { Touched } from './solve.ts'

/** A level surface that the device has found: its edge, in the device's own metres. */
export type Surface = { readonly y: number; readonly edge: readonly OnFloor[] }

/** A touched corner and a found one are the same within this, in metres. */
const SAME_METRES = 0.07
/** And as high as each other within this, in metres. */
const SAME_HEIGHT = 0.1

/** Where the device has found the table itself, the touched corner is that table's: steadier than a hand. */
export function snapToCorner(at: Touched, surfaces: readonly Surface[]): Touched {
  let best = at
  let near = SAME_METRES
  for (const { y, edge } of surfaces) {
    if (Math.abs(y - at.y) > SAME_HEIGHT) continue
    for (const point of edge) {
      const metres = Math.hypot(point.x - at.x, point.z - at.z)
      if (metres >= near) continue
      near = metres
      best = { x: point.x, y, z: point.z }
    }
  }
  return best
}

/** The level surfaces of a frame; none where the device finds none. Read for this once, and not kept. */
export function surfacesOf(frame: XRFrame, space: XRReferenceSpace): Surface[] {
  const surfaces: Surface[] = []
  for (const plane of frame.detectedPlanes ?? []) {
    if (plane.orientation !== 'horizontal') continue
    const pose = frame.getPose(plane.planeSpace, space)
    if (!pose) continue
    const { matrix: m, position } = pose.transform
    const edge = plane.polygon.map(({ x, z }) => ({
      x: (m[0] ?? 1) * x + (m[8] ?? 0) * z + position.x,
      z: (m[2] ?? 0) * x + (m[10] ?? 1) * z + position.z,
    }))
    surfaces.push({ y: position.y, edge })
  }
  return surfaces
}
