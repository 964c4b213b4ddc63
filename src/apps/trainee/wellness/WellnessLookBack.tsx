import { useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { readAnswers } from './answers.ts'
import { inWords } from './Wellness.tsx'

/** Before and after side by side, for whoever answered in this browser; for anybody else there is nothing to show. */
export function WellnessLookBack({ session }: { session: string }) {
  const { say } = useLanguage()
  const [answers] = useState(() => readAnswers(session))
  if (typeof answers.before !== 'number' && typeof answers.after !== 'number') return null
  return (
    <div className="stack wellness">
      <h3>{say('wellness.title')}</h3>
      <dl>
        {(['before', 'after'] as const).map((moment) => (
          <div key={moment} className="row">
            <dt className="quiet">{say(moment === 'before' ? 'wellness.lookBefore' : 'wellness.lookAfter')}</dt>
            <dd>
              {typeof answers[moment] === 'number' && `${answers[moment]} `}
              {inWords(answers[moment], say)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{say('wellness.lookLead')}</p>
    </div>
  )
}
