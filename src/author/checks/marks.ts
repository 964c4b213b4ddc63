import type { Mark, Place } from '../../scene/index.ts'
import type { Check } from '../draft.ts'

/** Two marks tell which way a room lies only when they are so far apart, in metres: what hands touch is off by a centimetre or three. */
export const MARKS_APART = 0.8
/** A seat mark lies this near to the spot one sits at, in metres. */
const ON_SPOT = 0.1

/** One corner and one seat lay a place out in a real room: not more, not less, in one room, far enough apart; a seat is where somebody sits. */
export const marks: Check = ({ scene, report }) => {
  const { place } = scene
  if (place.marks.length === 0) return
  for (const kind of ['corner', 'client-seat'] as const) {
    const found = place.marks.filter((mark) => mark.kind === kind).length
    if (found === 1) continue
    const zh = `要一个 ${kind}，这里有 ${found} 个`
    const en = `one ${kind} is needed, there are ${found}`
    report(['place', 'marks'], 'SC033', { found: String(found), expected: '1', zh, en })
  }
  place.marks.forEach((mark, index) => {
    const first = place.marks.findIndex((other) => other.id === mark.id)
    if (first !== index)
      report(['place', 'marks', index, 'id'], 'SC033', {
        found: `"${mark.id}"`,
        expected: '另一个编号 / another id',
        zh: `标记里有两个 "${mark.id}"`,
        en: `two marks are called "${mark.id}"`,
      })
    if (mark.kind !== 'corner' && !isSeat(place, mark))
      report(['place', 'marks', index, 'at'], 'SC033', {
        found: `[${mark.at.join(', ')}]`,
        expected: place.spots.flatMap((spot) => (spot.seat ? `${spot.id} [${spot.at.join(', ')}]` : [])).join(' | '),
        zh: `"${mark.id}" 不在任何座位上`,
        en: `"${mark.id}" is at no seat`,
      })
  })
  const corner = place.marks.find((mark) => mark.kind === 'corner')
  const seat = place.marks.find((mark) => mark.kind === 'client-seat')
  if (!corner || !seat) return
  const at = ['place', 'marks', place.marks.indexOf(corner), 'at'] as const
  const apart = Math.hypot(corner.at[0] - seat.at[0], corner.at[1] - seat.at[1])
  if (apart < MARKS_APART) {
    const zh = `桌角和座位只相距 ${apart.toFixed(2)} 米`
    const en = `corner and seat are only ${apart.toFixed(2)} m apart`
    report(at, 'SC033', { found: apart.toFixed(2), expected: `≥ ${MARKS_APART}`, zh, en })
  }
  const [here, there] = [roomOf(place, corner), roomOf(place, seat)]
  if (here !== there || here === undefined) {
    const zh = '桌角和座位不在同一个房间里'
    const en = 'corner and seat are not in the same room'
    report(at, 'SC033', { found: here ?? '（无） / (none)', expected: there ?? '（无） / (none)', zh, en })
  }
}

const isSeat = (place: Place, { at }: Mark): boolean =>
  place.spots.some((spot) => spot.seat && Math.hypot(spot.at[0] - at[0], spot.at[1] - at[1]) <= ON_SPOT)

function roomOf(place: Place, { at: [x, z] }: Mark): string | undefined {
  return place.rooms.find((room) => x >= room.x[0] && x <= room.x[1] && z >= room.z[0] && z <= room.z[1])?.id
}
