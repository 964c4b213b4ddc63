import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Link,
  Rooms,
  type RoomsNeeds,
  type SteppedClock,
  startSession,
  steppedClock,
} from '../../server/rooms/index.ts'
import { MemoryStore } from '../../server/storage/index.ts'
import { loadScene } from '../../src/author/index.ts'
import type { ViewFrame } from '../../src/protocol/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import type { Event, SeatView } from '../../src/sim/index.ts'
import { actId, PROJECT, SCENE } from './harness.ts'

let scene: FullScene
beforeAll(async () => {
  const loaded = await loadScene(`${PROJECT}/scenes/${SCENE}`, { hasAdvice: false })
  if (!loaded.scene) throw new Error('the scene does not load')
  scene = loaded.scene
})

type Set = {
  store: MemoryStore
  clock: SteppedClock
  rooms: Rooms
  needs: RoomsNeeds
  reports: string[]
  session: string
}

async function room(more: Partial<RoomsNeeds> = {}, store = new MemoryStore()): Promise<Set> {
  const clock = steppedClock()
  const reports: string[] = []
  const needs: RoomsNeeds = {
    store,
    clock,
    pinned: async () => scene,
    understand: async () => ({
      understanding: { row: null, confidence: 0, isClear: false, candidates: [] },
      by: 'nothing',
      second: null,
    }),
    report: (_session, what, kind) => reports.push(`${what} ${kind}`),
    ...more,
  }
  const started = startSession(scene, {
    scene: SCENE,
    kind: 'practice',
    seed: scene.seeds[0]?.id,
    person: 'p1',
    isFirstRun: false,
    runsBefore: 0,
    sceneHash: 'h',
  })
  await store.createSession(started.row, started.seats, started.events)
  return { store, clock, rooms: new Rooms(needs), needs, reports, session: started.row.id }
}

function window(): Link & { frames: ViewFrame[]; isSuperseded: boolean; isSlow: boolean } {
  return {
    isSlow: false,
    isBehind() {
      return this.isSlow
    },
    frames: [],
    isSuperseded: false,
    send(frame) {
      this.frames.push(frame)
    },
    supersede() {
      this.isSuperseded = true
    },
  }
}

async function join(set: Set, link: Link = window()) {
  const joined = await set.rooms.join(set.session, 'p1', link)
  if (!joined.ok) throw new Error(joined.refused)
  return { ...joined, link }
}

const types = async ({ store, session }: Set) => (await store.load(session)).events.map(({ type }) => type)
const last = async ({ store, session }: Set): Promise<Event | undefined> => (await store.load(session)).events.at(-1)
const pass = (set: Set, ms: number) => set.clock.advance(ms, () => set.rooms.settled())

async function visiting(set: Set) {
  const at = await join(set)
  expect(await at.room.act(at.link, actId(), { type: 'arrive' })).toMatchObject({ ok: true })
  return at
}

const clockOf = async (set: Set): Promise<SeatView['session']['clock']> => (await join(set)).view.session.clock

describe('the clock of a room', () => {
  it('stands before the door and runs in the visit', async () => {
    const set = await room()
    await join(set)
    await pass(set, 60_000)
    expect((await clockOf(set)).at).toBe(0)
    const { room: one, link } = await join(set)
    await one.act(link, actId(), { type: 'arrive' })
    await pass(set, 7_000)
    expect(await clockOf(set)).toMatchObject({ at: 7_000, isRunning: true })
  })

  it('writes down running time every 15 s, so that a kill forgets no more', async () => {
    const set = await room()
    await visiting(set)
    await pass(set, 50_000)
    const times = (await set.store.load(set.session)).events
      .filter(({ type }) => type === 'time-passed')
      .map(({ at }) => at)
    expect(times).toEqual([15_000, 30_000, 45_000])
    const again = new Rooms(set.needs)
    const joined = await again.join(set.session, 'p1', window())
    expect(joined.ok && joined.view.session.clock.at).toBe(45_000)
  })

  it('[A.5] stands while somebody composes; a menu of lines lets it go on after 8 s, typing after 60 s', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    await pass(set, 1_000)
    await one.act(link, actId(), { type: 'begin-composing', how: 'menu' })
    await pass(set, 7_900)
    expect(await last(set)).toMatchObject({ type: 'composing-begun', at: 1_000 })
    await pass(set, 200)
    expect(await last(set)).toMatchObject({ type: 'composing-ended', at: 1_000 })
    await one.act(link, actId(), { type: 'begin-composing', how: 'typing' })
    await pass(set, 59_000)
    expect(await last(set)).toMatchObject({ type: 'composing-begun', how: 'typing' })
    await pass(set, 2_000)
    expect(await types(set)).toContain('composing-ended')
  })

  it('brings what is due by itself', async () => {
    const set = await room()
    await visiting(set)
    await pass(set, scene.limit + 1_000)
    expect((await set.store.sessionById(set.session))?.row.status).not.toBe('visiting')
    expect(await types(set)).toContain('left')
  })
})

