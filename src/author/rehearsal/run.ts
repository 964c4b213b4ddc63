import type { FullScene } from '../../scene/index.ts'
import {
  type Act,
  type ActBody,
  type Assessment,
  assess,
  decide,
  dueAt,
  type Event,
  evolve,
  initial,
  isClockRunning,
  Refused,
  type SeatId,
  type State,
  SYSTEM,
} from '../../sim/index.ts'
import { train, type WordsModel } from '../../words/index.ts'
import { actOf, RATER, unknownIn } from './acts.ts'
import type { Expectation, Failure, Rehearsal, Step } from './format.ts'
import { judge, unknownClaim } from './judge.ts'
import { unknown } from './known.ts'

export type Result = {
  file: string
  ok: boolean
  failures: Failure[]
  events: Event[]
  state: State
  assessment: Assessment | null
}

const TRAINEE: SeatId = 'trainee'
const PARTNER: SeatId = 'partner'
/** [A.7] A prompt counts as shown once it has been in view for so long. */
const SHOWN_MS = 20_000

/** Plays a rehearsal through the core and judges what came of it. Pure: no clock, no files; a browser could run it. */
export function rehearse(scene: FullScene, rehearsal: Rehearsal): Result {
  const play = new Play(scene, rehearsal)
  if (rehearsal.problems.length > 0) return play.result([...rehearsal.problems, ...strangers(scene, rehearsal)])
  const failures = play.isStarted() ? play.run() : play.failures
  return play.result(failures)
}

/** One playing. Times of the file are a watch's: the session's clock stands still in a pause, and the file's goes on. */
class Play {
  readonly scene: FullScene
  readonly rehearsal: Rehearsal
  readonly failures: Failure[] = []
  readonly events: Event[] = []
  state: State
  /** The file's time so far. */
  watch = 0
  /** The session's time so far. */
  session = 0
  /** Prompts on the phone whose twenty seconds run: event and session time at which they have been seen. */
  showing: { event: string; at: number }[] = []
  model: WordsModel | null = null

  constructor(scene: FullScene, rehearsal: Rehearsal) {
    this.scene = scene
    this.rehearsal = rehearsal
    this.state = initial(scene)
  }

  result(failures: Failure[]): Result {
    const { file } = this.rehearsal
    const hasBegun = this.events.length > 0
    const inOrder = failures.map(({ line, zh, en }) => ({ line, zh, en })).sort((a, b) => a.line - b.line)
    return {
      file,
      ok: failures.length === 0,
      failures: inOrder,
      events: this.events,
      state: this.state,
      assessment: hasBegun ? assess(this.events, this.scene, TRAINEE) : null,
    }
  }

  /** Starts, prepares and arrives; answers whether that could be done. */
  isStarted(): boolean {
    const { scene, rehearsal } = this
    const seed = rehearsal.seed ?? scene.seeds[0]?.id ?? ''
    const wrong = [
      unknown(scene, 'seed', seed),
      rehearsal.startFrom === null ? null : unknown(scene, 'excerpt', rehearsal.startFrom),
      ...rehearsal.prepare.map((id) => unknown(scene, 'preparation', id)),
      ...rehearsal.unseen.map((id) => unknown(scene, 'event', id)),
    ].filter((one) => one !== null)
    for (const one of wrong) this.failures.push({ line: 1, ...one })
    if (wrong.length > 0) return false
    const roll = rehearsal.roll ?? 1
    const recodes = rehearsal.steps.some(({ order }) => order.verb === 'recode')
    const start: ActBody = {
      type: 'start-session',
      seed,
      roll,
      kind: 'practice',
      isFirstRun: rehearsal.isFirstRun,
      key: `rehearsal-${seed}-${roll}`,
      sceneHash: `${scene.id}@${scene.version}`,
      seats: [
        { seat: TRAINEE, role: 'trainee' },
        ...(rehearsal.isPair ? [{ seat: PARTNER, role: 'partner' as const }] : []),
        ...(recodes ? [{ seat: RATER, role: 'instructor' as const }] : []),
      ],
      ...(rehearsal.startFrom === null ? {} : { excerpt: rehearsal.startFrom }),
    }
    this.send(SYSTEM, start)
    this.session = this.state.clock
    const refused =
      (rehearsal.prepare.length > 0 ? this.attempt(TRAINEE, { type: 'prepare', options: rehearsal.prepare }) : null) ??
      (this.state.status === 'preparing' ? this.attempt(TRAINEE, { type: 'arrive' }) : null)
    if (refused) this.failures.push({ line: 1, ...refusal(refused) })
    this.session = this.state.clock
    // An excerpt starts in mid-visit. Lines may give the visit's clock, or count from the excerpt's start.
    const first = Math.min(
      ...rehearsal.steps.map((step) => step.at),
      ...rehearsal.expectations.map((one) => one.at ?? Number.POSITIVE_INFINITY),
    )
    this.watch = first < this.session ? 0 : this.session
    return refused === null
  }

