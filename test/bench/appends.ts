import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Progress } from '../../server/storage/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import type { Event } from '../../src/sim/index.ts'

/** Appends a second that one ordinary computer must reach (issue 4). */
export const APPENDS_BUDGET = 1000

const ROOMS = 8
const WARM_UP = 400
const MEASURED = 4000
const EVENTS_EACH = 3

export type AppendsMeasured = { appendsPerSecond: number; appends: number; eventsEach: number; rooms: number }

/**
 * Appends through the real store on SQLite with synchronous=FULL: three events with words, an answered act and the session's progress
 * each, eight rooms in turn, every one on disk before the next begins.
 */
export async function benchAppends(): Promise<AppendsMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-bench-'))
  const store = await openStore({ dataFolder: folder })
  const progress: Progress = { status: 'visiting', ending: null, clockMs: 0 }
  try {
    await store.addPerson({ id: 'p', name: 'bench', lang: 'en', tokenHash: 't', createdAt: '' })
    await store.saveScene('h', { id: 'bench' } as FullScene)
    for (let room = 0; room < ROOMS; room++) {
      const row = {
        id: `s${room}`,
        scene: 'bench',
        sceneHash: 'h',
        kind: 'practice' as const,
        owner: 'p',
        createdAt: '',
      }
      await store.createSession({ ...row, ...progress }, [{ seat: 'trainee', role: 'trainee', person: 'p' }], [])
    }
    const append = async (index: number) => {
      const after = Math.floor(index / ROOMS) * EVENTS_EACH
      const act = `act-${String(index).padStart(8, '0')}`
      const answer = { ok: true as const, id: act, number: after + EVENTS_EACH }
      const answered = { id: act, person: 'p', seat: 'trainee', answer }
      const done = await store.append(`s${index % ROOMS}`, after, {
        events: eventsAfter(after),
        act: answered,
        progress,
      })
      if (done !== 'ok') throw new Error(`append ${index}: ${done}`)
    }
    for (let index = 0; index < WARM_UP; index++) await append(index)
    const from = performance.now()
    for (let index = WARM_UP; index < WARM_UP + MEASURED; index++) await append(index)
    const seconds = (performance.now() - from) / 1000
    return { appendsPerSecond: MEASURED / seconds, appends: MEASURED, eventsEach: EVENTS_EACH, rooms: ROOMS }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What one spoken turn leaves in a log: words said, a feeling moved, a reply. */
function eventsAfter(after: number): Event[] {
  const at = after * 1000
  const seat = 'trainee'
  return [
    {
      type: 'messaged',
      to: 'supervisor',
      words: '阿姨，您慢慢说，我在听。',
      wordCount: 11,
      number: after + 1,
      at,
      seat,
    },
    {
      type: 'felt',
      person: 'S',
      by: { trust: 4000, distress: -2000 },
      to: { trust: 44_000, distress: 48_000 },
      points: { trust: 44, distress: 48 },
      band: 'T',
      cause: { kind: 'row', id: 'A2-03' },
      number: after + 2,
      at,
      seat,
    },
    {
      type: 'replied',
      by: 'S',
      to: seat,
      line: 'A2-S-T-1',
      band: 'T',
      until: at + 3000,
      isEmotional: false,
      number: after + 3,
      at,
      seat,
    },
  ]
}
