import { catalogueOf } from './catalogue.ts'
import { driftTo, withPeaks } from './drift.ts'
import type { Event, EventOf, EventType } from './event.ts'
import { beginAt } from './excerpt.ts'
import { initial, type State, type TimedState } from './state.ts'

/** Copies one fact into the state. Every rule was decided before; nothing is decided here. */
type Fold<T extends EventType> = (state: State, event: EventOf<T>) => State

/** What a view shows as a moment; the rest is state alone. */
const MOMENTS: ReadonlySet<EventType> = new Set<EventType>([
  'said',
  'done',
  'replied',
  'disclosed',
  'spoke',
  'timed-event',
  'timed-event-stage',
  'timed-event-ignored',
  'reacted',
  'cue-noticed',
  'permission-given',
  'permission-refused',
  'phase-entered',
  'taken-back',
  'not-understood',
  'messaged',
  'paused',
  'resumed',
  'left',
  'helped',
  'ended',
  'person-left',
  'opened-uninvited',
])

const QUESTIONS: ReadonlySet<string> = new Set(['Qo', 'Qc'])
const LISTENING: ReadonlySet<string> = new Set(['SR', 'CR', 'SUM', 'SIL'])

/** [B.3] The fourth question in a row without a reflection or a kept silence is stacking. */
export const STACKING_FROM = 4

/** Questions in a row once this row's codes are added: a reflection resets, and its own question then counts as the first. */
export function questionsAfter(questions: number, codes: readonly string[]): number {
  const from = codes.some((code) => LISTENING.has(code)) ? 0 : questions
  return codes.some((code) => QUESTIONS.has(code)) ? from + 1 : from
}

const timed = (state: State, id: string, change: Partial<TimedState>): State => {
  const was = state.events[id]
  return was ? { ...state, events: { ...state.events, [id]: { ...was, ...change } } } : state
}

const person = (state: State, id: string, change: Partial<State['people'][string]>): State => {
  const was = state.people[id]
  return was ? { ...state, people: { ...state.people, [id]: withPeaks({ ...was, ...change }) } } : state
}

/** The place of the worker after moving; a person's place when a person moves. */
const moved: Fold<'moved'> = (state, { who, spot, room }) =>
  who in state.people
    ? person(state, who, { spot })
    : { ...state, workers: { ...state.workers, [who]: { spot, room, isSeated: false } } }

const spoken = (state: State, event: EventOf<'said'> | EventOf<'done'>): State => {
  const rows = catalogueOf(state.scene).rows
  const row = rows.get(event.row)
  const isHelpful = row?.worth === 'helpful' && event.phase !== 'any'
  const phase = event.phase === 'any' ? (state.phase ?? '') : event.phase
  const helpful = state.helpfulIn[phase] ?? []
  const [code = null] = event.codes
  const isInChain = event.isScored && code !== null && !row?.structured
  return {
    ...state,
    said: event.row in state.said ? state.said : { ...state.said, [event.row]: event.number },
    actsIn: { ...state.actsIn, [phase]: (state.actsIn[phase] ?? 0) + 1 },
    helpfulIn:
      isHelpful && !helpful.includes(event.row)
        ? { ...state.helpfulIn, [phase]: [...helpful, event.row] }
        : state.helpfulIn,
    talk: {
      code: isInChain ? code : state.talk.code,
      run: isInChain ? (code === state.talk.code ? state.talk.run + 1 : 1) : state.talk.run,
      questions: row?.structured ? state.talk.questions : questionsAfter(state.talk.questions, event.codes),
      isPrivate: event.isPrivate,
    },
    misses: 0,
    confirm: null,
    candidates: null,
    reply: null,
    undo: { from: event.number, at: event.at, before: { ...state, undo: null } },
  }
}

const felt: Fold<'felt'> = (state, event) => {
  const was = state.people[event.person]
  return was ? person(state, event.person, { feelings: { ...was.feelings, ...event.to } }) : state
}

const turned = (state: State): State => {
  const phase = state.phase ?? ''
  return {
    ...state,
    turn: state.turn + 1,
    privateTurnsIn: state.talk.isPrivate
      ? { ...state.privateTurnsIn, [phase]: (state.privateTurnsIn[phase] ?? 0) + 1 }
      : state.privateTurnsIn,
  }
}

const heardIds = (state: State, ids: string[], number: number): State => {
  const fresh = ids.filter((id) => !(id in state.heard))
  return fresh.length === 0
    ? state
    : { ...state, heard: { ...state.heard, ...Object.fromEntries(fresh.map((id) => [id, number])) } }
}

