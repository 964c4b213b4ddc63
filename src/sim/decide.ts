import type { Act, ActBody } from './act.ts'
import { confirm, leaveAsSaid } from './acts/confirm.ts'
import {
  beginComposing,
  direct,
  endComposing,
  finish,
  goOn,
  intervene,
  leaveSeat,
  pause,
  recode,
  resume,
  takeSeat,
  voice,
} from './acts/floor.ts'
import { go, leave, sit, stand } from './acts/move.ts'
import { askPermission, look, mustBeThere, open } from './acts/notice.ts'
import { enterLevel, message, mustBeWorking, prepare, rate, reason, write } from './acts/paper.ts'
import { enterPhase } from './acts/phase.ts'
import { say } from './acts/say.ts'
import { answerEvent, showMessage } from './acts/timed.ts'
import { letTimePass, settle } from './due.ts'
import type { Event } from './event.ts'
import { moveTo } from './outcome.ts'
import { Refused } from './refused.ts'
import { emit, type Run } from './run.ts'
import { isClockRunning, type State, TAKE_BACK_MS } from './state.ts'

type Kind = ActBody['type']
type Handler<T extends Kind> = (run: Run, act: Extract<ActBody, { type: T }>) => void

/** Beginning: what the session is, and the seats it opens with. */
const start: Handler<'start-session'> = (run, { type: _, ...given }) => {
  const { scene, status } = run.state
  if (status !== 'unstarted') throw new Refused('not-now', 'the session has begun')
  if (!scene.seeds.some((one) => one.id === given.seed)) throw new Refused('unknown-thing', `seed ${given.seed}`)
  emit(run, { type: 'session-started', format: 1, scene: scene.id, sceneVersion: scene.version, ...given })
}

/** Coming to the door: the visit's clock begins. */
const arrive: Handler<'arrive'> = (run) => {
  if (run.state.status !== 'preparing') throw new Refused('not-now', 'the visit has begun')
  emit(run, { type: 'arrived' })
  const first = run.state.scene.phases[0]?.id
  if (run.state.phase === null && first) {
    enterPhase(run, first)
    for (const seat of Object.keys(run.state.workers)) moveTo(run, seat, run.state.scene.place.start)
  }
}

const takeBack: Handler<'take-back'> = (run) => {
  const { undo } = run.state
  if (!undo || run.at > undo.at + TAKE_BACK_MS) throw new Refused('not-now', 'nothing can be taken back any more')
  emit(run, { type: 'taken-back', from: undo.from })
}

const HANDLERS: { [T in Kind]: Handler<T> } = {
  'start-session': start,
  prepare,
  arrive,
  say,
  do: say,
  confirm: (run, act) => confirm(run, act.isMeant),
  'leave-as-said': leaveAsSaid,
  'take-back': takeBack,
  look,
  approach: look,
  hear: look,
  'ask-permission': askPermission,
  open,
  go,
  sit,
  stand,
  wait: (run) => {
    mustBeThere(run)
    emit(run, { type: 'waited' })
  },
  answer: (run, act) => answerEvent(run, act.event, act.reaction),
  'set-privacy': (run, act) => void emit(run, { type: 'privacy-changed', privacy: act.privacy }),
  rate,
  write,
  reason,
  'enter-level': enterLevel,
  direct,
  message,
  'begin-composing': beginComposing,
  'end-composing': endComposing,
  'show-message': (run, act) => showMessage(run, act.event, act.shownMs),
  'go-on': (run, act) => goOn(run, act.isAccepted),
  help: (run, act) => {
    mustBeWorking(run)
    emit(run, { type: 'helped', with: act.with })
  },
  pause,
  resume,
  leave: (run) => leave(run, 'chosen'),
  finish,
  'take-seat': (run, act) => takeSeat(run, act.role),
  'leave-seat': leaveSeat,
  voice,
  recode,
  intervene,
  'flag-note': (run, act) =>
    void emit(run, {
      type: 'note-flagged',
      words: act.words,
      ...(act.number === undefined ? {} : { about: act.number }),
    }),
  'request-support': (run, act) => void emit(run, { type: 'support-requested', to: act.to }),
  'time-passes': (run, act) => {
    if (act.isRecorded && run.at > run.state.clock) emit(run, { type: 'time-passed' })
  },
}

