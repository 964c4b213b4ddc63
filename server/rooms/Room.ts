import type { ActAnswer, TraineeAct } from '../../src/protocol/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import {
  type Act,
  type ActBody,
  type Event,
  fold,
  isClockRunning,
  type SeatId,
  type SeatView,
  type State,
  SYSTEM,
  view,
} from '../../src/sim/index.ts'
import type { AnsweredAct, Log, Progress } from '../storage/index.ts'
import { Audience, type Link, type Seated } from './Audience.ts'
import { attempt, type Outcome } from './attempt.ts'
import type { Clock, Wall } from './Clock.ts'
import { progressOf } from './progress.ts'
import { type Instant, SessionTime } from './SessionTime.ts'
import { type Understand, understood } from './understood.ts'
import { isOver, type Marks, mustRecord, wakeAfter } from './wake.ts'

/** A trainee gone for so long pauses the session (decisions C.5). */
const ABSENT_MS = 10_000
/** After a tick that changed nothing the next one waits at least this long; after one that failed, longer. */
const TICK_MIN_MS = 20
const RETRY_MS = 1_000
/** Another process may append between our deciding and storing; more often than this in one act it is no accident. */
const DECIDE_TIMES = 5

/** Everything outside a room, passed in. */
export type RoomNeeds = {
  session: string
  scene: FullScene
  log: Log
  clock: Clock
  understand: Understand
  /** Told what was healed or failed: kinds and numbers, never words. */
  report(what: 'healed' | 'failed', kind: string, error?: unknown): void
  /** Nobody is here any more, and everything is stored. */
  onIdle(): void
}

/**
 * A live session: its state in memory, one act at a time. The log is the truth: an act counts once it is stored, and a room that
 * does not know whether it was stored reads the log again before the next.
 */
export class Room {
  readonly #needs: RoomNeeds
  readonly #audience: Audience
  readonly #answered = new Map<string, AnsweredAct>()
  #state: State
  #time: SessionTime
  #pausedBy: SeatId | null = null
  #marks: Marks = { recordedAt: 0, composingSince: 0 }
  #isStale = false
  #isClosed = false
  #queue: Promise<unknown> = Promise.resolve()
  #cancelTick = () => {}
  #cancelAbsence = () => {}

  static async open(needs: RoomNeeds): Promise<Room> {
    const stored = await needs.log.load(needs.session)
    return new Room(needs, stored)
  }

