import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOG_FILE } from '../../server/openLog.ts'
import { openStore } from '../../server/storage/index.ts'
import { PROTOCOL, type Problem } from '../../src/protocol/index.ts'
import {
  actId,
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

const folder = temporaryFolder('abuse')
let server: TestServer
beforeAll(async () => {
  server = await serverIn(folder.path)
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

describe('frames that no honest page sends', () => {
  it.each([
    ['a forged seat', { type: 'wait', seat: 'system' }],
    ['a forged time', { type: 'wait', at: 0 }],
    ['a row by its id', { type: 'say', row: 'A1-01', means: 'picked' }],
    ['a forged confidence', { type: 'say', words: '您好', lang: 'zh', means: 'typed', confidence: 1 }],
    ['a confirmation with the words', { type: 'say', words: '您好', lang: 'zh', means: 'typed', isConfirmed: true }],
    ['an act of the room', { type: 'time-passes' }],
    ['an act of an instructor', { type: 'intervene', what: 'stop' }],
    ['no act', null],
    ['a list', []],
  ])('are refused as malformed: %s', async (_name, act) => {
    const { player } = await atTheDoor(server)
    const before = player.view?.number
    const id = actId()
    expect(await player.raw({ id, session: player.session, act })).toEqual({ ok: false, id, refused: 'malformed' })
    expect(await player.does({ type: 'wait' })).toBe((before ?? 0) + 1)
    player.close()
  })

  it('close their own connection when one holds 1 MB, and nobody else’s', async () => {
    const { player } = await atTheDoor(server)
    const { player: other } = await atTheDoor(server)
    const closed = player.closed()
    player.socket.emit(
      'act',
      {
        id: actId(),
        session: player.session,
        act: { type: 'message', to: 'supervisor', words: 'x'.repeat(1_000_000) },
      } as never,
      () => {},
    )
    expect(await closed).toMatch(/transport/)
    expect(await other.does({ type: 'wait' })).toBeGreaterThan(0)
    const back = new Player(server, (player.socket.auth as { token: string }).token, player.session)
    expect(await back.join()).toMatchObject({ ok: true })
    for (const one of [other, back]) one.close()
  })

  it('are put up with for a while, then the connection is closed with a reason', async () => {
    const { player } = await atTheDoor(server)
    const { player: other } = await atTheDoor(server)
    const closed = player.closed()
    for (let times = 0; times < 200; times++) (player.socket as Socket).emit('nonsense', { a: times })
    expect(await closed).toBe('io server disconnect')
    expect(player.refused).toBe('malformed')
    expect(await other.does({ type: 'wait' })).toBeGreaterThan(0)
    other.close()
  })

  it('are slowed down when they come too fast', async () => {
    const { player } = await atTheDoor(server)
    const answers = await Promise.all(Array.from({ length: 90 }, () => player.act({ type: 'wait' })))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refused]))
    expect(refused.length).toBeGreaterThan(10)
    expect(new Set(refused)).toEqual(new Set(['too-fast']))
    player.close()
  })
})

describe('who is asking', () => {
  it('is refused with a version that does not fit, a wrong token or a strange greeting', async () => {
    const me = await newcomer(server)
    const greeted = async (auth: Record<string, unknown>) => {
      const socket = io(server.url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth,
        extraHeaders: { origin: server.url },
      })
      const reason = await new Promise((resolve) => {
        socket.once('connect', () => resolve('connected'))
        socket.once('connect_error', (error) => resolve(error.message))
      })
      socket.disconnect()
      return reason
    }
    expect(await greeted({ protocol: PROTOCOL, token: me.token })).toBe('connected')
    expect(await greeted({ protocol: PROTOCOL - 1, token: me.token })).toBe('client-too-old')
    expect(await greeted({ protocol: PROTOCOL + 1, hello: 'new shape' })).toBe('server-too-old')
    expect(await greeted({ protocol: PROTOCOL, token: 'x'.repeat(43) })).toBe('not-signed-in')
    expect(await greeted({ protocol: PROTOCOL, token: me.token, seat: 'system' })).toBe('malformed')
    expect(await greeted({})).toBe('malformed')
  })

  it('is refused from another site’s page before anything is looked up', async () => {
    const { player } = await atTheDoor(server)
    const { token } = player.socket.auth as { token: string }
    const foreign = new Player(server, token, player.session, { origin: 'http://elsewhere.example' })
    expect(await foreign.opened()).not.toBeNull()
    foreign.close()
    player.close()
  })

  it('cannot join or read a session that is another’s, or none', async () => {
    const { player } = await atTheDoor(server)
    const other = await newcomer(server, 'Lee')
    const intruder = new Player(server, other.token, player.session)
    expect(await intruder.join()).toEqual({ ok: false, refused: 'not-yours' })
    expect(await intruder.act({ type: 'wait' })).toMatchObject({ ok: false, refused: 'unknown-session' })
    for (const what of ['scene', 'debrief']) {
      const path = `/api/sessions/${player.session}/${what}`
      expect(await ask<Problem>(server, path, { token: other.token })).toMatchObject({
        status: 403,
        body: { refused: 'not-yours' },
      })
      expect(await ask<Problem>(server, path)).toMatchObject({ status: 401, body: { refused: 'not-signed-in' } })
      const nowhere = await ask<Problem>(server, `/api/sessions/no-such-session/${what}`, { token: other.token })
      expect(nowhere).toMatchObject({ status: 404, body: { refused: 'unknown-session' } })
    }
    const lost = new Player(server, other.token, 'no-such-session')
    expect(await lost.join()).toEqual({ ok: false, refused: 'unknown-session' })
    expect((await ask<{ sessions: unknown[] }>(server, '/api/sessions', { token: other.token })).body.sessions).toEqual(
      [],
    )
    for (const one of [player, intruder, lost]) one.close()
  })

  it('acts through the window opened last', async () => {
    const { player, me } = await atTheDoor(server)
    const second = new Player(server, me.token, player.session)
    await second.join()
    await second.does({ type: 'wait' })
    expect(player.isSuperseded).toBe(true)
    expect(await player.act({ type: 'wait' })).toMatchObject({ ok: false, refused: 'not-this-seat' })
    await player.join()
    expect(await player.does({ type: 'wait' })).toBe(player.view?.number)
    expect(second.isSuperseded).toBe(true)
    for (const one of [player, second]) one.close()
  })
})