const ANYONE: readonly Kind[] = ['take-seat', 'leave-seat', 'request-support']
const WORKERS: readonly Kind[] = [
  'prepare',
  'arrive',
  'say',
  'do',
  'confirm',
  'leave-as-said',
  'take-back',
  'look',
  'approach',
  'hear',
  'ask-permission',
  'open',
  'go',
  'sit',
  'stand',
  'wait',
  'answer',
  'rate',
  'write',
  'reason',
  'enter-level',
  'direct',
  'message',
  'begin-composing',
  'end-composing',
  'show-message',
  'go-on',
  'help',
  'pause',
  'resume',
  'leave',
  'finish',
]
const INSTRUCTORS: readonly Kind[] = ['pause', 'resume', 'recode', 'intervene', 'flag-note', 'set-privacy']
const PLAYERS: readonly Kind[] = ['voice', 'pause']
const AFTER_THE_END: readonly Kind[] = [
  'recode',
  'flag-note',
  'request-support',
  'take-seat',
  'leave-seat',
  'time-passes',
]
const WHILE_PAUSED: readonly Kind[] = [
  ...AFTER_THE_END,
  'resume',
  'leave',
  'pause',
  'request-support',
  'intervene',
  'finish',
  'end-composing',
  'show-message',
]
const WHILE_WARNED: readonly Kind[] = [
  ...AFTER_THE_END,
  'go-on',
  'pause',
  'resume',
  'help',
  'intervene',
  'end-composing',
  'show-message',
  'finish',
]

/** Who may try what. The system's seat – clock, room, rehearsal – may try anything. */
function mayTry(state: State, seat: string, type: Kind): boolean {
  if (seat === 'system') return true
  if (type === 'take-seat') return true
  const role = state.seats[seat]?.role
  if (role === undefined) return false
  if (ANYONE.includes(type)) return true
  if (role === 'trainee' || role === 'partner') return WORKERS.includes(type)
  if (role === 'instructor') return INSTRUCTORS.includes(type)
  return role === 'role-player' && PLAYERS.includes(type)
}

/**
 * What happens when somebody tries something. Pure: the same state and act give the same events, numbered on from the state. What was due before
 * the act comes first, each at its own time. `act.at` is session time; while the clock stands still it is read as now.
 * @throws Refused when the act cannot be: nothing happened, nothing is logged (but what was due is decided again with the next act)
 */
export function decide(state: State, act: Act): Event[] {
  const { seat, at, ...body } = act
  if (!mayTry(state, seat, body.type)) throw new Refused('not-this-seat', `${seat} cannot ${body.type}`)
  if (state.status === 'unstarted' && body.type !== 'start-session')
    throw new Refused('not-now', 'the session has not begun')
  const run: Run = { state, events: [], seat, at: isClockRunning(state) ? at : state.clock }
  if (run.at < state.clock)
    throw new Refused('not-now', `time cannot run backwards: ${at} ms is before ${state.clock} ms`)
  letTimePass(run, run.at)
  if (!isClockRunning(run.state)) run.at = run.state.clock
  if (run.state.status === 'ended' && !AFTER_THE_END.includes(body.type)) {
    // Waiting for what comes by itself is no act on a session that has just ended by it.
    if (body.type === 'wait') return run.events
    throw new Refused('session-ended', 'the session has ended')
  }
  if (run.state.isPaused && !WHILE_PAUSED.includes(body.type)) throw new Refused('paused', 'the session is paused')
  if (run.state.warning && !WHILE_WARNED.includes(body.type))
    throw new Refused('not-now', 'a red line waits for an answer')
  const handler = HANDLERS[body.type] as Handler<Kind>
  handler(run, body as never)
  if (body.type !== 'time-passes') settle(run)
  return run.events
}
