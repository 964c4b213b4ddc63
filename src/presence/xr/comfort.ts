export type TurnWay = 'snap' | 'smooth'

/** What a person chose for their comfort, as far as a body needs it. The app keeps it; here are the careful defaults. */
export type BodyComfort = {
  turn: TurnWay
  /** Darkens the edge of sight while something other than one's own legs moves one. */
  hasVignette: boolean
  /** Walking by the stick besides teleporting. */
  isSmoothWalk: boolean
  hand: 'left' | 'right'
  /** Everything that asks for two hands is content with one. */
  isOneHanded: boolean
  /** Sitting on a real chair throughout: eyes are lifted to a standing person's height; null is found out on entering. */
  isSeatedPlay: boolean | null
  /** How long eyes rest on something before it is looked at, in milliseconds. */
  lookMs: number
}

export const CAREFUL: BodyComfort = {
  turn: 'snap',
  hasVignette: true,
  isSmoothWalk: false,
  hand: 'right',
  isOneHanded: false,
  isSeatedPlay: null,
  lookMs: 1200,
}
