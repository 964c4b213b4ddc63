import type { FullScene, Language, Worth } from '../../scene/index.ts'
import {
  type ActBody,
  decide,
  dueAt,
  type Event,
  evolve,
  initial,
  isClockRunning,
  legalRows,
  type State,
  SYSTEM,
  view,
} from '../../sim/index.ts'
import { byLooks, byProfile, type Choice, isProfile, type Policy, PROFILES } from './choose.ts'
import { between, dice } from './dice.ts'
import { explore } from './explore.ts'
import { type Spoken, spokenIn } from './repeats.ts'

export type Setting = { policy: Policy; seed: string; roll: number; runs: number; language: Language }

/** One choice that was made: whether it was helpful, and how likely blind choice among the same lines was to be. */
export type Pick = { phase: string; isHelpful: boolean; chance: number }

/** What one visit at random came to: feelings in points at the end of each phase, the choices, and every line that was heard. */
export type Visit = {
  ends: Record<string, Record<string, number>>
  picks: Pick[]
  spoken: Spoken[]
  ending: string | null
}

const TRAINEE = 'trainee'
const RATER = 'instructor'
/** [model 5.6] Each phase takes 2–6 minutes and 4–9 intents. */
const PHASE_MS = [120_000, 360_000] as const
const INTENTS = [4, 9] as const
/** A phase that still does not open is given up after so many intents. */
const INTENTS_MOST = 16

/**
 * Plays one visit at random (decisions B.14). Red-line rows are not played, no row is repeated, and only the phase's own rows are drawn.
 * A phase is left as soon as the next is open and its drawn time or number of intents is used up, or no row is left. Where only a timed
 * event opens the next phase, it is waited for. A visit that ends early keeps its last values for the phases it did not reach.
 */
export function playOnce(scene: FullScene, setting: Setting, run: number): Visit {
  const roll = dice(`${setting.policy}/${setting.seed}/${setting.roll}`, run + 1)
  const worths = new Map(scene.dialogue.flatMap(({ rows }) => rows.map((row) => [row.id, row.worth] as const)))
  const visit: Visit = { ends: {}, picks: [], spoken: [], ending: null }
  const used = new Set<string>()
  let state = initial(scene)
  let now = 0
  const take = (events: readonly Event[]) => {
    state = events.reduce(evolve, state)
    visit.spoken.push(...events.flatMap((event) => spokenIn(scene, event)))
  }
  const act = (body: ActBody) => take(decide(state, { ...body, seat: TRAINEE, at: now }))
  for (const { seat, ...body } of beginning(scene, setting, run)) take(decide(state, { ...body, seat, at: 0 }))
  const waitUntil = (at: number) => {
    for (let due = dueAt(state); due !== null && due <= at && isClockRunning(state); due = dueAt(state))
      take(decide(state, { type: 'time-passes', seat: SYSTEM, at: due }))
    now = Math.max(now, at)
  }
  const isOver = () => state.status !== 'visiting'
  /** [model 5.6] Who is as likely to say the helpful thing is as likely to see it. Choosing by looks is given everything in sight. */
  const likelihood = isProfile(setting.policy) ? PROFILES[setting.policy].helpful : 1
  let explored: string | null = ''
  for (const [index, phase] of scene.phases.entries()) {
    const length = between(roll, PHASE_MS[0], PHASE_MS[1])
    const intents = between(roll, INTENTS[0], INTENTS[1])
    const gap = Math.round(length / intents)
    const next = scene.phases[index + 1]
    const isNextOpen = () => !next || state.open.includes(next.id) || state.reached.includes(next.id)
    for (let done = 0; !isOver() && done < INTENTS_MOST; done++) {
      if (done >= intents && isNextOpen()) break
      waitUntil(now + gap)
      if (isOver() || (next && state.reached.includes(next.id))) break
      if (explored !== state.phase) {
        explored = state.phase
        explore(() => state, TRAINEE, likelihood, roll, act)
      }
      const choices = choicesOf(state, setting, phase.id, used, worths)
      const chosen = isProfile(setting.policy)
        ? byProfile(setting.policy, choices, roll)
        : byLooks(setting.policy, choices, setting.language)
      if (!chosen) break
      visit.picks.push({
        phase: phase.id,
        isHelpful: chosen.worth === 'helpful',
        chance: choices.filter(({ worth }) => worth === 'helpful').length / choices.length,
      })
      used.add(chosen.row)
      if (chosen.worth !== 'critical') act({ type: 'say', row: chosen.row, means: 'picked' })
    }
    if (next && !isNextOpen()) waitForEvent(scene, next.id, () => state, waitUntil)
    visit.ends[phase.id] = feelings(state, now)
  }
  visit.ending = state.ending?.id ?? null
  return visit
}

