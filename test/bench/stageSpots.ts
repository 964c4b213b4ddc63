import type { FullScene } from '../../src/scene/index.ts'
import type { PersonSeen } from '../../src/sim/index.ts'
import { buildPlace } from '../../src/stage/build.ts'
import { LAVISH } from '../../src/stage/live.ts'
import { Outlook } from '../../src/stage/outlook.ts'
import { makeBody } from '../../src/stage/people/body.ts'
import { isDrawnInFull } from '../../src/stage/people/nearness.ts'
import { measuresOf } from '../../src/stage/people/rig.ts'

type Spot = FullScene['place']['spots'][number]

const EYE = 1.6
/** Arms and knees reach so far from somebody's middle, in metres. */
const REACH = 0.6

const sizeOf = ({ x, z }: FullScene['place']['rooms'][number]) => (x[1] - x[0]) * (z[1] - z[0])
const insideOf = ({ place }: FullScene) => place.rooms.filter((room) => !room.outside && !room.closed)
const largestOf = (scene: FullScene) => insideOf(scene).reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))

/** Everybody who can be seen, in the largest room, each at a spot of their own. */
export function everybody(scene: FullScene, mine: string): PersonSeen[] {
  const largest = largestOf(scene)
  const free = scene.place.spots.filter((spot) => spot.room === largest.id && spot.id !== mine)
  return scene.people
    .filter((one) => one.figure && !one.voiceOnly)
    .map((person, i) => {
      const spot = free[(i * 2 + 1) % free.length]
      return {
        id: person.id,
        isPresent: true,
        spot: spot?.id ?? null,
        isSeated: spot?.seat ?? false,
        attendsTo: 'trainee',
        bearing: 'open',
      }
    })
}

/** Where one sees the most of a place and its people at once, every door open that can be: reckoned from what is drawn, not guessed. */
export function heaviestSpot(scene: FullScene): Spot {
  const { place } = scene
  const built = buildPlace(place)
  const outlook = new Outlook(built.plan)
  const rooms = new Map(insideOf(scene).map((room) => [room.id, room]))
  const isOpen = (id: string) => {
    const door = place.doors.find((one) => one.id === id)
    return door?.between.every((room) => rooms.has(room)) ?? false
  }
  const bodies = new Map(
    scene.people.flatMap(({ id, figure }) =>
      figure ? [[id, makeBody(figure, measuresOf(figure), false).fineness]] : [],
    ),
  )
  const cost = (spot: Spot): number => {
    const [x, z] = spot.at
    outlook.look(x, EYE, z, isOpen, true)
    let corners = 0
    for (const { chunks } of built.parts)
      for (const { room, look, rect, count } of chunks)
        if ((look === null || look === 'plain') && (room === null || (rooms.has(room) && outlook.sees(room, rect))))
          corners += count
    const near = everybody(scene, spot.id).flatMap((person) => {
      const at = place.spots.find((one) => one.id === person.spot)
      const body = bodies.get(person.id)
      if (!at || !body) return []
      const [px, pz] = at.at
      const rect = { minX: px - REACH, maxX: px + REACH, minZ: pz - REACH, maxZ: pz + REACH }
      return outlook.sees(at.room, rect) ? [{ metres: Math.hypot(px - x, pz - z), isFull: false, body }] : []
    })
    for (const one of near) {
      const as = isDrawnInFull(one, near, LAVISH.fullWithin, LAVISH.fullMost) ? 'full' : 'far'
      corners += one.body.body[as] + one.body.hair.far
    }
    return corners
  }
  const spots = place.spots.filter((spot) => rooms.has(spot.room))
  return spots.reduce((a, b) => (cost(b) > cost(a) ? b : a))
}

/** The middle of where everybody is. */
export function middleOf(scene: FullScene, mine: string): readonly [number, number] {
  const spots = everybody(scene, mine).flatMap((person) =>
    scene.place.spots.filter((one) => one.id === person.spot).map(({ at }) => at),
  )
  const mean = (axis: 0 | 1) => spots.reduce((sum, at) => sum + at[axis], 0) / spots.length
  return [mean(0), mean(1)]
}
