import type { Covered } from '../../../presence/index.ts'
import type { Comfort } from '../comfort/comfort.ts'
import type { VisitUi } from './commands.ts'
import type { Shape } from './useShape.ts'

const NOTHING: Covered = { right: 0, below: 0 }
/** The heights and widths that small.css gives them, in parts of the picture, and what was said last above them. */
const FAN: Covered = { right: 0, below: 0.56 }
const LITTLE: Covered = { right: 0, below: 0.28 }
/** Beside the face, with what was said last under it. */
const ON_RIGHT: Covered = { right: 0.5, below: 0.3 }
const ON_LEFT: Covered = { right: -0.5, below: 0.3 }

/** What part of the picture lines, a menu or a question lie on, so that a face can come out from under them. The same objects each time. */
export function coveredBy(shape: Shape, talk: VisitUi['talk'], hasCard: boolean, hand: Comfort['hand']): Covered {
  if (shape === 'wide' || (talk === 'closed' && !hasCard)) return NOTHING
  if (shape === 'lying') return hand === 'left' ? ON_LEFT : ON_RIGHT
  return talk === 'fan' ? FAN : LITTLE
}
