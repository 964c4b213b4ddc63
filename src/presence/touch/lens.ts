const RADIANS = Math.PI / 180
/** The lens of a wide picture, upright, in degrees. */
export const FOV_WIDE = 62
/** Sideways one should see at least this much, in degrees: two people on a sofa across a small room. */
const ACROSS = 50
/** Beyond this upright, faces at the edge are drawn out of shape, in degrees. */
const FOV_MOST = 84

/** How much is seen from top to bottom, in degrees, in a picture of this width over height: a narrow picture sees higher, so that it does not see through a slit. */
export function lensFor(aspect: number): number {
  const upright = (2 * Math.atan(Math.tan((ACROSS * RADIANS) / 2) / Math.max(0.1, aspect))) / RADIANS
  return Math.min(FOV_MOST, Math.max(FOV_WIDE, upright))
}

/** What part of the picture lies under lines or menus, 0 to 1, on the right (negative: on the left) and below. */
export type Covered = { right: number; below: number }
export const NOTHING_COVERED: Covered = { right: 0, below: 0 }

/** How far the picture is pushed so that its middle comes to the middle of what is left, in parts of its size. */
export const pushFor = ({ right, below }: Covered): { x: number; y: number } => ({ x: right / 2, y: below / 2 })
