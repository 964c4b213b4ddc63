import type { Cue } from '../../scene/index.ts'
import type { AskPermission, Look, Open } from '../act.ts'
import { catalogueOf } from '../catalogue.ts'
import { areJoined, metresBetween, roomOfSpot, roomsInSight } from '../hearing.ts'
import { holds } from '../holds.ts'
import { applyFeelings, moveTo, notice } from '../outcome.ts'
import { crossRedLine } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { speak } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { firstAddressee, isDoorOpen, type State } from '../state.ts'
import { judgeSilence } from './silence.ts'

/** [B.7] What opening without permission does to the owner, in thousandths: T−8 P+8. */
const UNINVITED = { trust: -8000, face: 8000 }

/** The cues a thing or door stands for, as far as they exist now. */
const cuesOf = (state: State, thing: string): Cue[] =>
  (catalogueOf(state.scene).cueOfThing.get(thing) ?? []).filter((cue) => holds(state, cue.when))

function roomOf(state: State, thing: string): string {
  const { things, doors } = catalogueOf(state.scene)
  const found = things.get(thing)
  if (found?.on) return roomOfSpot(state, state.people[found.on]?.spot ?? null)?.id ?? ''
  if (found) return found.room
  const door = doors.get(thing)
  if (door) return door.between[0]
  throw new Refused('unknown-thing', thing)
}

/** [D.7] Looking needs the thing's room, or an open door in line; stepping up to it, a way there through whatever stands open. */
function mustSee(run: Run, thing: string, isSteppingUp: boolean): string {
  const room = roomOf(run.state, thing)
  const here = run.state.workers[run.seat]?.room
  const reaches = (from: string) =>
    isSteppingUp ? roomsInSight(run.state, from).has(room) : areJoined(run.state, from, room)
  if (here === undefined || room === '' || !reaches(here)) throw new Refused('out-of-reach', `${thing} is not in sight`)
  return room
}

/** Looking at, stepping up to, or listening to something: noticing it, where that is how the cue is noticed and nothing has to be asked first. */
export function look(run: Run, act: Look): void {
  mustBeThere(run)
  const room = mustSee(run, act.thing, act.type === 'approach')
  if (act.type === 'approach') stepInto(run, room)
  emit(run, { type: 'looked', thing: act.thing, how: act.type })
  for (const cue of cuesOf(run.state, act.thing)) {
    if (cue.permission === 'ask' && run.state.permissions[cue.id] !== 'given') continue
    const isWay =
      cue.how.includes(act.type) ||
      (act.type === 'approach' && cue.how.includes('look')) ||
      cue.how.includes('arrival') ||
      (cue.permission === 'ask' && cue.how.includes('ask'))
    if (isWay && isNear(run, act, cue)) notice(run, cue.id, act.type)
  }
}

/** Whether the worker is near enough for a cue that asks for it; stepping up to it always is. */
function isNear(run: Run, act: Look, cue: Cue): boolean {
  if (cue.withinMetres === undefined || act.type === 'approach' || isBeingShown(run.state, cue.id)) return true
  const thing = catalogueOf(run.state.scene).things.get(act.thing)
  const worker = run.state.workers[run.seat]
  if (!thing || !worker) return false
  if (thing.on)
    return metresBetween(run.state, worker.spot, run.state.people[thing.on]?.spot ?? null) <= cue.withinMetres
  const spot = catalogueOf(run.state.scene).spots.get(worker.spot)
  return spot !== undefined && Math.hypot(spot.at[0] - thing.at[0], spot.at[1] - thing.at[2]) <= cue.withinMetres
}

/** Whether an event is going on that shows just this (the sleeve that rises as she pours). */
const isBeingShown = (state: State, cue: string): boolean =>
  state.scene.events.some(
    (event) => state.events[event.id]?.isLive && event.reactions.some((one) => one.notices?.includes(cue)),
  )

function stepInto(run: Run, room: string): void {
  const shape = catalogueOf(run.state.scene).rooms.get(room)
  const here = run.state.workers[run.seat]?.room
  if (
    !shape ||
    here === room ||
    !shape.enterable ||
    (shape.closed && !run.state.opened.some((id) => opensRoom(run.state, id, room)))
  )
    return
  if (!shape.outside && run.state.invitedAt === null) return
  moveTo(run, run.seat, shape.spot)
}

