import type { FloorPlan } from './floorPlan.ts'
import { planThrough, toReal } from './floorPlan.ts'
import type { Marks } from './marks.ts'

const KEY = 'doorstep.ar.anchor'

/** All that is kept of a real room: the name the device gave to an anchor, and which plan hangs on it. No measure, no picture, no mesh. */
export type Kept = { plan: string; anchor: string }

export function readKept(): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof found !== 'object' || found === null || !('plan' in found) || !('anchor' in found)) return null
    const { plan, anchor } = found
    return typeof plan === 'string' && typeof anchor === 'string' ? { plan, anchor } : null
  } catch {
    return null
  }
}

/** Keeps it, or with null forgets it. */
export function writeKept(kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(KEY, JSON.stringify(kept))
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage the marks are touched again next time.
  }
}

/** A pose on the real floor: where an anchor stands, and which way. Metres and radians. */
export type AnchorPose = { x: number; y: number; z: number; yaw: number }

/**
 * The anchor of a plan stands on the touched corner of the real table, turned as the place is turned: its pose alone gives the whole plan back,
 * the table's height too, so that nothing else has to be kept.
 */
export function anchorOf(plan: FloorPlan, marks: Marks): AnchorPose {
  const at = toReal(plan, { x: marks.corner.at[0], z: marks.corner.at[1] })
  return { x: at.x, y: plan.floor + (plan.table ?? 0), z: at.z, yaw: -plan.yaw }
}

/** Lower than any table: the anchor stands on the floor, since nobody touched one. */
const NO_TABLE = 0.1

export function planOfAnchor(pose: AnchorPose, marks: Marks, floor: number): FloorPlan {
  const table = pose.y - floor
  return {
    plan: marks.plan,
    ...planThrough(pose, { x: marks.corner.at[0], z: marks.corner.at[1] }, -pose.yaw),
    floor,
    table: table > NO_TABLE ? table : null,
  }
}

/** Reads a pose as the device gives it; leaning is measuring error, since floors are level. */
export function poseOf({ transform }: XRPose): AnchorPose {
  const { position, orientation: q } = transform
  const yaw = Math.atan2(2 * (q.w * q.y + q.x * q.z), 1 - 2 * (q.y * q.y + q.x * q.x))
  return { x: position.x, y: position.y, z: position.z, yaw }
}

export const rigid = ({ x, y, z, yaw }: AnchorPose): XRRigidTransform =>
  new XRRigidTransform({ x, y, z }, { x: 0, y: Math.sin(yaw / 2), z: 0, w: Math.cos(yaw / 2) })

/** Sets an anchor into the real room; null where the device has none. From within a frame. */
export async function setAnchor(frame: XRFrame, space: XRReferenceSpace, pose: AnchorPose): Promise<XRAnchor | null> {
  try {
    return (await frame.createAnchor?.(rigid(pose), space)) ?? null
  } catch {
    return null
  }
}

/** Has the device remember an anchor for next time, and forget the one before; false where it cannot. */
export async function remember(session: XRSession, anchor: XRAnchor, plan: string): Promise<boolean> {
  const before = readKept()
  try {
    const handle = await anchor.requestPersistentHandle?.()
    writeKept(handle ? { plan, anchor: handle } : null)
    if (before && before.anchor !== handle) await forgetAnchor(session, before.anchor)
    return handle !== undefined
  } catch {
    writeKept(null)
    return false
  }
}

async function forgetAnchor(session: XRSession, handle: string): Promise<void> {
  try {
    await session.deletePersistentAnchor?.(handle)
  } catch {
    // It was gone already.
  }
}

/** The anchor of last time in this room; null when there is none for this plan, or the device does not find it. */
export async function restoreAnchor(session: XRSession, plan: string): Promise<XRAnchor | 'none' | 'gone'> {
  const kept = readKept()
  if (!kept || kept.plan !== plan) return 'none'
  if (!session.restorePersistentAnchor) return 'none'
  try {
    return await session.restorePersistentAnchor(kept.anchor)
  } catch {
    return 'gone'
  }
}
