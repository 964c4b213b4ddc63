/** Where the real room's floor lies in the place: its middle, turned by `yaw` radians, raised by `y` metres. Mutated in place. */
export type Origin = { x: number; y: number; z: number; yaw: number }

export const makeOrigin = (): Origin => ({ x: 0, y: 0, z: 0, yaw: 0 })

/** A head on the real floor's plan, as the device measures it: metres and radians. */
export type LocalHead = { x: number; z: number; yaw: number }

/** Puts a head to a point of the place by moving the real floor under it; faces `yaw` when one is given. */
export function putHead(origin: Origin, head: LocalHead, x: number, z: number, yaw: number | null): void {
  if (yaw !== null) origin.yaw = yaw - head.yaw
  const [sin, cos] = [Math.sin(origin.yaw), Math.cos(origin.yaw)]
  origin.x = x - (head.x * cos + head.z * sin)
  origin.z = z - (head.z * cos - head.x * sin)
}

/** Turns the place about the head, which stays where it is. */
export function turnAbout(origin: Origin, head: LocalHead, radians: number): void {
  const x = worldX(origin, head)
  const z = worldZ(origin, head)
  origin.yaw += radians
  putHead(origin, head, x, z, null)
}

export const worldX = (origin: Origin, { x, z }: LocalHead): number =>
  origin.x + x * Math.cos(origin.yaw) + z * Math.sin(origin.yaw)
export const worldZ = (origin: Origin, { x, z }: LocalHead): number =>
  origin.z + z * Math.cos(origin.yaw) - x * Math.sin(origin.yaw)
