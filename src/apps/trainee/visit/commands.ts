import type { Key } from '../../../i18n/index.ts'
import type { SeatView, TraineeAct } from '../../../session/index.ts'
import type { Command } from '../../../ui/index.ts'
import { keyOf, type Question, questionIn } from './question.ts'

/** The side panels of a visit; one at a time. */
export type Panel = 'notebook' | 'documents' | 'phone' | 'places' | 'sight' | 'transcript' | 'comfort' | 'keys'

/** What is the screen's own: nothing of it is the session's. */
export type VisitUi = {
  talk: 'closed' | 'fan' | 'typing'
  panel: Panel | null
  /** The thing or door in the picture whose menu is open. */
  picked: string | null
  /** The question about own words that was put aside without an answer, by its key. */
  aside: string | null
  isLeaving: boolean
  isStopped: boolean
}

export const QUIET: VisitUi = {
  talk: 'closed',
  panel: null,
  picked: null,
  aside: null,
  isLeaving: false,
  isStopped: false,
}

/** What a command looks at: the view, the screen, the session clock, and whether this room has a seat to take. */
export type VisitState = { view: SeatView; ui: VisitUi; now: number; hasSeat: boolean }

/** What a command does: acts to send, and how the screen changes. */
export type Effect = { acts?: TraineeAct[]; ui?: Partial<VisitUi> }

type VisitCommand = Command<VisitState, Effect, Key>

const isPaused = ({ view, ui }: VisitState) => view.session.isPaused || ui.isStopped
const isFree = (state: VisitState) => !isPaused(state) && !state.view.prompts.some((p) => p.kind === 'red-line')
const holdsFloor = ({ view }: VisitState) => view.session.composing?.seat === view.seat

/** The question about own words that stands on the screen. */
const asked = ({ view, ui }: VisitState): Question | null => {
  const question = questionIn(view)
  return question && keyOf(question) !== ui.aside ? question : null
}

export const isAsked = (state: VisitState): boolean => asked(state) !== null

/** Talking over: the floor is given back unless something was said. */
export const endTalk = (state: VisitState): Effect => ({
  ...(holdsFloor(state) ? { acts: [{ type: 'end-composing' }] } : {}),
  ui: { talk: 'closed' },
})

export const talk: VisitCommand = {
  id: 'talk',
  label: 'do.talk',
  keys: [' '],
  can: (s) => isFree(s) && s.ui.talk !== 'fan',
  act: () => ({ acts: [{ type: 'begin-composing', how: 'menu' }], ui: { talk: 'fan', picked: null } }),
}

export const type: VisitCommand = {
  id: 'type',
  label: 'do.type',
  keys: ['t', '/'],
  can: (s) => isFree(s) && s.ui.talk !== 'typing',
  act: () => ({ acts: [{ type: 'begin-composing', how: 'typing' }], ui: { talk: 'typing', picked: null } }),
}

/** That was meant. A letter of its own, so that nothing follows from words by a slip. */
export const yes: VisitCommand = {
  id: 'yes',
  label: 'talk.confirmYes',
  keys: ['y'],
  can: (s) => isFree(s) && asked(s)?.kind === 'confirm',
  act: () => ({ acts: [{ type: 'confirm', isMeant: true }] }),
}

export const no: VisitCommand = {
  id: 'no',
  label: 'talk.confirmNo',
  keys: ['n'],
  can: (s) => isFree(s) && asked(s)?.kind === 'confirm',
  act: () => ({ acts: [{ type: 'confirm', isMeant: false }] }),
}

/** No answer yet: the question stays, out of the way. */
export const putAside: VisitCommand = {
  id: 'put-aside',
  label: 'talk.later',
  keys: ['Escape'],
  can: (s) => isFree(s) && asked(s) !== null,
  act: (s) => {
    const question = asked(s)
    return { ui: { aside: question && keyOf(question) } }
  },
}

