import { catalogueOf } from '../catalogue.ts'
import type { EventOf } from '../event.ts'
import type { State, TimedState } from '../state.ts'
import { counted, type Folds, person } from './fold.ts'
import { wentOn } from './restore.ts'

const timed = (state: State, id: string, change: Partial<TimedState>): State => {
  const was = state.events[id]
  return was ? { ...state, events: { ...state.events, [id]: { ...was, ...change } } } : state
}

const staysLive = (state: State, event: string): boolean => {
  const shape = catalogueOf(state.scene).events.get(event)
  return (
    (state.events[event]?.isLive ?? false) &&
    ((shape?.staysLive ?? false) || (shape?.stages.length ?? 0) > (state.events[event]?.stages ?? 0))
  )
}

/** A handling reaction is followed by `timed-event-handled`; any other ends the event here. */
const isHandlingReaction = (state: State, event: string, reaction: string): boolean =>
  catalogueOf(state.scene)
    .events.get(event)
    ?.reactions.find((one) => one.id === reaction)?.isHandling ?? false

/** What the trainee returns to on going on from before a red line: before the line that crossed it, or the moment itself. */
function beforeOf(state: State, event: EventOf<'red-line'>): State {
  const isByLine = event.cause.kind === 'row' && state.undo !== null
  return isByLine && state.undo ? state.undo.before : { ...state, undo: null, stopping: null }
}

/** The course of the visit: phases, timed events, red lines, endings. */
export const COURSE: Folds<
  | 'phase-opened'
  | 'phase-entered'
  | 'flags-changed'
  | 'timed-event'
  | 'timed-event-handled'
  | 'timed-event-ignored'
  | 'timed-event-stage'
  | 'reacted'
  | 'evidence-found'
  | 'message-shown'
  | 'red-line'
  | 'went-on'
  | 'ending-neared'
  | 'ended'
> = {
  'phase-opened': (state, { phase }) => ({ ...state, open: [...state.open, phase] }),
  'phase-entered': (state, { phase, at }) => ({
    ...state,
    phase,
    phaseSince: at,
    reached: state.reached.includes(phase) ? state.reached : [...state.reached, phase],
    open: state.open.filter((one) => one !== phase),
  }),
  'flags-changed': (state, { set, cleared }) => ({
    ...state,
    flags: [...new Set([...state.flags, ...set])].filter((flag) => !cleared.includes(flag)),
  }),
  'timed-event': (state, event) => {
    const fired: TimedState = {
      firedAt: event.at,
      isLive: true,
      wasIgnored: false,
      reaction: null,
      isHandled: false,
      stages: 0,
      shown: [0],
    }
    let next: State = { ...state, events: { ...state.events, [event.event]: fired } }
    for (const [id, turn] of Object.entries(event.floods ?? {})) next = person(next, id, { floodedUntilTurn: turn })
    return next
  },
  'timed-event-handled': (state, { event, reaction }) =>
    timed(state, event, { isLive: false, isHandled: true, reaction }),
  'timed-event-ignored': (state, { event }) =>
    timed(state, event, { wasIgnored: true, isLive: staysLive(state, event) }),
  'timed-event-stage': (state, { event, stage }) => {
    const was = state.events[event]
    const shape = catalogueOf(state.scene).events.get(event)
    if (!was || !shape) return state
    const again = shape.stages[stage]?.showsAgain
    const isLast = stage + 1 >= shape.stages.length
    return timed(state, event, {
      stages: stage + 1,
      shown: again ? [...was.shown, 0] : was.shown,
      isLive: was.isLive && (!isLast || shape.staysLive),
    })
  },
  reacted: (state, { event, reaction }) =>
    counted(timed(state, event, { reaction, isLive: isHandlingReaction(state, event, reaction) })),
  'evidence-found': (state) => state,
  'message-shown': (state, { event, stage, shownMs }) => {
    const was = state.events[event]
    return was
      ? timed(state, event, { shown: was.shown.map((ms, i) => (i === stage ? Math.max(ms, shownMs) : ms)) })
      : state
  },
  'red-line': (state, event) => ({
    ...state,
    redLines: [
      ...state.redLines,
      { id: event.redLine, number: event.number, at: event.at, isWarned: event.isWarned, cause: event.cause },
    ],
    warning: event.isWarned
      ? { redLine: event.redLine, number: event.number, before: beforeOf(state, event) }
      : state.warning,
    stopping:
      !event.isWarned && event.endsAt !== null
        ? { at: event.endsAt, ending: state.scene.redLineEnding }
        : state.stopping,
  }),
  'went-on': (state, event) => {
    if (!state.warning) return state
    if (event.isAccepted)
      return state.warning.before ? wentOn(state, state.warning.before, event) : { ...state, warning: null }
    const { number } = state.warning
    return {
      ...state,
      warning: null,
      redLines: state.redLines.map((line) => (line.number === number ? { ...line, isWarned: false } : line)),
    }
  },
  'ending-neared': (state, event) => ({
    ...state,
    endingTimes: { ...state.endingTimes, [event.ending]: event.times },
    stopping: event.endsAt === null ? state.stopping : { at: event.endsAt, ending: event.ending },
  }),
  ended: (state, { ending, isCapped }) => ({
    ...state,
    status: 'ended',
    stopping: null,
    warning: null,
    composing: null,
    isPaused: false,
    ending: { id: ending, isCapped },
  }),
}
