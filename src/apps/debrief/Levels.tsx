import { useLanguage } from '../../i18n/index.ts'
import type { Debrief, RubricItem } from '../../session/index.ts'
import { filled, oneDecimal } from './figures.ts'

type Props = { debrief: Debrief; chosen: RubricItem | null; onChoose: (item: RubricItem | null) => void }

/** One bar for each rubric item: what was earned of what level 5 asks for in this run, and why a level is missing or held down. */
export function Levels({ debrief, chosen, onChoose }: Props) {
  const { say, list } = useLanguage()
  const choose = (item: RubricItem) => {
    onChoose(chosen === item ? null : item)
    document.getElementById('evidence')?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className="stack">
      <p className="quiet">{say('levels.lead')}</p>
      <ul className="levels">
        {debrief.assessment.items.map((item) => (
          <li key={item.item} className="level">
            <div className="level__name">
              <span className="level__id">{item.item}</span>
              <span>{say(`rubric.${item.item}`)}</span>
            </div>
            <div className="level__bar" aria-hidden="true">
              <span style={{ width: `${filled(item.earned, item.target) * 100}%` }} />
              {[0.2, 0.4, 0.65, 0.85].map((mark) => (
                <i key={mark} style={{ insetInlineStart: `${mark * 100}%` }} />
              ))}
            </div>
            <div className="level__value">
              <strong>{item.level === null ? '–' : say('levels.level', { level: item.level })}</strong>
              <span className="quiet">
                {say('levels.points', { earned: oneDecimal(item.earned), target: oneDecimal(item.target) })}
              </span>
              <button
                type="button"
                className="link"
                aria-pressed={chosen === item.item}
                onClick={() => choose(item.item)}
              >
                {say('levels.show')}
                <span className="hidden-text"> {say(`rubric.${item.item}`)}</span>
              </button>
            </div>
            {(item.waiting > 0 || item.isTooLittleSeen || item.cappedBy.length > 0) && (
              <div className="level__notes row">
                {item.waiting > 0 && (
                  <span className="tag tag--wait">{say('levels.waiting', { points: item.waiting })}</span>
                )}
                {item.isTooLittleSeen && <span className="tag">{say('levels.tooLittle')}</span>}
                {item.cappedBy.length > 0 && (
                  <span className="tag tag--grave">{say('levels.capped', { lines: list(item.cappedBy) })}</span>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
