import type { Kysely } from 'kysely'
import type { CodeRow, CodeUse } from './Store.ts'
import type { Tables } from './tables.ts'

export async function addCode(db: Kysely<Tables>, row: CodeRow, forgetBefore: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('join_codes').where('expires_at', '<', forgetBefore).execute()
    await trx.deleteFrom('join_codes').where('session', '=', row.session).where('used_at', 'is', null).execute()
    const { code, session, person, expiresAt } = row
    const added = await trx
      .insertInto('join_codes')
      .values({ code, session, person, expires_at: expiresAt, used_at: null })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  })
}

/** The update decides between two that come at once; what is read afterwards only says why it changed nothing. */
export async function redeemCode(db: Kysely<Tables>, code: string, now: number): Promise<CodeUse> {
  const used = await db
    .updateTable('join_codes')
    .set({ used_at: now })
    .where('code', '=', code)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['session', 'person'])
    .executeTakeFirst()
  if (used) return { how: 'joined', ...used }
  const found = await db.selectFrom('join_codes').select('used_at').where('code', '=', code).executeTakeFirst()
  return { how: !found ? 'unknown' : found.used_at === null ? 'expired' : 'used' }
}
