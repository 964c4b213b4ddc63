import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { LibsqlDialect } from './libsqlDialect.ts'
import { migrate } from './migrations.ts'
import { SqlStore } from './SqlStore.ts'
import type { Store } from './Store.ts'
import type { Tables } from './tables.ts'

const CONNECT_MS = 5000

/** The file in the data folder that holds everything when no DATABASE_URL is given. */
export const DATABASE_FILE = 'doorstep.sqlite'

/** The database could not be opened, asked or brought up to date. `cause` says why; no password stands in the message. */
export class DatabaseUnreachable extends Error {}

/** Opens the storage and brings it up to date: PostgreSQL when a URL is given, else SQLite in the data folder. */
export async function openStore(where: { dataFolder: string; databaseUrl?: string | undefined }): Promise<Store> {
  const { databaseUrl } = where
  const db = new Kysely<Tables>({
    dialect: databaseUrl ? await postgres(databaseUrl) : new LibsqlDialect(join(where.dataFolder, DATABASE_FILE)),
  })
  try {
    await sql`select 1`.execute(db)
    await migrate(db)
  } catch (cause) {
    await db.destroy().catch(() => {})
    throw new DatabaseUnreachable(reasonOf(cause), { cause })
  }
  return new SqlStore(db, databaseUrl ? 'postgresql' : 'sqlite')
}

/** Its driver is loaded only here: it brings Node's HTTP client with it, which a machine without WebAssembly cannot run. */
async function postgres(connectionString: string): Promise<PostgresDialect> {
  const { Pool } = await import('pg')
  const pool = new Pool({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    max: 10,
    // Whatever the server's default, an answer of ours means that the log is on disk.
    options: '-c synchronous_commit=on',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

/** A short reason without address or password: drivers put both into their messages. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
