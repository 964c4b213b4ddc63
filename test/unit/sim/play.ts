import { join } from 'node:path'
import { expect } from 'vitest'
import { loadScene } from '../../../src/author/index.ts'
import type { FullScene } from '../../../src/scene/index.ts'
import {
  type ActBody,
  decide,
  type Event,
  type EventType,
  evolve,
  initial,
  Refused,
  type SeatId,
  type StartSession,
  type State,
  SYSTEM,
} from '../../../src/sim/index.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** A scene of the repository, which must be without errors. */
export async function sceneNamed(path: string): Promise<FullScene> {
  const { scene, problems } = await loadScene(join(ROOT, path), { hasAdvice: false })
  if (!scene) throw new Error(problems.map((one) => `${one.file}:${one.line} ${one.code} ${one.found}`).join('\n'))
  return scene
}

export const homeVisit = () => sceneNamed('scenes/third-floor-west')

/** A session being played act by act; each act is at a session time in seconds. */
export class Play {
  state: State
  readonly events: Event[] = []

  constructor(scene: FullScene, start: Partial<Omit<StartSession, 'type'>> = {}) {
    this.state = initial(scene)
    const seats = start.seats ?? [{ seat: 'trainee', role: 'trainee' as const }]
    this.act(
      0,
      {
        type: 'start-session',
        seed: 'alpha',
        roll: 1,
        kind: 'practice',
        isFirstRun: false,
        key: 'a test',
        sceneHash: 'none',
        ...start,
        seats,
      },
      SYSTEM,
    )
  }

  act(seconds: number, body: ActBody, seat: SeatId = 'trainee'): Event[] {
    const events = decide(this.state, { ...body, seat, at: Math.round(seconds * 1000) })
    for (const event of events) this.state = evolve(this.state, event)
    this.events.push(...events)
    return events
  }

  say(seconds: number, row: string, means: 'picked' | 'spoken' = 'picked'): Event[] {
    return this.act(seconds, { type: 'say', row, means })
  }

  arrive(prepared: string[] = []): this {
    if (prepared.length > 0) this.act(0, { type: 'prepare', options: prepared })
    this.act(0, { type: 'arrive' })
    return this
  }

  /** At the door, invited in, and sitting at the tea table. */
  inside(): this {
    this.arrive(['A0-01', 'A0-02'])
    this.say(5, 'A1-01')
    this.say(15, 'A1-02')
    this.say(25, 'A1-04')
    this.act(35, { type: 'go', to: 'living' })
    return this
  }

  /** Whose feeling, in points. */
  points(key: string): number {
    const [who = '', feeling = ''] = key.split('.')
    const value = this.state.people[who]?.feelings[feeling as 'trust']
    if (value === undefined) throw new Error(`${key} is nobody's feeling`)
    return value / 1000
  }

  /** Sets a feeling for a test, as if something had moved it: written as an event, so that the log stays the truth. */
  feel(key: string, points: number): this {
    const [person = '', feeling = ''] = key.split('.')
    const value = points * 1000
    const was = this.state.people[person]?.feelings[feeling as 'trust'] ?? 0
    const event: Event = {
      type: 'felt',
      person,
      by: { [feeling]: value - was },
      to: { [feeling]: value },
      points: { [feeling]: points },
      band: null,
      cause: { kind: 'rule', id: 'test' },
      number: this.state.number + 1,
      at: this.state.clock,
      seat: SYSTEM,
    }
    this.state = evolve(this.state, event)
    this.events.push(event)
    return this
  }

  of<T extends EventType>(type: T): Extract<Event, { type: T }>[] {
    return this.events.filter((event): event is Extract<Event, { type: T }> => event.type === type)
  }
}

/** The act cannot be, for this reason. */
export function expectRefused(reason: string, act: () => unknown): void {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
    expect((error as Refused).reason).toBe(reason)
    return
  }
  throw new Error(`expected to be refused as ${reason}`)
}

export const typesOf = (events: readonly Event[]): string[] => events.map((event) => event.type)
