import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type FakeModel, startFakeModel } from './fakeModel.ts'
import { openOpinions } from './openOpinions.ts'
import type { Resolve } from './ownNetwork.ts'

const ROWS = [{ id: 'A2-01', line: '您一个人住多久了？' }]
const GOOD = '{"row":"1","score":0.9}'
const NEVER = 600_000

let fake: FakeModel
let elsewhere: FakeModel
const report = vi.fn<(what: string, kind: string) => void>()
beforeAll(async () => {
  fake = await startFakeModel()
  elsewhere = await startFakeModel()
})
afterAll(() => Promise.all([fake.stop(), elsewhere.stop()]))
afterEach(() => report.mockClear())

/** A source with a clock that stands still until it is set, and a time-out that only comes where a test wants it. */
async function source(more: { withinMs?: number; url?: string; resolve?: Resolve } = {}) {
  const clock = { now: 0 }
  const { url = fake.url, ...needs } = more
  const opened = await openOpinions(
    { url, kind: 'chat-http', name: 'm', key: () => 'sk-secret' },
    { report, now: () => clock.now, withinMs: NEVER, ...needs },
  )
  if (!opened) throw new Error('no source')
  const ask = (signal = new AbortController().signal) =>
    opened.ask({ phase: 'A2', lang: 'zh', text: '你好', rows: ROWS, signal })
  return { ask, clock }
}

describe('a model that cannot be used', () => {
  it.each([
    ['status 500', (r: ServerResponse) => r.writeHead(500).end('{"error":"sk-secret"}')],
    ['status 204', (r: ServerResponse) => r.writeHead(204).end()],
    ['not-json', (r: ServerResponse) => r.end('<html>')],
    ['not-json', (r: ServerResponse) => r.end('{"choices":[')],
    ['not-an-answer', (r: ServerResponse) => r.end('{"choices":[]}')],
    ['not-an-answer', (r: ServerResponse) => r.end('[]')],
    ['too-large', (r: ServerResponse) => r.end(' '.repeat(70_000) + GOOD)],
    [
      'too-large',
      (r: ServerResponse) =>
        r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000, ' '))),
    ],
    ['unreachable', (r: ServerResponse) => r.destroy()],
  ])('for %s has no opinion, and after three times is left alone, told once', async (kind, how) => {
    fake.answers((_, response) => void how(response))
    const { ask } = await source()
    for (let times = 0; times < 6; times++) expect(await ask()).toBeNull()
    expect(fake.asked).toHaveLength(3)
    expect(report.mock.calls).toEqual([['resting', kind]])
  })

  it('because it is slow has no opinion when the time is over, and what it says later is not heard', async () => {
    fake.answers(() => {})
    const { ask } = await source({ withinMs: 30 })
    for (let times = 0; times < 4; times++) expect(await ask()).toBeNull()
    expect(report.mock.calls).toEqual([['resting', 'timeout']])
  })

  it('because its reply never ends has no opinion when the time is over', async () => {
    fake.answers((_, response) => void response.write('{"choices":'))
    const { ask } = await source({ withinMs: 30 })
    expect(await ask()).toBeNull()
  })

  it.each([301, 302, 303, 307, 308])(
    'because it redirects (%i) has no opinion, and nobody goes where it points',
    async (status) => {
      elsewhere.chats(GOOD)
      fake.answers(
        (_, response) => void response.writeHead(status, { location: `${elsewhere.url}/chat/completions` }).end(),
      )
      const { ask } = await source()
      expect(await ask()).toBeNull()
      expect(fake.asked).toHaveLength(1)
      expect(elsewhere.asked).toEqual([])
    },
  )

  it('because its name has moved out of the school is not asked', async () => {
    fake.chats(GOOD)
    let addresses = ['127.0.0.1']
    const url = fake.url.replace('127.0.0.1', 'model.lan')
    const { ask } = await source({ url, resolve: async () => addresses })
    addresses = ['203.0.113.9']
    for (let times = 0; times < 3; times++) expect(await ask()).toBeNull()
    expect(fake.asked).toEqual([])
    expect(report.mock.calls).toEqual([['resting', 'not-own-network']])
  })

  it('because its name is never found does not keep anybody waiting', async () => {
    let isStarted = false
    const resolve: Resolve = () => (isStarted ? new Promise(() => {}) : Promise.resolve(['127.0.0.1']))
    const { ask } = await source({ url: 'http://model.lan/v1', resolve, withinMs: 30 })
    isStarted = true
    expect(await ask()).toBeNull()
  })
})

describe('a model that is left alone', () => {
  it('is tried once after a minute, and asked again by all when that goes well', async () => {
    fake.answers((_, response) => void response.writeHead(503).end())
    const { ask, clock } = await source()
    for (let times = 0; times < 3; times++) await ask()
    clock.now = 59_999
    await ask()
    expect(fake.asked).toHaveLength(3)
    clock.now = 60_000
    await Promise.all([ask(), ask(), ask()])
    expect(fake.asked).toHaveLength(4)
    clock.now = 120_000
    fake.chats(GOOD)
    expect(await ask()).toMatchObject({ rows: ['A2-01'] })
    expect(await ask()).toMatchObject({ rows: ['A2-01'] })
    expect(report.mock.calls).toEqual([
      ['resting', 'status 503'],
      ['back', 'answered'],
    ])
  })

  it('must have failed three times in a row', async () => {
    const { ask } = await source()
    for (let times = 0; times < 4; times++) {
      fake.answers((_, response) => void response.writeHead(503).end())
      await ask()
      await ask()
      fake.chats(GOOD)
      expect(await ask()).toMatchObject({ rows: ['A2-01'] })
    }
    expect(report).not.toHaveBeenCalled()
  })
})

describe('those who ask', () => {
  it('are four at a time; a fifth goes without, at once', async () => {
    const waiting: ServerResponse[] = []
    let allCame = () => {}
    const four = new Promise<void>((resolve) => {
      allCame = resolve
    })
    fake.answers((_, response) => {
      if (waiting.push(response) === 4) allCame()
    })
    const { ask } = await source()
    const asking = [ask(), ask(), ask(), ask()]
    await four
    expect(await ask()).toBeNull()
    for (const response of waiting) response.end(JSON.stringify({ choices: [{ message: { content: GOOD } }] }))
    for (const opinion of await Promise.all(asking)) expect(opinion).toMatchObject({ rows: ['A2-01'] })
    expect(fake.asked).toHaveLength(4)
  })

  it('may change their mind, which is no failure of the model', async () => {
    fake.answers(() => {})
    const { ask } = await source()
    for (let times = 0; times < 4; times++) {
      const gone = new AbortController()
      const asking = ask(gone.signal)
      gone.abort()
      expect(await asking).toBeNull()
    }
    expect(await ask(AbortSignal.abort())).toBeNull()
    fake.chats(GOOD)
    expect(await ask()).toMatchObject({ rows: ['A2-01'] })
    expect(report).not.toHaveBeenCalled()
  })
})
