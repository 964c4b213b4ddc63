import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'
import { clockText, lineId } from '../parts/index.ts'

/** The steps that cap a result, why they do, and where they stand in the conversation. */
export function RedLines({ debrief }: { debrief: Debrief }) {
  const { say, pick } = useLanguage()
  if (debrief.redLines.length === 0) return <p className="quiet">{say('redlines.none')}</p>
  return (
    <ul className="stack">
      {debrief.redLines.map((line) => (
        <li key={`${line.id} ${line.number}`} className="note note--grave stack">
          <p>
            <span className="quiet">{clockText(line.at)}</span> <strong>{pick(line.text)}</strong>{' '}
            {line.isWarned && <span className="tag">{say('redlines.warned')}</span>}
          </p>
          <p>{pick(line.why)}</p>
          {line.words && <a href={`#${lineId(line.number)}`}>{pick(line.words)}</a>}
        </li>
      ))}
    </ul>
  )
}
