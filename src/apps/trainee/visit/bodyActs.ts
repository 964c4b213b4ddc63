import type { ActBody, TraineeAct } from '../../../session/index.ts'

/** What a body in the room can do of itself: look, step up, listen, walk, sit and stand. Anything else is asked for on the screen, never by moving. */
export function bodyAct(act: ActBody): TraineeAct | null {
  switch (act.type) {
    case 'look':
    case 'approach':
    case 'hear':
      return { type: act.type, thing: act.thing }
    case 'go':
      return { type: 'go', to: act.to }
    case 'sit':
    case 'stand':
      return { type: act.type }
    default:
      return null
  }
}
