import type { Vector3 } from 'three'
import type { SeatView } from '../../protocol/index.ts'
import type { BuiltPlace, StageLive } from '../../stage/index.ts'
import type { Visitor } from '../Visitor.ts'
import type { BodyComfort } from './comfort.ts'
import type { Around } from './recognise.ts'

/** Doors within this can be knocked at, in metres. */
const DOOR_METRES = 1.6
const FAR_AWAY = 1e6

/** What is around a head that its gestures may be about: the nearest shut door, who is nearest, the nearest free seat. One object, filled anew each frame. */
export class Surroundings {
  readonly around: Around = {
    door: null,
    person: null,
    seatMetres: Number.POSITIVE_INFINITY,
    isSeated: false,
    isSeatedPlay: false,
    isOneHanded: false,
    loweredMetres: 0,
  }
  private readonly visitor: Visitor
  private readonly built: BuiltPlace
  private readonly live: StageLive
  private readonly head: Vector3
  private personMetres = FAR_AWAY

  constructor(visitor: Visitor, built: BuiltPlace, live: StageLive, head: Vector3) {
    this.visitor = visitor
    this.built = built
    this.live = live
    this.head = head
  }

  look(view: SeatView, comfort: BodyComfort, isSeatedPlay: boolean, loweredMetres: number): Around {
    const { around } = this
    around.isSeated = view.me.isSeated
    around.isSeatedPlay = isSeatedPlay
    around.isOneHanded = comfort.isOneHanded
    around.loweredMetres = loweredMetres
    around.door = this.nearestDoor()
    this.personMetres = FAR_AWAY
    around.person = null
    this.live.people.forEach(this.meet)
    around.seatMetres = this.metresToSeat(view)
    return around
  }

  /** Over the floor to the spot one is said to be at, in metres. */
  metresFromSpot(id: string): number {
    const { head } = this
    for (const spot of this.visitor.spots)
      if (spot.id === id) return Math.hypot(spot.at[0] - head.x, spot.at[1] - head.z)
    return 0
  }

  private nearestDoor(): Around['door'] {
    const { head } = this
    let nearest: Around['door'] = null
    let near = DOOR_METRES
    for (const solid of this.built.plan.doors) {
      if (solid.door === null || !this.visitor.isShut(solid.door)) continue
      const metres = Math.hypot(solid.x - head.x, solid.z - head.z)
      if (metres > near) continue
      const box = this.visitor.boxOf(solid.door)
      if (!box) continue
      near = metres
      nearest = box
    }
    return nearest
  }

  /** Bound once, so that a frame allocates nothing. */
  private readonly meet = (one: { head: Vector3; isPresent: boolean }): void => {
    if (!one.isPresent) return
    const { head } = this
    const metres = Math.hypot(one.head.x - head.x, one.head.z - head.z)
    if (metres > this.personMetres) return
    this.personMetres = metres
    this.around.person = one.head
  }

  private metresToSeat(view: SeatView): number {
    const { head } = this
    let near = Number.POSITIVE_INFINITY
    for (const spot of this.visitor.spots) {
      if (!spot.seat || isTaken(view, spot.id)) continue
      near = Math.min(near, Math.hypot(spot.at[0] - head.x, spot.at[1] - head.z))
    }
    return near
  }
}

function isTaken(view: SeatView, spot: string): boolean {
  for (const person of view.people) if (person.spot === spot) return true
  return false
}
