import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { NewSession } from '../../src/protocol/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { decide, type Event, evolve, initial, Refused, SYSTEM } from '../../src/sim/index.ts'
import type { NewSessionRow, SeatRow } from '../storage/index.ts'
import { progressOf } from './progress.ts'

/** The seat of whoever practises alone. */
export const TRAINEE = 'trainee'

const ROLLS = 2 ** 31
const KEY_BYTES = 24

type Asked = NewSession & { person: string; isFirstRun: boolean; sceneHash: string }
type Started = { row: NewSessionRow; seats: SeatRow[]; events: Event[] }

/**
 * A new session's row, seat and first events. The seed is drawn unless the case is to be repeated; roll and key are always drawn here,
 * where no browser sees them. Throws `Refused` when the core will not have it (an unknown seed or starting point).
 */
export function startSession(scene: FullScene, { person, isFirstRun, sceneHash, ...asked }: Asked): Started {
  const seeds = scene.seeds.map(({ id }) => id)
  if (asked.excerpt !== undefined && !scene.excerpts.some(({ id }) => id === asked.excerpt))
    throw new Refused('unknown-thing', `starting point ${asked.excerpt}`)
  const before = initial(scene)
  const events = decide(before, {
    type: 'start-session',
    seat: SYSTEM,
    at: 0,
    seed: asked.seed ?? seeds[randomInt(seeds.length)] ?? '',
    roll: randomInt(1, ROLLS),
    kind: asked.kind,
    isFirstRun: isFirstRun && asked.kind === 'practice',
    key: randomBytes(KEY_BYTES).toString('base64url'),
    sceneHash,
    seats: [{ seat: TRAINEE, role: 'trainee' }],
    ...(asked.excerpt !== undefined && { excerpt: asked.excerpt }),
  })
  const row: NewSessionRow = {
    id: randomUUID(),
    scene: scene.id,
    sceneHash,
    kind: asked.kind,
    owner: person,
    createdAt: new Date().toISOString(),
    ...progressOf(events.reduce(evolve, before)),
  }
  return { row, seats: [{ seat: TRAINEE, role: 'trainee', person }], events }
}
