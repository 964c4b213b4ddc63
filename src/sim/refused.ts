/** Why an act cannot be. The wire has the same words (protocol's REFUSALS), each with a text in both languages. */
export type RefusedReason =
  | 'not-this-seat'
  | 'session-ended'
  | 'not-in-this-phase'
  | 'not-offered'
  | 'not-now'
  | 'unknown-thing'
  | 'out-of-reach'
  | 'paused'

/** An act that cannot be, now or ever: nothing happened and nothing is logged. What a rater could care about is an event instead. */
export class Refused extends Error {
  readonly reason: RefusedReason
  readonly detail: string
  constructor(reason: RefusedReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
    this.detail = detail
  }
}

/** Closes a switch: a new act or event must be handled before it compiles. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
