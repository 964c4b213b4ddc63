import { type Key, useLanguage } from '../../i18n/index.ts'
import type { Code, Debrief, Share } from '../../session/index.ts'
import { shareText } from './figures.ts'

const SKILLS: Record<string, Key> = {
  'zc.zz': 'skill.zc.zz',
  'zc.qt': 'skill.zc.qt',
  'zc.tl': 'skill.zc.tl',
  'zc.gl': 'skill.zc.gl',
  'yl.cq': 'skill.yl.cq',
  'yl.dj': 'skill.yl.dj',
  'yl.zy': 'skill.yl.zy',
  'yl.tw': 'skill.yl.tw',
  'yx.xd': 'skill.yx.xd',
  'yx.zl': 'skill.yx.zl',
  'yx.xx': 'skill.yx.xx',
  'yx.pl': 'skill.yx.pl',
  'yx.jy': 'skill.yx.jy',
  'yx.zg': 'skill.yx.zg',
  'yx.dz': 'skill.yx.dz',
}

/** What kind of talk it was: counts and shares, none where there is nothing to divide by. */
export function Conversation({ debrief }: { debrief: Debrief }) {
  const { say } = useLanguage()
  const { conversation } = debrief.assessment
  const shares: { key: Key; share: Share; as: 'percent' | 'ratio' }[] = [
    { key: 'talkfigures.reflectionsPerQuestion', share: conversation.reflectionsPerQuestion, as: 'ratio' },
    { key: 'talkfigures.complexOfReflections', share: conversation.complexOfReflections, as: 'percent' },
    { key: 'talkfigures.openOfQuestions', share: conversation.openOfQuestions, as: 'percent' },
  ]
  const counts = Object.entries(conversation.counts) as [Code, number][]
  return (
    <div className="stack">
      <p className="quiet">{say('talkfigures.lead')}</p>
      <dl className="figures">
        {shares.map(({ key, share, as }) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>
              {shareText(share, as) ?? (
                <>
                  {say('talkfigures.noFigure')} <span className="quiet">{say('talkfigures.noFigureWhy')}</span>
                </>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('talkfigures.adherent')}</dt>
          <dd>{conversation.adherent}</dd>
        </div>
        <div>
          <dt>{say('talkfigures.nonAdherent')}</dt>
          <dd>{conversation.nonAdherent}</dd>
        </div>
      </dl>
      {counts.length > 0 && (
        <div className="stack">
          <h3>{say('talkfigures.counts')}</h3>
          <ul className="row">
            {counts.map(([code, count]) => (
              <li key={code} className="tag">
                {say(`code.${code}`)} {count}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="stack">
        <h3>{say('talkfigures.skills')}</h3>
        <dl className="families">
          {conversation.skills.map(({ family, tags }) => (
            <div key={family}>
              <dt>{say(`family.${family}`)}</dt>
              <dd className="row">
                {Object.entries(tags).length === 0 && <span className="quiet">0</span>}
                {Object.entries(tags).map(([tag, count]) => {
                  const key = SKILLS[tag]
                  return (
                    <span key={tag} className="tag">
                      {key ? say(key) : tag} {count}
                    </span>
                  )
                })}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