  run(): Failure[] {
    const { steps, expectations } = this.rehearsal
    const asked = expectations.filter((one) => this.isKnown(one))
    const timed = asked.filter((one) => one.at !== null).sort((a, b) => (a.at as number) - (b.at as number))
    let next = 0
    const judgeUpTo = (at: number, isIncluded: boolean) => {
      for (
        let one = timed[next];
        one && (isIncluded ? (one.at as number) <= at : (one.at as number) < at);
        one = timed[++next]
      ) {
        this.advance(one.at as number)
        this.expect(one, this.asOf(this.session))
      }
    }
    for (const step of steps) {
      judgeUpTo(step.at, false)
      this.advance(step.at)
      this.take(step)
    }
    judgeUpTo(Number.POSITIVE_INFINITY, true)
    const last = this.asOf(this.session)
    for (const one of asked) if (one.at === null && one.claim.kind === 'offered') this.expect(one, last)
    this.finish()
    for (const one of asked) if (one.at === null && one.claim.kind !== 'offered') this.expect(one, this.state)
    return this.failures
  }

  /** What a line asks of ids the scene does not have could never come true, or never fail: both are the writer's slip. */
  isKnown(one: Expectation): boolean {
    const wrong = unknownClaim(this.scene, one.claim)
    if (wrong) this.failures.push({ line: one.line, ...wrong })
    return wrong === null
  }

  expect(one: Expectation, state: State): void {
    const wrong = judge(one.claim, { scene: this.scene, events: this.events, state, seat: TRAINEE })
    if (wrong) this.failures.push({ line: one.line, zh: `${one.text}：${wrong.zh}`, en: `${one.text}: ${wrong.en}` })
  }

  /** One line of the file, at its time. */
  take(step: Step): void {
    const { line, order, mustBeRefused } = step
    const fail = (words: { zh: string; en: string }) => this.failures.push({ line, ...words })
    if (step.by !== null && !this.rehearsal.isPair) {
      fail({ zh: '只有写了 pair 才有搭档。', en: 'There is a partner only where "pair" is written.' })
      return
    }
    const seat = step.by === null ? TRAINEE : PARTNER
    const wrong = unknownIn(order, this.scene) ?? (step.by === null ? null : unknown(this.scene, 'person', step.by))
    const words = () => (this.model ??= train(this.scene))
    const sent = wrong ? null : actOf(order, { scene: this.scene, state: this.state, seat, words })
    const refused = wrong ?? (sent ? this.attempt(sent.seat, sent.body) : null)
    if (refused && !mustBeRefused) fail('zh' in refused ? refused : refusal(refused))
    if (!refused && mustBeRefused)
      fail({ zh: '本应被拒绝，却做成了。', en: 'This should have been refused, but it was done.' })
  }

