import type { PublicScene } from '../../protocol/index.ts'
import { roomAt } from '../../stage/index.ts'

type Place = PublicScene['place']
export type Mark = Place['marks'][number]

/** The marks of a place, as placing needs them. */
export type Marks = {
  /** Changes when the marks do: a room kept for others is not laid out by these. */
  plan: string
  corner: Mark
  seat: Mark
  /** Where the visitor's own chair belongs; null where the place has none. */
  own: Mark | null
  room: string
  /** The longest way through that room, in metres. */
  across: number
}

/** The marks of a place; null where it cannot be laid out in a real room. */
export function marksOf(scene: { id: string; place: Pick<Place, 'marks' | 'rooms'> }): Marks | null {
  const { marks, rooms } = scene.place
  const corner = marks.find((mark) => mark.kind === 'corner')
  const seat = marks.find((mark) => mark.kind === 'client-seat')
  const room = seat && rooms.find((one) => one.id === roomAt({ rooms }, seat.at[0], seat.at[1]))
  if (!corner || !seat || !room) return null
  return {
    plan: [scene.id, ...corner.at, ...seat.at].join('/'),
    corner,
    seat,
    own: marks.find((mark) => mark.kind === 'own-seat') ?? null,
    room: room.id,
    across: Math.hypot(room.x[1] - room.x[0], room.z[1] - room.z[0]),
  }
}
