import type { Band, SeatRole } from '../scene/index.ts'
import type { SeatId } from './act.ts'
import { bandOf } from './band.ts'
import { catalogueOf } from './catalogue.ts'
import { areJoined, firstWorker, roomOfSpot, roomsInSight } from './hearing.ts'
import { holds } from './holds.ts'
import { offeredRows, textOfWording, wordingOf } from './legal.ts'
import { momentsOf } from './moments.ts'
import { papersOf } from './paper-view.ts'
import type { Bearing, InstructorSight, Offer, PersonSeen, Prompt, SeatView } from './seat-view.ts'
import { isAddressed, isClockRunning, isDoorOpen, type State, TAKE_BACK_MS } from './state.ts'

const BEARING: Record<Band, Bearing> = { F: 'overwhelmed', W: 'shut', G: 'closed', T: 'careful', O: 'open', A: 'warm' }

/** A seat that only watches sees over the first worker's shoulder. */
const eyesOf = (state: State, seat: SeatId): SeatId => (seat in state.workers ? seat : firstWorker(state))

/**
 * What one seat may know of the session now, and all that its browser is ever sent: no row's worth or points, no feeling as a number, no hidden truth,
 * no cue beyond what the eye would see. An instructor's seat is sent more, in a slice of its own.
 */
export function view(state: State, seat: SeatId): SeatView {
  const role: SeatRole = state.seats[seat]?.role ?? 'observer'
  const eyes = eyesOf(state, seat)
  const isWorker = role === 'trainee' || role === 'partner'
  const worker = state.workers[eyes]
  const papers = papersOf(state, eyes)
  const offers = isWorker ? offersFor(state, seat) : []
  const ending = state.ending && state.scene.endings.find((one) => one.id === state.ending?.id)
  const seen: SeatView = {
    seat,
    role,
    number: state.number,
    session: {
      kind: state.kind,
      isFirstRun: state.isFirstRun,
      status: state.status === 'unstarted' ? 'preparing' : state.status,
      phase: state.phase,
      clock: { at: state.clock, isRunning: isClockRunning(state), limit: state.scene.limit },
      isPaused: state.isPaused,
      composing: state.composing,
      seats: Object.entries(state.seats).map(([id, one]) => ({ seat: id, ...one })),
    },
    ...papers,
    me: {
      spot: worker?.spot ?? '',
      room: worker?.room ?? '',
      isSeated: worker?.isSeated ?? false,
      isInvited: state.invitedAt !== null,
    },
    people: state.scene.people.filter((one) => !one.voiceOnly).map((one) => personSeen(state, one.id, eyes)),
    looks: looksFrom(state, worker?.room ?? ''),
    doors: Object.fromEntries(state.scene.place.doors.map((door) => [door.id, { isOpen: isDoorOpen(state, door) }])),
    askable: askableFor(state),
    offers,
    moments: state.seen.flatMap((event) => momentsOf(state, event)),
    prompts: isWorker ? promptsFor(state, seat, offers) : [],
    partner: partnersOf(state),
    ending: ending
      ? {
          id: ending.id,
          title: ending.title,
          card: ending.card,
          isCapped: state.ending?.isCapped ?? false,
          isGood: ending.isGood,
        }
      : null,
    instructor: role === 'instructor' ? sightOf(state, eyes) : null,
  }
  return role === 'role-player' ? { ...seen, cues: [], hypotheses: [], citable: [], documents: [], dilemmas: [] } : seen
}

const offersFor = (state: State, seat: SeatId): Offer[] =>
  offeredRows(state, seat).map(({ row, token, isInFan }) => ({
    token,
    kind: row.kind,
    text: textOfWording(row, wordingOf(state, row, seat)),
    to: row.to ?? '',
    isInFan,
    ...(row.gesture && { gesture: row.gesture }),
  }))

function personSeen(state: State, id: string, eyes: SeatId): PersonSeen {
  const person = state.people[id]
  const spot = person?.spot ?? null
  const band = bandOf(state, id)
  const other = state.reply && state.reply.by !== id && state.people[state.reply.by]?.spot ? state.reply.by : null
  return {
    id,
    isPresent: spot !== null,
    spot,
    isSeated: spot !== null && (catalogueOf(state.scene).spots.get(spot)?.seat ?? false),
    attendsTo: spot === null ? null : isAddressed(state, id) ? eyes : (other ?? eyes),
    bearing: band === null ? 'careful' : BEARING[band],
  }
}

/** Things in the rooms that stand open to the eye, and how each looks now. */
function looksFrom(state: State, room: string): Record<string, string> {
  const inSight = roomsInSight(state, room)
  const out: Record<string, string> = {}
  for (const thing of state.scene.place.things) {
    const where = thing.on ? roomOfSpot(state, state.people[thing.on]?.spot ?? null)?.id : thing.room
    if (where === undefined || !inSight.has(where)) continue
    // How something looks in particular is seen from its own room or through one open door, not from afar.
    const look = areJoined(state, room, where) ? thing.looks.find((one) => holds(state, one.when))?.look : undefined
    out[thing.id] = look ?? 'plain'
  }
  return out
}

