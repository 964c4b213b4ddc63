import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { NewSession } from '../../src/protocol/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { decide, type Event, evolve, initial, Refused, SYSTEM } from '../../src/sim/index.ts'
import type { NewSessionRow, SeatRow } from '../storage/index.ts'
import { progressOf } from './progress.ts'

/** The seat of whoever practises alone. */
export const TRAINEE = 'trainee'

const ROLLS = 2 ** 31
const KEY_BYTES = 24

/** `runsBefore`: how often this person has begun this scene. */
type Asked = NewSession & { person: string; isFirstRun: boolean; runsBefore: number; sceneHash: string }
type Started = { row: NewSessionRow; seats: SeatRow[]; events: Event[] }

/**
 * A new session's row, seat and first events. The seed is drawn unless the case is to be repeated; roll and key are always made here,
 * where no browser sees them. Throws `Refused` when the core will not have it (an unknown seed or starting point).
 */
export function startSession(
  scene: FullScene,
  { person, isFirstRun, runsBefore, sceneHash, ...asked }: Asked,
): Started {
  const seeds = scene.seeds.map(({ id }) => id)
  if (asked.excerpt !== undefined && !scene.excerpts.some(({ id }) => id === asked.excerpt))
    throw new Refused('unknown-thing', `starting point ${asked.excerpt}`)
  const before = initial(scene)
  const events = decide(before, {
    type: 'start-session',
    seat: SYSTEM,
    at: 0,
    seed: asked.seed ?? seeds[randomInt(seeds.length)] ?? '',
    roll: rollOf(person, runsBefore),
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

/** One person's visits take rolls in a row, from a place of their own: neighbouring rolls bring other wordings (sim's wording.ts). */
function rollOf(person: string, runsBefore: number): number {
  const from = createHash('sha256').update(person).digest().readUInt32BE(0) % ROLLS
  return 1 + ((from + runsBefore) % (ROLLS - 1))
}
