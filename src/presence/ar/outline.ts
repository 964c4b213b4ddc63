import type { PublicScene } from '../../protocol/index.ts'
import { opennessOf, type Plan, roomsSeen, type StageView } from '../../stage/index.ts'

type Place = PublicScene['place']

/** Lines just over the floor, so that carpets do not swallow them, in metres. */
const OVER_FLOOR = 0.015

/** A line in the place: from and to, metres. */
export type Stroke = readonly [number, number, number, number, number, number]

/** A doorway as lines, with its name; a shut one is crossed out on the floor. */
export type Outline = {
  floors: Stroke[]
  doorways: { id: string; strokes: Stroke[]; isShut: boolean }[]
}

/**
 * The flat beyond the real walls, as lines on the floor: the room one is in, and each room that an open door leads to. A door that is opened lets
 * the next room's outline appear; behind a shut one nothing is shown.
 */
export function outlineOf(place: Place, plan: Pick<Plan, 'sides'>, view: StageView): Outline {
  const seen = roomsSeen(place, view)
  const floors = plan.sides
    .filter((side) => seen.has(side.room))
    .flatMap((side) => {
      const gaps = side.holes.filter((hole) => hole.kind === 'door' || hole.kind === 'opening')
      const strokes: Stroke[] = []
      let from = side.from
      for (const gap of gaps) {
        if (gap.from > from) strokes.push(along(side.axis, side.at, from, gap.from, OVER_FLOOR, OVER_FLOOR))
        from = Math.max(from, gap.to)
      }
      if (side.to > from) strokes.push(along(side.axis, side.at, from, side.to, OVER_FLOOR, OVER_FLOOR))
      return strokes
    })
  const doorways = place.doors
    .filter((door) => door.between.some((room) => seen.has(room)))
    .map((door) => {
      const hole = plan.sides.flatMap((side) => side.holes).find((one) => one.door === door.id)
      const head = hole?.head ?? 2.05
      const isShut = door.kind !== 'opening' && opennessOf(door, place, view) === 0
      const strokes: Stroke[] = [
        upright(door.along, door.at, door.from, head),
        upright(door.along, door.at, door.to, head),
        along(door.along, door.at, door.from, door.to, head, head),
      ]
      if (isShut)
        strokes.push(
          along(door.along, door.at, door.from, door.to, OVER_FLOOR, OVER_FLOOR),
          along(door.along, door.at, door.from, door.to, OVER_FLOOR, head),
          along(door.along, door.at, door.from, door.to, head, OVER_FLOOR),
        )
      return { id: door.id, strokes, isShut }
    })
  return { floors, doorways }
}

const along = (axis: 'x' | 'z', at: number, from: number, to: number, y0: number, y1: number): Stroke =>
  axis === 'x' ? [from, y0, at, to, y1, at] : [at, y0, from, at, y1, to]

const upright = (axis: 'x' | 'z', at: number, where: number, head: number): Stroke =>
  axis === 'x' ? [where, OVER_FLOOR, at, where, head, at] : [at, OVER_FLOOR, where, at, head, where]