describe('requests that cannot be', () => {
  it('get a problem in both languages, and never a stack trace', async () => {
    const bad: [string, { body?: unknown; method?: string }, number, string][] = [
      ['/api/people', { body: { name: '', lang: 'zh' } }, 400, 'malformed'],
      ['/api/people', { body: { name: 'x'.repeat(41), lang: 'zh' } }, 400, 'malformed'],
      ['/api/people', { body: { name: 'x', lang: 'fr' } }, 400, 'malformed'],
      ['/api/people', { body: { name: 'x', lang: 'zh', id: 'admin' } }, 400, 'malformed'],
      ['/api/people', { body: { name: 'x'.repeat(100_000), lang: 'zh' } }, 413, 'too-large'],
      ['/api/sessions', { body: { scene: SCENE, kind: 'practice' } }, 401, 'not-signed-in'],
      ['/api/nothing', {}, 404, 'unknown-thing'],
      ['/api/scenes/..%2f..%2fpackage.json', {}, 404, 'unknown-thing'],
      ['/api/test/clock', { body: { advanceMs: -1 } }, 400, 'malformed'],
    ]
    for (const [path, options, status, refused] of bad) {
      const answer = await ask<Problem>(server, path, options)
      expect([path, answer.status, answer.body.refused]).toEqual([path, status, refused])
      expect(answer.body.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.(ts|js)|node_modules/)
    }
    const broken = await fetch(`${server.url}/api/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect([broken.status, ((await broken.json()) as Problem).refused]).toEqual([400, 'malformed'])
  })

  it('are answered under headers that let a page ask nothing of any other origin', async () => {
    const { headers } = await fetch(`${server.url}/health`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('words', () => {
  it('[D.2] are erased with the name when their owner asks, the events stay', async () => {
    const { player, me } = await atTheDoor(server)
    const secret = '我想起了外婆家的灶台'
    await step(server, 2_000)
    await player.does({ type: 'message', to: 'supervisor', words: secret })
    await player.until(({ moments }) => JSON.stringify(moments).includes(secret))
    const closed = player.closed()
    expect((await ask(server, '/api/me', { token: me.token, method: 'DELETE' })).status).toBe(204)
    await closed
    expect((await ask(server, '/api/me', { token: me.token })).status).toBe(401)
    const store = await openStore({ dataFolder: folder.path })
    const { events } = await store.load(player.session)
    await store.close()
    expect(JSON.stringify(events)).not.toContain(secret)
    expect(events.find(({ type }) => type === 'messaged')).toMatchObject({ words: '', wordCount: expect.any(Number) })
  })

  it('never come into the server’s log, nor do names and tokens', async () => {
    const name = '欧阳测试'
    const me = await newcomer(server, name)
    const player = new Player(server, me.token, (await newSession(server, me.token)).id)
    await player.join()
    await player.does({ type: 'arrive' })
    const words = '这句话不该出现在任何日志里'
    await player.does({ type: 'say', words, lang: 'zh', means: 'typed' })
    await player.does({ type: 'message', to: 'supervisor', words })
    await player.raw({
      id: actId(),
      session: player.session,
      act: { type: 'message', to: 'supervisor', words, seat: words },
    })
    await ask(server, '/api/people', { body: { name: words.repeat(9), lang: 'zh' } })
    await ask(server, `/api/${encodeURIComponent(words)}`, { token: me.token })
    await player.does({ type: 'leave' })
    player.close()
    const log = readFileSync(join(folder.path, LOG_FILE), 'utf8')
    expect(log).toContain('session created')
    expect(log).toContain('room loaded')
    for (const never of [name, words, me.token, me.token.slice(0, 12)]) expect(log).not.toContain(never)
  })
})