const opensRoom = (state: State, opened: string, room: string): boolean =>
  catalogueOf(state.scene).doors.get(opened)?.between.includes(room) ?? false

/** [B.7] Asking succeeds from a trust of 35, or what the cue asks for; a refusal costs nothing and is an event. */
export function askPermission(run: Run, act: AskPermission): void {
  mustBeThere(run)
  mustBeInside(run)
  const [cue] = cuesOf(run.state, act.thing)
  if (!cue) {
    roomOf(run.state, act.thing)
    throw new Refused('not-now', `nothing to ask about ${act.thing}`)
  }
  judgeSilence(run)
  askFor(run, cue.id)
}

export function askFor(run: Run, id: string): void {
  const cue = catalogueOf(run.state.scene).cues.get(id)
  if (!cue) return
  const owner = cue.owner ?? firstAddressee(run.state)
  if (run.state.permissions[id] === 'given') return
  emit(run, { type: 'permission-asked', cue: id, of: owner })
  const isGiven = cue.permission === 'none' || (run.state.people[owner]?.feelings.trust ?? 0) >= cue.asksAt
  emit(
    run,
    isGiven ? { type: 'permission-given', cue: id, by: owner } : { type: 'permission-refused', cue: id, by: owner },
  )
  const name = `${isGiven ? 'consent' : 'refusal'}/${id}`
  const line = catalogueOf(run.state.scene).lines.get(name)
  if (line) speak(run, [{ by: owner, line: { ...line, id: name } }], '', { kind: 'cue', id })
}

/** Opening a door, a fridge, a drawer. Without permission it is harm, not exploration (foundations 0.3), and raters count it. */
export function open(run: Run, act: Open): void {
  mustBeThere(run)
  mustBeInside(run)
  const { doors, rooms } = catalogueOf(run.state.scene)
  const room = roomOf(run.state, act.thing)
  judgeSilence(run)
  const door = doors.get(act.thing)
  if (door?.isEntrance) throw new Refused('out-of-reach', 'the front door is the household’s to open')
  const cues = cuesOf(run.state, act.thing)
  const guarded = cues.find((cue) => cue.permission === 'ask')
  const closedRoom = door
    ? door.between.map((id) => rooms.get(id)).find((one) => one?.closed)
    : rooms.get(room)?.closed
      ? rooms.get(room)
      : undefined
  const isAllowed = guarded ? run.state.permissions[guarded.id] === 'given' : closedRoom === undefined
  if (!isAllowed) {
    openUninvited(run, act.thing, guarded, closedRoom !== undefined)
    return
  }
  openDoors(run, act.thing, closedRoom?.id)
  emit(run, { type: 'opened', thing: act.thing, cue: guarded?.id ?? null })
  for (const cue of cues)
    if (cue.permission === 'ask' || cue.how.includes('look') || cue.how.includes('approach')) notice(run, cue.id, 'ask')
}

function openDoors(run: Run, thing: string, closedRoom: string | undefined): void {
  for (const door of run.state.scene.place.doors) {
    const isMeant = door.id === thing || (closedRoom !== undefined && door.between.includes(closedRoom))
    if (isMeant && !isDoorOpen(run.state, door)) emit(run, { type: 'door-moved', door: door.id, isOpen: true })
  }
}

/** [B.7] T−8 P+8 and a harm event, the cue not noticed; a critical failure only for closed rooms and drawers. */
export function openUninvited(run: Run, thing: string, cue: Cue | undefined, isCritical: boolean): void {
  const by = cue?.owner ?? firstAddressee(run.state)
  emit(run, { type: 'opened-uninvited', thing, cue: cue?.id ?? null, by })
  const price = cue?.uninvited ?? { [`${by}.trust`]: UNINVITED.trust, [`${by}.face`]: UNINVITED.face }
  applyFeelings(run, price, cue ? { kind: 'cue', id: cue.id } : { kind: 'rule', id: 'B.7' })
  const redLine = run.state.scene.entryRedLine
  if (isCritical && redLine) crossRedLine(run, redLine, { kind: 'rule', id: 'B.7' }, run.at)
}

export function mustBeThere(run: Run): void {
  if (run.state.status !== 'visiting') throw new Refused('not-now', `nobody is on a visit (${run.state.status})`)
}

function mustBeInside(run: Run): void {
  if (run.state.invitedAt === null) throw new Refused('out-of-reach', 'not invited in yet')
}
