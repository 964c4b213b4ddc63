import type { FullScene } from '../../src/scene/index.ts'
import type { Event } from '../../src/sim/index.ts'
import { mustFollow } from './numbers.ts'
import type { AnsweredAct, Appended, NewPerson, NewSessionRow, Person, SeatRow, SessionRow, Store } from './Store.ts'
import { joinWords, splitWords } from './words.ts'

type Stored = { number: number; at: number; seat: string; type: string; body: string; words: string | null }
type Kept = { row: SessionRow; seats: SeatRow[]; events: Stored[]; acts: AnsweredAct[] }

/** The storage without a disk: for tests that need many rooms quickly. It forgets everything with the process. */
export class MemoryStore implements Store {
  readonly kind = 'memory'
  readonly #persons = new Map<
    string,
    Omit<NewPerson, 'name' | 'tokenHash'> & { name: string | null; tokenHash: string | null }
  >()
  readonly #scenes = new Map<string, string>()
  readonly #sessions = new Map<string, Kept>()

  async check(): Promise<void> {}
  async close(): Promise<void> {}

  async load(session: string): Promise<{ events: Event[]; acts: AnsweredAct[] }> {
    const kept = this.#sessions.get(session)
    return {
      events: (kept?.events ?? []).map((stored) => joinWords(stored, stored.words)),
      acts: structuredClone(kept?.acts ?? []),
    }
  }

  async append(session: string, after: number, { events, act, progress }: Appended): Promise<'ok' | 'conflict'> {
    mustFollow(after, events)
    const kept = this.#sessions.get(session)
    if (kept?.row.number !== after) return 'conflict'
    if (act && kept.acts.some(({ id }) => id === act.id)) throw new Error(`act ${act.id} is already answered`)
    kept.events.push(...events.map(store))
    if (act) kept.acts.push(structuredClone(act))
    Object.assign(kept.row, progress, { number: after + events.length })
    return 'ok'
  }

  async addPerson(person: NewPerson): Promise<void> {
    this.#persons.set(person.id, { ...person })
  }

  async personByToken(tokenHash: string): Promise<Person | null> {
    const found = [...this.#persons.values()].find((person) => person.tokenHash === tokenHash)
    return found ? { id: found.id, name: found.name, lang: found.lang } : null
  }

  async hasEndedRun(person: string): Promise<boolean> {
    return [...this.#sessions.values()].some(({ row }) => row.owner === person && row.status === 'ended')
  }

  async eraseWords(person: string): Promise<void> {
    const known = this.#persons.get(person)
    if (known) Object.assign(known, { name: null, tokenHash: null })
    for (const { seats, events } of this.#sessions.values()) {
      const own = new Set(seats.filter((seat) => seat.person === person).map(({ seat }) => seat))
      for (const event of events) if (own.has(event.seat)) event.words = null
    }
  }

  async saveScene(hash: string, scene: FullScene): Promise<void> {
    if (!this.#scenes.has(hash)) this.#scenes.set(hash, JSON.stringify(scene))
  }

  async sceneByHash(hash: string): Promise<FullScene | null> {
    const json = this.#scenes.get(hash)
    return json === undefined ? null : (JSON.parse(json) as FullScene)
  }

  async createSession(session: NewSessionRow, seats: SeatRow[], events: readonly Event[]): Promise<void> {
    if (this.#sessions.has(session.id)) throw new Error(`session ${session.id} exists`)
    const row = { ...session, number: events.length }
    this.#sessions.set(session.id, { row, seats: structuredClone(seats), events: events.map(store), acts: [] })
  }

  async sessionById(id: string): Promise<{ row: SessionRow; seats: SeatRow[] } | null> {
    const kept = this.#sessions.get(id)
    return kept ? structuredClone({ row: kept.row, seats: kept.seats }) : null
  }

  async sessionsOf(person: string): Promise<SessionRow[]> {
    return [...this.#sessions.values()]
      .filter(({ row }) => row.owner === person)
      .map(({ row }) => ({ ...row }))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }
}

function store(event: Event): Stored {
  const { number, at, seat, type } = event
  return { number, at, seat, type, ...splitWords(event) }
}