  private constructor(needs: RoomNeeds, stored: { events: Event[]; acts: AnsweredAct[] }) {
    this.#needs = needs
    this.#state = fold(needs.scene, stored.events)
    this.#time = new SessionTime(needs.clock, this.#state.clock)
    this.#audience = new Audience(
      needs.session,
      (seat) => this.#viewOf(seat),
      (kind, error) => needs.report('failed', kind, error),
    )
    this.#remember(stored)
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get status(): Progress['status'] {
    return progressOf(this.#state).status
  }

  /** Resolves when everything asked of the room so far is done. */
  async settled(): Promise<void> {
    let queue: Promise<unknown>
    do {
      queue = this.#queue
      await queue
    } while (queue !== this.#queue)
  }

  /** A window opens on a seat. Whoever had the seat open before is told, and only looks on. */
  join(link: Link, seat: SeatId, person: string): Promise<SeatView> {
    this.#cancelAbsence()
    this.#audience.enter(link, { seat, person })
    const welcomed = this.#enqueue(async () => {
      await this.#refresh()
      // A page that has just opened holds no half-written line: whoever was composing through the last one no longer is.
      if (this.#state.composing?.seat === seat) await this.#system({ type: 'end-composing' }, seat)
      if (this.#state.isPaused && this.#pausedBy === SYSTEM) await this.#system({ type: 'resume' })
      this.#schedule()
      return this.#audience.welcome(link, seat)
    })
    welcomed.catch(() => this.part(link, 'dropped'))
    return welcomed
  }

  /** A window is gone: closed on purpose, or dropped and perhaps soon back. */
  part(link: Link, how: 'left' | 'dropped'): void {
    if (!this.#audience.leave(link) || this.#audience.isAttended) return
    if (how === 'left') this.#absent()
    else this.#absentAfter(ABSENT_MS)
  }

  /** One act of a person. The same id again gets the same answer and is not decided again. */
  act(link: Link, id: string, act: TraineeAct): Promise<ActAnswer> {
    return this.#enqueue(async () => {
      const seated = this.#audience.actingThrough(link)
      if (!seated) return { ok: false, id, refused: 'not-this-seat' }
      try {
        await this.#refresh()
        const known = this.#answered.get(id)
        if (known) return known.seat === seated.seat ? known.answer : { ok: false, id, refused: 'not-this-seat' }
        return await this.#answer(id, seated, act)
      } catch (error) {
        this.#needs.report('failed', `act ${act.type}`, error)
        return { ok: false, id, refused: 'storage-failed' }
      } finally {
        this.#schedule()
      }
    })
  }

  /** A window that fell behind can take frames again, and gets its view whole. */
  catchUp(link: Link): void {
    if (this.#audience.isBehind(link)) void this.#enqueue(async () => this.#audience.tell())
  }

  /** Words have been erased, or another process wrote: what is in memory is read again. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      this.#isStale = true
      await this.#refresh()
    })
  }

  /** Writes down the time and ends. */
  close(): Promise<void> {
    return this.#enqueue(async () => {
      if (isClockRunning(this.#state)) await this.#system({ type: 'time-passes', isRecorded: true })
      this.#end()
    })
  }

  #end(): void {
    this.#isClosed = true
    this.#cancelTick()
    this.#cancelAbsence()
  }

  /** One thing after another; what fails ends itself, not the room. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => {})
    return result
  }

  async #answer(id: string, { seat, person }: Seated, act: TraineeAct): Promise<ActAnswer> {
    const answer = (outcome: Outcome, number: number): ActAnswer =>
      outcome ? { ok: false, id, ...outcome } : { ok: true, id, number }
    const asked = this.#time.read()
    let body: ActBody
    try {
      body = await understood(act, seat, this.#state, this.#needs.understand)
    } catch (error) {
      this.#needs.report('failed', 'understand', error)
      return { ok: false, id, refused: 'failed' }
    }
    // [A.5] While words are being understood the session's clock stands still.
    const reading = { at: asked.at, wall: this.#needs.clock.now() }
    const outcome = await this.#try(
      reading,
      () => ({
        ...body,
        seat,
        at: this.#notBefore(reading),
      }),
      // A fault of ours is no answer to keep: the same act may do better next time.
      (failed, number) => (failed?.refused === 'failed' ? null : { id, person, seat, answer: answer(failed, number) }),
    )
    return this.#answered.get(id)?.answer ?? answer(outcome, this.#state.number)
  }

  /** An act by the room itself. What the core will not have just now is no fault. */
  async #system(body: ActBody, seat: SeatId = SYSTEM): Promise<void> {
    const reading = this.#time.read()
    await this.#try(
      reading,
      () => ({ ...body, seat, at: this.#notBefore(reading) }),
      () => null,
    )
  }

  /** Another process may have logged a later time than this one's clock shows. */
  #notBefore(reading: Instant): number {
    return Math.max(reading.at, this.#state.clock)
  }

  /** Decide, store, evolve, tell. Decided again on the newer state when somebody else was quicker. */
  async #try(
    reading: Instant,
    make: () => Act,
    record: (failed: Outcome, number: number) => AnsweredAct | null,
  ): Promise<Outcome> {
    const { log, session } = this.#needs
    for (let times = 0; times < DECIDE_TIMES; times++) {
      const after = this.#state.number
      const { events, next, outcome } = attempt(this.#state, make, (error) =>
        this.#needs.report('failed', 'decide', error),
      )
      const act = record(outcome, next.number)
      if (events.length === 0 && act === null) return outcome
      const progress = progressOf(next)
      // Until it is known what became of it, what is in memory may be behind the log.
      this.#isStale = true
      if ((await log.append(session, after, { events, progress, ...(act && { act }) })) === 'ok') {
        this.#isStale = false
        if (act) this.#answered.set(act.id, act)
        this.#accept(next, events, reading)
        return outcome
      }
      this.#needs.report('healed', 'conflict')
      await this.#refresh()
      const known = act && this.#answered.get(act.id)
      if (known) return known.answer.ok ? null : { refused: known.answer.refused }
    }
    throw new Error(`the log grew ${DECIDE_TIMES} times while one act was being decided`)
  }

