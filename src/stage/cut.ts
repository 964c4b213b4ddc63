import type { Chunk } from './build.ts'

/** What of a place is drawn where a real room stands in for part of it: no wall, floor or ceiling, and nothing that stands there for real. */
export type Cut = {
  /** Rooms whose things are drawn. */
  rooms: ReadonlySet<string>
  /** Rooms in which people are seen. */
  peopleIn: ReadonlySet<string>
  /** Things that the real room has itself. */
  leftOut: ReadonlySet<string>
  /** Things that stand on a real table, and so much higher than on the drawn one, in metres. */
  lifted: ReadonlySet<string>
  lift: number
}

export const isInCut = ({ room, thing }: Chunk, cut: Cut): boolean =>
  thing !== null && room !== null && cut.rooms.has(room) && !cut.leftOut.has(thing)
