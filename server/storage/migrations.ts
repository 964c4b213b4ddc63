import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** The first shape. Migrations only add; one that has been released is never edited. */
const first: Migration = {
  async up(db) {
    await db.schema
      .createTable('persons')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text')
      .addColumn('lang', 'text', (c) => c.notNull())
      .addColumn('token_hash', 'text', (c) => c.unique())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('scenes')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('sessions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('scene', 'text', (c) => c.notNull())
      .addColumn('scene_hash', 'text', (c) => c.notNull().references('scenes.hash'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull().references('persons.id'))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('ending', 'text')
      .addColumn('clock_ms', 'integer', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('sessions_by_owner').on('sessions').columns(['owner', 'created_at']).execute()
    await db.schema
      .createTable('seats')
      .addColumn('session', 'text', (c) => c.notNull().references('sessions.id'))
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('persons.id'))
      .addPrimaryKeyConstraint('seats_pk', ['session', 'seat'])
      .execute()
    await db.schema.createIndex('seats_by_person').on('seats').column('person').execute()
    await db.schema
      .createTable('events')
      .addColumn('session', 'text', (c) => c.notNull().references('sessions.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('events_pk', ['session', 'number'])
      .execute()
    await db.schema
      .createTable('words')
      .addColumn('session', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('words_pk', ['session', 'number'])
      .addForeignKeyConstraint('words_of_event', ['session', 'number'], 'events', ['session', 'number'])
      .execute()
    await db.schema
      .createTable('acts')
      .addColumn('session', 'text', (c) => c.notNull().references('sessions.id'))
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('seat', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('acts_pk', ['session', 'act'])
      .execute()
  },
}

/** A person may use several devices, each with a token of its own; another device joins by a code. */
const devices: Migration = {
  async up(db) {
    await db.schema
      .createTable('tokens')
      .addColumn('token_hash', 'text', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull().references('persons.id'))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('tokens_by_person').on('tokens').column('person').execute()
    await sql`insert into tokens (token_hash, person, created_at)
      select token_hash, id, created_at from persons where token_hash is not null`.execute(db)
    await db.schema
      .createTable('join_codes')
      .addColumn('code', 'text', (c) => c.primaryKey())
      .addColumn('session', 'text', (c) => c.notNull().references('sessions.id'))
      .addColumn('person', 'text', (c) => c.notNull().references('persons.id'))
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('used_at', 'bigint')
      .execute()
    await db.schema.createIndex('join_codes_by_session').on('join_codes').column('session').execute()
  },
}

export const provider: MigrationProvider = {
  getMigrations: async () => ({ '0001-first': first, '0002-devices': devices }),
}

/**
 * Brings the database to the newest shape, all steps in one transaction: a crash leaves the old shape whole.
 * Two servers starting at once wait for each other (PostgreSQL: an advisory lock; SQLite: the write lock).
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
}