/** None of the lines that are offered instead: the words stand as they were said, or are said now. */
export const asSaid: VisitCommand = {
  id: 'as-said',
  label: 'talk.asSaid',
  keys: [],
  can: (s) => isFree(s) && asked(s)?.kind === 'candidates',
  act: () => ({ acts: [{ type: 'leave-as-said' }] }),
}

export const takeBack: VisitCommand = {
  id: 'take-back',
  label: 'do.takeBack',
  keys: ['z'],
  can: (s) => isFree(s) && s.view.prompts.some((p) => p.kind === 'take-back' && s.now <= p.until),
  act: () => ({ acts: [{ type: 'take-back' }] }),
}

/** Always there, whatever else goes on: it costs nothing and needs no reason (safety 5). */
export const pause: VisitCommand = {
  id: 'pause',
  label: 'do.pause',
  keys: ['p'],
  can: (s) => !isPaused(s),
  act: (s) => ({
    acts: [{ type: 'pause' }],
    ui: { ...endTalk(s).ui, isStopped: true, isLeaving: false, picked: null },
  }),
}

export const resume: VisitCommand = {
  id: 'resume',
  label: 'do.resume',
  keys: [],
  can: isPaused,
  act: () => ({ acts: [{ type: 'resume' }], ui: { isStopped: false } }),
}

export const sit: VisitCommand = {
  id: 'sit',
  label: 'do.sit',
  keys: ['c'],
  can: (s) => isFree(s) && s.hasSeat && s.view.me.isInvited && !s.view.me.isSeated,
  act: () => ({ acts: [{ type: 'sit' }] }),
}

export const stand: VisitCommand = {
  id: 'stand',
  label: 'do.stand',
  keys: ['c'],
  can: (s) => isFree(s) && s.view.me.isSeated,
  act: () => ({ acts: [{ type: 'stand' }] }),
}

export const leave: VisitCommand = {
  id: 'leave',
  label: 'do.leave',
  keys: [],
  can: isFree,
  act: () => ({ ui: { isLeaving: true } }),
}

/** Esc: what lies on top goes first. */
export const close: VisitCommand = {
  id: 'close',
  label: 'common.close',
  keys: ['Escape'],
  can: (s) => s.ui.talk !== 'closed' || s.ui.picked !== null || s.ui.panel !== null,
  act: (s) => {
    if (s.ui.talk !== 'closed') return endTalk(s)
    return { ui: s.ui.picked === null ? { panel: null } : { picked: null } }
  },
}

/** Walking and looking have the keys and the mouse: no lines, menu, panel, question or pause is open. */
export const isAfoot = (state: VisitState): boolean =>
  isFree(state) &&
  asked(state)?.kind !== 'confirm' &&
  state.ui.talk === 'closed' &&
  state.ui.picked === null &&
  state.ui.panel === null &&
  !state.ui.isLeaving

/** What is aimed at is named: nothing else is open, and nothing waits for an answer. */
export const namesAim = (state: VisitState): boolean =>
  isAfoot(state) && state.view.prompts.every((prompt) => prompt.kind === 'take-back')

const panel = (id: Panel, label: Key, key: string): VisitCommand & { panel: Panel } => ({
  id,
  panel: id,
  label,
  keys: [key],
  can: (s) => !isPaused(s),
  act: (s) => ({ ui: { panel: s.ui.panel === id ? null : id } }),
})

export const panels = [
  panel('notebook', 'do.notebook', 'n'),
  panel('documents', 'do.documents', 'f'),
  panel('phone', 'do.phone', 'm'),
  panel('sight', 'do.sight', 'l'),
  panel('places', 'do.places', 'g'),
  panel('transcript', 'do.transcript', 'h'),
  panel('comfort', 'do.comfort', ','),
  panel('keys', 'do.keys', '?'),
] as const

/** In the order of who has a key that several want: a question before the panels, what lies on top before what lies beneath. */
export const all: readonly VisitCommand[] = [
  close,
  putAside,
  yes,
  no,
  talk,
  type,
  takeBack,
  pause,
  resume,
  sit,
  stand,
  leave,
  ...panels,
]
