import type { Covered } from '../../../presence/index.ts'
import type { VisitUi } from './commands.ts'

const NOTHING: Covered = { right: 0, below: 0 }
/** Words being written or a question about them, with what was said last above; and both, one over the other. */
const WORDS: Covered = { right: 0, below: 0.24 }
const WORDS_ASKED: Covered = { right: 0, below: 0.4 }

/** What part of the picture lies under something on a wide screen, where the lines stand beside the face, so that a face can come out from under it. The same objects each time. */
export function coveredOnWide(talk: VisitUi['talk'], isAsked: boolean): Covered {
  if (talk === 'typing') return isAsked ? WORDS_ASKED : WORDS
  return isAsked ? WORDS : NOTHING
}