  #accept(next: State, events: Event[], reading: Instant): void {
    this.#state = next
    for (const event of events) this.#note(event, reading.wall)
    this.#time.set(reading, next.clock, isClockRunning(next))
    this.#audience.tell()
  }

  #note(event: Event, wall: Wall): void {
    this.#marks.recordedAt = Math.max(this.#marks.recordedAt, event.at)
    if (event.type === 'paused') this.#pausedBy = event.seat
    if (event.type === 'composing-begun') this.#marks.composingSince = wall
  }

  #remember({ events, acts }: { events: Event[]; acts: AnsweredAct[] }): void {
    const wall = this.#needs.clock.now()
    this.#marks = { recordedAt: 0, composingSince: wall }
    for (const event of events) this.#note(event, wall)
    this.#answered.clear()
    for (const act of acts) this.#answered.set(act.id, act)
  }

  /** Reads the log again when what is in memory may be behind it. */
  async #refresh(): Promise<void> {
    if (!this.#isStale) return
    const { log, session, scene } = this.#needs
    const reading = this.#time.read()
    const stored = await log.load(session)
    this.#state = fold(scene, stored.events)
    this.#remember(stored)
    this.#time.set(reading, this.#state.clock, isClockRunning(this.#state))
    this.#isStale = false
    this.#audience.tell()
  }

  /** A view with the clock as it stands now: the log's last time may lie some seconds back. */
  #viewOf(seat: SeatId): SeatView {
    const seen = view(this.#state, seat)
    const { session } = seen
    return { ...seen, session: { ...session, clock: { ...session.clock, at: this.#time.read().at } } }
  }

  #absentAfter(ms: number): void {
    this.#cancelAbsence()
    this.#cancelAbsence = this.#needs.clock.after(ms, () => this.#absent())
  }

  #absent(): void {
    this.#cancelAbsence()
    this.#enqueue(async () => {
      if (this.#audience.isAttended || this.#isClosed) return
      await this.#refresh()
      if (this.#state.status === 'visiting' && !this.#state.isPaused) await this.#system({ type: 'pause' })
      if (!this.#audience.isEmpty) return this.#schedule()
      this.#end()
      this.#needs.onIdle()
    }).catch((error) => {
      this.#needs.report('failed', 'absence', error)
      if (!this.#audience.isAttended) this.#absentAfter(ABSENT_MS)
    })
  }

  /** Sleeps until the next thing is due. */
  #schedule(leastMs = TICK_MIN_MS): void {
    this.#cancelTick()
    if (this.#isClosed) return
    const wait = wakeAfter(this.#state, this.#time.read(), this.#marks)
    if (wait !== null) this.#cancelTick = this.#needs.clock.after(Math.max(leastMs, wait), () => this.#tick())
  }

  #tick(): void {
    this.#enqueue(async () => {
      if (this.#isClosed) return
      await this.#refresh()
      const now = this.#time.read()
      const { composing } = this.#state
      if (composing && isOver(composing, now, this.#marks))
        await this.#system({ type: 'end-composing' }, composing.seat)
      if (isClockRunning(this.#state))
        await this.#system({ type: 'time-passes', isRecorded: mustRecord(now, this.#marks) })
    }).then(
      () => this.#schedule(),
      (error) => {
        this.#needs.report('failed', 'tick', error)
        this.#schedule(RETRY_MS)
      },
    )
  }
}
