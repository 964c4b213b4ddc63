import { type BuiltPlace, type LivePerson, type Point, type Solid, type StageLive, Ways } from '../stage/index.ts'
import { BODY_RADIUS } from './collide.ts'

/** Half the room a standing person takes, in metres, and how near one comes to them. */
const PERSON_HALF = 0.13
const BESIDE_METRES = 0.75
const TOO_CLOSE_METRES = 0.6
const FAR_AWAY = 1e6

/** Where feet can go: round walls, furniture and whoever stands there, through doors that are open. */
export class Footpaths {
  readonly ways: Ways
  /** What stands in the way, people too. */
  readonly solids: Solid[]
  private readonly live: StageLive
  private readonly isOpen: (door: string) => boolean
  /** People in the way: moved each frame to where they are. */
  private readonly bodies = new Map<string, Solid>()

  constructor(built: BuiltPlace, live: StageLive, isOpen: (door: string) => boolean) {
    this.ways = new Ways(built.plan, BODY_RADIUS)
    this.solids = [...built.plan.solids, ...built.plan.doors]
    this.live = live
    this.isOpen = isOpen
  }

  /** One frame: people stand in the way where they are now. */
  follow(): void {
    this.live.people.forEach(this.followPerson)
  }

  /** The way to a point, and beside whoever stands there; null when doors or walls leave none. */
  find(from: Point, to: Point): Point[] | null {
    return this.ways.find(from, this.beside(from, to), this.isOpen)
  }

  /** The way to a seat, whoever stands near it. */
  toSeat(from: Point, seat: Point): Point[] | null {
    return this.ways.find(from, seat, this.isOpen)
  }

  freeNear(at: Point): Point | null {
    return this.ways.freeNear(at, this.isOpen)
  }

  /** Where one would stand for this point: free floor that a way through open doors leads to, else null. */
  reach(from: Point, to: Point): Point | null {
    const free = this.freeNear(this.beside(from, to))
    return free && this.ways.find(from, free, this.isOpen) ? free : null
  }

  /** Beside whoever stands there already, on the side one comes from; else the point itself. */
  private beside(from: Point, to: Point): Point {
    for (const one of this.live.people.values()) {
      const { min, max } = one.box
      const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
      if (!one.isPresent || Math.hypot(to[0] - x, to[1] - z) > TOO_CLOSE_METRES) continue
      const side = Math.atan2(from[0] - x, from[1] - z)
      for (let i = 0; i < 16; i++) {
        const angle = side + Math.ceil(i / 2) * (i % 2 ? 1 : -1) * (Math.PI / 8)
        const at: Point = [x + Math.sin(angle) * BESIDE_METRES, z + Math.cos(angle) * BESIDE_METRES]
        if (this.ways.isFree(at[0], at[1], this.isOpen)) return at
      }
    }
    return to
  }

  /** Bound once, so that a frame allocates nothing. */
  private readonly followPerson = (one: LivePerson, id: string): void => {
    let body = this.bodies.get(id)
    if (!body) {
      body = { x: 0, z: 0, halfX: PERSON_HALF, halfZ: PERSON_HALF, cos: 1, sin: 0, door: null }
      this.bodies.set(id, body)
      this.solids.push(body)
    }
    // Who is away stands in nobody's way.
    body.x = one.isPresent ? (one.box.min[0] + one.box.max[0]) / 2 : FAR_AWAY
    body.z = (one.box.min[2] + one.box.max[2]) / 2
  }
}
