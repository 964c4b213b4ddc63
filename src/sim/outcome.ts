import type { Deltas, Feeling, Outcome } from '../scene/index.ts'
import { bandOf } from './band.ts'
import { catalogueOf } from './catalogue.ts'
import type { Cause } from './event.ts'
import { type Asking, holds } from './holds.ts'
import { crossRedLine } from './red-line.ts'
import { emit, type Run } from './run.ts'
import type { Feelings } from './state.ts'

const MAX = 100_000

type FlagSet = NonNullable<Outcome['sets']>[number] | string

/** Which flags a list sets now: a conditional one only if its condition holds at this moment. */
export const flagsOf = (run: Run, sets: readonly FlagSet[] | undefined, asking: Asking): string[] =>
  (sets ?? []).flatMap((one) =>
    typeof one === 'string' ? [one] : holds(run.state, one.when, asking) ? [one.flag] : [],
  )

export function applyFlags(
  run: Run,
  sets: readonly FlagSet[] | undefined,
  clears: readonly string[] | undefined,
  asking: Asking,
): void {
  const set = flagsOf(run, sets, asking).filter((flag) => !run.state.flags.includes(flag))
  const cleared = (clears ?? []).filter((flag) => run.state.flags.includes(flag))
  if (set.length + cleared.length > 0) emit(run, { type: 'flags-changed', set, cleared })
}

/** Deltas by person: "S.trust: 6000" → S: { trust: 6000 }. */
export function byPerson(deltas: Deltas | undefined): Record<string, Feelings> {
  const out: Record<string, Feelings> = {}
  for (const [key, by] of Object.entries(deltas ?? {})) {
    const [who = '', feeling = ''] = key.split('.')
    out[who] = { ...out[who], [feeling as Feeling]: by }
  }
  return out
}

/**
 * [B.2] Moves feelings: Δ × factor, then penalties, then the clamp to 0–100. Feelings a person does not have are left out.
 * Points beside the exact values are for people to read.
 */
export function applyFeelings(
  run: Run,
  deltas: Deltas | undefined,
  cause: Cause,
  factor = 1,
  penalties: { person: string; rule: string; by: number }[] = [],
): void {
  const changes = byPerson(deltas)
  for (const { person } of penalties) changes[person] ??= {}
  for (const [id, change] of Object.entries(changes)) {
    const person = run.state.people[id]
    if (!person) continue
    const mine = penalties.filter((one) => one.person === id)
    const sums: Feelings = {}
    for (const [name, by] of Object.entries(change) as [Feeling, number][]) sums[name] = Math.round(by * factor)
    for (const { by } of mine) sums.trust = (sums.trust ?? 0) + by
    const by: Feelings = {}
    const to: Feelings = {}
    const points: Feelings = {}
    for (const [name, sum] of Object.entries(sums) as [Feeling, number][]) {
      const was = person.feelings[name]
      if (was === undefined || sum === 0) continue
      const now = Math.min(MAX, Math.max(0, was + sum))
      by[name] = now - was
      to[name] = now
      points[name] = Math.round(now / 1000)
    }
    if (Object.keys(to).length === 0) continue
    emit(run, {
      type: 'felt',
      person: id,
      by,
      to,
      points,
      band: bandOf(
        { ...run.state, people: { ...run.state.people, [id]: { ...person, feelings: { ...person.feelings, ...to } } } },
        id,
      ),
      cause,
      ...(mine.length > 0 ? { penalties: mine.map(({ rule, by }) => ({ rule, by })) } : {}),
    })
  }
}

export function moveTo(run: Run, who: string, spot: string): void {
  const found = catalogueOf(run.state.scene).spots.get(spot)
  if (spot === 'away') {
    if (run.state.people[who]?.spot != null) emit(run, { type: 'person-left', who })
  } else if (found) {
    const at = who in run.state.people ? run.state.people[who]?.spot : run.state.workers[who]?.spot
    if (at !== spot) emit(run, { type: 'moved', who, spot, room: found.room })
  }
}

export function notice(run: Run, cue: string, how: string): void {
  if (cue in run.state.noticed) return
  emit(run, { type: 'cue-noticed', cue, how, counts: { R4: 1 } })
  handleByNoticing(run, cue)
}

/** An event whose handling is to notice something is dealt with by noticing it (E4 · look C12). */
function handleByNoticing(run: Run, cue: string): void {
  for (const event of run.state.scene.events) {
    if (!run.state.events[event.id]?.isLive) continue
    const reaction = event.reactions.find((one) => one.isHandling && one.notices?.includes(cue))
    if (reaction) emit(run, { type: 'timed-event-handled', event: event.id, reaction: reaction.id })
  }
}

/** "E2" or "E2.turn-off": deals with a live event. */
export function handle(run: Run, ref: string): void {
  const [id = '', named] = ref.split('.')
  const shape = catalogueOf(run.state.scene).events.get(id)
  const reaction = named ?? shape?.reactions.find((one) => one.isHandling)?.id
  const event = run.state.events[id]
  if (event && !event.isHandled && (event.isLive || shape?.staysLive) && reaction)
    emit(run, { type: 'timed-event-handled', event: id, reaction })
}

/** Everything an outcome says apart from a row's own counts, which stand in its `said` event. */
export function applyOutcome(run: Run, outcome: Partial<Outcome>, cause: Cause, asking: Asking, feelings = true): void {
  if (feelings) applyFeelings(run, outcome.feel, cause)
  applyFlags(run, outcome.sets, outcome.clears, asking)
  for (const cue of outcome.permits ?? [])
    if (run.state.permissions[cue] !== 'given')
      emit(run, { type: 'permission-given', cue, by: catalogueOf(run.state.scene).cues.get(cue)?.owner ?? '' })
  for (const [who, spot] of Object.entries(outcome.moves ?? {})) {
    moveTo(run, who === 'worker' ? run.seat : who, spot)
    const isSeat = who === 'worker' && catalogueOf(run.state.scene).spots.get(spot)?.seat
    if (isSeat && run.state.workers[run.seat]?.isSeated === false) emit(run, { type: 'sat' })
  }
  for (const [door, how] of Object.entries(outcome.doors ?? {}))
    emit(run, { type: 'door-moved', door, isOpen: how === 'open' })
  for (const cue of outcome.notices ?? []) notice(run, cue, 'event')
  for (const ref of outcome.handles ?? []) handle(run, ref)
}

/** An outcome that is not a row's: its counts become evidence of their own, its red line ends at once. */
export function applyWhole(run: Run, outcome: Partial<Outcome>, cause: Cause, asking: Asking): void {
  if (outcome.counts && Object.keys(outcome.counts).length > 0)
    emit(run, { type: 'evidence-found', counts: outcome.counts, cause })
  applyOutcome(run, outcome, cause, asking)
  if (outcome.redLine) crossRedLine(run, outcome.redLine, cause, run.at)
}
