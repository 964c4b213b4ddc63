import { useLanguage } from '../../../i18n/index.ts'
import type { Moment } from '../../../session/index.ts'
import { momentLine, takenBack } from '../../parts/index.ts'
import { useScene } from '../session/context.ts'
import { useHud } from './hud.ts'

/** How long a line stays after it was said, in session time: the clock stands still while somebody chooses words, and so does this. */
const STAYS_MS = 9_000
const LINES = 3

const CAPTIONED: readonly Moment['kind'][] = [
  'line',
  'own-words',
  'caption',
  'noticed',
  'permission',
  'arrival',
  'not-understood',
]

/** The last lines, who spoke them, and what was done without words. */
export function Captions() {
  const { say, pick } = useLanguage()
  const { state } = useHud()
  const scene = useScene()
  const gone = takenBack(state.view.moments)
  const fresh = state.view.moments.filter((m) => {
    const end = m.kind === 'line' ? m.until : m.at
    return CAPTIONED.includes(m.kind) && !gone.has(m) && state.now - end < STAYS_MS
  })
  return (
    <ol className="captions" aria-live="polite" aria-label={say('visit.captions')}>
      {fresh.slice(-LINES).map((moment) => {
        const line = momentLine(moment, scene, { say, pick })
        return (
          <li
            key={`${moment.number} ${moment.kind} ${line.who} ${line.text}`}
            className={`caption caption--${line.tone}`}
          >
            {line.who && <span className="caption__who">{line.who}</span>}
            <span>{line.text}</span>
          </li>
        )
      })}
    </ol>
  )
}
