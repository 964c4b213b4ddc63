import type { Millis, SeatId } from './act.ts'
import type { Event, EventBody } from './event.ts'
import { evolve } from './evolve.ts'
import type { State } from './state.ts'

/** Deciding one act: the events so far and the state they lead to. Lives only while `decide` runs. */
export type Run = { state: State; events: Event[]; seat: SeatId; at: Millis }

/** Writes one event down and folds it, so that what follows decides on the newer state. */
export function emit(run: Run, body: EventBody): Event {
  const event = { ...body, number: run.state.number + 1, at: run.at, seat: run.seat } as Event
  run.events.push(event)
  run.state = evolve(run.state, event)
  return event
}
