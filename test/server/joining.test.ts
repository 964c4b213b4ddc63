import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../server/storage/index.ts'
import {
  CHECK_SOCKET,
  type CheckToServer,
  type JoinCode,
  type JoinedByCode,
  type NetworkCheck,
  type Problem,
  type ServerToCheck,
  type SessionSummary,
  type Welcome,
} from '../../src/protocol/index.ts'
import {
  ask,
  atTheDoor,
  newcomer,
  newSession,
  Player,
  serverIn,
  step,
  type TestServer,
  temporaryFolder,
} from './harness.ts'

const TEN_MINUTES_MS = 600_000
const folder = temporaryFolder('joining')
let server: TestServer
beforeAll(async () => {
  server = await serverIn(folder.path)
  // Reading the scene takes long on a busy computer.
  await ask(server, '/api/scenes')
}, 90_000)
afterAll(async () => {
  await server.close()
  folder.remove()
})

async function codeFor(session: string, token: string): Promise<string> {
  const { status, body } = await ask<JoinCode>(server, `/api/sessions/${session}/codes`, { token, method: 'POST' })
  expect(status).toBe(201)
  expect(body.code).toMatch(/^\d{6}$/)
  return body.code
}
const tryCode = <T = JoinedByCode>(code: string, token?: string) =>
  ask<T>(server, '/api/join', { body: { code }, ...(token !== undefined && { token }) })
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('going on with another device', () => {
  it('makes it the same person in the same session, with a token of its own; the desktop keeps its own', async () => {
    const { player, me } = await atTheDoor(server)
    const joined = await tryCode(await codeFor(player.session, me.token))
    expect(joined.body).toMatchObject({ person: me.person, name: me.name, session: player.session })
    expect(joined.body.token).not.toBe(me.token)
    const headset = new Player(server, joined.body.token, player.session)
    expect(await headset.join()).toMatchObject({ ok: true, view: { session: { status: 'visiting' } } })
    await expect.poll(() => player.isSuperseded).toBe(true)
    await headset.does({ type: 'wait' })
    expect((await ask<{ person: string }>(server, '/api/me', { token: me.token })).body.person).toBe(me.person)
    // And back at the desk, by a code from the headset.
    const back = await tryCode(await codeFor(player.session, joined.body.token))
    expect(back.body.person).toBe(me.person)
    for (const one of [player, headset]) one.close()
  })

  it('is for one’s own sessions only', async () => {
    const [me, other] = [await newcomer(server), await newcomer(server)]
    const session = await newSession(server, me.token)
    const asked = (token?: string) =>
      ask<Problem>(server, `/api/sessions/${session.id}/codes`, { method: 'POST', ...(token && { token }) })
    expect([(await asked(other.token)).status, (await asked()).status]).toEqual([403, 401])
    const none = await ask<Problem>(server, '/api/sessions/none/codes', { method: 'POST', token: me.token })
    expect(none.body.refused).toBe('unknown-session')
  })

  it('says so while the server lets in only its own computer', async () => {
    const me = await newcomer(server)
    const { id } = await newSession(server, me.token)
    const { body } = await ask<JoinCode>(server, `/api/sessions/${id}/codes`, { token: me.token, method: 'POST' })
    expect(body).toMatchObject({ address: null, qr: null })
  })

  it('signs out whoever used that device before, and nobody else', async () => {
    const [me, before] = [await newcomer(server), await newcomer(server, '上一位')]
    const { id } = await newSession(server, me.token)
    const socket = new Player(server, before.token, (await newSession(server, before.token)).id)
    expect(await socket.join()).toMatchObject({ ok: true })
    const closed = socket.closed()
    expect((await tryCode(await codeFor(id, me.token), before.token)).status).toBe(200)
    expect(await closed).toBe('io server disconnect')
    expect((await ask(server, '/api/me', { token: before.token })).status).toBe(401)
    expect((await ask(server, '/api/me', { token: me.token })).status).toBe(200)
  })
})

