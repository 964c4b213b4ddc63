import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import {
  type Act,
  type ActBody,
  assess,
  decide,
  type Event,
  evolve,
  fold,
  initial,
  isClockRunning,
  Refused,
  type SeatView,
  type State,
  SYSTEM,
  view,
} from '../../../src/sim/index.ts'
import { homeVisit } from './play.ts'
import { secretsOf } from './secrets.ts'

/** One random try: how long after the last, and which of the things a trainee could do then. */
type Step = { wait: number; kind: number; pick: number; means: number }
const step = fc.record({
  wait: fc.integer({ min: 0, max: 90_000 }),
  kind: fc.nat(20),
  pick: fc.nat(1000),
  means: fc.nat(2),
})
const run = fc.record({
  seed: fc.constantFrom('alpha', 'beta', 'gamma'),
  roll: fc.nat(50),
  first: fc.boolean(),
  steps: fc.array(step, { minLength: 5, maxLength: 60 }),
})
const RUNS = { numRuns: 60, seed: 20261124 }

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})

const pickFrom = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

/** An act an honest trainee's browser could send, made from nothing but its view. */
function honest(seen: SeatView, { kind, pick }: Step): ActBody {
  const offer = pickFrom(seen.offers, pick)
  const red = seen.prompts.find((one) => one.kind === 'red-line')
  if (red) return { type: 'go-on', isAccepted: pick % 3 > 0 }
  if (seen.session.status === 'aftermath')
    return kind < 3 && offer
      ? { type: offer.kind, offer: offer.token, means: 'picked' }
      : kind < 12
        ? rating(seen, pick)
        : { type: 'finish' }
  const event = seen.prompts.find((one) => one.kind === 'event')
  if (kind === 0 && event?.kind === 'event')
    return { type: 'answer', event: event.event, reaction: pickFrom(event.reactions, pick)?.id ?? 'ignore' }
  if (kind === 1)
    return {
      type: 'go',
      to:
        pickFrom(['living', 'kitchen', 'bathroom', 'balcony', 'bedroom', 'hall', 'door', 'landing'], pick) ?? 'living',
    }
  if (kind <= 4)
    return { type: kind === 2 ? 'approach' : 'look', thing: pickFrom(Object.keys(seen.looks), pick) ?? 'landing-bulb' }
  const askable = pickFrom(seen.askable, pick)
  if (kind === 5 && askable) return { type: pick % 2 ? 'ask-permission' : 'open', thing: askable.thing }
  if (kind === 6) return rating(seen, pick)
  if (kind === 7) return { type: 'begin-composing', how: 'typing' }
  if (kind === 8) return { type: 'end-composing' }
  if (kind === 9 && seen.prompts.some((one) => one.kind === 'take-back')) return { type: 'take-back' }
  if (kind === 10) return { type: pick % 2 ? 'pause' : 'resume' }
  if (kind === 11 && pick % 7 === 0) return { type: 'leave' }
  if (kind === 12) return { type: 'message', to: 'supervisor', words: '平安。' }
  if (kind === 13) return { type: 'sit' }
  if (kind === 14) return { type: 'say', means: 'typed', words: '今天天气不错', lang: 'zh' }
  return offer ? { type: offer.kind, offer: offer.token, means: 'picked' } : { type: 'wait' }
}

function rating(seen: SeatView, pick: number): ActBody {
  const cite = pickFrom(seen.citable, pick)?.id
  return {
    type: 'rate',
    hypothesis: pickFrom(seen.hypotheses, pick)?.id ?? '',
    level: pickFrom(['unlikely', 'possible', 'likely'] as const, pick) ?? 'possible',
    for: cite ? [cite] : [],
    against: [],
  }
}

type Played = { acts: Act[]; events: Event[]; states: State[]; last: State }

