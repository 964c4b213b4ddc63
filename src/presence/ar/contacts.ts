import type { PublicScene } from '../../protocol/index.ts'
import type { Cut } from '../../stage/index.ts'

type Place = PublicScene['place']
export type ContactSpot = { x: number; y: number; z: number; turn: number; width: number; depth: number }

/** Things stand on the floor that begin lower than this, and throw a shadow that are higher, in metres. */
const ON_FLOOR = 0.05
const FLAT = 0.06

/** Where drawn things touch a real floor or a real table. */
export function contactsOf(place: Place, cut: Cut): ContactSpot[] {
  return place.things.flatMap((thing): ContactSpot[] => {
    const { id, room, at, turn, size, on } = thing
    if (!size || on || !cut.rooms.has(room) || cut.leftOut.has(id) || size[1] < FLAT) return []
    const isLifted = cut.lifted.has(id)
    if (!isLifted && at[1] > ON_FLOOR) return []
    const y = (isLifted ? at[1] + cut.lift : 0) + 0.004
    return [{ x: at[0], y, z: at[2], turn: (turn * Math.PI) / 180, width: size[0], depth: size[2] }]
  })
}
