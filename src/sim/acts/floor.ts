import type { SeatRole } from '../../scene/index.ts'
import type { ActBody } from '../act.ts'
import { isOwnWords } from '../assess/queue.ts'
import { catalogueOf } from '../catalogue.ts'
import { applyOutcome, moveTo } from '../outcome.ts'
import { end } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { speak, spokenMs } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { judgeEnding } from './ending.ts'
import { mustBeThere } from './notice.ts'
import { judgeSilence } from './silence.ts'
import { fire } from './timed.ts'

type Of<T extends ActBody['type']> = Extract<ActBody, { type: T }>

/** [A.5] Opening the fan or the keyboard, holding the talk key: the act has begun, and the clock stands still. */
export function beginComposing(run: Run, act: Of<'begin-composing'>): void {
  mustBeThere(run)
  const { composing } = run.state
  if (composing && composing.seat !== run.seat) throw new Refused('not-now', `${composing.seat} is composing`)
  judgeSilence(run)
  if (composing?.how !== act.how) emit(run, { type: 'composing-begun', how: act.how })
}

export function endComposing(run: Run): void {
  if (run.state.composing && (run.state.composing.seat === run.seat || run.seat === 'system'))
    emit(run, { type: 'composing-ended' })
}

export function pause(run: Run): void {
  mustBeThere(run)
  if (!run.state.isPaused) emit(run, { type: 'paused' })
}

export function resume(run: Run): void {
  if (run.state.isPaused) emit(run, { type: 'resumed' })
}

export function takeSeat(run: Run, role: SeatRole): void {
  const was = run.state.seats[run.seat]
  if (was?.isPresent && was.role === role) return
  emit(run, { type: 'seat-taken', role })
}

export function leaveSeat(run: Run): void {
  if (run.state.seats[run.seat]?.isPresent) emit(run, { type: 'seat-left' })
}

/** [C.5] Asking the partner the program plays to do something. */
export function direct(run: Run, act: Of<'direct'>): void {
  mustBeThere(run)
  const person = catalogueOf(run.state.scene).people.get(act.person)
  const order = person?.orders.find((one) => one.id === act.order)
  if (!person || !order) throw new Refused('unknown-thing', `order ${act.order} for ${act.person}`)
  judgeSilence(run)
  emit(run, { type: 'directed', person: person.id, order: order.id, ...(order.counts ? { counts: order.counts } : {}) })
  if (order.moves) moveTo(run, person.id, order.moves)
  applyOutcome(
    run,
    { sets: order.sets?.map((flag) => ({ flag, when: undefined })), handles: order.handles },
    { kind: 'order', id: order.id },
    { seat: run.seat },
  )
  if (order.says)
    speak(
      run,
      [{ by: person.id, line: { id: `order/${order.id}`, text: order.says, silent: false, emotional: false } }],
      '',
      { kind: 'rule', id: `order ${order.id}` },
    )
}

/** A person at the role-player's seat speaks as the character (decisions D.11). */
export function voice(run: Run, act: Of<'voice'>): void {
  mustBeThere(run)
  if (!(act.person in run.state.people)) throw new Refused('unknown-thing', `person ${act.person}`)
  const until = run.at + spokenMs({ zh: act.lang === 'zh' ? act.words : '', en: act.words })
  emit(run, {
    type: 'replied',
    by: act.person,
    to: 'trainee',
    line: null,
    band: null,
    until,
    isEmotional: false,
    words: act.words,
    lang: act.lang,
  })
}

/** [A.6] A rater says what somebody's own words were: their evidence follows the row given, or none. Nothing else can be recoded. */
export function recode(run: Run, act: Of<'recode'>): void {
  const row = act.row === null ? undefined : catalogueOf(run.state.scene).rows.get(act.row)
  if (act.row !== null && !row) throw new Refused('unknown-thing', `row ${act.row} is not in this scene`)
  const words = run.state.seen.find((event) => event.number === act.number)
  if (!words || !isOwnWords(words)) throw new Refused('unknown-thing', `event ${act.number} holds nobody's own words`)
  emit(run, { type: 'recoded', of: act.number, row: act.row, ...(row?.counts ? { counts: row.counts } : {}) })
}

export function intervene(run: Run, act: Of<'intervene'>): void {
  const event = act.event ? catalogueOf(run.state.scene).events.get(act.event) : undefined
  if (act.what === 'fire' && (!event || event.id in run.state.events))
    throw new Refused('not-now', `event ${act.event ?? ''} cannot be brought now`)
  emit(run, { type: 'intervened', what: act.what, ...(act.event ? { event: act.event } : {}) })
  if (act.what === 'fire' && event) fire(run, event)
  if (act.what === 'stop') {
    emit(run, { type: 'left', how: 'stopped' })
    end(run, judgeEnding(run.state))
  }
}

/** [A.7] The answer to a first run's red line: go on from before it, or let it end as it would. */
export function goOn(run: Run, isAccepted: boolean): void {
  const { warning } = run.state
  if (!warning) throw new Refused('not-now', 'no red line waits for an answer')
  const from = isAccepted && warning.before ? { from: warning.before.number + 1 } : {}
  emit(run, { type: 'went-on', isAccepted, redLine: warning.redLine, ...from })
  if (!isAccepted) end(run, run.state.scene.redLineEnding)
}

/** [D.4] The aftermath is over, or the session is closed for whoever left it: the ending is judged. */
export function finish(run: Run): void {
  if (run.state.status === 'ended') throw new Refused('session-ended', 'already ended')
  if (run.seat !== 'system' && run.state.status !== 'aftermath') throw new Refused('not-now', 'the visit is not over')
  end(run, run.state.stopping?.ending ?? judgeEnding(run.state))
}
