import type { FullScene } from '../scene/index.ts'
import type { Event } from './event.ts'
import { evolve } from './evolve.ts'
import { initial, type State } from './state.ts'

/** A session as its log tells it: every event folded in, in order. */
export const fold = (scene: FullScene, events: readonly Event[]): State => events.reduce(evolve, initial(scene))
