import { type Plan, roomAt } from './plan.ts'

/** On the floor plan, in metres. */
export type Rect = { minX: number; minZ: number; maxX: number; maxZ: number }

type Way = { beyond: number; door: string | null; ax: number; az: number; bx: number; bz: number }

/** Eyes may move so far before it is asked again what they see, in metres. */
const MOVED = 0.25
/** From points so far around them it is asked: beyond what they may move, and the distance between two eyes. */
const AROUND = 0.35
const POINTS = 8
/** So near to a doorway one is in it, and sees everything behind it, in metres. */
const IN_DOORWAY = 0.05
/** What hangs on a wall may reach so far out of its room, in metres. */
const OVERHANG = 0.15
/** Rooms behind rooms behind rooms: no home has a longer view through its doors. */
const DEEPEST = 6
/** Numbers of a wedge: its point, and the directions of its left and right edge. */
const WEDGE = 6

const cross = (ax: number, az: number, bx: number, bz: number) => ax * bz - az * bx

/**
 * What of a place can be seen at all from where one stands, whichever way one looks: through doorways that are open, and doorways behind them. Walls hide the
 * rest, so that nothing changes in the picture by leaving it out. It asks again only when eyes have moved, and makes nothing meanwhile.
 */
export class Outlook {
  private readonly plan: Plan
  private readonly names: string[]
  private readonly ways: Way[][]
  /** For each room, wedges of sight one after the other. */
  private readonly wedges: number[][]
  private readonly path: number[] = []
  private x = Number.NaN
  private z = Number.NaN
  private room: string | null = null
  private isEverywhere = true

  constructor(plan: Plan) {
    this.plan = plan
    this.names = plan.rooms.map((room) => room.id)
    this.wedges = this.names.map(() => [])
    this.ways = this.names.map((name) =>
      plan.sides
        .filter((side) => side.room === name)
        .flatMap((side) =>
          side.holes.flatMap((hole): Way[] => {
            const beyond = this.names.indexOf(hole.beyond ?? '')
            if (beyond < 0) return []
            const ends =
              side.axis === 'x'
                ? { ax: hole.from, az: side.at, bx: hole.to, bz: side.at }
                : { ax: side.at, az: hole.from, bx: side.at, bz: hole.to }
            return [{ beyond, door: hole.door, ...ends }]
          }),
        ),
    )
  }

  /** Looks from here, if one has moved or a door has. Answers whether anything may be seen that was not, or the reverse. */
  look(x: number, y: number, z: number, isOpen: (door: string) => boolean, isAnew: boolean): boolean {
    const room = y > 0 && y < this.plan.height ? roomAt(this.plan, x, z) : null
    if (!isAnew && room === this.room && Math.hypot(x - this.x, z - this.z) < MOVED) return false
    const wasEverywhere = this.isEverywhere
    this.x = x
    this.z = z
    this.room = room
    this.isEverywhere = room === null
    // Inside a wall or above the roof nothing is known to hide anything.
    if (room === null) return isAnew || !wasEverywhere
    for (const wedges of this.wedges) wedges.length = 0
    const from = this.names.indexOf(room)
    for (let k = 0; k <= POINTS; k++) {
      const turn = (k / POINTS) * Math.PI * 2
      const far = k === POINTS ? 0 : AROUND
      const [px, pz] = [x + Math.cos(turn) * far, z + Math.sin(turn) * far]
      if (roomAt(this.plan, px, pz) === room) this.through(from, px, pz, isOpen, 0, 0, 0, 0)
    }
    return true
  }

  /** Whether something of that room that stands over this part of the floor can be seen. */
  sees(room: string, rect: Rect): boolean {
    if (this.isEverywhere || room === this.room) return true
    const wedges = this.wedges[this.names.indexOf(room)]
    if (!wedges) return true
    for (let i = 0; i < wedges.length; i += WEDGE) if (isWithin(wedges, i, rect)) return true
    return false
  }

  /** All that a ray from this point meets, going on through every open doorway within the wedge; a wedge of nothing is all around. */
  private through(
    room: number,
    px: number,
    pz: number,
    isOpen: (door: string) => boolean,
    lx: number,
    lz: number,
    rx: number,
    rz: number,
  ): void {
    const { path } = this
    path.push(room)
    const isAround = lx === 0 && lz === 0
    if (path.length <= DEEPEST)
      for (const way of this.ways[room] as Way[]) {
        if (path.includes(way.beyond) || (way.door !== null && !isOpen(way.door))) continue
        let [ax, az, bx, bz] = [way.ax - px, way.az - pz, way.bx - px, way.bz - pz]
        const turned = cross(ax, az, bx, bz)
        if (Math.abs(turned) < IN_DOORWAY * Math.hypot(bx - ax, bz - az)) {
          // In line with the doorway: edge on, or standing in it.
          const isIn = ax * bx + az * bz <= 0
          if (!isIn) continue
          this.enter(way.beyond, px, pz, isOpen, 0, 0, 0, 0)
          continue
        }
        if (turned < 0) [ax, az, bx, bz] = [bx, bz, ax, az]
        if (!isAround) {
          if (cross(lx, lz, ax, az) < 0) [ax, az] = [lx, lz]
          if (cross(bx, bz, rx, rz) < 0) [bx, bz] = [rx, rz]
          if (cross(ax, az, bx, bz) <= 0) continue
        }
        this.enter(way.beyond, px, pz, isOpen, ax, az, bx, bz)
      }
    path.pop()
  }

  private enter(
    room: number,
    px: number,
    pz: number,
    isOpen: (door: string) => boolean,
    lx: number,
    lz: number,
    rx: number,
    rz: number,
  ): void {
    this.wedges[room]?.push(px, pz, lx, lz, rx, rz)
    this.through(room, px, pz, isOpen, lx, lz, rx, rz)
  }
}

/** Whether a rectangle reaches into the wedge that begins at `i`. */
function isWithin(wedges: readonly number[], i: number, { minX, minZ, maxX, maxZ }: Rect): boolean {
  const [px, pz] = [wedges[i] as number, wedges[i + 1] as number]
  const [lx, lz] = [wedges[i + 2] as number, wedges[i + 3] as number]
  const [rx, rz] = [wedges[i + 4] as number, wedges[i + 5] as number]
  if (lx === 0 && lz === 0) return true
  let [isLeft, isRight] = [true, true]
  for (let corner = 0; corner < 4; corner++) {
    const x = (corner & 1 ? maxX + OVERHANG : minX - OVERHANG) - px
    const z = (corner & 2 ? maxZ + OVERHANG : minZ - OVERHANG) - pz
    if (cross(lx, lz, x, z) >= 0) isLeft = false
    if (cross(x, z, rx, rz) >= 0) isRight = false
  }
  return !isLeft && !isRight
}
