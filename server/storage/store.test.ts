import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../src/scene/index.ts'
import type { Event } from '../../src/sim/index.ts'
import { emptyDatabase, type Postgres, temporaryPostgres } from '../../test/server/temporaryPostgres.ts'
import { MemoryStore, type NewSessionRow, openStore, type Progress, type SeatRow, type Store } from './index.ts'

const postgres: Postgres | null = await temporaryPostgres()
const folder = mkdtempSync(join(tmpdir(), 'doorstep-store-'))
afterAll(async () => {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const kinds: { name: string; open: (() => Promise<Store>) | null }[] = [
  { name: 'memory', open: async () => new MemoryStore() },
  { name: 'SQLite', open: () => openStore({ dataFolder: folder }) },
  {
    name: 'PostgreSQL',
    open:
      postgres &&
      (async () => openStore({ dataFolder: folder, databaseUrl: await emptyDatabase(postgres, 'doorstep_contract') })),
  },
]

const scene = { id: 'small', title: { zh: '小', en: 'Small' } } as FullScene
const progress: Progress = { status: 'visiting', ending: null, clockMs: 0 }
const seats: SeatRow[] = [{ seat: 'trainee', role: 'trainee', person: 'p1' }]
const session = (id: string): NewSessionRow => ({
  id,
  scene: 'small',
  sceneHash: 'h1',
  kind: 'practice',
  owner: 'p1',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...progress,
})
const waited = (number: number): Event => ({ type: 'waited', number, at: number * 1000, seat: 'trainee' })
const messaged = (number: number, words: string, seat = 'trainee'): Event => ({
  type: 'messaged',
  to: 'supervisor',
  words,
  wordCount: 1,
  number,
  at: number * 1000,
  seat,
})
const act = (id: string, number: number) => ({
  id,
  person: 'p1',
  seat: 'trainee',
  answer: { ok: true as const, id, number },
})

for (const { name, open } of kinds) {
  describe.skipIf(!open)(`the storage on ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      if (!open) throw new Error('skipped')
      store = await open()
      await store.addPerson({ id: 'p1', name: '王芳', lang: 'zh', tokenHash: 't1', createdAt: '2026-01-01' })
      await store.addPerson({ id: 'p2', name: 'Lee', lang: 'en', tokenHash: 't2', createdAt: '2026-01-01' })
      await store.saveScene('h1', scene)
    })
    afterAll(() => store?.close())

    it('knows a person by the hash of a token, and nobody by another', async () => {
      expect(await store.personByToken('t1')).toEqual({ id: 'p1', name: '王芳', lang: 'zh' })
      expect(await store.personByToken('nothing')).toBeNull()
    })

    it('knows a person by each device’s token, and ends one without the others', async () => {
      await store.addToken('p2', 't2-headset', '2026-01-02')
      expect(await store.personByToken('t2-headset')).toEqual({ id: 'p2', name: 'Lee', lang: 'en' })
      expect(await store.endToken('t2-headset')).toBe(true)
      expect(await store.endToken('t2-headset')).toBe(false)
      expect(await store.personByToken('t2-headset')).toBeNull()
      expect(await store.personByToken('t2')).toMatchObject({ id: 'p2' })
    })

    it('lets a code in once, before its time is over, and says why not otherwise', async () => {
      await store.createSession(session('c1'), seats, [])
      await store.createSession(session('c2'), seats, [])
      const code = (code: string, of = 'c1', expiresAt = 1000) => ({ code, session: of, person: 'p1', expiresAt })
      expect(await store.addCode(code('000001'), 0)).toBe(true)
      expect(await store.addCode(code('000001', 'c2'), 0)).toBe(false)
      expect(await store.redeemCode('000009', 500)).toEqual({ how: 'unknown' })
      const both = await Promise.all([store.redeemCode('000001', 999), store.redeemCode('000001', 999)])
      expect(both.map(({ how }) => how).sort()).toEqual(['joined', 'used'])
      expect(both).toContainEqual({ how: 'joined', session: 'c1', person: 'p1' })
      expect(await store.addCode(code('000002'), 0)).toBe(true)
      expect(await store.redeemCode('000002', 1000)).toEqual({ how: 'expired' })
    })

    it('has one good code a session, and forgets old ones', async () => {
      const code = (code: string, expiresAt: number) => ({ code, session: 'c2', person: 'p1', expiresAt })
      await store.addCode(code('000003', 5000), 0)
      await store.addCode(code('000004', 5000), 0)
      expect(await store.redeemCode('000003', 1)).toEqual({ how: 'unknown' })
      expect(await store.redeemCode('000004', 1)).toMatchObject({ how: 'joined' })
      await store.addCode(code('000005', 99_000), 6000)
      expect(await store.redeemCode('000004', 1)).toEqual({ how: 'unknown' })
    })

    it('keeps each version of a scene once', async () => {
      await store.saveScene('h1', { ...scene, id: 'another' } as FullScene)
      expect(await store.sceneByHash('h1')).toEqual(scene)
      expect(await store.sceneByHash('h9')).toBeNull()
    })

    it('creates a session with seats and first events, and finds it again', async () => {
      await store.createSession(session('s1'), seats, [waited(1)])
      expect(await store.sessionById('s1')).toEqual({ row: { ...session('s1'), number: 1 }, seats })
      expect(await store.sessionById('none')).toBeNull()
      expect((await store.load('s1')).events).toEqual([waited(1)])
    })

    it('appends events after the one they follow, with their act and the progress', async () => {
      await store.createSession(session('s2'), seats, [waited(1)])
      const later: Progress = { status: 'ended', ending: 'E-A2', clockMs: 3000 }
      const events = [waited(2), messaged(3, '她很累')]
      expect(await store.append('s2', 1, { events, act: act('act-00001', 3), progress: later })).toBe('ok')
      expect(await store.load('s2')).toEqual({ events: [waited(1), ...events], acts: [act('act-00001', 3)] })
      expect((await store.sessionById('s2'))?.row).toEqual({ ...session('s2'), ...later, number: 3 })
    })

    it('answers conflict when the log has grown, and writes nothing', async () => {
      await store.createSession(session('s3'), seats, [waited(1)])
      const what = (id: string) => ({ events: [waited(2)], act: act(id, 2), progress })
      const both = await Promise.all([
        store.append('s3', 1, what('act-000a1')),
        store.append('s3', 1, what('act-000a2')),
      ])
      expect(both.sort()).toEqual(['conflict', 'ok'])
      const { events, acts } = await store.load('s3')
      expect(events).toEqual([waited(1), waited(2)])
      expect(acts).toHaveLength(1)
      expect(await store.append('no such session', 0, { events: [], progress })).toBe('conflict')
    })

    it('keeps the answer of an act that led to no event', async () => {
      await store.createSession(session('s4'), seats, [waited(1)])
      const refused = {
        ...act('act-00002', 1),
        answer: { ok: false as const, id: 'act-00002', refused: 'paused' as const },
      }
      expect(await store.append('s4', 1, { events: [], act: refused, progress })).toBe('ok')
      expect(await store.load('s4')).toEqual({ events: [waited(1)], acts: [refused] })
    })

    it('writes all of an append or nothing of it', async () => {
      await store.createSession(session('s5'), seats, [waited(1)])
      await store.append('s5', 1, { events: [waited(2)], act: act('act-00003', 2), progress })
      const again = store.append('s5', 2, { events: [waited(3)], act: act('act-00003', 3), progress })
      await expect(again).rejects.toThrow()
      expect((await store.load('s5')).events).toEqual([waited(1), waited(2)])
      expect((await store.sessionById('s5'))?.row.number).toBe(2)
    })

    it('refuses events that leave a gap', async () => {
      await store.createSession(session('s6'), seats, [waited(1)])
      await expect(store.append('s6', 1, { events: [waited(3)], progress })).rejects.toThrow('cannot follow')
      expect((await store.load('s6')).events).toEqual([waited(1)])
    })

    it('lists a person’s sessions newest first, and nobody else’s', async () => {
      await store.createSession({ ...session('s7'), createdAt: '2026-02-01T00:00:00.000Z' }, seats, [waited(1)])
      const own = await store.sessionsOf('p1')
      expect(own[0]?.id).toBe('s7')
      expect(own).toHaveLength(9)
      expect(await store.sessionsOf('p2')).toEqual([])
    })

    it('knows who has ended a run', async () => {
      expect(await store.hasEndedRun('p1')).toBe(true)
      expect(await store.hasEndedRun('p2')).toBe(false)
    })

    it('[D.2] erases a person’s words and name, leaves the events and others’ words; twice is the same as once', async () => {
      const two: SeatRow[] = [...seats, { seat: 'instructor', role: 'instructor', person: 'p2' }]
      const written: Event = {
        type: 'document-written',
        document: 'record',
        checks: { isComplete: true, missing: [], breaches: [] },
        wordCount: 2,
        words: { facts: '灶台' },
        number: 4,
        at: 4000,
        seat: 'trainee',
      }
      await store.createSession(session('s8'), two, [waited(1)])
      await store.addToken('p1', 't1-headset', '2026-01-02')
      await store.addCode({ code: '000008', session: 's8', person: 'p1', expiresAt: 9000 }, 0)
      const events = [messaged(2, '我的话'), messaged(3, '老师的话', 'instructor'), written]
      await store.append('s8', 1, { events, progress })
      for (let times = 0; times < 2; times++) {
        await store.eraseWords('p1')
        const after = (await store.load('s8')).events
        expect(after).toEqual([
          waited(1),
          messaged(2, ''),
          messaged(3, '老师的话', 'instructor'),
          { ...written, words: {} },
        ])
        for (const token of ['t1', 't1-headset']) expect(await store.personByToken(token)).toBeNull()
        expect(await store.redeemCode('000008', 1)).toEqual({ how: 'unknown' })
        expect(await store.personByToken('t2')).toEqual({ id: 'p2', name: 'Lee', lang: 'en' })
      }
    })

    it('answers when asked whether it is there', async () => {
      await expect(store.check()).resolves.toBeUndefined()
    })
  })
}

describe('opening', () => {
  it('brings one file up to date for several processes that start at once', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'doorstep-open-'))
    const opens = `
      import { openStore } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
      await (await openStore({ dataFolder: ${JSON.stringify(shared)} })).close()`
    const node = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', opens])
    await Promise.all([node(), node(), node()])
    const first = await openStore({ dataFolder: shared })
    const second = await openStore({ dataFolder: shared })
    await first.addPerson({ id: 'p', name: 'n', lang: 'en', tokenHash: 't', createdAt: '' })
    expect(await second.personByToken('t')).toEqual({ id: 'p', name: 'n', lang: 'en' })
    await first.close()
    await second.close()
    rmSync(shared, { recursive: true, force: true })
  })

  it.skipIf(!postgres)('lets two servers start at once on one PostgreSQL', async () => {
    const databaseUrl = await emptyDatabase(postgres as Postgres, 'doorstep_twice')
    const stores = await Promise.all([1, 2].map(() => openStore({ dataFolder: folder, databaseUrl })))
    for (const store of stores) await store.close()
  })

  it('says in one word why a database cannot be reached, without its address', async () => {
    const databaseUrl = 'postgresql://somebody:secret@127.0.0.1:1/nowhere'
    const failed = openStore({ dataFolder: folder, databaseUrl })
    await expect(failed).rejects.toThrow(/^ECONNREFUSED$/)
  })
})
