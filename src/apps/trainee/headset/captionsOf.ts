import type { SpaceCaption } from '../../../presence/space/index.ts'
import type { Moment } from '../../../session/index.ts'
import { momentLine, takenBack } from '../../parts/index.ts'
import type { Shown } from './Sheet.ts'

/** How long a line stays after it was said, in session time, as on the desktop. */
const STAYS_MS = 9_000

const CAPTIONED: readonly Moment['kind'][] = [
  'line',
  'own-words',
  'caption',
  'noticed',
  'permission',
  'arrival',
  'not-understood',
]

/** What is being said and noticed now, with who says it. */
export function captionsOf({
  state,
  scene,
  say,
  pick,
}: Pick<Shown, 'state' | 'scene' | 'say' | 'pick'>): SpaceCaption[] {
  const gone = takenBack(state.view.moments)
  return state.view.moments.flatMap((moment) => {
    const until = moment.kind === 'line' ? moment.until : moment.at
    if (!CAPTIONED.includes(moment.kind) || gone.has(moment) || state.now - until >= STAYS_MS) return []
    const { who, text } = momentLine(moment, scene, { say, pick })
    const by = moment.kind === 'line' ? moment.by : null
    return [{ key: `${moment.number} ${moment.kind}`, by, who, text, from: moment.at, until }]
  })
}
