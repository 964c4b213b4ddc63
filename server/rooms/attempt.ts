import { REFUSALS, type Refusal } from '../../src/protocol/index.ts'
import { type Act, decide, type Event, evolve, Refused, type State } from '../../src/sim/index.ts'

/** Why an act was not taken; null when it was. */
export type Outcome = { refused: Refusal; detail?: string } | null

export type Attempt = { events: Event[]; next: State; outcome: Outcome }

/**
 * What an act would come to. Folded before it is stored: what cannot be folded must not get into the log.
 * Whatever goes wrong ends this act with a reason of the closed list; `onFault` hears of what is our own fault.
 */
export function attempt(state: State, make: () => Act, onFault: (error: unknown) => void): Attempt {
  try {
    const events = decide(state, make())
    return { events, next: events.reduce(evolve, state), outcome: null }
  } catch (error) {
    const nothing = { events: [], next: state }
    if (!(error instanceof Refused)) {
      onFault(error)
      return { ...nothing, outcome: { refused: 'failed' } }
    }
    const refused = REFUSALS.find((reason) => reason === error.reason) ?? 'failed'
    return { ...nothing, outcome: { refused, detail: error.detail } }
  }
}
