import { type Key, useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'

const CHECKS: Record<string, Key> = {
  'no-opinion-words': 'check.no-opinion-words',
  'no-third-party-names': 'check.no-third-party-names',
  'has-date': 'check.has-date',
  'is-time': 'check.is-time',
  'is-filled': 'check.is-filled',
  'no-method-words': 'check.no-method-words',
  'must-be': 'check.must-be',
}

/** The forms: written or not, complete or not, and what a rule found. Quality is for people (decisions A.8). */
export function Papers({ debrief }: { debrief: Debrief }) {
  const { say, pick, list } = useLanguage()
  return (
    <div className="stack">
      <p className="quiet">{say('papers.quality')}</p>
      <ul className="found">
        {debrief.documents.map((document) => (
          <li key={document.id}>
            <p className="row">
              <strong>{pick(document.title)}</strong>
              <span className={document.isWritten ? 'tag tag--good' : 'tag'}>
                {say(document.isWritten ? 'doc.written' : 'doc.notWritten')}
              </span>
              {document.isWritten && document.missing.length === 0 && (
                <span className="tag tag--good">{say('papers.complete')}</span>
              )}
            </p>
            {document.isWritten && document.missing.length > 0 && (
              <p>{say('papers.missing', { fields: list(document.missing.map(pick)) })}</p>
            )}
            {document.breaches.map((breach) => (
              <p key={`${breach.field.en} ${breach.check}`} className="fault">
                {say('papers.breach', { field: pick(breach.field), check: say(CHECKS[breach.check] ?? 'check.other') })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
