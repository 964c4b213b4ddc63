import type { PublicScene } from '../../../session/index.ts'
import { momentLine, takenBack } from '../../parts/index.ts'
import * as commands from '../visit/commands.ts'
import { doorsHere, freeSeats, roomsInReach, thingsInSight } from '../visit/place.ts'
import { type Doing, Sheet, type Shown, type Tongue } from './Sheet.ts'

/** What a thing, door or person of the scene is called; null for what has no name. */
function nameOf(scene: PublicScene, id: string, pick: Tongue['pick']): string | null {
  const label =
    scene.place.things.find((t) => t.id === id)?.label ??
    scene.place.doors.find((d) => d.id === id)?.name ??
    scene.people.find((p) => p.id === id)?.name
  return label ? pick(label) : null
}

/** What can be done with the thing or door pointed at: look, step up, ask, open. Which of them is right is the trainee's to judge. */
export function thingSheet({ state, scene, say, pick }: Shown, id: string): Sheet {
  const sheet = new Sheet('thing', nameOf(scene, id, pick) ?? undefined)
  const thing = scene.place.things.find((t) => t.id === id)
  const door = scene.place.doors.find((d) => d.id === id)
  const askable = state.view.askable.find((a) => a.thing === id)
  const isOpenDoor = door && (state.view.doors[id]?.isOpen ?? door.isOpen)
  const act = (type: 'look' | 'approach' | 'ask-permission' | 'open'): Doing => ({
    acts: [{ type, thing: id }],
    ui: { picked: null },
  })
  if (thing?.shows) sheet.text(pick(thing.shows), 'quiet')
  const can: Parameters<Sheet['row']>[0] = []
  if (!door) {
    can.push(['look', say('aim.look'), act('look')])
    can.push(['approach', say('aim.approach'), act('approach')])
  }
  if (askable?.state === 'ask') can.push(['ask', say('aim.ask'), act('ask-permission')])
  if (door ? !isOpenDoor && !door.isEntrance : askable && askable.state !== 'opened')
    can.push(['open', say(door ? 'aim.openDoor' : 'aim.open'), act('open')])
  if (can.length > 0) sheet.row(can)
  if (door && isOpenDoor) sheet.text(say('sight.doorOpen'), 'quiet')
  if (door?.isEntrance && !isOpenDoor) sheet.text(say('aim.entrance'), 'quiet')
  if (askable && askable.state !== 'ask')
    sheet.text(
      say(askable.state === 'given' ? 'aim.asked' : askable.state === 'refused' ? 'aim.refused' : 'aim.opened'),
      'quiet',
    )
  return sheet.foot('close', say('common.close'), { ui: { picked: null } }, { look: 'plain' })
}

const closePanel: Doing = { ui: { panel: null } }

/** What is in sight, by name, for whom pointing is hard. */
export function sightSheet({ state, scene, say, pick }: Shown): Sheet {
  const sheet = new Sheet('sight', say('do.sight'))
  const things = thingsInSight(scene.place, state.view)
  const doors = doorsHere(scene.place, state.view.me.room)
  const listed = new Set([...things, ...doors].map((one) => one.id))
  const elsewhere = state.view.askable.filter((one) => !listed.has(one.thing))
  const picks = (id: string): Doing => ({ ui: { picked: id, panel: null } })
  if (things.length === 0) sheet.text(say('sight.empty'), 'quiet')
  if (things.length > 0)
    sheet.row(things.map((thing) => [`thing/${thing.id}`, thing.label ? pick(thing.label) : thing.id, picks(thing.id)]))
  if (doors.length > 0) {
    sheet.heading(say('sight.doors'))
    sheet.row(doors.map((door) => [`door/${door.id}`, pick(door.name), picks(door.id)]))
  }
  if (elsewhere.length > 0) {
    sheet.heading(say('sight.askable'))
    sheet.row(elsewhere.map((one) => [`ask/${one.thing}`, pick(one.text), picks(one.thing)]))
  }
  return sheet.foot('close', say('common.close'), closePanel, { look: 'plain' })
}

/** Going by name: rooms that open doors lead to, and the seats of this room. */
export function placesSheet({ state, scene, say, pick }: Shown): Sheet {
  const sheet = new Sheet('places', say('do.places'))
  const { me, doors } = state.view
  const reach = roomsInReach(scene.place, doors, me.room)
  const go = (to: string): Doing => ({ acts: [{ type: 'go', to }], ui: { panel: null } })
  for (const room of scene.place.rooms.filter((r) => reach.has(r.id) && (!me.isInvited || !r.outside)))
    sheet.button(`room/${room.id}`, pick(room.name), go(room.spot), {
      isDisabled: room.id === me.room,
      ...(room.id === me.room ? { tag: say('places.here') } : {}),
    })
  const exit = me.isInvited ? scene.place.spots.find((s) => s.isExit) : undefined
  if (exit) sheet.button('exit', say('places.exit'), go(exit.id), { isDisabled: me.spot === exit.id })
  const seats = me.isInvited ? freeSeats(scene.place, state.view) : []
  if (seats.length > 0) {
    sheet.heading(say('places.spots'))
    sheet.row(seats.map((seat, at) => [`seat/${seat.id}`, say('places.seat', { number: at + 1 }), go(seat.id)]))
  }
  return sheet.foot('close', say('common.close'), closePanel, { look: 'plain' })
}

/** So many lines are looked back on in a headset; the whole is on the desktop and in the debrief. */
const LAST = 20

/** What was said, the last first. */
export function transcriptSheet({ state, scene, say, pick }: Shown): Sheet {
  const sheet = new Sheet('transcript', say('do.transcript'))
  const gone = takenBack(state.view.moments)
  const said = state.view.moments.filter((m) => !gone.has(m)).slice(-LAST)
  if (said.length === 0) sheet.text(say('transcript.empty'), 'quiet')
  for (const moment of said.reverse()) {
    const line = momentLine(moment, scene, { say, pick })
    sheet.text(
      line.who ? `${line.who}  ${line.text}` : line.text,
      line.tone === 'note' || line.tone === 'phase' ? 'quiet' : 'plain',
    )
  }
  return sheet.foot('close', say('common.close'), closePanel, { look: 'plain' })
}

/** Leaving is asked once more: there is no way back in. */
export function leavingSheet({ say }: Shown): Sheet {
  return new Sheet('leaving', say('leave.title'))
    .text(say('leave.text'))
    .foot('go', say('leave.go'), { acts: [{ type: 'leave' }], ui: { isLeaving: false } }, { look: 'main' })
    .foot('stay', say('leave.stay'), { ui: { isLeaving: false } })
}

/** The row at the hip: what one reaches for without looking. */
export function beltSheet(shown: Shown): Sheet {
  const { state, say } = shown
  const sheet = new Sheet('belt')
  const phone = state.view.prompts.some((p) => p.kind === 'event' && p.on === 'phone')
  const [notebook, phoneCommand] = [commands.panels[0], commands.panels[2]]
  const shut: { here: Partial<Shown['here']> } = { here: { board: null, open: null } }
  return sheet
    .foot(...sheet.command(commands.talk, shown, { look: 'main', ...shut }))
    .foot(...sheet.command(notebook, shown, shut))
    .foot(...sheet.command(phoneCommand, shown, { ...(phone ? { tag: '!' } : {}), ...shut }))
    .foot('menu', say('headset.menu'), { here: { board: 'menu' }, ui: { panel: null } })
    .foot(...sheet.command(commands.pause, shown, { look: 'grave' }))
}