  /** Lets time pass up to a time of the file, and does what falls due on the way at its own moment. */
  advance(to: number): void {
    let left = Math.max(0, to - this.watch)
    this.watch = Math.max(this.watch, to)
    while (left > 0 && isClockRunning(this.state)) {
      const due = dueAt(this.state)
      const shown = this.showing[0]
      const next = Math.min(due ?? Number.POSITIVE_INFINITY, shown?.at ?? Number.POSITIVE_INFINITY)
      if (next > this.session + left) {
        this.session += left
        return
      }
      left -= Math.max(0, next - this.session)
      this.session = Math.max(this.session, next)
      if (shown && shown.at === next) {
        this.showing.shift()
        if (this.state.events[shown.event]?.isLive)
          this.attempt(TRAINEE, { type: 'show-message', event: shown.event, shownMs: SHOWN_MS })
      }
      if (due !== null && due <= next) this.send(SYSTEM, { type: 'time-passes' })
    }
  }

  /** Lets a stop that is under way come to its end, and ends the session. */
  finish(): void {
    const { stopping } = this.state
    if (stopping) this.advance(this.watch + Math.max(0, stopping.at - this.session))
    this.attempt(SYSTEM, { type: 'time-passes' })
    if (this.state.status !== 'ended') this.attempt(SYSTEM, { type: 'finish' })
  }

  /** The state as it stands at a session time: the log's, with the drift since. */
  asOf(at: number): State {
    if (!isClockRunning(this.state)) return this.state
    return decide(this.state, { type: 'time-passes', isRecorded: true, seat: SYSTEM, at }).reduce(evolve, this.state)
  }

  attempt(seat: SeatId, body: ActBody): Refused | null {
    try {
      this.send(seat, body)
      return null
    } catch (error) {
      if (error instanceof Refused) return error
      throw error
    }
  }

  send(seat: SeatId, body: ActBody): void {
    const act: Act = { ...body, seat, at: this.session }
    for (const event of decide(this.state, act)) {
      this.state = evolve(this.state, event)
      this.events.push(event)
      this.show(event)
    }
  }

  /** A message on the phone is seen, unless the file says it was not. */
  show(event: Event): void {
    if (event.type !== 'timed-event' && event.type !== 'timed-event-stage') return
    const shape = this.scene.events.find((one) => one.id === event.event)
    const isShown = event.type === 'timed-event' || (shape?.stages[event.stage]?.showsAgain ?? false)
    if (shape?.prompt !== 'phone' || !isShown || this.rehearsal.unseen.includes(event.event)) return
    this.showing.push({ event: event.event, at: event.at + SHOWN_MS })
  }
}

/** Every id a rehearsal names that the scene does not have, so that a writer sees all problems at once. */
function strangers(scene: FullScene, { steps, expectations }: Rehearsal): Failure[] {
  const ofSteps = steps.flatMap(({ line, order, mustBeRefused }) => {
    const wrong = mustBeRefused ? null : unknownIn(order, scene)
    return wrong ? [{ line, ...wrong }] : []
  })
  const ofClaims = expectations.flatMap(({ line, claim }) => {
    const wrong = unknownClaim(scene, claim)
    return wrong ? [{ line, ...wrong }] : []
  })
  return [...ofSteps, ...ofClaims]
}

const REASONS: Record<Refused['reason'], { zh: string; en: string }> = {
  'not-this-seat': { zh: '这个席位不能这样做', en: 'this seat cannot do that' },
  'session-ended': { zh: '演练已经结束', en: 'the session has ended' },
  'not-in-this-phase': { zh: '本阶段不能这样做', en: 'that cannot be done in this phase' },
  'not-offered': { zh: '此时不能这样说或做', en: 'that is not offered now' },
  'not-now': { zh: '此刻不能这样做', en: 'not now' },
  'unknown-thing': { zh: '没有这样东西', en: 'there is no such thing' },
  'out-of-reach': { zh: '够不着', en: 'out of reach' },
  paused: { zh: '正在暂停', en: 'the session is paused' },
}

const refusal = ({ reason, detail }: Refused) => ({
  zh: `被拒绝：${REASONS[reason].zh}（${detail}）。`,
  en: `Refused: ${REASONS[reason].en} (${detail}).`,
})
