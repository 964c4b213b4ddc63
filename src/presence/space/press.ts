/** A finger has to come from this far before a panel, so that one reaching through from behind or resting in it presses nothing, in metres. */
export const POKE_FROM = 0.008
/** And has to go back this far before it can press again: a trembling tip presses once, in metres. */
export const POKE_BACK = 0.018
/** Further through than this it is a hand passing, not a finger pressing, in metres. */
export const POKE_DEEPEST = 0.06

/** What one pointer is at, mutated each frame. */
export type Press = {
  target: string | null
  /** How long it has stayed on it, in milliseconds. */
  heldMs: number
  /** For a finger: it is before the panel and may press. */
  isArmed: boolean
  /** Fired by holding; it has to leave first. */
  hasFired: boolean
}

export const makePress = (): Press => ({ target: null, heldMs: 0, isArmed: false, hasFired: false })

export type PressInput = {
  kind: 'ray' | 'poke' | 'gaze'
  /** The panel and what on it the pointer is on; null beside all. */
  target: string | null
  isPressed: boolean
  wasPressed: boolean
  /** For a finger: how far its tip is before the face of the panel, in metres; Infinity when it is at none. */
  metres: number
  stepMs: number
  /** Hold this long to press, for who cannot pinch or press; null: off. */
  dwellMs: number | null
}

/** One frame of one pointer: true when it presses its target now. Trigger and pinch count on their edge, a finger on going through, and staying counts where somebody chose so. */
export function stepPress(press: Press, input: PressInput): boolean {
  if (input.target !== press.target) {
    press.target = input.target
    press.heldMs = 0
    // A finger that has pressed stays spent until it goes back, whatever has come to stand under it.
    if (input.kind !== 'poke') press.hasFired = false
  }
  if (input.kind === 'poke') return stepPoke(press, input)
  press.isArmed = false
  if (input.target === null) return false
  if (input.isPressed && !input.wasPressed) {
    press.hasFired = true
    return true
  }
  press.heldMs += input.stepMs
  if (input.dwellMs === null || press.hasFired || press.heldMs < input.dwellMs) return false
  press.hasFired = true
  return true
}

function stepPoke(press: Press, { target, metres }: PressInput): boolean {
  // Gone from all panels, it has to come from the front again.
  if (metres === Number.POSITIVE_INFINITY) {
    press.isArmed = false
    press.hasFired = false
    return false
  }
  if (metres >= (press.hasFired ? POKE_BACK : POKE_FROM)) {
    press.isArmed = true
    press.hasFired = false
    return false
  }
  if (metres > 0 || !press.isArmed) return false
  press.isArmed = false
  if (target === null || metres < -POKE_DEEPEST) return false
  press.hasFired = true
  return true
}

/** How far holding has come, 0 to 1, for the bar that shows it. */
export const progressOf = (press: Press, dwellMs: number | null): number =>
  dwellMs === null || press.target === null || press.hasFired ? 0 : Math.min(1, press.heldMs / dwellMs)
