import type { PublicScene } from '../protocol/index.ts'
import {
  type Box,
  type BuiltPlace,
  type Cut,
  opennessOf,
  roomsSeen,
  type StageLive,
  type StageView,
} from '../stage/index.ts'
import { type Target, volumeOf } from './aim.ts'

/** Half the size of the box about a forearm, in metres. */
const FOREARM_HALF = 0.1
const FEET_METRES = 0.16

export type Worn = { target: Target; person: string; part: 'forearm' | 'feet' }

/** Everything one could mean in this view: named things in sight, shut doors, people. Worn things follow their person. */
export function targetsOf(
  scene: Pick<PublicScene, 'place' | 'people'>,
  built: BuiltPlace,
  view: StageView,
  live: StageLive,
  cut: Cut | null = null,
): { targets: Target[]; worn: Worn[] } {
  const { place } = scene
  const worn: Worn[] = []
  const rooms = roomsSeen(place, view)
  const things = place.things.flatMap((thing): Target[] => {
    if (!(thing.id in view.looks)) return []
    if (thing.on) {
      if (!thing.label || !live.people.get(thing.on)?.isPresent) return []
      const box: Box = { min: [0, 0, 0], max: [0, 0, 0] }
      const target: Target = { kind: 'thing', id: thing.id, box, volume: 0.004, hides: false, on: thing.on }
      worn.push({ target, person: thing.on, part: thing.model === 'forearm' ? 'forearm' : 'feet' })
      return [target]
    }
    if (cut && !cut.rooms.has(thing.room)) return []
    const box = lifted(built.boxes.get(thing.id), thing.id, cut)
    // What has no name still hides what is behind it.
    if (!box || !(thing.label || thing.blocks)) return []
    return [
      {
        kind: 'thing',
        id: thing.id,
        box,
        volume: thing.label ? volumeOf(box) : Number.POSITIVE_INFINITY,
        hides: thing.blocks,
        on: null,
      },
    ]
  })
  const doors = place.doors.flatMap((door): Target[] => {
    if (door.kind === 'opening' || !door.between.some((room) => rooms.has(room)) || opennessOf(door, place, view) === 1)
      return []
    if (cut && !door.between.some((room) => cut.rooms.has(room))) return []
    const half = 0.05
    const box: Box =
      door.along === 'x'
        ? { min: [door.from, 0, door.at - half], max: [door.to, 2.03, door.at + half] }
        : { min: [door.at - half, 0, door.from], max: [door.at + half, 2.03, door.to] }
    return [{ kind: 'door', id: door.id, box, volume: volumeOf(box), hides: false, on: null }]
  })
  const people = [...live.people].flatMap(([id, person]): Target[] => {
    if (!view.people.some((one) => one.id === id && one.isPresent)) return []
    return [{ kind: 'person', id, box: person.box, volume: 0.4, hides: true, on: null }]
  })
  return { targets: [...things, ...doors, ...people], worn }
}

/** What lies on a real table can be pointed at where it is drawn. */
function lifted(box: Box | undefined, id: string, cut: Cut | null): Box | undefined {
  if (!box || !cut?.lifted.has(id)) return box
  const { min, max } = box
  return { min: [min[0], min[1] + cut.lift, min[2]], max: [max[0], max[1] + cut.lift, max[2]] }
}

/** Moves the boxes of what people wear to where they are now. */
export function followWorn(worn: readonly Worn[], live: StageLive): void {
  for (const { target, person, part } of worn) {
    const one = live.people.get(person)
    if (!one) continue
    const { min, max } = target.box
    if (part === 'forearm') {
      min[0] = one.forearm.x - FOREARM_HALF
      min[1] = one.forearm.y - FOREARM_HALF
      min[2] = one.forearm.z - FOREARM_HALF
      max[0] = one.forearm.x + FOREARM_HALF
      max[1] = one.forearm.y + FOREARM_HALF
      max[2] = one.forearm.z + FOREARM_HALF
      continue
    }
    for (const axis of [0, 2] as const) {
      min[axis] = one.feet.getComponent(axis) - 0.2
      max[axis] = one.feet.getComponent(axis) + 0.2
    }
    min[1] = 0
    max[1] = FEET_METRES
  }
}
