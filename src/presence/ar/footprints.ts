import type { PublicScene } from '../../protocol/index.ts'
import type { Mark, Marks } from './marks.ts'
import type { Stroke } from './outline.ts'
import { ringStrokes } from './strokes.ts'

type Place = PublicScene['place']

const OVER_FLOOR = 0.015
/** A chair's ring, and how far its pointer reaches towards whom one faces, in metres. */
const SEAT_RADIUS = 0.26
const POINTER = 0.24

/** What should lie on the real furniture when all is right: the table's edge at its real height, her chair, and one's own. */
export function footprintsOf(place: Place, marks: Marks, table: number | null): { hers: Stroke[]; own: Stroke[] } {
  const thing = place.things.find((one) => marks.corner.things.includes(one.id))
  const edge: Stroke[] = []
  if (thing?.size) {
    const [w, , d] = thing.size
    const turn = (thing.turn * Math.PI) / 180
    const corners = [
      [-w / 2, -d / 2],
      [w / 2, -d / 2],
      [w / 2, d / 2],
      [-w / 2, d / 2],
    ].map(([u = 0, v = 0]) => [
      thing.at[0] + u * Math.cos(turn) + v * Math.sin(turn),
      thing.at[2] - u * Math.sin(turn) + v * Math.cos(turn),
    ])
    for (const y of [OVER_FLOOR, table ?? marks.corner.height])
      corners.forEach(([x0 = 0, z0 = 0], i) => {
        const [x1 = 0, z1 = 0] = corners[(i + 1) % corners.length] ?? []
        edge.push([x0, y, z0, x1, y, z1])
      })
  }
  return {
    hers: [...edge, ...seatStrokes(marks.seat, marks.seat.height), ...seatStrokes(marks.seat, OVER_FLOOR)],
    own: marks.own ? seatStrokes(marks.own, OVER_FLOOR) : [],
  }
}

function seatStrokes({ at: [x, z], faces }: Mark, y: number): Stroke[] {
  const ring = ringStrokes(x, z, SEAT_RADIUS, y)
  if (!faces) return ring
  const far = Math.hypot(faces[0] - x, faces[1] - z) || 1
  const [dx, dz] = [(faces[0] - x) / far, (faces[1] - z) / far]
  const [tipX, tipZ] = [x + dx * (SEAT_RADIUS + POINTER), z + dz * (SEAT_RADIUS + POINTER)]
  const side = (turn: 1 | -1): Stroke => [
    tipX,
    y,
    tipZ,
    tipX - dx * 0.12 + dz * 0.08 * turn,
    y,
    tipZ - dz * 0.12 - dx * 0.08 * turn,
  ]
  return [...ring, [x + dx * SEAT_RADIUS, y, z + dz * SEAT_RADIUS, tipX, y, tipZ], side(1), side(-1)]
}