/** Arriving at the door. Visits of one trainee have rolls in a row, as the server gives them, so that lines come in other words. */
function beginning(scene: FullScene, { seed, roll }: Setting, run: number): (ActBody & { seat: string })[] {
  return [
    {
      type: 'start-session',
      seat: SYSTEM,
      seed,
      roll: roll + run,
      kind: 'practice',
      isFirstRun: false,
      key: `play-${roll + run}`,
      sceneHash: `${scene.id}@${scene.version}`,
      seats: [
        { seat: TRAINEE, role: 'trainee' },
        { seat: RATER, role: 'instructor' },
      ],
    },
    { type: 'arrive', seat: TRAINEE },
  ]
}

/** What can be chosen: all legal rows of the phase for a profile; for a choice by looks the lines of the fan, from which actions stand apart. */
function choicesOf(
  state: State,
  setting: Setting,
  phase: string,
  used: ReadonlySet<string>,
  worths: ReadonlyMap<string, Worth>,
): Choice[] {
  const own = new Set(
    state.scene.dialogue.filter((part) => part.phase === phase).flatMap(({ rows }) => rows.map(({ id }) => id)),
  )
  const isFree = (row: string) => own.has(row) && !used.has(row)
  if (isProfile(setting.policy)) {
    const rows = legalRows(state, TRAINEE).filter(isFree)
    return rows
      .map((row) => ({ row, worth: worths.get(row) ?? 'neutral', text: '' }))
      .filter(({ worth }) => worth !== 'critical')
  }
  const rowOf = new Map((view(state, RATER).instructor?.offers ?? []).map(({ token, row }) => [token, row]))
  const offers = view(state, TRAINEE).offers.flatMap((offer) => {
    const row = rowOf.get(offer.token)
    return row && offer.kind === 'say' && isFree(row)
      ? [
          {
            row,
            worth: worths.get(row) ?? ('neutral' as const),
            text: offer.text[setting.language],
            isInFan: offer.isInFan,
          },
        ]
      : []
  })
  const fan = offers.filter(({ isInFan }) => isInFan)
  return fan.length > 0 ? fan : offers
}

/** Time passes until a timed event has opened the phase, if one can. */
function waitForEvent(scene: FullScene, phase: string, state: () => State, waitUntil: (at: number) => void): void {
  if (!scene.events.some(({ enters }) => enters === phase)) return
  while (!state().reached.includes(phase) && state().status === 'visiting') {
    const due = dueAt(state())
    if (due === null) return
    waitUntil(due)
  }
}

/** Every feeling of everybody in points, drifted to now. */
function feelings(state: State, now: number): Record<string, number> {
  const drifted = isClockRunning(state)
    ? decide(state, { type: 'time-passes', isRecorded: true, seat: SYSTEM, at: now }).reduce(evolve, state)
    : state
  return Object.fromEntries(
    Object.entries(drifted.people).flatMap(([who, person]) =>
      Object.entries(person.feelings).map(([name, value]) => [`${who}.${name}`, value / 1000] as const),
    ),
  )
}
