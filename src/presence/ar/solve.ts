import { type FloorPlan, type OnFloor, planThrough } from './floorPlan.ts'
import type { Marks } from './marks.ts'

/** Marks nearer to each other than this do not tell which way the room lies, in metres. */
export const NEAREST_METRES = 0.5
/** Real furniture may stand so much nearer or farther than the plan has it, in metres: more, and what lies on the table would hang beside it. */
export const TOLERANCE_METRES = 0.25
/** Tables are touched above the first, and nothing is touched above the second, in metres over the floor; below the first it was the floor under the corner. */
const TABLE_FROM = 0.25
const TOUCHED_UNTIL = 1.4
const BELOW_FLOOR = -0.25

/** What was touched, in the device's own metres. */
export type Touched = OnFloor & { readonly y: number }

export type Misplaced =
  /** Not two places: nearer than `NEAREST_METRES`. */
  | 'too-near'
  /** Farther apart than the room is long. */
  | 'too-far'
  /** Not as far apart as in the plan. */
  | 'disagree'
  /** Under the floor, or over a head: the device has the floor wrong, or the wrong thing was touched. */
  | 'height'
  /** No place at all: the device lost its way. */
  | 'nowhere'

export type Solved =
  | { isPlaced: true; plan: FloorPlan /** How far the corner is from where the plan has it, in metres. */; off: number }
  | {
      isPlaced: false
      why: Misplaced /** How far apart they were touched, and should be, in metres. */
      metres: number
      planned: number
    }

/**
 * Two marks to one rigid placement: her seat lies exactly where the real chair was touched, and the corner in the direction of the real corner.
 * Turned and moved, never stretched or mirrored. `floor` is the real floor in the device's measure.
 */
export function solve(marks: Marks, corner: Touched, seat: Touched, floor: number): Solved {
  const planned = Math.hypot(marks.corner.at[0] - marks.seat.at[0], marks.corner.at[1] - marks.seat.at[1])
  const metres = Math.hypot(corner.x - seat.x, corner.z - seat.z)
  const why = wrongWith(marks, metres, planned, [corner.y - floor, seat.y - floor])
  if (why) return { isPlaced: false, why, metres, planned }
  const yaw =
    Math.atan2(marks.corner.at[0] - marks.seat.at[0], marks.corner.at[1] - marks.seat.at[1]) -
    Math.atan2(corner.x - seat.x, corner.z - seat.z)
  const at = { x: marks.seat.at[0], z: marks.seat.at[1] }
  const height = corner.y - floor
  const table = height > TABLE_FROM ? height : null
  return {
    isPlaced: true,
    plan: { plan: marks.plan, ...planThrough(seat, at, yaw), floor, table },
    off: Math.abs(metres - planned),
  }
}

function wrongWith(marks: Marks, metres: number, planned: number, heights: readonly number[]): Misplaced | null {
  if (!Number.isFinite(metres) || !heights.every(Number.isFinite)) return 'nowhere'
  if (metres < NEAREST_METRES) return 'too-near'
  if (metres > marks.across) return 'too-far'
  if (Math.abs(metres - planned) > TOLERANCE_METRES) return 'disagree'
  return heights.some((height) => height < BELOW_FLOOR || height > TOUCHED_UNTIL) ? 'height' : null
}

/** So far before a head her seat is put when nothing is touched, in metres: near enough to talk, far enough to see her whole. */
const BEFORE_METRES = 1.3

/** The way on without marks: her seat straight before a head, she facing it. No real chair is there, and the place's own furniture is drawn. */
export function planBefore(marks: Marks, head: OnFloor & { yaw: number }, floor: number): FloorPlan {
  const { at, faces } = marks.seat
  const real = { x: head.x - Math.sin(head.yaw) * BEFORE_METRES, z: head.z - Math.cos(head.yaw) * BEFORE_METRES }
  // From her seat towards whom she faces is from there back to the head.
  const facing = faces ? Math.atan2(faces[0] - at[0], faces[1] - at[1]) : 0
  const yaw = facing - Math.atan2(head.x - real.x, head.z - real.z)
  return { plan: marks.plan, ...planThrough(real, { x: at[0], z: at[1] }, yaw), floor, table: null }
}