/** The state folded without what came since `before`; what was seen stays seen (decisions D.3). */
const restored = (state: State, before: State, event: Event): State => ({
  ...driftTo(before, event.at),
  warning: null,
  undo: null,
  seen: state.seen,
})

/** Going on from before a red line: it stays on record as warned, "would have capped" (decisions A.7). */
const wentOn = (state: State, before: State, event: Event): State => ({
  ...restored(state, before, event),
  redLines: state.redLines,
})

const FOLD: { [T in EventType]: Fold<T> } = {
  'session-started': (state, event) => {
    const seats = Object.fromEntries(event.seats.map(({ seat, role }) => [seat, { role, isPresent: true }]))
    const start = state.scene.place.start
    const room = catalogueOf(state.scene).spots.get(start)?.room ?? ''
    const workers = Object.fromEntries(
      event.seats
        .filter(({ role }) => role === 'trainee' || role === 'partner')
        .map(({ seat }) => [seat, { spot: start, room, isSeated: false }]),
    )
    const begun: State = {
      ...initial(state.scene),
      status: 'preparing',
      kind: event.kind,
      seed: event.seed,
      roll: event.roll,
      key: event.key,
      isFirstRun: event.isFirstRun,
      excerpt: event.excerpt ?? null,
      seats,
      workers,
    }
    return event.excerpt ? beginAt(begun, event.excerpt) : begun
  },
  'seat-taken': (state, { seat, role }) => {
    const isWorker = role === 'trainee' || role === 'partner'
    const start = state.scene.place.start
    const place = { spot: start, room: catalogueOf(state.scene).spots.get(start)?.room ?? '', isSeated: false }
    return {
      ...state,
      seats: { ...state.seats, [seat]: { role, isPresent: true } },
      workers: isWorker && !(seat in state.workers) ? { ...state.workers, [seat]: place } : state.workers,
    }
  },
  'seat-left': (state, { seat }) => {
    const was = state.seats[seat]
    return was ? { ...state, seats: { ...state.seats, [seat]: { ...was, isPresent: false } } } : state
  },
  prepared: (state, { option }) => ({ ...state, prepared: [...state.prepared, option] }),
  arrived: (state) => ({ ...state, status: 'visiting' }),
  said: spoken,
  done: spoken,
  'confirm-asked': (state, { seat, row, words, lang, confidence }) => ({
    ...state,
    confirm: { seat, row, words, lang, confidence },
    candidates: null,
  }),
  'not-understood': (state, event) => ({
    ...state,
    misses: event.times,
    confirm: null,
    reply: null,
    candidates:
      event.candidates.length > 0
        ? { seat: event.seat, rows: event.candidates, words: event.words ?? '', lang: event.lang ?? 'zh' }
        : null,
  }),
  'taken-back': (state, event) => (state.undo ? restored(state, state.undo.before, event) : state),
  'silence-judged': (state, { verdict }) => ({
    ...state,
    reply: state.reply && { ...state.reply, isJudged: true },
    talk: verdict === 'held' ? { ...state.talk, questions: 0 } : state.talk,
  }),
  felt: (state, event) => {
    const after = felt(state, event)
    if (event.cause.kind === 'rule' && event.cause.id === 'repair')
      return { ...after, lastHarm: after.lastHarm && { ...after.lastHarm, isRepaired: true } }
    if (event.cause.kind !== 'row') return after
    const row = catalogueOf(state.scene).rows.get(event.cause.id)
    if (!row || (row.worth !== 'harmful' && row.worth !== 'critical')) return after
    const isSame = state.lastHarm !== null && state.undo !== null && state.lastHarm.number >= state.undo.from
    const took = isSame ? state.lastHarm?.took : {}
    return {
      ...after,
      lastHarm: { number: event.number, took: { ...took, [event.person]: event.by }, isRepaired: false },
    }
  },
  replied: (state, event) => {
    const line = event.line ?? ''
    const locked = event.locks ? { ...state.locks, [event.locks.phase]: event.locks.untilTurn } : state.locks
    const said = heardIds({ ...state, locks: locked }, line ? [line] : [], event.number)
    return turned({
      ...said,
      reply: {
        number: event.number,
        by: event.by,
        until: event.until,
        isEmotional: event.isEmotional,
        isJudged: false,
        line,
      },
    })
  },
  disclosed: (state, event) => {
    const told = heardIds(state, [event.disclosure], event.number)
    return turned({
      ...told,
      reply: {
        number: event.number,
        by: event.by,
        until: event.until,
        isEmotional: event.isEmotional,
        isJudged: false,
        line: event.disclosure,
      },
    })
  },
  spoke: (state, event) => {
    const heard = heardIds(
      state,
      event.lines.map((one) => one.line),
      event.number,
    )
    const last = event.lines[event.lines.length - 1]
    if (!last) return heard
    return {
      ...heard,
      reply: {
        number: event.number,
        by: last.by,
        until: event.until,
        isEmotional: false,
        isJudged: false,
        line: last.line,
      },
    }
  },
  looked: (state) => state,
  'cue-noticed': (state, event) =>
    event.cue in state.noticed
      ? state
      : { ...state, noticed: { ...state.noticed, [event.cue]: { number: event.number, at: event.at } } },
  'permission-asked': (state) => counted(state),
  'permission-given': (state, { cue }) => ({ ...state, permissions: { ...state.permissions, [cue]: 'given' } }),
  'permission-refused': (state, { cue }) => ({ ...state, permissions: { ...state.permissions, [cue]: 'refused' } }),
  opened: (state, { thing, cue }) =>
    counted({ ...state, opened: [...new Set([...state.opened, thing, ...(cue ? [cue] : [])])] }),
  'opened-uninvited': (state, { thing, cue }) => ({
    ...state,
    opened: [...new Set([...state.opened, thing, ...(cue ? [cue] : [])])],
  }),
  'invited-in': (state, { at }) => ({ ...state, invitedAt: at }),
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
  moved,
  'door-moved': (state, { door, isOpen }) => ({ ...state, doors: { ...state.doors, [door]: isOpen } }),
  'person-left': (state, { who }) => person(state, who, { spot: null }),
  sat: (state, { seat }) => seated(state, seat, true),
  stood: (state, { seat }) => seated(state, seat, false),
  'privacy-changed': (state, { privacy }) => ({ ...state, privacy }),
  waited: (state) => state,
  messaged: (state) => state,
  directed: (state) => counted(state),
  'hypothesis-rated': (state, event) => ({
    ...state,
    hypotheses: {
      ...state.hypotheses,
      [event.hypothesis]: {
        level: event.level,
        for: event.for,
        against: event.against,
        alternative: event.words ?? '',
        number: event.number,
      },
    },
  }),
  'document-written': (state, event) => ({
    ...state,
    documents: {
      ...state.documents,
      [event.document]: { checks: event.checks, fields: event.words ?? {}, number: event.number },
    },
  }),
  'dilemma-reasoned': (state, event) => ({
    ...state,
    dilemmas: {
      ...state.dilemmas,
      [event.dilemma]: { option: event.option, words: event.words ?? '', number: event.number },
    },
  }),
  'level-entered': (state, { level }) => ({ ...state, level }),
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
  helped: (state) => state,
  paused: (state) => ({ ...state, isPaused: true }),
  resumed: (state) => ({ ...state, isPaused: false }),
  'time-passed': (state) => state,
  'composing-begun': (state, { seat, how }) => ({ ...state, composing: { seat, how } }),
  'composing-ended': (state) => ({ ...state, composing: null }),
  'message-shown': (state, { event, stage, shownMs }) => {
    const was = state.events[event]
    return was
      ? timed(state, event, { shown: was.shown.map((ms, i) => (i === stage ? Math.max(ms, shownMs) : ms)) })
      : state
  },
  recoded: (state) => state,
  intervened: (state, { what }) => (what === 'let-run' ? { ...state, stopping: null } : state),
  'note-flagged': (state) => state,
  'support-requested': (state) => state,
  left: (state) => ({ ...state, status: 'aftermath', composing: null, reply: null, confirm: null, candidates: null }),
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

/** Deliberate acts towards people count as acts of the phase (decisions B.6), as rows do. */
const counted = (state: State): State => ({
  ...state,
  actsIn: { ...state.actsIn, [state.phase ?? '']: (state.actsIn[state.phase ?? ''] ?? 0) + 1 },
})

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

const seated = (state: State, seat: string, isSeated: boolean): State => {
  const was = state.workers[seat]
  return was ? { ...state, workers: { ...state.workers, [seat]: { ...was, isSeated } } } : state
}

/** What the trainee returns to on going on from before a red line: before the line that crossed it, or the moment itself. */
function beforeOf(state: State, event: EventOf<'red-line'>): State {
  const isByLine = event.cause.kind === 'row' && state.undo !== null
  return isByLine && state.undo ? state.undo.before : { ...state, undo: null, stopping: null }
}

/** One event folded in: time first, then the fact. */
export function evolve(state: State, event: Event): State {
  const onTime = driftTo(state, event.at)
  const fold = FOLD[event.type] as Fold<EventType>
  const next = fold(onTime, event as never)
  return {
    ...next,
    number: event.number,
    seen: MOMENTS.has(event.type) ? [...next.seen, event] : next.seen,
  }
}
