import {
  type ActAnswer,
  asActBody,
  REFUSALS,
  type Refusal,
  type TraineeAct,
  type ViewFrame,
} from '../../src/protocol/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import {
  type Act,
  type ActBody,
  decide,
  dueAt,
  type Event,
  evolve,
  fold,
  isClockRunning,
  legalRows,
  Refused,
  type SeatId,
  type SeatView,
  type State,
  SYSTEM,
  view,
} from '../../src/sim/index.ts'
import type { Understanding } from '../../src/words/index.ts'
import type { AnsweredAct, Log, Progress } from '../storage/index.ts'
import type { Clock, Wall } from './Clock.ts'
import { progressOf } from './progress.ts'
import { type Instant, SessionTime } from './SessionTime.ts'
import { nextFrame, type Sent, wholeFrame } from './viewFrame.ts'

/** A menu of lines that has been up so long no longer stops the clock (decisions A.5). */
export const MENU_MS = 8_000
/** Nobody holds the floor longer (decisions C.5). */
export const COMPOSING_MS = 60_000
/** A trainee gone for so long pauses the session (decisions C.5). */
export const ABSENT_MS = 10_000
/** Running session time is written down this often, so that a killed server forgets no more of the clock than that. */
export const RECORD_MS = 15_000
/** After a tick that changed nothing the next one waits at least this long. */
const TICK_MIN_MS = 20
/** Another process may append between our deciding and storing; more often than this in one act it is no accident. */
const DECIDE_TIMES = 5

/** One open window of somebody's browser at this session. */
export type Link = {
  send(frame: ViewFrame): void
  /** The same seat was opened elsewhere: this window now only looks on. */
  supersede(): void
  /** What was sent before is still waiting to leave: more would only pile up. */
  isBehind(): boolean
}

/** Everything outside a room, passed in. */
export type RoomNeeds = {
  session: string
  scene: FullScene
  log: Log
  clock: Clock
  /** Which of the legal rows somebody's own words mean, or none. */
  understand(heard: { text: string; lang: Language; rows: string[] }): Understanding
  /** Told what was healed or failed: kinds and numbers, never words. */
  report(what: 'healed' | 'failed', kind: string, error?: unknown): void
  /** Nobody is here any more, and everything is stored. */
  onIdle(): void
}

/** Stands for what a window that fell behind last got: nothing that a patch could build on. */
const BEHIND: Sent = { number: 0, slices: new Map(), moments: [''] }

type Seated = { seat: SeatId; person: string; sent: Sent | null }
type Outcome = { refused: Refusal; detail?: string } | null

/**
 * A live session: its state in memory, one act at a time. The log is the truth: an act counts once it is stored, and a room that
 * does not know whether it was stored reads the log again before the next.
 */
export class Room {
  readonly #needs: RoomNeeds
  readonly #links = new Map<Link, Seated>()
  /** The window through which a seat acts: the one opened last. */
  readonly #active = new Map<SeatId, Link>()
  readonly #answered = new Map<string, AnsweredAct>()
  #state: State
  #time: SessionTime
  #pausedBy: SeatId | null = null
  #composingSince: Wall | null = null
  #recordedAt = 0
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
    const before = this.#active.get(seat)
    this.#links.set(link, { seat, person, sent: null })
    this.#active.set(seat, link)
    if (before && before !== link) this.#quietly('supersede', () => before.supersede())
    return this.#enqueue(async () => {
      await this.#refresh()
      // A page that has just opened holds no half-written line: whoever was composing through the last one no longer is.
      if (this.#state.composing?.seat === seat) await this.#system({ type: 'end-composing' }, seat)
      if (this.#state.isPaused && this.#pausedBy === SYSTEM) await this.#system({ type: 'resume' })
      const { frame, sent } = wholeFrame(this.#needs.session, this.#viewOf(seat))
      const seated = this.#links.get(link)
      if (seated) seated.sent = sent
      this.#schedule()
      return frame.kind === 'whole' ? frame.view : this.#viewOf(seat)
    })
  }

