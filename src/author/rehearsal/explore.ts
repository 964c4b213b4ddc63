import { type ActBody, Refused, type State } from '../../sim/index.ts'

/**
 * Looks about in every room one may enter: each cue there is looked at with this likelihood, and what needs a yes is asked for and, with a
 * yes, opened. Ends where it began. Takes no time: what is measured is what is said.
 */
export function explore(
  state: () => State,
  seat: string,
  likelihood: number,
  roll: () => number,
  act: (body: ActBody) => void,
): void {
  const { scene } = state()
  const from = state().workers[seat]?.spot
  for (const room of scene.place.rooms) {
    const mayEnter =
      room.enterable && !room.closed && (room.outside ? state().invitedAt === null : state().invitedAt !== null)
    if (!mayEnter) continue
    const cues = scene.cues.filter((cue) => cue.room === room.id && !(cue.id in state().noticed) && roll() < likelihood)
    if (cues.length > 0) tryTo(act, { type: 'go', to: room.id })
    for (const cue of cues) {
      const [thing] = cue.things
      if (!thing) continue
      if (cue.permission === 'ask') {
        if (state().permissions[cue.id] === undefined) tryTo(act, { type: 'ask-permission', thing })
        if (state().permissions[cue.id] === 'given') tryTo(act, { type: 'open', thing })
      } else tryTo(act, { type: cue.how.includes('look') ? 'look' : 'approach', thing })
    }
  }
  if (from && state().workers[seat]?.spot !== from) tryTo(act, { type: 'go', to: from })
}

/** What cannot be done just now – out of sight, nothing there in this seed – is left. */
function tryTo(act: (body: ActBody) => void, body: ActBody): void {
  try {
    act(body)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