describe('leaving, dropping and coming back', () => {
  it('[C.5] pauses when the trainee has been gone for 10 s, and goes on when they are back', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    await pass(set, 2_000)
    one.part(link, 'dropped')
    await pass(set, 9_000)
    expect(await types(set)).not.toContain('paused')
    await pass(set, 2_000)
    expect(await last(set)).toMatchObject({ type: 'paused', seat: 'system', at: 12_000 })
    expect(set.rooms.liveCount).toBe(0)
    await pass(set, 3_600_000)
    const back = await join(set)
    expect(await last(set)).toMatchObject({ type: 'resumed', seat: 'system' })
    expect(back.view.session).toMatchObject({ isPaused: false, clock: { at: 12_000, isRunning: true } })
  })

  it('does nothing when they are back sooner', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    one.part(link, 'dropped')
    await pass(set, 5_000)
    await join(set)
    await pass(set, 9_000)
    expect(await types(set)).not.toContain('paused')
    expect(set.rooms.liveCount).toBe(1)
  })

  it('pauses at once when the page is left on purpose', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    one.part(link, 'left')
    await set.rooms.settled()
    expect(await last(set)).toMatchObject({ type: 'paused', seat: 'system' })
  })

  it('leaves a pause that the trainee asked for', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    await one.act(link, actId(), { type: 'pause' })
    one.part(link, 'dropped')
    await pass(set, 11_000)
    expect((await join(set)).view.session.isPaused).toBe(true)
  })

  it('ends a half-written line of a page that is no longer there', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    await one.act(link, actId(), { type: 'begin-composing', how: 'typing' })
    one.part(link, 'dropped')
    expect((await join(set)).view.session.composing).toBeNull()
  })

  it('gives the seat to the window opened last; the other is told and only looks on', async () => {
    const set = await room()
    const first = window()
    const { room: one } = await join(set, first)
    const second = window()
    await join(set, second)
    expect([first.isSuperseded, second.isSuperseded]).toEqual([true, false])
    expect(await one.act(first, actId(), { type: 'arrive' })).toMatchObject({ ok: false, refused: 'not-this-seat' })
    expect(await one.act(second, actId(), { type: 'arrive' })).toMatchObject({ ok: true })
    expect(first.frames).toEqual(second.frames)
    expect(first.frames).toHaveLength(1)
  })
})

