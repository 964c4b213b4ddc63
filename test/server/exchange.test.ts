import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionSummary } from '../../src/protocol/index.ts'
import type { PublicScene } from '../../src/scene/index.ts'
import {
  ask,
  atTheDoor,
  newcomer,
  newSession,
  Player,
  SCENE,
  serverIn,
  step,
  type TestServer,
  temporaryFolder,
} from './harness.ts'

const folder = temporaryFolder('exchange')
let server: TestServer
beforeAll(async () => {
  server = await serverIn(folder.path)
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

describe('a whole exchange', () => {
  it('goes from a typed name to an ended session', async () => {
    const me = await newcomer(server, '李雷')
    expect(me.token.length).toBeGreaterThan(40)
    expect((await ask(server, '/api/me', { token: me.token })).body).toEqual({
      person: me.person,
      name: '李雷',
      lang: 'zh',
    })

    const listed = await ask<{ scenes: { id: string }[] }>(server, '/api/scenes')
    expect(listed.body.scenes.map(({ id }) => id)).toContain(SCENE)
    const open = await ask<PublicScene>(server, `/api/scenes/${SCENE}`)
    const session = await newSession(server, me.token)
    expect(session).toMatchObject({ scene: SCENE, status: 'preparing', ending: null, minutes: 0 })
    const pinned = await ask<PublicScene>(server, `/api/sessions/${session.id}/scene`, { token: me.token })
    expect(pinned.body).toEqual(open.body)

    const player = new Player(server, me.token, session.id)
    expect(await player.join()).toMatchObject({ ok: true, view: { seat: 'trainee', number: 1 } })
    expect(player.view?.session).toMatchObject({
      status: 'preparing',
      isFirstRun: true,
      clock: { at: 0, isRunning: false },
    })
    const option = player.view?.preparation.options[0]?.id ?? ''
    await player.does({ type: 'prepare', options: [option] })
    await player.does({ type: 'arrive' })
    await player.until((view) => view.session.status === 'visiting' && view.session.clock.isRunning)
    expect(player.view?.preparation.options[0]?.isChosen).toBe(true)

    await step(server, 5_000)
    const offer = player.view?.offers.find(({ kind, isInFan }) => kind === 'say' && isInFan)
    const number = await player.does({ type: 'say', offer: offer?.token ?? '', means: 'picked' })
    const after = await player.until((view) => view.number >= number)
    expect(after.session.clock.at).toBe(5_000)
    expect(after.moments.filter(({ kind }) => kind === 'own-words')).toHaveLength(1)
    expect(player.frames.every(({ kind }) => kind === 'patch')).toBe(true)

    expect((await ask(server, `/api/sessions/${session.id}/debrief`, { token: me.token })).status).toBe(409)
    await step(server, 5_000)
    await player.does({ type: 'leave' })
    await player.does({ type: 'finish' })
    const ended = await player.until((view) => view.session.status === 'ended')
    expect(ended.ending).not.toBeNull()
    const own = await ask<{ sessions: SessionSummary[] }>(server, '/api/sessions', { token: me.token })
    expect(own.body.sessions).toHaveLength(1)
    expect(own.body.sessions[0]).toMatchObject({ id: session.id, status: 'ended', ending: ended.ending?.title })
    player.close()
  })

  it('gives a debrief of an ended session, with the card of places to turn to', async () => {
    const { player, me } = await atTheDoor(server)
    await player.does({ type: 'leave' })
    await player.does({ type: 'finish' })
    const path = `/api/sessions/${player.session}/debrief`
    const { status, body } = await ask<{ scene: string; resources: { lines: unknown[] } }>(server, path, {
      token: me.token,
    })
    expect(status).toBe(200)
    expect(body.scene).toBe(SCENE)
    expect(body.resources.lines.length).toBeGreaterThan(0)
    player.close()
  })

  it('[D.9] leaves class and assessed sessions to instructors', async () => {
    const me = await newcomer(server)
    for (const kind of ['class', 'assessed']) {
      const answered = await ask<{ refused: string }>(server, '/api/sessions', {
        token: me.token,
        body: { scene: SCENE, kind },
      })
      expect([answered.status, answered.body.refused]).toEqual([403, 'not-this-seat'])
    }
  })

  it('counts as first run only until a run has ended', async () => {
    const { player, me } = await atTheDoor(server)
    expect(player.view?.session.isFirstRun).toBe(true)
    await player.does({ type: 'leave' })
    await player.does({ type: 'finish' })
    player.close()
    const second = new Player(server, me.token, (await newSession(server, me.token)).id)
    await second.join()
    expect(second.view?.session.isFirstRun).toBe(false)
    second.close()
  })

  it('plays the seed and starting point that are asked for, and refuses unknown ones', async () => {
    const me = await newcomer(server)
    const asked = (more: object) =>
      ask<{ refused: string }>(server, '/api/sessions', {
        token: me.token,
        body: { scene: SCENE, kind: 'practice', ...more },
      })
    expect((await asked({ seed: 'alpha' })).status).toBe(201)
    expect(await asked({ seed: 'omega' })).toMatchObject({ status: 404, body: { refused: 'unknown-thing' } })
    expect(await asked({ excerpt: 'nowhere' })).toMatchObject({ status: 404, body: { refused: 'unknown-thing' } })
    expect(await asked({ scene: 'no-such' })).toMatchObject({ status: 404, body: { refused: 'unknown-thing' } })
    expect(await asked({ kind: 'fun' })).toMatchObject({ status: 400, body: { refused: 'malformed' } })
  })

  it('understands free words as one of the legal rows, or asks whether it was meant', async () => {
    const { player } = await atTheDoor(server)
    const offer = player.view?.offers.find(({ kind }) => kind === 'say')
    await step(server, 3_000)
    await player.does({ type: 'begin-composing', how: 'typing' })
    await player.until((view) => !view.session.clock.isRunning)
    await player.does({ type: 'say', words: offer?.text.zh ?? '', lang: 'zh', means: 'typed' })
    const view = await player.until(({ session }) => session.composing === null)
    const understood =
      view.moments.some(({ kind }) => kind === 'own-words') || view.prompts.some(({ kind }) => kind === 'confirm')
    expect(understood).toBe(true)
    player.close()
  })
})
