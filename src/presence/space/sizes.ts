/** A panel's frame, in millimetres: how far from the eye it hangs, how wide it is, and how high it may grow. */
export type PanelSize = { distance: number; width: number; heightMax: number }

/** Within arm's reach (0.6 m): the lines, what can be done with a thing. Narrow enough to be read without turning the head. */
export const ARM: PanelSize = { distance: 600, width: 560, heightMax: 500 }
/** To read and fill in (1.2 m): menu, notebook, forms. */
export const WALL: PanelSize = { distance: 1200, width: 940, heightMax: 760 }
/** What waits for an answer, beside the view. */
export const SIDE: PanelSize = { distance: 600, width: 420, heightMax: 500 }
/** The row at the hip. */
export const BELT: PanelSize = { distance: 750, width: 680, heightMax: 120 }

/** The least angle of sight of a Chinese character, in degrees: below it the strokes of a dense one run together on a headset's 20–25 pixels a degree. */
export const LEAST_DEGREES = 1.2
/** A Chinese character's ink is this much of its em square. */
const INK_OF_EM = 0.92
/** The text size setting, in parts of the least size. */
export const TEXT_SCALE = { min: 1, max: 1.6, step: 0.15 } as const

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The angle in degrees that `height` at `distance` takes up straight ahead. Both in the same unit. */
export const degreesOf = (height: number, distance: number): number =>
  (2 * Math.atan(height / 2 / distance) * 180) / Math.PI

/** The angle in degrees of a character `height` high whose middle lies aside and below on a panel facing the eye: what really reaches it from a corner. */
export function degreesAt(height: number, aside: number, below: number, distance: number): number {
  const far = Math.hypot(distance, aside)
  return ((Math.atan((below + height / 2) / far) - Math.atan((below - height / 2) / far)) * 180) / Math.PI
}

export const clampScale = (scale: number): number => Math.min(TEXT_SCALE.max, Math.max(TEXT_SCALE.min, scale))

/** The em in millimetres at which a character still has the least angle in the farthest corner of a panel, times the text size set. */
export function emFor({ distance, width, heightMax }: PanelSize, scale: number): number {
  const far = Math.hypot(distance, width / 2)
  // Along the panel the angle falls with the square of the cosine.
  const height = (2 * Math.tan(radians(LEAST_DEGREES / 2)) * (far ** 2 + (heightMax / 2) ** 2)) / far
  return (height / INK_OF_EM) * clampScale(scale)
}

/** Of an em in millimetres, what a character's ink is high. */
export const inkOf = (em: number): number => em * INK_OF_EM