describe('one act, once', () => {
  it('answers the same act again without deciding again', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    const id = actId()
    const [first, second] = await Promise.all([
      one.act(link, id, { type: 'wait' }),
      one.act(link, id, { type: 'wait' }),
    ])
    expect(second).toEqual(first)
    expect((await types(set)).filter((type) => type === 'waited')).toHaveLength(1)
    const elsewhere = await new Rooms(set.needs).join(set.session, 'p1', link)
    expect(elsewhere.ok && (await elsewhere.room.act(link, id, { type: 'wait' }))).toEqual(first)
  })

  it('keeps a refusal too: a late copy of a refused act does nothing', async () => {
    const set = await room()
    const { room: one, link } = await join(set)
    const id = actId()
    expect(await one.act(link, id, { type: 'wait' })).toMatchObject({ ok: false, refused: 'not-now' })
    await one.act(link, actId(), { type: 'arrive' })
    expect(await one.act(link, id, { type: 'wait' })).toMatchObject({ ok: false, refused: 'not-now' })
    expect(await types(set)).not.toContain('waited')
  })

  it('decides again when another process was quicker', async () => {
    const set = await room()
    const { room: one, link } = await visiting(set)
    const other = await new Rooms(set.needs).join(set.session, 'p1', link)
    if (!other.ok) throw new Error('not joined')
    await other.room.act(link, actId(), { type: 'wait' })
    const answer = await one.act(link, actId(), { type: 'wait' })
    const { events } = await set.store.load(set.session)
    expect(answer).toMatchObject({ ok: true, number: events.length })
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1))
    expect(set.reports).toContain('healed conflict')
  })

  it('says so when the storage fails, keeps nothing, and goes on once it is back', async () => {
    const store = new MemoryStore()
    const set = await room({}, store)
    const { room: one, link } = await visiting(set)
    const append = store.append.bind(store)
    store.append = async () => {
      throw new Error('disk full')
    }
    const id = actId()
    expect(await one.act(link, id, { type: 'wait' })).toEqual({ ok: false, id, refused: 'storage-failed' })
    store.append = append
    expect(await one.act(link, id, { type: 'wait' })).toMatchObject({ ok: true })
    expect((await types(set)).filter((type) => type === 'waited')).toHaveLength(1)
  })

  it('learns from the log when a storage failed only after it had stored', async () => {
    const store = new MemoryStore()
    const set = await room({}, store)
    const { room: one, link } = await visiting(set)
    const append = store.append.bind(store)
    store.append = async (...given) => {
      await append(...given)
      throw new Error('connection lost')
    }
    const id = actId()
    expect(await one.act(link, id, { type: 'wait' })).toMatchObject({ refused: 'storage-failed' })
    store.append = append
    expect(await one.act(link, id, { type: 'wait' })).toMatchObject({ ok: true })
    expect((await types(set)).filter((type) => type === 'waited')).toHaveLength(1)
  })

  it('ends one act, not the room, when something of ours fails', async () => {
    const set = await room({
      understand: () => {
        throw new Error('broken matcher')
      },
    })
    const { room: one, link } = await visiting(set)
    const said = await one.act(link, actId(), { type: 'say', words: '您好', lang: 'zh', means: 'typed' })
    expect(said).toMatchObject({ ok: false, refused: 'failed' })
    expect(await one.act(link, actId(), { type: 'wait' })).toMatchObject({ ok: true })
    expect(set.reports).toContain('failed understand')
  })

  it('does not let one window that cannot be served keep the others waiting', async () => {
    const set = await room()
    const broken: Link = {
      send: () => {
        throw new Error('broken pipe')
      },
      supersede: () => {},
      isBehind: () => false,
    }
    await join(set, broken)
    const { room: one, link } = await join(set, window())
    expect(await one.act(link, actId(), { type: 'arrive' })).toMatchObject({ ok: true })
    expect((link as ReturnType<typeof window>).frames).toHaveLength(1)
  })
})

describe('a slow window', () => {
  it('is sent nothing while it is behind, and its view whole as soon as it can take it', async () => {
    const set = await room()
    const slow = window()
    const { room: one } = await join(set, slow)
    slow.isSlow = true
    await one.act(slow, actId(), { type: 'arrive' })
    await one.act(slow, actId(), { type: 'wait' })
    expect(slow.frames).toEqual([])
    slow.isSlow = false
    one.catchUp(slow)
    await one.settled()
    expect(slow.frames.map(({ kind }) => kind)).toEqual(['whole'])
    await one.act(slow, actId(), { type: 'wait' })
    expect(slow.frames.map(({ kind }) => kind)).toEqual(['whole', 'patch'])
  })
})

describe('closing', () => {
  it('writes down the time of every running room', async () => {
    const set = await room()
    await visiting(set)
    await pass(set, 4_321)
    await set.rooms.close()
    expect(await last(set)).toMatchObject({ type: 'time-passed', at: 4_321 })
  })
})
