import { type Plan, roomAt, type Solid } from './plan.ts'

const CELL = 0.1
/** Half the width of somebody walking, in metres; a little less than the trainee's own, since they know the place. */
export const WALK_RADIUS = 0.2

export type Point = [number, number]

/** Distance from a point to a box on the floor; 0 inside. */
export function distanceTo(solid: Solid, x: number, z: number): number {
  const [dx, dz] = [x - solid.x, z - solid.z]
  const u = Math.abs(dx * solid.cos - dz * solid.sin) - solid.halfX
  const v = Math.abs(dx * solid.sin + dz * solid.cos) - solid.halfZ
  return Math.hypot(Math.max(u, 0), Math.max(v, 0))
}

/** Ways through the place: a grid of where feet can stand, searched from point to point, then drawn tight. */
export class Ways {
  private readonly columns: number
  private readonly rows: number
  private readonly x0: number
  private readonly z0: number
  /** -1 blocked, 0 free, n the n-th door's leaf. */
  private readonly cells: Int8Array
  private readonly doors: string[]

  constructor(plan: Plan, radius: number) {
    const xs = plan.rooms.flatMap((room) => room.x)
    const zs = plan.rooms.flatMap((room) => room.z)
    this.x0 = Math.min(...xs)
    this.z0 = Math.min(...zs)
    this.columns = Math.ceil((Math.max(...xs) - this.x0) / CELL)
    this.rows = Math.ceil((Math.max(...zs) - this.z0) / CELL)
    this.cells = new Int8Array(this.columns * this.rows)
    this.doors = plan.doors.map((door) => door.door ?? '')
    for (let r = 0; r < this.rows; r++)
      for (let c = 0; c < this.columns; c++) {
        const [x, z] = this.middle(c, r)
        const isFree = roomAt(plan, x, z) !== null && plan.solids.every((solid) => distanceTo(solid, x, z) >= radius)
        const door = plan.doors.findIndex((solid) => distanceTo(solid, x, z) < radius)
        this.cells[r * this.columns + c] = isFree ? (door < 0 ? 0 : door + 1) : -1
      }
  }

  /** A path of points from one to another, both included; null when there is none. A goal inside furniture is left for the last step. */
  find(from: Point, to: Point, isOpen: (door: string) => boolean): Point[] | null {
    const start = this.nearestFree(from, isOpen)
    const goal = this.nearestFree(to, isOpen)
    if (start < 0 || goal < 0) return null
    const cells = this.search(start, goal, isOpen)
    if (!cells) return null
    const points = cells.map((cell) => this.middle(cell % this.columns, Math.floor(cell / this.columns)))
    const tight = this.tighten([from, ...points, to], isOpen)
    return tight
  }

  /** The nearest point where one could stand; null when there is none within a metre or so. */
  freeNear(point: Point, isOpen: (door: string) => boolean): Point | null {
    const cell = this.nearestFree(point, isOpen)
    return cell < 0 ? null : this.middle(cell % this.columns, Math.floor(cell / this.columns))
  }

  /** Whether one could stand here. */
  isFree(x: number, z: number, isOpen: (door: string) => boolean): boolean {
    const c = Math.floor((x - this.x0) / CELL)
    const r = Math.floor((z - this.z0) / CELL)
    return c >= 0 && r >= 0 && c < this.columns && r < this.rows && this.passes(r * this.columns + c, isOpen)
  }

  private middle(c: number, r: number): Point {
    return [this.x0 + (c + 0.5) * CELL, this.z0 + (r + 0.5) * CELL]
  }

  private passes(cell: number, isOpen: (door: string) => boolean): boolean {
    const kind = this.cells[cell] as number
    return kind === 0 || (kind > 0 && isOpen(this.doors[kind - 1] as string))
  }

  private nearestFree([x, z]: Point, isOpen: (door: string) => boolean): number {
    const c0 = Math.floor((x - this.x0) / CELL)
    const r0 = Math.floor((z - this.z0) / CELL)
    let best = -1
    let near = Infinity
    for (let r = Math.max(0, r0 - 9); r <= Math.min(this.rows - 1, r0 + 9); r++)
      for (let c = Math.max(0, c0 - 9); c <= Math.min(this.columns - 1, c0 + 9); c++) {
        const cell = r * this.columns + c
        const d = (c - c0) ** 2 + (r - r0) ** 2
        if (d < near && this.passes(cell, isOpen)) {
          near = d
          best = cell
        }
      }
    return best
  }

