import type { Door, Room } from '../../scene/index.ts'
import type { Check } from '../draft.ts'
import type { Finding, Path } from '../problem.ts'

/** Walls have no thickness in the data; what hangs on one may stand this far over the line. */
const WALL_METRES = 0.1

/** Things stand in the room they name. What is attached to a person goes where the person goes. */
export const things: Check = ({ scene, report }) => {
  const { rooms, outline } = scene.place
  scene.place.things.forEach((thing, index) => {
    const room = rooms.find((each) => each.id === thing.room)
    if (!room || thing.on) return
    const [x, y, z] = thing.at
    if (isIn(room, x, z, WALL_METRES) && y >= -0.01 && y <= outline.height) return
    const where = rooms.find((each) => isIn(each, x, z, 0))
    report(['place', 'things', index, 'at'], 'SC026', outside(thing.id, room, [x, y, z], where, outline.height))
  })
}

/** Spots lie in the room they name, and the spot of a room lies in it. */
export const spots: Check = ({ scene, report }) => {
  const { rooms } = scene.place
  scene.place.spots.forEach((spot, index) => {
    const room = rooms.find((each) => each.id === spot.room)
    if (!room) return
    const [x, z] = spot.at
    if (isIn(room, x, z, 0)) return
    const where = rooms.find((each) => isIn(each, x, z, 0))
    report(['place', 'spots', index, 'at'], 'SC027', outside(spot.id, room, [x, z], where))
  })
  rooms.forEach((room, index) => {
    const spot = scene.place.spots.find((each) => each.id === room.spot)
    if (!spot || spot.room === room.id) return
    const zh = `走进 ${room.id} 时站的位置 "${spot.id}" 在 ${spot.room} 里`
    const en = `the spot "${spot.id}" where one stands on going into ${room.id} is in ${spot.room}`
    report(['place', 'rooms', index, 'spot'], 'SC027', { found: spot.room, expected: room.id, zh, en })
  })
}

function outside(id: string, room: Room, at: number[], where: Room | undefined, height?: number): Finding {
  const zh = `"${id}" 不在 ${room.id} 里${where && where.id !== room.id ? `，而在 ${where.id} 里` : ''}`
  const en = `"${id}" is not in ${room.id}${where && where.id !== room.id ? ` but in ${where.id}` : ''}`
  const y = height === undefined ? '' : `, y 0–${height}`
  return { found: `[${at.join(', ')}]`, expected: `x ${room.x.join('–')}${y}, z ${room.z.join('–')}`, zh, en }
}

function isIn(room: Room, x: number, z: number, slack: number): boolean {
  return x >= room.x[0] - slack && x <= room.x[1] + slack && z >= room.z[0] - slack && z <= room.z[1] + slack
}

/** A door joins two rooms through the wall that both have. */
export const doors: Check = ({ scene, report }) => {
  scene.place.doors.forEach((door, index) => {
    const path: Path = ['place', 'doors', index]
    const [first, second] = door.between.map((id) => scene.place.rooms.find((room) => room.id === id))
    if (!first || !second) return
    const wrong = wrongWith(door, [first, second])
    if (wrong) report([...path, wrong.key], 'SC028', wrong.finding)
  })
}

function wrongWith(door: Door, rooms: [Room, Room]): { key: string; finding: Finding } | null {
  const across = door.along === 'x' ? 'z' : 'x'
  for (const room of rooms) {
    const walls = room[across]
    if (walls.some((wall) => Math.abs(wall - door.at) <= WALL_METRES)) continue
    const zh = `${room.id} 在 ${across}=${door.at} 处没有墙`
    const en = `${room.id} has no wall at ${across}=${door.at}`
    return { key: 'at', finding: { found: String(door.at), expected: walls.join(' | '), zh, en } }
  }
  const from = Math.max(...rooms.map((room) => room[door.along][0]))
  const to = Math.min(...rooms.map((room) => room[door.along][1]))
  if (door.from < door.to && door.from >= from - 0.01 && door.to <= to + 0.01) return null
  const zh = `门洞 ${door.from}–${door.to} 不在两个房间共有的墙上`
  const en = `the opening ${door.from}–${door.to} is not in the wall both rooms share`
  const expected = from < to ? `${door.along} ${from}–${to}` : '相邻的房间 / rooms that touch'
  return { key: 'from', finding: { found: `${door.from}–${door.to}`, expected, zh, en } }
}
