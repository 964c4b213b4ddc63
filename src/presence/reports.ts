import type { ActBody, PublicScene, SeatView } from '../protocol/index.ts'
import type { StageView } from '../stage/index.ts'
import { roomAt } from '../stage/index.ts'
import { AWAY_METRES, actFor, LOOK_MS, type Reach, SPOT_METRES } from './act.ts'
import type { Walker } from './walker.ts'

/** The log keeps at most one move a second (decisions B.16). */
const BETWEEN_MOVES_MS = 1000
/** How long an answer may take before a spot the server names is no longer taken for the answer to a walk of our own. */
const ANSWER_MS = 8000
/** Looked at again after so long, it is a new look. */
const AGAIN_MS = 20_000

type Place = PublicScene['place']

/**
 * Turns where feet stand and eyes rest into acts, each said once. It also remembers what it said, so that the server's answer to a walk
 * is not mistaken for the server moving us.
 */
export class Reports {
  /** How long eyes rest on something before it counts, in milliseconds; who needs longer or less chooses so. */
  lookMs = LOOK_MS
  private readonly place: Place
  private readonly onAct: (act: ActBody) => void
  private movedAt = Number.NEGATIVE_INFINITY
  private saidRoom: string | null = null
  private saidSpot: string | null = null
  private stillSince = 0
  private lastX = Number.NaN
  private lastZ = Number.NaN
  private readonly beenAwayFrom = new Set<string>()
  private readonly expected = new Map<string, number>()
  private gazeOn: string | null = null
  private gazeSince = 0
  private hasGazed = false
  private stoodAt = Number.NEGATIVE_INFINITY
  private readonly lookedAt = new Map<string, number>()

  constructor(place: Place, onAct: (act: ActBody) => void) {
    this.place = place
    this.onAct = onAct
  }

  /** Whether the spot the view now names is the answer to something of ours. */
  isOwn(spot: string, nowMs: number): boolean {
    const at = this.expected.get(spot)
    return at !== undefined && nowMs - at < ANSWER_MS
  }

  /** One has been put somewhere: nothing to say about it. */
  arrived(spot: string, room: string): void {
    this.saidSpot = spot
    this.saidRoom = room
    this.beenAwayFrom.clear()
  }

  feet(walker: Walker, view: Pick<SeatView, 'me' | 'people'>, nowMs: number): void {
    if (walker.x !== this.lastX || walker.z !== this.lastZ) this.stillSince = nowMs
    this.lastX = walker.x
    this.lastZ = walker.z
    if (walker.isSeated || nowMs - this.movedAt < BETWEEN_MOVES_MS) return
    const room = roomAt(this.place, walker.x, walker.z)
    if (room === null) return
    const spot = this.nearestSpot(walker, room)
    if (spot && spot.id !== this.saidSpot && !view.people.some((one) => one.spot === spot.id)) {
      const metres = Math.hypot(spot.at[0] - walker.x, spot.at[1] - walker.z)
      const stillMs = nowMs - this.stillSince
      const hasBeenAway = this.beenAwayFrom.has(spot.id)
      const act = actFor(
        { kind: 'nears', spot: spot.id, isExit: spot.isExit, stillMs, hasBeenAway },
        this.reach(view.me, room, metres),
      )
      if (act) {
        this.say(act, spot.id, nowMs)
        this.saidSpot = spot.id
        this.saidRoom = room
        return
      }
    }
    if (room === this.saidRoom) return
    const act = actFor({ kind: 'enters', room }, this.reach(view.me, room, 0))
    this.saidRoom = room
    this.saidSpot = null
    const roomSpot = this.place.rooms.find((one) => one.id === room)?.spot
    if (act && roomSpot) this.say(act, roomSpot, nowMs)
  }

  /** What the eyes rest on: a thing, or nothing; told every frame. */
  gaze(on: string | null, metres: number, view: Pick<StageView, 'me'>, nowMs: number): void {
    if (on !== this.gazeOn) {
      this.gazeOn = on
      this.gazeSince = nowMs
      this.hasGazed = false
    }
    if (on === null || this.hasGazed) return
    const heldMs = ((nowMs - this.gazeSince) * LOOK_MS) / this.lookMs
    const act = actFor({ kind: 'gaze', on, heldMs }, this.reach(view.me, view.me.room, metres))
    if (!act) return
    this.hasGazed = true
    // Stepping up to what was looked at from afar is something new; the same again soon is not.
    const key = `${act.type} ${on}`
    if (nowMs - (this.lookedAt.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
    this.lookedAt.set(key, nowMs)
    const room = this.place.rooms.find((one) => one.id === this.place.things.find((thing) => thing.id === on)?.room)
    if (act.type === 'approach' && room) this.expected.set(room.spot, nowMs)
    this.onAct(act)
  }

  /** Hands ask to walk while one sits: that is standing up. */
  movesOff(view: Pick<StageView, 'me'>, nowMs: number): boolean {
    const act = actFor({ kind: 'moves-off' }, this.reach(view.me, view.me.room, 0))
    if (!act || nowMs - this.stoodAt < BETWEEN_MOVES_MS) return false
    this.stoodAt = nowMs
    this.onAct(act)
    return true
  }

  /** The spot one stands at. Seats are taken by sitting, not by passing. */
  private nearestSpot(walker: Walker, room: string): Place['spots'][number] | null {
    let nearest: Place['spots'][number] | null = null
    let near = SPOT_METRES
    for (const spot of this.place.spots) {
      const metres = Math.hypot(spot.at[0] - walker.x, spot.at[1] - walker.z)
      if (metres > AWAY_METRES) this.beenAwayFrom.add(spot.id)
      if (metres > near || spot.seat || spot.room !== room) continue
      near = metres
      nearest = spot
    }
    return nearest
  }

  private say(act: ActBody, spot: string, nowMs: number): void {
    this.movedAt = nowMs
    this.expected.set(spot, nowMs)
    this.onAct(act)
  }

  private reach(me: SeatView['me'], room: string, metres: number): Reach {
    const isInside = !(this.place.rooms.find((one) => one.id === room)?.outside ?? false)
    return { metres, here: me, isInside, isInvited: me.isInvited }
  }
}