  private search(start: number, goal: number, isOpen: (door: string) => boolean): number[] | null {
    const cost = new Float32Array(this.cells.length).fill(Infinity)
    const came = new Int32Array(this.cells.length).fill(-1)
    const done = new Uint8Array(this.cells.length)
    const heap = new Heap()
    const [gc, gr] = [goal % this.columns, Math.floor(goal / this.columns)]
    cost[start] = 0
    heap.push(start, 0)
    for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) {
      if (cell === goal) return this.trail(came, goal)
      if (done[cell]) continue
      done[cell] = 1
      const [c, r] = [cell % this.columns, Math.floor(cell / this.columns)]
      for (let dr = -1; dr <= 1; dr++)
        for (let dc = -1; dc <= 1; dc++) {
          const [nc, nr] = [c + dc, r + dr]
          if ((!dc && !dr) || nc < 0 || nr < 0 || nc >= this.columns || nr >= this.rows) continue
          const next = nr * this.columns + nc
          if (done[next] || !this.passes(next, isOpen)) continue
          // No cutting of corners between two blocked cells.
          if (dc && dr && !(this.passes(cell + dc, isOpen) && this.passes(cell + dr * this.columns, isOpen))) continue
          const through = (cost[cell] as number) + Math.hypot(dc, dr)
          if (through >= (cost[next] as number)) continue
          cost[next] = through
          came[next] = cell
          heap.push(next, through + Math.hypot(nc - gc, nr - gr))
        }
    }
    return null
  }

  private trail(came: Int32Array, goal: number): number[] {
    const cells = [goal]
    for (let cell = came[goal] as number; cell >= 0; cell = came[cell] as number) cells.push(cell)
    return cells.reverse()
  }

  private tighten(points: Point[], isOpen: (door: string) => boolean): Point[] {
    const out: Point[] = [points[0] as Point]
    let at = 0
    while (at < points.length - 1) {
      let far = points.length - 1
      while (far > at + 1 && !this.isClear(points[at] as Point, points[far] as Point, isOpen)) far--
      out.push(points[far] as Point)
      at = far
    }
    return out
  }

  private isClear(a: Point, b: Point, isOpen: (door: string) => boolean): boolean {
    const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (CELL * 0.5))
    for (let i = 0; i <= steps; i++) {
      const k = i / Math.max(1, steps)
      if (!this.isFree(a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, isOpen)) return false
    }
    return true
  }
}

/** A binary heap of cells by cost. */
class Heap {
  private readonly cells: number[] = []
  private readonly costs: number[] = []

  push(cell: number, cost: number): void {
    let i = this.cells.push(cell) - 1
    this.costs.push(cost)
    while (i > 0) {
      const up = (i - 1) >> 1
      if ((this.costs[up] as number) <= cost) break
      this.swap(i, up)
      i = up
    }
  }

  /** The cheapest cell, or -1. */
  pop(): number {
    const top = this.cells[0]
    if (top === undefined) return -1
    const [cell, cost] = [this.cells.pop() as number, this.costs.pop() as number]
    if (this.cells.length === 0) return top
    this.cells[0] = cell
    this.costs[0] = cost
    let i = 0
    for (;;) {
      const left = i * 2 + 1
      if (left >= this.cells.length) break
      const right = left + 1
      const least =
        right < this.cells.length && (this.costs[right] as number) < (this.costs[left] as number) ? right : left
      if ((this.costs[least] as number) >= (this.costs[i] as number)) break
      this.swap(i, least)
      i = least
    }
    return top
  }

  private swap(i: number, j: number): void {
    ;[this.cells[i], this.cells[j]] = [this.cells[j] as number, this.cells[i] as number]
    ;[this.costs[i], this.costs[j]] = [this.costs[j] as number, this.costs[i] as number]
  }
}
