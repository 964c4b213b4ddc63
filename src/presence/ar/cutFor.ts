import type { PublicScene } from '../../protocol/index.ts'
import { type Cut, roomsSeen, type StageView } from '../../stage/index.ts'
import type { FloorPlan } from './floorPlan.ts'
import type { Marks } from './marks.ts'

type Place = PublicScene['place']
type Thing = Place['things'][number]

/** What belongs to a building and not to the people in it: a real room has its own. */
const STRUCTURE = ['window', 'window-barred', 'window-frosted', 'curtains', 'ceiling-lamp', 'tube-lamp', 'stairwell']
/** Something stands on a table when it begins so near to its top, in metres; what hangs higher does not. */
const ON_TOP = 0.05
const OVER_TOP = 0.3

/** What is drawn of a place that lies in a real room: the things of the room one is in, without what is there for real. */
export function cutFor(
  place: Place,
  view: StageView,
  marks: Marks,
  plan: Pick<FloorPlan, 'table'> | null,
  isByMarks: boolean,
): Cut {
  const leftOut = new Set(place.things.filter((thing) => STRUCTURE.includes(thing.model)).map((thing) => thing.id))
  if (isByMarks) for (const mark of place.marks) for (const thing of mark.things) leftOut.add(thing)
  const table = plan?.table ?? null
  const lifted = table === null || !isByMarks ? [] : place.things.filter((one) => isOn(one, place, marks))
  return {
    rooms: new Set([view.me.room]),
    peopleIn: roomsSeen(place, view),
    leftOut,
    lifted: new Set(lifted.map((thing) => thing.id)),
    lift: table === null ? 0 : table - marks.corner.height,
  }
}

/** Whether something lies on what the touched corner belongs to. */
function isOn({ at, room, id }: Thing, place: Place, { corner }: Marks): boolean {
  const table = place.things.find((one) => corner.things.includes(one.id) && one.size !== undefined)
  if (!table?.size || table.id === id || table.room !== room) return false
  const [width, height, depth] = table.size
  const over = at[1] - table.at[1] - height
  if (over < -ON_TOP || over > OVER_TOP) return false
  const turn = (table.turn * Math.PI) / 180
  const [dx, dz] = [at[0] - table.at[0], at[2] - table.at[2]]
  const u = dx * Math.cos(turn) - dz * Math.sin(turn)
  const v = dx * Math.sin(turn) + dz * Math.cos(turn)
  return Math.abs(u) <= width / 2 && Math.abs(v) <= depth / 2
}