describe('a code', () => {
  let me: Welcome
  let session: SessionSummary
  beforeAll(async () => {
    // Whatever was guessed before is forgotten.
    await step(server, TEN_MINUTES_MS)
    me = await newcomer(server)
    session = await newSession(server, me.token)
  })
  const refused = async (code: string) => {
    const { status, body } = await tryCode<Problem>(code)
    expect(body.zh).toMatch(/\p{Script=Han}/u)
    expect(body.en).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u)
    return [status, body.refused]
  }

  it('works once, also when two devices try it at the same moment', async () => {
    const code = await codeFor(session.id, me.token)
    const both = await Promise.all([tryCode(code), tryCode(code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
    expect(await refused(code)).toEqual([410, 'not-now'])
  })

  it('is over after ten minutes', async () => {
    const code = await codeFor(session.id, me.token)
    await step(server, TEN_MINUTES_MS)
    expect(await refused(code)).toEqual([410, 'not-now'])
  })

  it('is over when the session has a newer one', async () => {
    const [old, newer] = [await codeFor(session.id, me.token), await codeFor(session.id, me.token)]
    expect(await refused(old)).toEqual([404, 'unknown-thing'])
    expect((await tryCode(newer)).status).toBe(200)
  })

  it('that is wrong, or no code at all, is refused in plain words', async () => {
    expect(await refused(another(await codeFor(session.id, me.token)))).toEqual([404, 'unknown-thing'])
    for (const none of ['', '12345', '1234567', '12345a', '１２３４５６'])
      expect(await refused(none)).toEqual([400, 'malformed'])
  })

  it('cannot be guessed by trying: after ten wrong ones even the right one has to wait', async () => {
    await step(server, TEN_MINUTES_MS)
    const code = await codeFor(session.id, me.token)
    const wrong = await Promise.all(Array.from({ length: 50 }, () => tryCode<Problem>(another(code))))
    const statuses = wrong.map(({ status }) => status)
    expect([statuses.filter((one) => one === 404).length, statuses.filter((one) => one === 429).length]).toEqual([
      10, 40,
    ])
    expect(await refused(code)).toEqual([429, 'too-fast'])
    await step(server, 60_000)
    expect((await tryCode(code)).status).toBe(200)
  })
})

describe('handing a device over', () => {
  it('ends its seat’s link and its token; the person’s other device goes on', async () => {
    await step(server, TEN_MINUTES_MS)
    const { player, me } = await atTheDoor(server)
    const { body: headset } = await tryCode(await codeFor(player.session, me.token))
    const worn = new Player(server, headset.token, player.session)
    await worn.join()
    const closed = worn.closed()
    const handOver = () => ask(server, '/api/handover', { token: headset.token, method: 'POST' })
    expect((await handOver()).status).toBe(204)
    expect(await closed).toBe('io server disconnect')
    expect((await ask(server, '/api/me', { token: headset.token })).status).toBe(401)
    const again = new Player(server, headset.token, player.session)
    expect(await again.opened()).toBe('not-signed-in')
    expect((await handOver()).status).toBe(204)

    const desk = new Player(server, me.token, player.session)
    const joined = await desk.join()
    expect(joined.ok && joined.view.session.status).toBe('visiting')
    for (const one of [player, worn, again, desk]) one.close()
  })

  it('pauses the visit at once, without waiting whether the device comes back', async () => {
    const { player, me } = await atTheDoor(server)
    const closed = player.closed()
    await ask(server, '/api/handover', { token: me.token, method: 'POST' })
    await closed
    const store = await openStore({ dataFolder: folder.path })
    // The clock of the test stands still: a device that had only dropped off would be waited for.
    await expect.poll(async () => (await store.load(player.session)).events.at(-1)?.type).toBe('paused')
    await store.close()
  })
})

describe('the network check', () => {
  type Page = Socket<ServerToCheck, CheckToServer>
  const open = async (): Promise<{ page: Page; number: string }> => {
    const page: Page = io(`${server.url}${CHECK_SOCKET}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: server.url },
    })
    return { page, number: await new Promise((resolve) => page.once('number', resolve)) }
  }

  it('needs no name, and tells addresses, ports and the certificate', async () => {
    const { status, body } = await ask<NetworkCheck>(server, '/api/check')
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        isOpen: false,
        ports: { plain: server.port, secure: null },
        secure: [],
        certificate: null,
      }),
    ])
  })

  it('lets two pages find each other through the server, by a number', async () => {
    const [one, two] = [await open(), await open()]
    expect(one.number).toMatch(/^\d{6}$/)
    await one.page.timeout(5_000).emitWithAck('echo')
    const found = new Promise<void>((resolve) => two.page.once('found', () => resolve()))
    expect(await one.page.timeout(5_000).emitWithAck('look', two.number)).toBe(true)
    await found
    expect(await one.page.timeout(5_000).emitWithAck('look', one.number)).toBe(false)
    two.page.disconnect()
    await expect.poll(() => one.page.timeout(5_000).emitWithAck('look', two.number)).toBe(false)
    one.page.disconnect()
  })

  it('lets go of a page that floods it or says what no page says', async () => {
    const flooding = await open()
    const ended = (page: Page) => new Promise((resolve) => page.once('disconnect', resolve))
    const floods = ended(flooding.page)
    for (let times = 0; times < 60; times++) flooding.page.emit('look', 'x', () => {})
    expect(await floods).toBe('io server disconnect')
    const strange = await open()
    const stranger = ended(strange.page)
    ;(strange.page as unknown as Socket).emit('act', {})
    expect(await stranger).toBe('io server disconnect')
  })

  it('gives no way into a session', async () => {
    const { page } = await open()
    const ended = new Promise((resolve) => page.once('disconnect', resolve))
    ;(page as unknown as Socket).emit('join', { session: 'x' }, () => {})
    expect(await ended).toBe('io server disconnect')
  })
})
