import { useLanguage } from '../../i18n/index.ts'
import type { Moment, PublicScene } from '../../session/index.ts'
import { clockText } from './clock.ts'
import { momentLine } from './moment.ts'
import { takenBack } from './takenBack.ts'
import './transcript.css'

/** Where a moment stands in a transcript, so that evidence can point to it. */
export const lineId = (number: number): string => `line-${number}`

/** Everything said, done and seen, in order. */
export function Transcript({ moments, scene }: { moments: readonly Moment[]; scene: PublicScene }) {
  const { say, pick } = useLanguage()
  const seen = new Set<number>()
  const gone = takenBack(moments)
  if (moments.length === 0) return <p className="quiet">{say('transcript.empty')}</p>
  return (
    <ol className="transcript">
      {moments.map((moment) => {
        const line = momentLine(moment, scene, { say, pick })
        const isFirst = !seen.has(moment.number)
        seen.add(moment.number)
        return (
          <li
            key={`${moment.number} ${moment.kind} ${line.who} ${line.text}`}
            id={isFirst ? lineId(moment.number) : undefined}
            tabIndex={-1}
            className={`transcript__line transcript__line--${line.tone}`}
            data-gone={gone.has(moment) || undefined}
          >
            <span className="transcript__at">{clockText(moment.at)}</span>
            <span>
              {line.who && <strong className="transcript__who">{line.who}</strong>}
              {gone.has(moment) ? <s>{line.text}</s> : line.text}
              {moment.kind === 'own-words' && moment.understoodAs && (
                <span className="transcript__as">
                  {say('transcript.understoodAs', { line: pick(moment.understoodAs) })}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
