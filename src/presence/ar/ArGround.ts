import type { PublicScene, SeatView } from '../../protocol/index.ts'
import { type Point, roomAt } from '../../stage/index.ts'
import { yawTo } from '../walker.ts'
import type { RealGround } from '../xr/ground.ts'
import { type LocalHead, makeOrigin, type Origin, putHead } from '../xr/origin.ts'
import type { Tracking } from '../xr/Tracking.ts'
import type { FloorPlan } from './floorPlan.ts'

/** Nothing has moved that moved less than this, in metres and radians. */
const STILL = 0.0005

/**
 * The real floor under a place. In the room that was laid out the place lies by its marks and stays; whoever goes on into the rest of the flat,
 * which no real room holds, has it moved under them, and finds it back in its place on coming back.
 */
export class ArGround implements RealGround {
  /** What was sensed last, for whoever places by touch. */
  tracking: Tracking | null = null
  private readonly place: Pick<PublicScene['place'], 'rooms' | 'spots'>
  private room: string | null = null
  private readonly laid = makeOrigin()
  private readonly now = makeOrigin()
  private hasPlan = false
  /** Just laid out: whoever is said to be elsewhere in the place has yet to be put there. */
  private isNew = false

  constructor(place: Pick<PublicScene['place'], 'rooms' | 'spots'>) {
    this.place = place
  }

  /** Lays the place out, or with null takes it away: the real floor is then all there is. */
  layOut(plan: FloorPlan | null, room: string | null): void {
    const { laid, now } = this
    const isElsewhere = this.hasPlan && plan !== null && !isSame(laid, now)
    this.isNew = plan !== null && (this.isNew || !this.hasPlan)
    this.hasPlan = plan !== null
    this.room = plan ? room : null
    laid.x = plan?.x ?? 0
    laid.y = plan ? 0 - plan.floor : 0
    laid.z = plan?.z ?? 0
    laid.yaw = plan?.yaw ?? 0
    if (!isElsewhere) copy(now, laid)
  }

  lie(origin: Origin, tracking: Tracking, view: SeatView): boolean {
    this.tracking = tracking
    // Back in the room that was laid out, by whichever way.
    if (view.me.room === this.room) copy(this.now, this.laid)
    else if (this.isNew) this.putAt(view.me.spot, tracking.local)
    this.isNew = false
    if (isSame(origin, this.now)) return false
    copy(origin, this.now)
    return true
  }

  moveTo(at: Point, yaw: number | null, head: LocalHead): void {
    if (!this.hasPlan || roomAt(this.place, at[0], at[1]) === this.room) {
      copy(this.now, this.laid)
      return
    }
    putHead(this.now, head, at[0], at[1], yaw)
    this.now.y = this.laid.y
  }

  private putAt(id: string, head: LocalHead): void {
    const spot = this.place.spots.find((one) => one.id === id)
    if (spot) this.moveTo(spot.at, spot.faces ? yawTo({ x: spot.at[0], z: spot.at[1] }, spot.faces) : null, head)
  }
}

function copy(to: Origin, from: Origin): void {
  to.x = from.x
  to.y = from.y
  to.z = from.z
  to.yaw = from.yaw
}

const isSame = (a: Origin, b: Origin): boolean =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z) + Math.abs(a.yaw - b.yaw) < STILL
