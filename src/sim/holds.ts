import type { Condition, Likelihood } from '../scene/index.ts'
import type { Millis, SeatId } from './act.ts'
import { driftTo } from './drift.ts'
import { firstWorker, isPrivate } from './hearing.ts'
import { unreachable } from './refused.ts'
import { crossed, firstAddressee, type State } from './state.ts'

/** Who asks, and for when: privacy and place depend on who speaks to whom. Absent: the first worker, the phase's first addressee, now. */
export type Asking = { seat?: SeatId; to?: string; at?: Millis }

const RANK: Record<Likelihood, number> = { unlikely: 0, possible: 1, likely: 2 }

const compare = (left: number, op: '>=' | '<', right: number) => (op === '>=' ? left >= right : left < right)

/** Whether a condition of the scene holds in this state, at its clock. */
export function holds(state: State, condition: Condition | undefined, asking: Asking = {}): boolean {
  if (!condition) return true
  switch (condition.is) {
    case 'and':
      return condition.of.every((one) => holds(state, one, asking))
    case 'or':
      return condition.of.some((one) => holds(state, one, asking))
    case 'not':
      return !holds(state, condition.of, asking)
    case 'at-least':
      return condition.of.filter((one) => holds(state, one, asking)).length >= condition.count
    case 'feeling': {
      const person = state.people[condition.person]
      const value = (condition.peak ? person?.peaks : person?.feelings)?.[condition.feeling]
      return value !== undefined && compare(value, condition.op, condition.value)
    }
    case 'acts':
      return compare(state.actsIn[state.phase ?? ''] ?? 0, condition.op, condition.value)
    case 'helpful-rows':
      return compare(state.helpfulIn[state.phase ?? '']?.length ?? 0, condition.op, condition.value)
    case 'private-turns':
      return compare(state.privateTurnsIn[condition.phase ?? ''] ?? 0, condition.op, condition.value)
    case 'in-phase':
      return compare((asking.at ?? state.clock) - state.phaseSince, condition.op, condition.value)
    case 'since-invited':
      return (
        state.invitedAt !== null && compare((asking.at ?? state.clock) - state.invitedAt, condition.op, condition.value)
      )
    case 'time':
      return compare(asking.at ?? state.clock, condition.op, condition.value)
    case 'noticed':
      return condition.id in state.noticed
    case 'said':
      return condition.id in state.said
    case 'heard':
      return condition.id in state.heard
    case 'prepared':
    case 'file':
      return state.prepared.includes(condition.id)
    case 'flag':
      return state.flags.includes(condition.id)
    case 'permitted':
      return state.permissions[condition.id] === 'given'
    case 'opened':
      return state.opened.includes(condition.id)
    case 'phase':
      return state.phase === condition.id
    case 'reached':
      return state.reached.includes(condition.id)
    case 'at': {
      const worker = state.workers[asking.seat ?? firstWorker(state)]
      return worker?.spot === condition.id || worker?.room === condition.id
    }
    case 'wrote':
      return condition.id in state.documents
    case 'level':
      return state.level === condition.id
    case 'present':
      return (state.people[condition.id]?.spot ?? null) !== null
    case 'red-line':
      return crossed(state).length > 0
    case 'red-line-of':
      return crossed(state).some((line) => line.id === condition.id)
    case 'event': {
      const event = state.events[condition.id]
      if (!event) return false
      if (condition.state === 'came') return true
      if (condition.state === 'live') return event.isLive
      if (condition.state === 'handled') return event.isHandled
      if (condition.state === 'ignored') return event.wasIgnored
      return event.reaction === condition.state
    }
    case 'rated': {
      const rating = state.hypotheses[condition.id]
      return rating !== undefined && RANK[rating.level] >= RANK[condition.level]
    }
    case 'reasoned':
      return state.dilemmas[condition.id]?.option === condition.option
    case 'seed':
      return condition.seeds.includes(state.seed)
    case 'private': {
      const seat = asking.seat ?? firstWorker(state)
      const to = asking.to ?? firstAddressee(state)
      return isPrivate(state, seat, to)
    }
    case 'invited':
      return state.invitedAt !== null
    case 'inside': {
      const room = state.workers[asking.seat ?? firstWorker(state)]?.room
      return state.scene.place.rooms.some((one) => one.id === room && !one.outside)
    }
    case 'left':
      return state.status === 'aftermath' || state.status === 'ended'
    case 'always':
      return true
    case 'first-run':
      return state.isFirstRun
    default:
      return unreachable(condition)
  }
}

/** Moments at which a condition's time words change by themselves: what has to be looked at when nobody acts. */
export function turningTimes(state: State, condition: Condition | undefined): Millis[] {
  if (!condition) return []
  switch (condition.is) {
    case 'and':
    case 'or':
    case 'at-least':
      return condition.of.flatMap((one) => turningTimes(state, one))
    case 'not':
      return turningTimes(state, condition.of)
    case 'time':
      return [condition.value]
    case 'in-phase':
      return [state.phaseSince + condition.value]
    case 'since-invited':
      return state.invitedAt === null ? [] : [state.invitedAt + condition.value]
    default:
      return []
  }
}

const aboutFeelings = new WeakMap<Condition, boolean>()

/** Whether a condition asks about feelings, which drift; asked once a condition. */
function isAboutFeelings(condition: Condition): boolean {
  const known = aboutFeelings.get(condition)
  if (known !== undefined) return known
  const inner = 'of' in condition ? (Array.isArray(condition.of) ? condition.of : [condition.of]) : []
  const found = condition.is === 'feeling' || inner.some(isAboutFeelings)
  aboutFeelings.set(condition, found)
  return found
}

/** Whether a condition would hold at a later moment if nobody did anything until then. */
export function holdsAt(state: State, condition: Condition | undefined, at: Millis): boolean {
  if (!condition) return true
  return holds(isAboutFeelings(condition) ? driftTo(state, at) : state, condition, { at })
}

/** The first moment from `from` on at which the condition holds if nobody does anything; null if it never does by time alone. */
export function firstHolding(state: State, condition: Condition | undefined, from: Millis): Millis | null {
  const start = Math.max(from, state.clock)
  const times = [start, ...turningTimes(state, condition).filter((t) => t > start)].sort((a, b) => a - b)
  for (const at of times) if (holdsAt(state, condition, at)) return at
  return null
}
