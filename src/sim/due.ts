import type { TimedEvent } from '../scene/index.ts'
import type { Millis } from './act.ts'
import { leave } from './acts/move.ts'
import { latchExits, openExit } from './acts/phase.ts'
import { LONG_AFTER_MS, LONG_COST } from './acts/silence.ts'
import { fire, ignore, nextStage } from './acts/timed.ts'
import { catalogueOf } from './catalogue.ts'
import { firstHolding, holds, holdsAt } from './holds.ts'
import { applyFeelings } from './outcome.ts'
import { end } from './red-line.ts'
import { speak } from './reply.ts'
import { emit, type Run } from './run.ts'
import { isClockRunning, type State } from './state.ts'

/** Something that will come by itself: when, and what it does. Earlier in this list wins at the same moment. */
type Due = { at: Millis; come: (run: Run) => void }

/** When an event that has not come yet would, if nobody did anything more. */
function comesAt(state: State, event: TimedEvent): Millis | null {
  if (event.id in state.events || (event.seeds && !event.seeds.includes(state.seed))) return null
  const byItself = firstHolding(state, event.when, event.at)
  const at =
    event.latest === undefined
      ? byItself
      : Math.min(byItself ?? Number.POSITIVE_INFINITY, Math.max(event.latest, state.clock))
  if (at === null || !Number.isFinite(at)) return null
  return event.unless && holdsAt(state, event.unless, at) ? null : at
}

/** Everything waiting to happen by itself in this state, as it stands now. */
function* waiting(state: State): Generator<Due> {
  const { scene } = state
  if (state.stopping)
    yield {
      at: Math.max(state.stopping.at, state.clock),
      come: (run) => end(run, state.stopping?.ending ?? scene.redLineEnding),
    }
  const phase = catalogueOf(scene).phases.get(state.phase ?? '')
  for (const exit of phase?.exits ?? []) {
    if (exit.after === undefined || state.open.includes(exit.to) || state.reached.includes(exit.to)) continue
    const at = state.phaseSince + exit.after
    if (at >= state.clock && holdsAt(state, exit.when, at)) yield { at, come: (run) => openExit(run, exit) }
  }
  const { reply } = state
  if (reply?.isEmotional && !reply.isJudged) {
    yield {
      at: reply.until + LONG_AFTER_MS,
      come: (run) => {
        emit(run, { type: 'silence-judged', after: reply.number, ms: LONG_AFTER_MS, verdict: 'long' })
        applyFeelings(run, { [`${reply.by}.distress`]: LONG_COST }, { kind: 'rule', id: 'B.5' })
      },
    }
  }
  for (const event of scene.events) {
    const was = state.events[event.id]
    if (!was) {
      const at = comesAt(state, event)
      if (at !== null) yield { at, come: (run) => fire(run, event) }
      continue
    }
    if (was.isHandled) continue
    const stage = event.stages[was.stages]
    if (stage)
      yield { at: Math.max(state.clock, was.firedAt + stage.after), come: (run) => nextStage(run, event, was.stages) }
    const isByWindow = was.isLive && !was.wasIgnored && !event.stages.some((one) => one.isIgnored)
    if (isByWindow) yield { at: Math.max(state.clock, was.firedAt + event.window), come: (run) => ignore(run, event) }
  }
  yield { at: Math.max(scene.limit, state.clock), come: (run) => leave(run, 'time') }
}

function nextDue(state: State): Due | null {
  if (!isClockRunning(state)) return null
  let next: Due | null = null
  for (const due of waiting(state)) if (!next || due.at < next.at) next = due
  return next
}

/** Session time at which something comes by itself, if nobody acts before; null when nothing does or the clock stands still. */
export const dueAt = (state: State): Millis | null => nextDue(state)?.at ?? null

/** Lets everything come that is due by `until`, each at its own time. */
export function letTimePass(run: Run, until: Millis): void {
  for (let due = nextDue(run.state); due && due.at <= until; due = nextDue(run.state)) {
    const { seat, at } = run
    run.seat = 'system'
    run.at = Math.max(due.at, run.state.clock)
    due.come(run)
    settle(run)
    run.seat = seat
    run.at = at
  }
}

/** [B.6, B.11] After each thing that happened: exits latch, and an ending that holds at once begins to close the visit. */
export function settle(run: Run): void {
  if (run.state.status !== 'visiting' || run.state.stopping || run.state.warning) return
  latchExits(run)
  for (const ending of run.state.scene.endings) {
    if (ending.at !== 'once' || (ending.inPhases && !ending.inPhases.includes(run.state.phase ?? ''))) continue
    const times = run.state.endingTimes[ending.id] ?? 0
    if (times >= ending.times || !holds(run.state, ending.when)) continue
    const isNow = times + 1 >= ending.times
    if (isNow && ending.farewell)
      speak(
        run,
        [
          {
            by: ending.farewell.by,
            line: { id: `farewell/${ending.id}`, text: ending.farewell.text, silent: false, emotional: false },
          },
        ],
        '',
        { kind: 'rule', id: ending.id },
      )
    const endsAt = isNow ? Math.max(run.at, run.state.reply?.until ?? run.at) : null
    emit(run, { type: 'ending-neared', ending: ending.id, times: times + 1, endsAt })
    return
  }
}
