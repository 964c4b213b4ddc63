import { afterAll, describe, expect, it } from 'vitest'
import { ask, newcomer, newSession, Player, serverIn, temporaryFolder } from './harness.ts'
import { emptyDatabase, type Postgres, temporaryPostgres } from './temporaryPostgres.ts'

const postgres: Postgres | null = await temporaryPostgres()
const folder = temporaryFolder('on-postgres')
afterAll(async () => {
  await postgres?.stop()
  folder.remove()
})

describe.skipIf(!postgres)('the same server on PostgreSQL', () => {
  it('plays a session, brings it back after a restart, and gives its debrief', async () => {
    const databaseUrl = await emptyDatabase(postgres as Postgres, 'doorstep_server')
    const first = await serverIn(folder.path, { databaseUrl })
    expect((await ask<{ storage: string }>(first, '/health')).body.storage).toBe('postgresql')
    const me = await newcomer(first)
    const session = await newSession(first, me.token)
    const player = new Player(first, me.token, session.id)
    await player.join()
    await player.does({ type: 'arrive' })
    const number = await player.does({ type: 'message', to: 'supervisor', words: '我到门口了' })
    player.close()
    await first.close()

    const second = await serverIn(folder.path, { databaseUrl })
    const back = new Player(second, me.token, session.id)
    const joined = await back.join()
    expect(joined.ok && joined.view.number).toBeGreaterThanOrEqual(number)
    expect(JSON.stringify(back.view?.moments)).toContain('我到门口了')
    await back.does({ type: 'leave' })
    await back.does({ type: 'finish' })
    const debrief = await ask(second, `/api/sessions/${session.id}/debrief`, { token: me.token })
    expect(debrief.status).toBe(200)
    back.close()
    await second.close()
  })
})
