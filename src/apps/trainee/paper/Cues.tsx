import { useLanguage } from '../../../i18n/index.ts'
import { useView } from '../session/context.ts'
import './paper.css'

/** What was noticed, and what could be seen; what it means is for the trainee to work out. */
export function Cues() {
  const { say, pick } = useLanguage()
  const cues = useView((v) => v.cues)
  const learned = useView((v) => v.preparation.learned)
  return (
    <div className="stack">
      {learned.length > 0 && (
        <section className="note note--good">
          <h3>{say('prepare.learned')}</h3>
          {learned.map((text) => (
            <p key={text.en}>{pick(text)}</p>
          ))}
        </section>
      )}
      {cues.length === 0 && <p className="quiet">{say('notebook.cuesEmpty')}</p>}
      <ul className="cues">
        {[...cues].reverse().map((cue) => (
          <li key={cue.id}>
            <p>
              <strong>{pick(cue.name)}</strong>{' '}
              {cue.isStrength && <span className="tag tag--good">{say('notebook.strength')}</span>}
            </p>
            <p>{pick(cue.seen)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
