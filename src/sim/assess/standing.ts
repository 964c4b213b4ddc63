import type { FullScene } from '../../scene/index.ts'
import type { Event } from '../event.ts'
import { evolve } from '../evolve.ts'
import { initial, type State } from '../state.ts'

/** An event that still stands, with the state it met. */
export type Standing = { event: Event; before: State }

/**
 * The log as it counts: each event with the state before it, less what was taken back or gone on from (decisions D.3, A.7), and the last state.
 */
export function standing(events: readonly Event[], scene: FullScene): { log: Standing[]; last: State } {
  let state = initial(scene)
  let log: Standing[] = []
  for (const event of events) {
    const undone = undoneFrom(state, event)
    if (undone !== null) log = log.filter((one) => one.event.number < undone || one.event.type === 'red-line')
    log.push({ event, before: state })
    state = evolve(state, event)
  }
  return { log, last: state }
}

/** The first event number that an event undoes, if it undoes any. */
function undoneFrom(state: State, event: Event): number | null {
  if (event.type === 'taken-back') return state.undo ? state.undo.before.number + 1 : null
  if (event.type === 'went-on' && event.isAccepted && state.warning?.before) return state.warning.before.number + 1
  return null
}