/** What can be asked about once one is inside: every thing behind a yes, whatever the seed; from another room, by the room's name. */
function askableFor(state: State): SeatView['askable'] {
  if (state.invitedAt === null || state.status !== 'visiting') return []
  const { things, rooms } = catalogueOf(state.scene)
  return state.scene.cues.flatMap((cue) => {
    if (cue.permission !== 'ask') return []
    const door = state.scene.place.doors.find((one) => one.guards === cue.id)
    const thing = door?.id ?? cue.things[0]
    const isHere = Object.values(state.workers).some((worker) => worker.room === cue.room)
    const text = door?.name ?? (isHere && thing ? things.get(thing)?.label : rooms.get(cue.room)?.name)
    if (!thing || !text) return []
    const isOpened = cue.id in state.noticed || state.opened.includes(cue.id)
    return [{ thing, text, state: isOpened ? ('opened' as const) : (state.permissions[cue.id] ?? ('ask' as const)) }]
  })
}

function promptsFor(state: State, seat: SeatId, offers: Offer[]): Prompt[] {
  const out: Prompt[] = []
  const { warning, confirm, candidates, undo } = state
  const rows = catalogueOf(state.scene).rows
  if (warning) {
    const line = state.scene.redLines.find((one) => one.id === warning.redLine)
    if (line) out.push({ kind: 'red-line', redLine: line.id, text: line.text, why: line.why })
    return out
  }
  if (state.status !== 'visiting') return out
  if (confirm?.seat === seat) {
    const row = rows.get(confirm.row)
    if (row)
      out.push({
        kind: 'confirm',
        understood: textOfWording(row, wordingOf(state, row, seat, false)),
        isAction: row.kind === 'do',
        words: { text: confirm.words, lang: confirm.lang },
      })
  }
  if (candidates?.seat === seat) {
    const tokens = new Map(offeredRows(state, seat).map(({ row, token }) => [row.id, token]))
    const lines = candidates.rows.flatMap((id) => offers.find((one) => one.token === tokens.get(id)) ?? [])
    out.push({
      kind: 'candidates',
      offers: lines,
      words: { text: candidates.words, lang: candidates.lang },
      isSaid: candidates.denied === null,
    })
  }
  if (undo && state.clock <= undo.at + TAKE_BACK_MS && lastSpeaker(state) === seat)
    out.push({ kind: 'take-back', until: undo.at + TAKE_BACK_MS })
  for (const event of state.scene.events) {
    const was = state.events[event.id]
    if (!was || was.isHandled || !(was.isLive || event.staysLive)) continue
    out.push({
      kind: 'event',
      event: event.id,
      title: event.title,
      on: event.prompt,
      shownMs: was.shown[was.shown.length - 1] ?? 0,
      reactions: event.reactions.map(({ id, text, as }) => ({
        id,
        text: (as ? rows.get(as)?.text : undefined) ?? text,
      })),
    })
  }
  return out
}

function lastSpeaker(state: State): SeatId | null {
  for (let i = state.seen.length - 1; i >= 0; i--) {
    const event = state.seen[i]
    if (event?.type === 'said' || event?.type === 'done') return event.seat
  }
  return null
}

const partnersOf = (state: State): SeatView['partner'] =>
  state.scene.people
    .filter((one) => one.orders.length > 0)
    .map((one) => ({
      person: one.id,
      orders: one.orders.filter((order) => holds(state, order.when)).map(({ id, text }) => ({ id, text })),
    }))

/** [D.10] What a supervising instructor sees besides. */
function sightOf(state: State, eyes: SeatId): InstructorSight {
  return {
    seed: state.seed,
    people: Object.fromEntries(
      state.scene.people.map((one) => [
        one.id,
        {
          band: bandOf(state, one.id),
          feelings: Object.fromEntries(
            Object.entries(state.people[one.id]?.feelings ?? {}).map(([name, value]) => [
              name,
              {
                value,
                towards: one.starts[name as keyof typeof one.starts] ?? value,
                isDrifting: isClockRunning(state) && isAddressed(state, one.id),
              },
            ]),
          ),
        },
      ]),
    ),
    offers: offeredRows(state, eyes).map(({ row, token }) => ({ token, row: row.id, worth: row.worth })),
    cuesMissed: state.scene.cues.filter((cue) => !(cue.id in state.noticed)).map((cue) => cue.id),
    redLines: state.redLines.map(({ id, number, isWarned }) => ({ id, number, isWarned })),
    flags: state.flags,
    isPrivate: holds(state, { is: 'private' }, { seat: eyes }),
  }
}
