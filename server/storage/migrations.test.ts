import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, Migrator } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { LibsqlDialect } from './libsqlDialect.ts'
import { migrate, provider } from './migrations.ts'
import { SqlStore } from './SqlStore.ts'
import type { Tables } from './tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'doorstep-migrations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a database of the first shape', () => {
  it('still knows everybody by the token their browser keeps, and nobody who was erased', async () => {
    const db = new Kysely<Tables>({ dialect: new LibsqlDialect(join(folder, 'first.sqlite')) })
    const { error } = await new Migrator({ db, provider }).migrateTo('0001-first')
    expect(error).toBeUndefined()
    const person = (id: string, name: string | null, token_hash: string | null) => ({
      id,
      name,
      lang: 'zh',
      token_hash,
      created_at: '2026-01-01',
    })
    await db
      .insertInto('persons')
      .values([person('p1', '王芳', 't1'), person('p2', null, null)])
      .execute()
    await migrate(db)
    const store = new SqlStore(db, 'sqlite')
    expect(await store.personByToken('t1')).toEqual({ id: 'p1', name: '王芳', lang: 'zh' })
    expect(await db.selectFrom('tokens').select('person').execute()).toEqual([{ person: 'p1' }])
    await store.close()
  })
})
