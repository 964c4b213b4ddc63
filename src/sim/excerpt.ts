import type { Feeling } from '../scene/index.ts'
import { catalogueOf } from './catalogue.ts'
import { withPeaks } from './drift.ts'
import { Refused } from './refused.ts'
import type { State } from './state.ts'

/** "4:30" as milliseconds; excerpts state the visit's clock so. */
const clockMs = (text: string): number => {
  const [minutes = '0', seconds = '0'] = text.split(':')
  return (Number(minutes) * 60 + Number(seconds)) * 1000
}

/** [A.9] The state a session has when it begins at an excerpt: as a good or a shaky start would have left it. */
export function beginAt(state: State, id: string): State {
  const excerpt = state.scene.excerpts.find((one) => one.id === id)
  if (!excerpt) throw new Refused('unknown-thing', `excerpt ${id}`)
  const { phases, phaseIndex, spots } = catalogueOf(state.scene)
  const phase = phases.get(excerpt.phase)
  const at = clockMs(excerpt.time)
  const people = { ...state.people }
  for (const [id, was] of Object.entries(people)) {
    const feelings = { ...was.feelings }
    for (const [key, points] of Object.entries(excerpt.feelings)) {
      const [who, name] = key.split('.')
      if (who === id && name) feelings[name as Feeling] = Math.round(points * 1000)
    }
    const station = excerpt.stations[id] ?? phase?.stations[id]
    people[id] = withPeaks({ ...was, feelings, spot: station === undefined || station === 'away' ? null : station })
  }
  const spot = phase?.workerAt ?? state.scene.place.start
  const workers = Object.fromEntries(
    Object.keys(state.workers).map((seat) => [
      seat,
      { spot, room: spots.get(spot)?.room ?? '', isSeated: spots.get(spot)?.seat ?? false },
    ]),
  )
  const past = (ids: readonly string[]) => Object.fromEntries(ids.map((one) => [one, 1]))
  const reached = [...phaseIndex.keys()].slice(0, (phaseIndex.get(excerpt.phase) ?? 0) + 1)
  return {
    ...state,
    clock: at,
    phase: excerpt.phase,
    phaseSince: at,
    reached,
    invitedAt: (phaseIndex.get(excerpt.phase) ?? 0) > 0 ? at : null,
    people,
    workers,
    said: past(excerpt.said),
    heard: past(excerpt.heard),
    noticed: Object.fromEntries(excerpt.noticed.map((cue) => [cue, { number: 1, at }])),
    prepared: [...excerpt.prepared],
    permissions: Object.fromEntries(excerpt.permitted.map((cue) => [cue, 'given' as const])),
    flags: [...excerpt.flags],
    events: Object.fromEntries(
      Object.entries(excerpt.events).map(([event, how]) => [
        event,
        {
          firedAt: at,
          isLive: false,
          wasIgnored: how === 'ignored',
          isHandled: how !== 'ignored',
          reaction: how === 'ignored' ? null : how,
          stages: 99,
          shown: [0],
        },
      ]),
    ),
  }
}