  /** A window is gone: closed on purpose, or dropped and perhaps soon back. */
  part(link: Link, how: 'left' | 'dropped'): void {
    const seated = this.#links.get(link)
    if (!seated) return
    this.#links.delete(link)
    if (this.#active.get(seated.seat) === link) this.#active.delete(seated.seat)
    if (this.#active.size > 0) return
    this.#cancelAbsence()
    if (how === 'left') this.#absent()
    else this.#cancelAbsence = this.#needs.clock.after(ABSENT_MS, () => this.#absent())
  }

  /** One act of a person. The same id again gets the same answer and is not decided again. */
  act(link: Link, id: string, act: TraineeAct): Promise<ActAnswer> {
    return this.#enqueue(async () => {
      const seated = this.#links.get(link)
      if (!seated || this.#active.get(seated.seat) !== link) return { ok: false, id, refused: 'not-this-seat' }
      try {
        await this.#refresh()
        const known = this.#answered.get(id)
        if (known) return known.seat === seated.seat ? known.answer : { ok: false, id, refused: 'not-this-seat' }
        return await this.#answer(id, seated, act)
      } catch (error) {
        this.#isStale = true
        this.#needs.report('failed', `act ${act.type}`, error)
        return { ok: false, id, refused: 'storage-failed' }
      } finally {
        this.#schedule()
      }
    })
  }

  /** A window that fell behind can take frames again, and gets its view whole. */
  catchUp(link: Link): void {
    if (this.#links.get(link)?.sent === BEHIND) void this.#enqueue(async () => this.#tell())
  }

  /** Words have been erased, or another process wrote: what is in memory is read again. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      this.#isStale = true
      await this.#refresh()
      this.#tell()
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
    const reading = this.#time.read()
    const answer = (outcome: Outcome, number: number): ActAnswer =>
      outcome ? { ok: false, id, ...outcome } : { ok: true, id, number }
    const outcome = await this.#try(
      reading,
      () => ({ ...this.#understood(act, seat), seat, at: this.#notBefore(reading) }),
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
      const { events, next, outcome } = this.#decided(make)
      const act = record(outcome, next.number)
      if (events.length === 0 && act === null) return outcome
      const progress = progressOf(next)
      if ((await log.append(session, after, { events, progress, ...(act && { act }) })) === 'ok') {
        if (act) this.#answered.set(act.id, act)
        this.#accept(next, events, reading)
        return outcome
      }
      this.#needs.report('healed', 'conflict')
      this.#isStale = true
      await this.#refresh()
      const known = act && this.#answered.get(act.id)
      if (known) return known.answer.ok ? null : { refused: known.answer.refused }
    }
    throw new Error(`the log grew ${DECIDE_TIMES} times while one act was being decided`)
  }

  /** Folded before it is stored: what cannot be folded must not get into the log. */
  #decided(make: () => Act): { events: Event[]; next: State; outcome: Outcome } {
    try {
      const events = decide(this.#state, make())
      return { events, next: events.reduce(evolve, this.#state), outcome: null }
    } catch (error) {
      const nothing = { events: [], next: this.#state }
      if (!(error instanceof Refused)) {
        this.#needs.report('failed', 'decide', error)
        return { ...nothing, outcome: { refused: 'failed' } }
      }
      const refused = REFUSALS.find((reason) => reason === error.reason) ?? 'failed'
      return { ...nothing, outcome: { refused, detail: error.detail } }
    }
  }

  #accept(next: State, events: Event[], reading: Instant): void {
    this.#state = next
    for (const event of events) this.#note(event, reading.wall)
    this.#time.set(reading, next.clock, isClockRunning(next))
    this.#tell()
  }

  #note(event: Event, wall: Wall): void {
    this.#recordedAt = Math.max(this.#recordedAt, event.at)
    if (event.type === 'paused') this.#pausedBy = event.seat
    if (event.type === 'composing-begun') this.#composingSince = wall
  }

  #remember({ events, acts }: { events: Event[]; acts: AnsweredAct[] }): void {
    const wall = this.#needs.clock.now()
    this.#recordedAt = 0
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
  }

  /** Free words become an intent first, or none; everything else is an act as it stands. */
  #understood(act: TraineeAct, seat: SeatId): ActBody {
    if (act.type !== 'say' || !('words' in act)) return asActBody(act)
    const { words, lang, means } = act
    const heard = this.#needs.understand({ text: words, lang, rows: legalRows(this.#state, seat) })
    const { row, confidence, isClear } = heard
    const candidates = heard.candidates.map((candidate) => candidate.row)
    return { type: 'say', means, words, lang, confidence, isClear, candidates, ...(row !== null && { row }) }
  }

  /** Each window gets what changed for its seat. A window that cannot be served does not keep the others waiting. */
  #tell(): void {
    const views = new Map<SeatId, SeatView>()
    for (const [link, seated] of this.#links) {
      const { seat, sent } = seated
      // Not yet welcomed: its first view comes with the answer to its joining.
      if (!sent) continue
      if (link.isBehind()) {
        seated.sent = BEHIND
        continue
      }
      this.#quietly('view', () => {
        const seen = views.get(seat) ?? this.#viewOf(seat)
        views.set(seat, seen)
        const next = nextFrame(this.#needs.session, sent, seen)
        if (!next) return
        seated.sent = next.sent
        link.send(next.frame)
      })
    }
  }

  /** A view with the clock as it stands now: the log's last time may lie some seconds back. */
  #viewOf(seat: SeatId): SeatView {
    const seen = view(this.#state, seat)
    const { session } = seen
    return { ...seen, session: { ...session, clock: { ...session.clock, at: this.#time.read().at } } }
  }

  #quietly(kind: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#needs.report('failed', kind, error)
    }
  }

  #absent(): void {
    void this.#enqueue(async () => {
      if (this.#active.size > 0) return
      await this.#refresh()
      if (this.#state.status === 'visiting' && !this.#state.isPaused) await this.#system({ type: 'pause' })
      if (this.#links.size > 0) return this.#schedule()
      this.#end()
      this.#needs.onIdle()
    }).catch((error) => this.#needs.report('failed', 'absence', error))
  }

  /** Sleeps until the next thing is due: by session time while it runs, by the wall while somebody composes. */
  #schedule(): void {
    this.#cancelTick()
    if (this.#isClosed) return
    const { at, wall } = this.#time.read()
    const waits: number[] = []
    if (isClockRunning(this.#state)) {
      waits.push(this.#recordedAt + RECORD_MS - at)
      const due = dueAt(this.#state)
      if (due !== null) waits.push(due - at)
    }
    const composing = this.#state.composing
    if (composing && this.#composingSince !== null)
      waits.push(this.#composingSince + (composing.how === 'menu' ? MENU_MS : COMPOSING_MS) - wall)
    if (waits.length === 0) return
    this.#cancelTick = this.#needs.clock.after(Math.max(TICK_MIN_MS, Math.min(...waits)), () => this.#tick())
  }

  #tick(): void {
    void this.#enqueue(async () => {
      if (this.#isClosed) return
      await this.#refresh()
      const { at, wall } = this.#time.read()
      const composing = this.#state.composing
      if (composing) {
        const limit = composing.how === 'menu' ? MENU_MS : COMPOSING_MS
        const isOver = wall - (this.#composingSince ?? wall) >= limit
        if (isOver) await this.#system({ type: 'end-composing' }, composing.seat)
      } else if (isClockRunning(this.#state)) {
        await this.#system({ type: 'time-passes', isRecorded: at - this.#recordedAt >= RECORD_MS })
      }
    })
      .catch((error) => {
        this.#isStale = true
        this.#needs.report('failed', 'tick', error)
      })
      .finally(() => this.#schedule())
  }
}
