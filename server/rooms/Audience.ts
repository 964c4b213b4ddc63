import type { ViewFrame } from '../../src/protocol/index.ts'
import type { SeatId, SeatView } from '../../src/sim/index.ts'
import { nextFrame, type Sent, wholeFrame } from './viewFrame.ts'

/** One open window of somebody's browser at this session. */
export type Link = {
  send(frame: ViewFrame): void
  /** The same seat was opened elsewhere: this window now only looks on. */
  supersede(): void
  /** What was sent before is still waiting to leave: more would only pile up. */
  isBehind(): boolean
}

export type Seated = { seat: SeatId; person: string }

/** A window waits for its first view, which comes with the answer to its joining; later it gets patches, or all of it again. */
type Window = Seated & { got: { kind: 'nothing-yet' } | { kind: 'behind' } | { kind: 'sent'; what: Sent } }

/** The windows open on a session: who acts through which, and what each has been sent. */
export class Audience {
  readonly #session: string
  readonly #viewOf: (seat: SeatId) => SeatView
  readonly #report: (kind: string, error: unknown) => void
  readonly #windows = new Map<Link, Window>()
  /** The window through which a seat acts: the one opened last. */
  readonly #active = new Map<SeatId, Link>()

  constructor(session: string, viewOf: (seat: SeatId) => SeatView, report: (kind: string, error: unknown) => void) {
    this.#session = session
    this.#viewOf = viewOf
    this.#report = report
  }

  get isEmpty(): boolean {
    return this.#windows.size === 0
  }

  /** Somebody can act; windows that only look on do not count. */
  get isAttended(): boolean {
    return this.#active.size > 0
  }

  /** Whoever had the seat open before is told, and only looks on. */
  enter(link: Link, seated: Seated): void {
    const before = this.#active.get(seated.seat)
    this.#windows.set(link, { ...seated, got: { kind: 'nothing-yet' } })
    this.#active.set(seated.seat, link)
    if (before && before !== link) this.#quietly('supersede', () => before.supersede())
  }

  /** Answers false when the window was not here. */
  leave(link: Link): boolean {
    const window = this.#windows.get(link)
    if (!window) return false
    this.#windows.delete(link)
    if (this.#active.get(window.seat) === link) this.#active.delete(window.seat)
    return true
  }

  /** Who acts through this window; nobody when the seat was opened elsewhere since. */
  actingThrough(link: Link): Seated | null {
    const window = this.#windows.get(link)
    return window && this.#active.get(window.seat) === link ? window : null
  }

  /** The first view of a window, whole; what it is sent later builds on it. */
  welcome(link: Link, seat: SeatId): SeatView {
    const view = this.#viewOf(seat)
    const window = this.#windows.get(link)
    if (window) window.got = { kind: 'sent', what: wholeFrame(this.#session, view).sent }
    return view
  }

  isBehind(link: Link): boolean {
    return this.#windows.get(link)?.got.kind === 'behind'
  }

  /** Each window gets what changed for its seat. One that cannot be served does not keep the others waiting. */
  tell(): void {
    const views = new Map<SeatId, SeatView>()
    for (const [link, window] of this.#windows) {
      const { got, seat } = window
      if (got.kind === 'nothing-yet') continue
      if (link.isBehind()) {
        window.got = { kind: 'behind' }
        continue
      }
      this.#quietly('view', () => {
        const view = views.get(seat) ?? this.#viewOf(seat)
        views.set(seat, view)
        const next = got.kind === 'sent' ? nextFrame(this.#session, got.what, view) : wholeFrame(this.#session, view)
        if (!next) return
        window.got = { kind: 'sent', what: next.sent }
        link.send(next.frame)
      })
    }
  }

  #quietly(kind: string, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#report(kind, error)
    }
  }
}
