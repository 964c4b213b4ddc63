import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'

/** What the trainee thought, beside what was so. */
export function Hypotheses({ debrief }: { debrief: Debrief }) {
  const { say, pick } = useLanguage()
  return (
    <ul className="found">
      {debrief.hypotheses.map((h) => (
        <li key={h.id}>
          <p>
            <strong>{pick(h.statement)}</strong>
          </p>
          <p className="row">
            <span>
              <span className="found__label">{say('truth.yours')}</span>{' '}
              {say(h.rated ? `notebook.${h.rated}` : 'notebook.unrated')}
            </span>
            <span>
              <span className="found__label">{say('truth.truth')}</span> {say(`notebook.${h.truth}`)}
            </span>
            {h.rated && (
              <span className={h.rated === h.truth ? 'tag tag--good' : 'tag tag--wait'}>
                {say(h.rated === h.truth ? 'truth.right' : 'truth.wrong')}
              </span>
            )}
          </p>
          {h.alternatives && <p className="quiet">{say('truth.alternatives', { text: pick(h.alternatives) })}</p>}
        </li>
      ))}
    </ul>
  )
}
