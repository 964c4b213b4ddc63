import type { Covered } from '../../../presence/index.ts'
import type { Comfort } from '../comfort/comfort.ts'
import type { Shape } from './useShape.ts'

export type Small = Exclude<Shape, 'wide'>

/** From where to where something reaches on the screen, in pixels from its top. */
export type Box = { top: number; bottom: number }

/** While one only looks and walks: upright the dock lies over the picture, and on a phone that lies what is said takes much of the height. */
export const AT_REST: Record<Small, Covered> = {
  upright: { right: 0, below: 0.09 },
  lying: { right: 0, below: 0.24 },
}

/** So much of the picture must be left free for a face, or it is not worth moving it, in parts of its height. */
const FREE_MIN = 0.12

type Boxes = { picture: Box; top: Box; over: readonly Box[] }

/** What part of the picture is covered, so that a face can come to the middle of what is free: between the top bar and whatever stands highest below it. */
export function measured(shape: Small, { picture, top, over }: Boxes, hand: Comfort['hand']): Covered {
  const height = picture.bottom - picture.top
  const free = { from: top.bottom, to: Math.min(picture.bottom, ...over.map((box) => box.top)) }
  const middle = Math.max((free.from + free.to) / 2, free.from + (FREE_MIN * height) / 2)
  const below = 1 - (2 * (middle - picture.top)) / height
  return { right: shape === 'upright' ? 0 : hand === 'left' ? -0.5 : 0.5, below: Math.round(below * 100) / 100 }
}
