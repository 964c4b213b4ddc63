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
/** On a wide screen: words being written or a question about them, with what was said last above; and both, one over the other. */
const WORDS: Covered = { right: 0, below: 0.24 }
const WORDS_ASKED: Covered = { right: 0, below: 0.4 }

type Before = {
  shape: Shape
  talk: VisitUi['talk']
  /** The menu of a thing is open. */
  isPicked: boolean
  /** A question about own words stands. */
  isAsked: boolean
  hand: Comfort['hand']
}

/** What part of the picture lines, a menu or a question lie on, so that a face can come out from under them. The same objects each time. */
export function coveredBy({ shape, talk, isPicked, isAsked, hand }: Before): Covered {
  if (shape === 'wide') {
    if (talk === 'typing') return isAsked ? WORDS_ASKED : WORDS
    return isAsked ? WORDS : NOTHING
  }
  if (talk === 'closed' && !isPicked && !isAsked) return NOTHING
  if (shape === 'lying') return hand === 'left' ? ON_LEFT : ON_RIGHT
  return talk === 'fan' ? FAN : LITTLE
}
