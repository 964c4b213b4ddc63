import { randomInt } from 'node:crypto'
import { CODE_DIGITS } from '../../src/protocol/index.ts'
import type { Store } from '../storage/index.ts'

/** Ten minutes: time enough to put a headset on, too little to guess. */
export const CODE_LASTS_MS = 600_000
/** So long a code that is over is still known for what it was. */
const REMEMBERED_MS = 3_600_000
/** With a thousand codes about, two in a row that are taken happen once in a million. */
const TIMES = 8

export const randomCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')

/** A code for this session that nobody else has; the one it had before is over. */
export async function newCode(
  store: Pick<Store, 'addCode'>,
  session: string,
  person: string,
  now: number,
): Promise<{ code: string; expiresAt: number }> {
  const expiresAt = now + CODE_LASTS_MS
  for (let times = 0; times < TIMES; times++) {
    const code = randomCode()
    if (await store.addCode({ code, session, person, expiresAt }, now - REMEMBERED_MS)) return { code, expiresAt }
  }
  throw new Error(`no free code in ${TIMES} draws`)
}
