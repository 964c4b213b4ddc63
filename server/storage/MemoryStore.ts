import type { FullScene } from '../../src/scene/index.ts'
import type { Event } from '../../src/sim/index.ts'
import { mustFollow } from './numbers.ts'
import type {
  AnsweredAct,
  Appended,
  CodeRow,
  CodeUse,
  NewPerson,
  NewSessionRow,
  Person,
  SeatRow,
  SessionRow,
  Store,
} from './Store.ts'
import { joinWords, splitWords } from './words.ts'

type Stored = { number: number; at: number; seat: string; type: string; body: string; words: string | null }
type Kept = { row: SessionRow; seats: SeatRow[]; events: Stored[]; acts: AnsweredAct[] }

/** The storage without a disk: for tests that need many rooms quickly. It forgets everything with the process. */
export class MemoryStore implements Store {
  readonly kind = 'memory'
  readonly #persons = new Map<string, Omit<NewPerson, 'name' | 'tokenHash'> & { name: string | null }>()
  /** Whose each token is. */
  readonly #tokens = new Map<string, string>()
  readonly #codes = new Map<string, CodeRow & { isUsed: boolean }>()
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
    const { tokenHash, ...rest } = person
    this.#persons.set(person.id, rest)
    this.#tokens.set(tokenHash, person.id)
  }

  async addToken(person: string, tokenHash: string): Promise<void> {
    this.#tokens.set(tokenHash, person)
  }

  async endToken(tokenHash: string): Promise<boolean> {
    return this.#tokens.delete(tokenHash)
  }

  async addCode(code: CodeRow, forgetBefore: number): Promise<boolean> {
    for (const [key, { session, expiresAt, isUsed }] of this.#codes)
      if (expiresAt < forgetBefore || (session === code.session && !isUsed)) this.#codes.delete(key)
    if (this.#codes.has(code.code)) return false
    this.#codes.set(code.code, { ...code, isUsed: false })
    return true
  }

  async redeemCode(code: string, now: number): Promise<CodeUse> {
    const found = this.#codes.get(code)
    if (!found) return { how: 'unknown' }
    if (found.isUsed) return { how: 'used' }
    if (found.expiresAt <= now) return { how: 'expired' }
    found.isUsed = true
    return { how: 'joined', session: found.session, person: found.person }
  }

  async personByToken(tokenHash: string): Promise<Person | null> {
    const found = this.#persons.get(this.#tokens.get(tokenHash) ?? '')
    return found ? { id: found.id, name: found.name, lang: found.lang } : null
  }

  async hasEndedRun(person: string): Promise<boolean> {
    return [...this.#sessions.values()].some(({ row }) => row.owner === person && row.status === 'ended')
  }

  async eraseWords(person: string): Promise<void> {
    const known = this.#persons.get(person)
    if (known) known.name = null
    for (const [token, whose] of this.#tokens) if (whose === person) this.#tokens.delete(token)
    for (const [code, { person: whose }] of this.#codes) if (whose === person) this.#codes.delete(code)
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
