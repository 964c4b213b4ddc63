import type { Outcome, Reaction, TimedEvent } from '../../scene/index.ts'
import { catalogueOf } from '../catalogue.ts'
import { applyOutcome, applyWhole, handle } from '../outcome.ts'
import { crossRedLine } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { speak } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { mustBeThere } from './notice.ts'
import { perform } from './perform.ts'
import { enterPhase, invite } from './phase.ts'
import { judgeSilence } from './silence.ts'

/** A prompt counts as seen when it was on screen (or heard) this long (decisions A.7). */
export const SHOWN_MS = 20_000

/** An event comes: what is heard, who moves, what it opens. */
export function fire(run: Run, event: TimedEvent): void {
  const floods =
    event.floodsTurns &&
    Object.fromEntries(Object.entries(event.floodsTurns).map(([who, turns]) => [who, run.state.turn + turns]))
  emit(run, { type: 'timed-event', event: event.id, ...(floods ? { floods } : {}) })
  const cause = { kind: 'event', id: event.id } as const
  if (event.enters) {
    invite(run)
    enterPhase(run, event.enters)
  }
  applyWhole(run, event, cause, {})
  speak(run, event.says, event.id, cause)
}

/** Nobody took it up in time. */
export function ignore(run: Run, event: TimedEvent): void {
  emit(run, { type: 'timed-event-ignored', event: event.id })
  if (!event.ignored) return
  const cause = { kind: 'event', id: event.id } as const
  applyWhole(run, event.ignored, cause, {})
  speak(run, event.ignored.says, `${event.id}/ignored`, cause)
}

/** The next stage of an event that stays unanswered. */
export function nextStage(run: Run, event: TimedEvent, index: number): void {
  const stage = event.stages[index]
  const was = run.state.events[event.id]
  if (!stage || !was) return
  const wasShown = was.shown.every((ms) => ms >= SHOWN_MS)
  if (stage.isIgnored) emit(run, { type: 'timed-event-ignored', event: event.id })
  emit(run, { type: 'timed-event-stage', event: event.id, stage: index })
  const cause = { kind: 'event', id: event.id } as const
  const { redLine, ...rest } = stage
  applyWhole(run, rest, cause, {})
  speak(run, stage.says, `${event.id}/stage${index}`, cause)
  if (redLine && (!stage.needsShown || wasShown)) crossRedLine(run, redLine, cause, run.at)
}

/** Meeting an event by name. `ignore` is always possible: nothing said, nothing done. */
export function answerEvent(run: Run, id: string, reaction: string): void {
  mustBeThere(run)
  const shape = catalogueOf(run.state.scene).events.get(id)
  const event = run.state.events[id]
  if (!shape) throw new Refused('unknown-thing', `event ${id}`)
  if (!event || !(event.isLive || (shape.staysLive && !event.isHandled)))
    throw new Refused('not-now', `event ${id} is not going on`)
  if (reaction === 'ignore') {
    emit(run, { type: 'waited' })
    return
  }
  const found = shape.reactions.find((one) => one.id === reaction)
  if (!found) throw new Refused('unknown-thing', `reaction ${reaction} to ${id}`)
  judgeSilence(run)
  react(run, shape, found)
}

function react(run: Run, event: TimedEvent, reaction: Reaction): void {
  const { rows } = catalogueOf(run.state.scene)
  const row = reaction.as ? rows.get(reaction.as) : undefined
  const cause = { kind: 'event', id: event.id } as const
  emit(run, { type: 'reacted', event: event.id, reaction: reaction.id })
  if (row) perform(run, row, { means: 'picked' })
  if (reaction.isHandling && !run.state.events[event.id]?.isHandled)
    emit(run, { type: 'timed-event-handled', event: event.id, reaction: reaction.id })
  const { redLine, counts, ...rest } = reaction as Reaction & Outcome
  if (counts) emit(run, { type: 'evidence-found', counts, cause })
  applyOutcome(run, rest, cause, { seat: run.seat })
  if (reaction.enters) enterPhase(run, reaction.enters)
  speak(run, reaction.says, `${event.id}/${reaction.id}`, cause)
  if (redLine) crossRedLine(run, redLine, cause, run.at)
}

/** A prompt was on screen so long; each showing counts once, when it has been up long enough. */
export function showMessage(run: Run, id: string, shownMs: number): void {
  const event = run.state.events[id]
  if (!event) throw new Refused('not-now', `event ${id} has not come`)
  const stage = event.shown.length - 1
  const before = event.shown[stage] ?? 0
  const sinceShown = Math.min(shownMs, SHOWN_MS)
  if (sinceShown > before) emit(run, { type: 'message-shown', event: id, shownMs: sinceShown, stage })
}

/** [E8] A message to the supervisor answers a check-in that is waiting on the phone. */
export function answerByPhone(run: Run): void {
  for (const event of run.state.scene.events) {
    const was = run.state.events[event.id]
    const reaction = event.reactions.find((one) => one.isHandling)
    if (event.prompt === 'phone' && was?.isLive && reaction) handle(run, `${event.id}.${reaction.id}`)
  }
}
