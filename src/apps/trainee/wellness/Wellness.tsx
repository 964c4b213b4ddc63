import { useState } from 'react'
import { type Say, useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useSend, useSessionState, useView } from '../session/context.ts'
import { type Answer, type Answers, type Moment, readAnswers, STEPS, writeAnswers } from './answers.ts'

/** At or below this somebody is told that there is no hurry. */
const LOW = 2

/** An answer in words. */
export const inWords = (answer: Answer | undefined, say: Say): string =>
  say(answer === undefined || answer === 'declined' ? 'wellness.none' : `wellness.${answer}`)

/** One question, before or after: how steady and comfortable somebody feels. It may be declined, and nobody else sees the answer. */
export function Wellness({ moment }: { moment: Moment }) {
  const { say } = useLanguage()
  const session = useSessionState((s) => s.session)
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(session))
  const keep = (change: Answers) => {
    setAnswers(change)
    writeAnswers(session, change)
  }
  const answer = answers[moment]
  const title = say(`wellness.${moment}`)
  return (
    <section className="sheet stack wellness" aria-label={title}>
      <h2>{title}</h2>
      {answer === 'declined' ? (
        <div className="row">
          <p>{say('wellness.declined')}</p>
          <Button isSmall look="plain" onClick={() => keep(without(answers, moment))}>
            {say('wellness.change')}
          </Button>
        </div>
      ) : (
        <>
          <p className="quiet">{say('wellness.lead')}</p>
          <fieldset className="row">
            <legend className="hidden-text">{title}</legend>
            {STEPS.map((step) => (
              <label key={step} className="choice">
                <input
                  type="radio"
                  name={`wellness-${moment}`}
                  checked={answer === step}
                  onChange={() => keep({ ...answers, [moment]: step })}
                />
                <span>
                  {step} {say(`wellness.${step}`)}
                </span>
              </label>
            ))}
          </fieldset>
          <div className="row">
            {answer === undefined && (
              <Button isSmall onClick={() => keep({ ...answers, [moment]: 'declined' })}>
                {say('wellness.decline')}
              </Button>
            )}
            <span className="quiet">{say('wellness.kept')}</span>
          </div>
          {typeof answer === 'number' && answer <= LOW && (
            <p className="note" role="status">
              {say('wellness.low')}
            </p>
          )}
        </>
      )}
      {moment === 'after' && <Share answers={answers} onSent={() => keep({ ...answers, isSent: true })} />}
    </section>
  )
}

function without(answers: Answers, moment: Moment): Answers {
  const { [moment]: _, ...rest } = answers
  return rest
}

/** Where an instructor follows the session at all, both answers may be given to them: only by a tick, and only once. */
function Share({ answers, onSent }: { answers: Answers; onSent: () => void }) {
  const { say } = useLanguage()
  const send = useSend()
  const isWatched = useView((v) => v.session.kind !== 'practice')
  const [isTicked, setTicked] = useState(false)
  if (!isWatched) return null
  if (answers.isSent) return <p role="status">{say('wellness.sent')}</p>
  const hasAnswer = typeof answers.before === 'number' || typeof answers.after === 'number'
  if (!hasAnswer) return null
  return (
    <div className="stack">
      <label className="choice">
        <input type="checkbox" checked={isTicked} onChange={(e) => setTicked(e.target.checked)} />
        <span>
          {say('wellness.share')}
          <br />
          <span className="quiet">{say('wellness.shareWhy')}</span>
        </span>
      </label>
      <div>
        <Button
          isSmall
          disabled={!isTicked}
          onClick={() => {
            const words = { before: inWords(answers.before, say), after: inWords(answers.after, say) }
            send({ type: 'message', to: 'instructor', words: say('wellness.message', words) })
            onSent()
          }}
        >
          {say('wellness.send')}
        </Button>
      </div>
    </div>
  )
}
