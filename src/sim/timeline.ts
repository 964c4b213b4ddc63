import type { FullScene } from '../scene/index.ts'
import type { SeatId } from './act.ts'
import type { Timeline, TimelinePerson } from './assessment.ts'
import { catalogueOf } from './catalogue.ts'
import type { Event } from './event.ts'
import { evolve } from './evolve.ts'
import { initial, type State } from './state.ts'
import { view } from './view.ts'

/** A feeling in points with one decimal, or none. */
const inPoints = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value / 100) / 10

/**
 * The course of a session for one seat: what it could see and hear, the phases, and – for instructors, or for anyone once the session has ended –
 * trust and distress of each person at every event.
 */
export function timeline(events: readonly Event[], seat: SeatId, scene: FullScene): Timeline {
  const people: TimelinePerson[] = scene.people
    .filter((one) => one.bands)
    .map(({ id, name }) => ({ id, name, points: [] }))
  const phases: Timeline['phases'] = []
  let state = initial(scene)
  let from = 0
  for (const event of events) {
    state = evolve(state, event)
    if (event.type === 'arrived') from = event.at
    if (event.type === 'phase-entered')
      phases.push({
        phase: event.phase,
        title: catalogueOf(scene).phases.get(event.phase)?.title ?? scene.title,
        at: event.at,
        number: event.number,
      })
    if (state.status === 'visiting' || event.type === 'left') sample(people, state, event)
  }
  const maySee = state.status === 'ended' || state.seats[seat]?.role === 'instructor'
  return { from, to: state.clock, people: maySee ? people : [], phases, moments: view(state, seat).moments }
}

/** Adds a point for each person whose trust or distress stands elsewhere than at the last one. */
function sample(people: TimelinePerson[], state: State, event: Event): void {
  for (const person of people) {
    const feelings = state.people[person.id]?.feelings
    const point = {
      number: event.number,
      at: event.at,
      trust: inPoints(feelings?.trust),
      distress: inPoints(feelings?.distress),
    }
    const before = person.points[person.points.length - 1]
    if (!before || before.trust !== point.trust || before.distress !== point.distress) person.points.push(point)
  }
}
