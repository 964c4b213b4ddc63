import type { FullScene } from '../../src/scene/index.ts'
import type { SeatId, SeatView } from '../../src/sim/index.ts'
import type { Store } from '../storage/index.ts'
import type { Link } from './Audience.ts'
import type { Clock } from './Clock.ts'
import { Room } from './Room.ts'
import type { Meant, OwnWords } from './understood.ts'

export type RoomsNeeds = {
  store: Store
  clock: Clock
  /** A scene in the version a session is played with, or null when it is lost. */
  pinned(hash: string): Promise<FullScene | null>
  understand(hash: string, scene: FullScene, said: OwnWords): Promise<Meant>
  /** A session with this scene has begun to be played: its words may be learnt ahead of the first of them. */
  prepare?(hash: string, scene: FullScene): void
  report(session: string, what: 'loaded' | 'unloaded' | 'healed' | 'failed', kind: string, error?: unknown): void
}

export type Joined =
  | { ok: true; room: Room; seat: SeatId; view: SeatView }
  | { ok: false; refused: 'unknown-session' | 'not-yours' }

/** The live sessions of this process. A session without anybody is only its log, and comes back from it with the first to join. */
export class Rooms {
  readonly #needs: RoomsNeeds
  readonly #rooms = new Map<string, Promise<Room>>()
  #isClosing = false

  constructor(needs: RoomsNeeds) {
    this.#needs = needs
  }

  get liveCount(): number {
    return this.#rooms.size
  }

  /** Opens a window on a person's own seat in a session. */
  async join(session: string, person: string, link: Link): Promise<Joined> {
    const found = await this.#needs.store.sessionById(session)
    if (!found) return { ok: false, refused: 'unknown-session' }
    const seat = found.seats.find((one) => one.person === person)?.seat
    if (seat === undefined) return { ok: false, refused: 'not-yours' }
    for (;;) {
      if (this.#isClosing) throw new Error('the server is closing')
      const room = await this.#room(session, found.row.sceneHash)
      // It may have gone to sleep between being found and being joined; then it is no longer on the list.
      if (!room.isClosed) return { ok: true, room, seat, view: await room.join(link, seat, person) }
    }
  }

  /** Lets rooms of a person read their logs again, after that person's words were erased. */
  async reloadOf(person: string): Promise<void> {
    const own = await this.#needs.store.sessionsOf(person)
    for (const { id } of own) await (await this.#rooms.get(id))?.reload()
  }

  /** Resolves when every room has done all that was asked of it. */
  async settled(): Promise<void> {
    const rooms = await Promise.allSettled(this.#rooms.values())
    await Promise.all(rooms.map((room) => (room.status === 'fulfilled' ? room.value.settled() : undefined)))
  }

  /** Every room writes down its time and ends. */
  async close(): Promise<void> {
    this.#isClosing = true
    const rooms = await Promise.allSettled(this.#rooms.values())
    await Promise.allSettled(rooms.map((room) => (room.status === 'fulfilled' ? room.value.close() : undefined)))
    this.#rooms.clear()
  }

  #room(session: string, sceneHash: string): Promise<Room> {
    const known = this.#rooms.get(session)
    if (known) return known
    const opening = this.#open(session, sceneHash)
    this.#rooms.set(session, opening)
    opening.catch(() => this.#rooms.delete(session))
    return opening
  }

  async #open(session: string, sceneHash: string): Promise<Room> {
    const { store, clock, pinned, understand, report } = this.#needs
    const scene = await pinned(sceneHash)
    if (!scene) throw new Error(`scene version ${sceneHash} is not in the storage`)
    this.#needs.prepare?.(sceneHash, scene)
    const room = await Room.open({
      session,
      scene,
      log: store,
      clock,
      understand: (said) => understand(sceneHash, scene, said),
      report: (what, kind, error) => report(session, what, kind, error),
      onIdle: () => {
        this.#rooms.delete(session)
        report(session, 'unloaded', 'idle')
      },
    })
    report(session, 'loaded', room.status)
    return room
  }
}