/** Plays honest acts. An honest act may meet a refusal (it raced with the clock); nothing else may be thrown. */
function playOut(given: { seed: string; roll: number; first: boolean; steps: Step[] }): Played {
  const acts: Act[] = []
  const events: Event[] = []
  const states: State[] = []
  let state = initial(scene)
  const send = (act: Act) => {
    try {
      for (const event of decide(state, act)) {
        events.push(event)
        state = evolve(state, event)
      }
      acts.push(act)
      states.push(state)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
  const seats = [{ seat: 'trainee', role: 'trainee' as const }]
  send({
    seat: SYSTEM,
    at: 0,
    type: 'start-session',
    seed: given.seed,
    roll: given.roll,
    kind: 'practice',
    isFirstRun: given.first,
    key: 'k',
    sceneHash: 'h',
    seats,
  })
  send({ seat: 'trainee', at: 0, type: 'prepare', options: ['A0-01', 'A0-02'] })
  send({ seat: 'trainee', at: 0, type: 'arrive' })
  let at = 0
  for (const one of given.steps) {
    if (isClockRunning(state)) at = Math.max(at, state.clock) + one.wait
    send({ seat: 'trainee', at, ...honest(view(state, 'trainee'), one) })
  }
  return { acts, events, states, last: state }
}

describe('over random honest visits', () => {
  it('[B.1] feelings stay between 0 and 100 and are whole thousandths; numbers have no gaps; time never runs back', () => {
    fc.assert(
      fc.property(run, (given) => {
        const { events, states } = playOut(given)
        for (const state of states)
          for (const person of Object.values(state.people))
            for (const value of Object.values(person.feelings)) {
              expect(Number.isInteger(value)).toBe(true)
              expect(value).toBeGreaterThanOrEqual(0)
              expect(value).toBeLessThanOrEqual(100_000)
            }
        expect(events.map((event) => event.number)).toEqual(events.map((_, i) => i + 1))
        for (const [i, event] of events.entries()) expect(event.at).toBeGreaterThanOrEqual(events[i - 1]?.at ?? 0)
      }),
      RUNS,
    )
  })

  it('the same seed and acts give the same events, byte for byte; a replay is the live state', () => {
    fc.assert(
      fc.property(run, (given) => {
        const { acts, events, last } = playOut(given)
        let state = initial(scene)
        const again: Event[] = []
        for (const act of acts)
          for (const event of decide(state, act)) {
            again.push(event)
            state = evolve(state, event)
          }
        expect(JSON.stringify(again)).toBe(JSON.stringify(events))
        const plain = ({ scene: _, ...rest }: State) =>
          JSON.stringify(rest, (key, value) => (key === 'before' || key === 'scene' ? undefined : value))
        const replayed = fold(scene, JSON.parse(JSON.stringify(events)) as Event[])
        expect(plain(replayed)).toBe(plain(last))
      }),
      RUNS,
    )
  })

  it('cutting time in two changes nothing', () => {
    fc.assert(
      fc.property(run, fc.nat(1000), (given, cut) => {
        const { acts, events } = playOut(given)
        let state = initial(scene)
        const cutUp: Event[] = []
        const put = (more: Event[]) => {
          for (const event of more) {
            cutUp.push(event)
            state = evolve(state, event)
          }
        }
        for (const act of acts) {
          const half = state.clock + Math.floor(((act.at - state.clock) * cut) / 1000)
          if (state.status === 'visiting' && half > state.clock)
            put(decide(state, { type: 'time-passes', seat: SYSTEM, at: half }))
          put(decide(state, act))
        }
        expect(JSON.stringify(cutUp)).toBe(JSON.stringify(events))
      }),
      RUNS,
    )
  })

  it('no view of a trainee ever holds a secret', () => {
    const secrets = secretsOf(scene)
    fc.assert(
      fc.property(run, (given) => {
        for (const state of playOut(given).states) {
          const seen = view(state, 'trainee')
          expect(seen.instructor).toBeNull()
          const text = JSON.stringify(seen)
          expect(secrets.alwaysHidden.filter((secret) => text.includes(secret))).toEqual([])
          expect(secrets.untilNoticed(state).filter((secret) => text.includes(secret))).toEqual([])
          expect(keysOf(seen).filter((key) => secrets.keys.includes(key))).toEqual([])
        }
      }),
      { ...RUNS, numRuns: 25 },
    )
  })

  it('an assessment is the same from a log without words', () => {
    fc.assert(
      fc.property(run, (given) => {
        const { events } = playOut(given)
        const erased = events.map((event) => {
          const { words: _, ...rest } = event as Event & { words?: unknown }
          return rest as Event
        })
        const plain = (log: Event[]) => JSON.stringify({ ...assess(log, scene), conversation: undefined })
        expect(plain(erased)).toBe(plain(events))
      }),
      RUNS,
    )
  })
})

/** Every key anywhere in a value. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}
