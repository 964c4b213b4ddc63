import { useState } from 'react'
import { type Key, useLanguage } from '../../../i18n/index.ts'
import { rest, type SessionSummary } from '../../../session/index.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { Failed, Loading } from '../Failed.tsx'
import { Link } from '../Link.tsx'
import { forgetMe, useMe } from '../me.ts'
import { Page } from '../Page.tsx'
import { pathOf } from '../router.ts'
import { useLoad } from '../useLoad.ts'
import { NameForm } from './NameForm.tsx'
import { Picture } from './Picture.tsx'
import './start.css'

const STATUS: Record<SessionSummary['status'], Key> = {
  preparing: 'start.preparing',
  visiting: 'start.visiting',
  aftermath: 'start.aftermath',
  ended: 'start.ended',
}

/** What this is, who one is, and where to go from here. */
export function StartScreen() {
  const { say } = useLanguage()
  const me = useMe()
  const [isLeaving, setLeaving] = useState(false)
  return (
    <Page isWide>
      <div className="start">
        <section className="start__intro stack">
          <h1>{say('start.heading')}</h1>
          <p className="start__lead">{say('start.lead')}</p>
          {me ? (
            <div className="row">
              <strong>{say('start.hello', { name: me.name })}</strong>
              <Button look="plain" onClick={() => setLeaving(true)}>
                {say('app.notMe')}
              </Button>
            </div>
          ) : (
            <>
              <NameForm />
              <Link href={pathOf({ screen: 'join' })}>{say('join.have')}</Link>
            </>
          )}
        </section>
        <Picture label={say('start.picture')} />
      </div>
      <div className={me ? 'start__lists' : 'stack'}>
        <Scenes isKnown={me !== null} />
        {me && <Sessions key={me.person} />}
      </div>
      <p className="quiet start__foot">{say('start.private')}</p>
      {isLeaving && me && (
        <Dialog title={say('start.leaveTitle')} onClose={() => setLeaving(false)}>
          <p>{say('start.leaveText', { name: me.name })}</p>
          <div className="row">
            <Button
              look="grave"
              onClick={() => {
                forgetMe()
                setLeaving(false)
              }}
            >
              {say('start.leaveGo')}
            </Button>
            <Button onClick={() => setLeaving(false)}>{say('common.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}

function Scenes({ isKnown }: { isKnown: boolean }) {
  const { say, pick } = useLanguage()
  const { loaded, again } = useLoad('scenes', rest.scenes)
  return (
    <section className="stack" aria-labelledby="scenes">
      <h2 id="scenes">{say('start.scenes')}</h2>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failed failure={loaded} onAgain={again} />}
      {loaded.state === 'ready' && loaded.data.length === 0 && <p className="quiet">{say('start.scenesEmpty')}</p>}
      {loaded.state === 'ready' && (
        <ul className="stack">
          {loaded.data.map((scene) => (
            <li key={scene.id} className="sheet scene-card">
              <div className="row quiet">
                <span className="tag tag--wait">{pick(scene.kind)}</span>
                <span>{say('common.about', { count: scene.minutes })}</span>
              </div>
              <h3 className="scene-card__title">{pick(scene.title)}</h3>
              <p>{pick(scene.setting)}</p>
              <p className="quiet">{pick(scene.contentNote)}</p>
              <div className="row">
                <Link
                  className={isKnown ? 'button button--main' : 'button'}
                  href={pathOf({ screen: 'scene', scene: scene.id, seed: null })}
                >
                  {say('start.open')}
                </Link>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sessions() {
  const { say, pick, language } = useLanguage()
  const { loaded, again } = useLoad('sessions', rest.sessions)
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{say('start.sessions')}</h2>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failed failure={loaded} onAgain={again} />}
      {loaded.state === 'ready' && loaded.data.length === 0 && <p className="quiet">{say('start.sessionsEmpty')}</p>}
      {loaded.state === 'ready' && (
        <ul className="sessions">
          {loaded.data.map((session) => (
            <li key={session.id} className="sessions__one">
              <div>
                <strong>{pick(session.title)}</strong>
                <p className="quiet">
                  {day.format(new Date(session.startedAt))} · {say('common.minutes', { count: session.minutes })}
                </p>
                <span className={session.status === 'ended' ? 'tag' : 'tag tag--good'}>
                  {session.ending ? pick(session.ending) : say(STATUS[session.status])}
                </span>
              </div>
              {session.status === 'ended' ? (
                <Link className="button button--small" href={pathOf({ screen: 'debrief', session: session.id })}>
                  {say('start.debrief')}
                </Link>
              ) : (
                <Link
                  className="button button--small button--main"
                  href={pathOf({ screen: 'session', session: session.id })}
                >
                  {say('start.resume')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
