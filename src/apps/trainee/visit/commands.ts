import type { Key } from '../../../i18n/index.ts'
import type { SeatView, TraineeAct } from '../../../session/index.ts'
import type { Command } from '../../../ui/index.ts'

/** The side panels of a visit; one at a time. */
export type Panel = 'notebook' | 'documents' | 'phone' | 'places' | 'sight' | 'transcript' | 'comfort' | 'keys'

/** What is the screen's own: nothing of it is the session's. */
export type VisitUi = {
  talk: 'closed' | 'fan' | 'typing'
  panel: Panel | null
  /** The thing or door in the picture whose menu is open. */
  picked: string | null
  isLeaving: boolean
  isStopped: boolean
}

export const QUIET: VisitUi = { talk: 'closed', panel: null, picked: null, isLeaving: false, isStopped: false }

/** What a command looks at: the view, the screen, the session clock, and whether this room has a seat to take. */
export type VisitState = { view: SeatView; ui: VisitUi; now: number; hasSeat: boolean }

/** What a command does: acts to send, and how the screen changes. */
export type Effect = { acts?: TraineeAct[]; ui?: Partial<VisitUi> }

type VisitCommand = Command<VisitState, Effect, Key>

const isPaused = ({ view, ui }: VisitState) => view.session.isPaused || ui.isStopped
const isFree = (state: VisitState) => !isPaused(state) && !state.view.prompts.some((p) => p.kind === 'red-line')
const holdsFloor = ({ view }: VisitState) => view.session.composing?.seat === view.seat

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
  state.ui.talk === 'closed' &&
  state.ui.picked === null &&
  state.ui.panel === null &&
  !state.ui.isLeaving

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

export const all: readonly VisitCommand[] = [close, talk, type, takeBack, pause, resume, sit, stand, leave, ...panels]
