import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import Database from 'libsql'

/** How long one statement waits for another process that is writing; the whole server stands still meanwhile. */
const BUSY_MS = 1000
/** How long a transaction asks again for the write lock, letting others work in between. */
const BEGIN_MS = 5000
const AGAIN_MS = 20

/** SQLite can roll back a change of tables, so all migrations run in one transaction. */
class LibsqlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** Every transaction of ours writes: taking the write lock at once leaves nothing to fail half-way for a second process. */
class LibsqlDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = Date.now() + BEGIN_MS
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }
}

/** Kysely on libsql, which looks like better-sqlite3 and needs no install script. */
export class LibsqlDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(file: string) {
    const config: SqliteDialectConfig = {
      database: async () => preparingOnce(openDatabase(file)),
    }
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new LibsqlDriver(this.#config)
  }

  override createAdapter(): DialectAdapter {
    return new LibsqlAdapter()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

/** Statements kept ready: the server asks the same few questions over and over. */
const PREPARED_MAX = 200

function preparingOnce(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement: SqliteStatement = database.prepare(sql)
      if (prepared.size < PREPARED_MAX) prepared.set(sql, statement)
      return statement
    },
    close: () => database.close(),
  }
}

function openDatabase(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_MS })
  database.exec('PRAGMA journal_mode = WAL')
  // Nothing acknowledged may be lost, even when the power goes (decisions B.17).
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  return database
}
