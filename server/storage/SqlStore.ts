import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { FullScene, Language, SeatRole } from '../../src/scene/index.ts'
import type { Event, SessionKind } from '../../src/sim/index.ts'
import { addCode, redeemCode } from './codes.ts'
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
  SessionStatus,
  Store,
} from './Store.ts'
import type { Tables } from './tables.ts'
import { joinWords, splitWords } from './words.ts'

/** Carries "the log has grown" out of a transaction, so that it is rolled back. */
class Conflict extends Error {}

/** The storage on a database, SQLite or PostgreSQL by the same code. All SQL of the server stands in this folder. */
export class SqlStore implements Store {
  readonly kind: 'sqlite' | 'postgresql'
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>, kind: 'sqlite' | 'postgresql') {
    this.#db = db
    this.kind = kind
  }

  async check(): Promise<void> {
    await sql`select 1`.execute(this.#db)
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }

  async load(session: string): Promise<{ events: Event[]; acts: AnsweredAct[] }> {
    const rows = await this.#db
      .selectFrom('events')
      .leftJoin('words', (join) =>
        join.onRef('words.session', '=', 'events.session').onRef('words.number', '=', 'events.number'),
      )
      .select(['events.number', 'events.at', 'events.seat', 'events.type', 'events.body', 'words.words'])
      .where('events.session', '=', session)
      .orderBy('events.number')
      .execute()
    const acts = await this.#db.selectFrom('acts').selectAll().where('session', '=', session).execute()
    return {
      events: rows.map((row) => joinWords(row, row.words)),
      acts: acts.map(({ act, person, seat, answer }) => ({ id: act, person, seat, answer: JSON.parse(answer) })),
    }
  }

  async append(session: string, after: number, { events, act, progress }: Appended): Promise<'ok' | 'conflict'> {
    mustFollow(after, events)
    try {
      await this.#db.transaction().execute(async (trx) => {
        const grown = await trx
          .updateTable('sessions')
          .set({
            number: after + events.length,
            status: progress.status,
            ending: progress.ending,
            clock_ms: progress.clockMs,
          })
          .where('id', '=', session)
          .where('number', '=', after)
          .executeTakeFirst()
        if (grown.numUpdatedRows !== 1n) throw new Conflict()
        await insertEvents(trx, session, events)
        if (act) {
          const { id, person, seat, answer } = act
          const number = after + events.length
          await trx
            .insertInto('acts')
            .values({ session, act: id, person, seat, number, answer: JSON.stringify(answer) })
            .execute()
        }
      })
      return 'ok'
    } catch (error) {
      if (error instanceof Conflict) return 'conflict'
      throw error
    }
  }

  async addPerson({ id, name, lang, tokenHash, createdAt }: NewPerson): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx.insertInto('persons').values({ id, name, lang, token_hash: null, created_at: createdAt }).execute()
      await trx.insertInto('tokens').values({ token_hash: tokenHash, person: id, created_at: createdAt }).execute()
    })
  }

  async personByToken(tokenHash: string): Promise<Person | null> {
    const row = await this.#db
      .selectFrom('tokens')
      .innerJoin('persons', 'persons.id', 'tokens.person')
      .select(['persons.id', 'persons.name', 'persons.lang'])
      .where('tokens.token_hash', '=', tokenHash)
      .executeTakeFirst()
    return row ? { ...row, lang: row.lang as Language } : null
  }

  async addToken(person: string, tokenHash: string, createdAt: string): Promise<void> {
    await this.#db.insertInto('tokens').values({ token_hash: tokenHash, person, created_at: createdAt }).execute()
  }

  async endToken(tokenHash: string): Promise<boolean> {
    const ended = await this.#db.deleteFrom('tokens').where('token_hash', '=', tokenHash).executeTakeFirst()
    return ended.numDeletedRows > 0n
  }

  addCode(code: CodeRow, forgetBefore: number): Promise<boolean> {
    return addCode(this.#db, code, forgetBefore)
  }

  redeemCode(code: string, now: number): Promise<CodeUse> {
    return redeemCode(this.#db, code, now)
  }

  async hasEndedRun(person: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('id')
      .where('owner', '=', person)
      .where('status', '=', 'ended')
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  async eraseWords(person: string): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx
        .deleteFrom('words')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('events')
              .innerJoin('seats', (join) =>
                join.onRef('seats.session', '=', 'events.session').onRef('seats.seat', '=', 'events.seat'),
              )
              .select('events.number')
              .whereRef('events.session', '=', 'words.session')
              .whereRef('events.number', '=', 'words.number')
              .where('seats.person', '=', person),
          ),
        )
        .execute()
      await trx.deleteFrom('tokens').where('person', '=', person).execute()
      await trx.deleteFrom('join_codes').where('person', '=', person).execute()
      await trx.updateTable('persons').set({ name: null, token_hash: null }).where('id', '=', person).execute()
    })
  }

  async saveScene(hash: string, scene: FullScene): Promise<void> {
    await this.#db
      .insertInto('scenes')
      .values({ hash, id: scene.id, json: JSON.stringify(scene), created_at: new Date().toISOString() })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  }

  async sceneByHash(hash: string): Promise<FullScene | null> {
    const row = await this.#db.selectFrom('scenes').select('json').where('hash', '=', hash).executeTakeFirst()
    return row ? (JSON.parse(row.json) as FullScene) : null
  }

  async createSession(session: NewSessionRow, seats: SeatRow[], events: readonly Event[]): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx
        .insertInto('sessions')
        .values({
          id: session.id,
          scene: session.scene,
          scene_hash: session.sceneHash,
          kind: session.kind,
          owner: session.owner,
          created_at: session.createdAt,
          number: events.length,
          status: session.status,
          ending: session.ending,
          clock_ms: session.clockMs,
        })
        .execute()
      await trx
        .insertInto('seats')
        .values(seats.map((seat) => ({ session: session.id, ...seat })))
        .execute()
      await insertEvents(trx, session.id, events)
    })
  }

  async sessionById(id: string): Promise<{ row: SessionRow; seats: SeatRow[] } | null> {
    const row = await this.#db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) return null
    const seats = await this.#db
      .selectFrom('seats')
      .select(['seat', 'role', 'person'])
      .where('session', '=', id)
      .execute()
    return { row: sessionRow(row), seats: seats.map((seat) => ({ ...seat, role: seat.role as SeatRole })) }
  }

  async sessionsOf(person: string): Promise<SessionRow[]> {
    const rows = await this.#db
      .selectFrom('sessions')
      .selectAll()
      .where('owner', '=', person)
      .orderBy('created_at', 'desc')
      .execute()
    return rows.map(sessionRow)
  }
}

async function insertEvents(trx: Transaction<Tables>, session: string, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  const split = events.map((event) => ({ event, ...splitWords(event) }))
  await trx
    .insertInto('events')
    .values(split.map(({ event: { number, at, seat, type }, body }) => ({ session, number, at, seat, type, body })))
    .execute()
  const words = split.flatMap(({ event, words }) => (words === null ? [] : [{ session, number: event.number, words }]))
  if (words.length > 0) await trx.insertInto('words').values(words).execute()
}

function sessionRow(row: Selectable<Tables['sessions']>): SessionRow {
  return {
    id: row.id,
    scene: row.scene,
    sceneHash: row.scene_hash,
    kind: row.kind as SessionKind,
    owner: row.owner,
    createdAt: row.created_at,
    number: row.number,
    status: row.status as SessionStatus,
    ending: row.ending,
    clockMs: row.clock_ms,
  }
}
