import type { SeatView, TraineeAct } from '../../protocol/index.ts'
import { actFor, type Gesture, type Reach } from '../act.ts'

/** A row that a body can do: the names a scene's data gives to gestures. */
export type RowGesture = NonNullable<SeatView['offers'][number]['gesture']>

/** What a body did, beyond looking and walking. Every one of them is also a button, so that one hand, a chair or a keyboard will do. */
export type BodyGesture =
  | Gesture
  | { kind: 'does'; what: RowGesture }
  | { kind: 'asks'; on: string }
  | { kind: 'opens'; on: string }
  | { kind: 'sits' }
  | { kind: 'pauses' }

/**
 * What a gesture means: an act, or nothing. The one table for mouse, touch, controller, hand, gaze and keyboard. A row done with the body is
 * found among the offers by its gesture, so that no scene is named in code; a gesture nobody waits for means nothing.
 */
export function meantBy(gesture: BodyGesture, reach: Reach, offers: SeatView['offers']): TraineeAct | undefined {
  switch (gesture.kind) {
    case 'does':
      return offerOf(gesture.what, offers)
    case 'asks':
      return { type: 'ask-permission', thing: gesture.on }
    case 'opens':
      return { type: 'open', thing: gesture.on }
    case 'sits':
      return reach.here.isSeated || !reach.isInvited ? undefined : { type: 'sit' }
    case 'pauses':
      return { type: 'pause' }
    default: {
      const act = actFor(gesture, reach)
      return act && walked(act)
    }
  }
}

/** Of several rows done the same way, one of the few in the fan comes first. */
function offerOf(what: RowGesture, offers: SeatView['offers']): TraineeAct | undefined {
  const fitting = offers.filter((one) => one.gesture === what)
  const offer = fitting.find((one) => one.isInFan) ?? fitting[0]
  return offer && { type: offer.kind, offer: offer.token, means: 'picked' }
}

/** Looking and walking give acts of the core; only those that a browser may send pass. */
function walked(act: NonNullable<ReturnType<typeof actFor>>): TraineeAct | undefined {
  switch (act.type) {
    case 'look':
    case 'approach':
      return { type: act.type, thing: act.thing }
    case 'go':
      return { type: 'go', to: act.to }
    case 'stand':
      return { type: 'stand' }
    default:
      return undefined
  }
}

/** What a button, a key or a menu's line stands for: each bodily act has one. */
export type Press = RowGesture | 'pause' | 'ask' | 'open'

/** A press is the same gesture as the movement it stands for. `on` is the thing or door that is asked about or opened. */
export function pressed(press: Press, on: string | null): BodyGesture | null {
  switch (press) {
    case 'pause':
      return { kind: 'pauses' }
    case 'sit':
      return { kind: 'sits' }
    case 'ask':
      return on === null ? null : { kind: 'asks', on }
    case 'open':
      return on === null ? null : { kind: 'opens', on }
    default:
      return { kind: 'does', what: press }
  }
}
