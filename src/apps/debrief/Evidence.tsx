import { useId } from 'react'
import { useLanguage } from '../../i18n/index.ts'
import type { Debrief, RubricItem } from '../../session/index.ts'
import { clockText, lineId } from '../parts/index.ts'
import { evidenceUnder, FAMILIES, type Family, type Filter } from './figures.ts'

type Props = { debrief: Debrief; filter: Filter; onFilter: (filter: Filter) => void }

/** Every line that counted, with its time and the words it came from; each leads to its place in the conversation. */
export function Evidence({ debrief, filter, onFilter }: Props) {
  const { say, pick } = useLanguage()
  const id = useId()
  const shown = evidenceUnder(debrief.evidence, filter)
  const hasFamilies = debrief.evidence.some((e) => e.families && e.families.length > 0)
  const items = debrief.assessment.items.map((i) => i.item)
  return (
    <div className="stack">
      <div className="row filters">
        <label className="filters__one" htmlFor={`${id}-item`}>
          <span className="quiet">{say('levels.item')}</span>
          <select
            id={`${id}-item`}
            className="input"
            value={filter.item ?? ''}
            onChange={(e) => onFilter({ ...filter, item: items.find((i) => i === e.target.value) ?? null })}
          >
            <option value="">{say('evidence.all')}</option>
            {items.map((item: RubricItem) => (
              <option key={item} value={item}>
                {item} {say(`rubric.${item}`)}
              </option>
            ))}
          </select>
        </label>
        {hasFamilies && (
          <label className="filters__one" htmlFor={`${id}-family`}>
            <span className="quiet">{say('evidence.families')}</span>
            <select
              id={`${id}-family`}
              className="input"
              value={filter.family ?? ''}
              onChange={(e) => onFilter({ ...filter, family: FAMILIES.find((f) => f === e.target.value) ?? null })}
            >
              <option value="">{say('evidence.allFamilies')}</option>
              {FAMILIES.map((family: Family) => (
                <option key={family} value={family}>
                  {say(`family.${family}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="quiet" role="status">
          {say('evidence.count', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 && <p className="quiet">{say('evidence.empty')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <ol className="evidence scroll" tabIndex={0} aria-label={say('evidence.title')}>
        {shown.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one event may give several lines of one item
          <li key={`${line.number} ${line.item} ${at}`} className="evidence__line">
            <span className="quiet evidence__at">{clockText(line.at)}</span>
            <span className={line.points < 0 ? 'tag tag--grave' : 'tag tag--good'}>
              {line.item} {line.points < 0 ? `−${-line.points}` : `+${line.points}`}
            </span>
            <div>
              <p>{pick(line.why)}</p>
              {line.words && (
                <a className="evidence__words" href={`#${lineId(line.number)}`}>
                  <span className="hidden-text">{say('evidence.jump')} </span>
                  {pick(line.words)}
                </a>
              )}
              <span className="row">
                {line.judgedBy === 'waiting' && <span className="tag tag--wait">{say('evidence.waiting')}</span>}
                {line.judgedBy === 'person' && <span className="tag">{say('evidence.person')}</span>}
                {line.families?.map((family) => (
                  <span key={family} className="tag">
                    {say(`family.${family}`)}
                  </span>
                ))}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
