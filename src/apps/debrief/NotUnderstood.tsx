import { useLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'
import { clockText, lineId } from '../parts/index.ts'
import { verdictOn } from './figures.ts'

/** Own words that the program did not understand, or took otherwise than a teacher does. What it had guessed stays out: it would teach the answer (decisions A.6). */
export function NotUnderstood({ debrief }: { debrief: Debrief }) {
  const { say, pick } = useLanguage()
  if (debrief.notUnderstood.length === 0) return <p className="quiet">{say('unheard.none')}</p>
  return (
    <div className="stack">
      <p className="quiet">{say('unheard.lead')}</p>
      {debrief.kind === 'practice' && <p className="quiet">{say('unheard.practice')}</p>}
      <ol className="found">
        {debrief.notUnderstood.map((line) => {
          const verdict = verdictOn(line)
          return (
            <li key={line.number}>
              <p className="row">
                <span className="quiet evidence__at">{clockText(line.at)}</span>
                <a className="unheard__words" href={`#${lineId(line.number)}`}>
                  <span className="hidden-text">{say('evidence.jump')} </span>
                  {line.words ? pick(line.words) : say('unheard.erased')}
                </a>
                <span className={verdict === 'waiting' ? 'tag tag--wait' : 'tag'}>{say(`unheard.${verdict}`)}</span>
              </p>
              {line.answeredAs && (
                <p>
                  <span className="found__label">{say('unheard.then')}</span> {pick(line.answeredAs)}
                </p>
              )}
              {line.judged?.as && (
                <p>
                  <span className="found__label">{say('unheard.as')}</span> {pick(line.judged.as)}
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
