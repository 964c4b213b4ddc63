/** Where in the room a panel hangs; mutated in place. Metres and radians: yaw as three has it, tilt back from upright. */
export type Hung = { x: number; y: number; z: number; yaw: number; tilt: number; isHung: boolean; usedMs: number }

export const makeHung = (): Hung => ({ x: 0, y: 0, z: 0, yaw: 0, tilt: 0, isHung: false, usedMs: 0 })

/** A place that was empty for longer than this is found anew, in milliseconds: what follows on a panel hangs where that hung. */
const EMPTY_MS = 600

/** Said each frame by who hangs there. */
export function keepHung(hung: Hung, nowMs: number): void {
  if (nowMs - hung.usedMs > EMPTY_MS) hung.isHung = false
  hung.usedMs = nowMs
}

/** Whose panels they are: where the eyes are and which way the head is turned. */
export type Head = { x: number; y: number; z: number; yaw: number }

/** Where a panel belongs, from the head: to the side (radians, right positive), below the eyes (metres), how far (metres). */
export type Station = { aside: number; below: number; metres: number }

/** In front at the height of a raised hand: what one says. Low enough to leave the other's face free. */
export const FAN: Station = { aside: 0, below: 0.34, metres: 0.6 }
/** Straight ahead, a little below the eyes, which is where a neck rests. */
export const BOARD: Station = { aside: 0, below: 0.12, metres: 1.2 }
/** To the left, within a glance: what waits for an answer. */
export const BESIDE: Station = { aside: -0.62, below: 0.16, metres: 0.6 }
/** At the hip of the other hand than the one that points: looked down to, never in the way of a ray to the floor. */
export const HIP: Record<'left' | 'right', Station> = {
  left: { aside: -0.75, below: 0.58, metres: 0.75 },
  right: { aside: 0.75, below: 0.58, metres: 0.75 },
}

/** A panel stays where it was hung until its owner has gone so far (metres) or turned so far (radians): it should not swim with the head. */
export const STRAY_METRES = 0.45
export const STRAY_RADIANS = 1.05

const TURN = Math.PI * 2
const wrapped = (angle: number): number => angle - TURN * Math.round(angle / TURN)

/** Hangs a panel at its station, or leaves it where it hangs while its owner is near; true when it was moved. Mutates `hung`, allocates nothing. */
export function hang(hung: Hung, head: Head, station: Station): boolean {
  if (hung.isHung && !hasStrayed(hung, head, station)) return false
  const yaw = head.yaw - station.aside
  // The eye stands so far from the middle of the face, whichever way it is tilted.
  const level = Math.sqrt(Math.max(0, station.metres ** 2 - station.below ** 2))
  hung.x = head.x - Math.sin(yaw) * level
  hung.y = head.y - station.below
  hung.z = head.z - Math.cos(yaw) * level
  hung.yaw = yaw
  hung.tilt = -Math.asin(Math.min(1, station.below / station.metres))
  hung.isHung = true
  return true
}

function hasStrayed(hung: Hung, head: Head, station: Station): boolean {
  const level = Math.sqrt(Math.max(0, station.metres ** 2 - station.below ** 2))
  const dx = hung.x + Math.sin(hung.yaw) * level - head.x
  const dz = hung.z + Math.cos(hung.yaw) * level - head.z
  const dy = hung.y + station.below - head.y
  if (Math.hypot(dx, dy, dz) > STRAY_METRES) return true
  // Who turns to a panel at their side has not turned away from it: it would run from their eyes.
  return (
    Math.abs(wrapped(hung.yaw + station.aside - head.yaw)) > STRAY_RADIANS &&
    Math.abs(wrapped(hung.yaw - head.yaw)) > STRAY_RADIANS
  )
}
