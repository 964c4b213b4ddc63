import { lazy, type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useLanguage } from '../../../i18n/index.ts'
import { type Identity, openRemoteSession, type PublicScene, rest, type Session } from '../../../session/index.ts'
import { Button } from '../../../ui/index.ts'
import { Failed, Loading } from '../Failed.tsx'
import { Link } from '../Link.tsx'
import { Page } from '../Page.tsx'
import { Aftermath } from '../paper/Aftermath.tsx'
import { pathOf } from '../router.ts'
import { useLoad } from '../useLoad.ts'
import { useInHeadset } from '../visit/inHeadset.ts'
import { OpenSession, useSessionState, useView } from './context.ts'
import { Preparation } from './Preparation.tsx'
import { RedLine } from './RedLine.tsx'
import { useNotices } from './useNotices.ts'
import './session.css'

const Visit = lazy(() => import('../visit/Visit.tsx').then((m) => ({ default: m.Visit })))

/** How long to wait before saying that joining takes long. */
const PATIENCE_MS = 8_000

type Props = { session: string; me: Identity; open?: (session: string, token: string) => Promise<Session> }

/** A session from preparation to its end: opens the line, and shows the screen that its status asks for. */
export function SessionScreen({ session: id, me, open = openRemoteSession }: Props) {
  const { loaded, again } = useLoad(id, () => rest.sceneOf(id))
  const [session, setSession] = useState<Session | null>(null)
  useEffect(() => {
    let opened: Session | null = null
    let isGone = false
    open(id, me.token).then((s) => {
      if (isGone) return s.close()
      opened = s
      setSession(s)
    })
    return () => {
      isGone = true
      opened?.close()
      setSession(null)
    }
  }, [id, me.token, open])

  if (loaded.state === 'failed')
    return (
      <Page name={me.name}>
        <Failed failure={loaded} onAgain={again} />
      </Page>
    )
  if (loaded.state === 'loading' || !session)
    return (
      <Page name={me.name}>
        <Joining />
      </Page>
    )
  return <Running session={session} scene={loaded.data} name={me.name} />
}

function Joining() {
  const { say } = useLanguage()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return <Loading text={say(isLong ? 'state.connectingLong' : 'state.connecting')} />
}

function Running({ session, scene, name }: { session: Session; scene: PublicScene; name: string }) {
  const { say } = useLanguage()
  const connection = useStore(session.store, (s) => s.connection)
  const refusal = useStore(session.store, (s) => s.refusal)
  const hasView = useStore(session.store, (s) => s.view !== null)

  if (connection === 'refused' && refusal)
    return (
      <Notice name={name} title={say('state.refused')} text={say(`refusal.${refusal}`)}>
        <Button onClick={() => (refusal.endsWith('-too-old') ? location.reload() : session.takeOver())}>
          {say(refusal.endsWith('-too-old') ? 'state.reload' : 'state.tryAgain')}
        </Button>
        <Link className="button" href="/">
          {say('app.home')}
        </Link>
      </Notice>
    )
  if (connection === 'superseded')
    return (
      <Notice name={name} title={say('state.superseded')} text={say('state.supersededWhy')}>
        <Button look="main" onClick={session.takeOver}>
          {say('state.takeOver')}
        </Button>
        <Link className="button" href="/">
          {say('app.home')}
        </Link>
      </Notice>
    )
  if (!hasView)
    return (
      <Page name={name}>
        <Joining />
      </Page>
    )
  return (
    <OpenSession value={{ session, scene }}>
      <ByStatus name={name} />
      <RedLine />
      <Offline session={session} />
    </OpenSession>
  )
}

function ByStatus({ name }: { name: string }) {
  const status = useView((v) => v.session.status)
  const { isIn } = useInHeadset()
  useNotices()
  // Who is in a headset is told there that it is over, and comes out when they like.
  if (isIn && (status === 'aftermath' || status === 'ended')) return <Visit />
  switch (status) {
    case 'preparing':
      return <Preparation name={name} />
    case 'visiting':
      return <Visit />
    case 'aftermath':
      return <Aftermath name={name} />
    case 'ended':
      return <Ended name={name} />
  }
}

function Ended({ name }: { name: string }) {
  const { say, pick } = useLanguage()
  const ending = useView((v) => v.ending)
  const session = useSessionState((s) => s.session)
  return (
    <Page name={name}>
      <div className="sheet stack ended">
        <h1>{say('ended.title')}</h1>
        {ending && (
          <>
            <h2>{pick(ending.title)}</h2>
            <p>{pick(ending.card)}</p>
          </>
        )}
        <div className="row">
          <Link className="button button--main" href={pathOf({ screen: 'debrief', session })}>
            {say('ended.debrief')}
          </Link>
        </div>
      </div>
    </Page>
  )
}

function Notice({ name, title, text, children }: { name: string; title: string; text: string; children: ReactNode }) {
  return (
    <Page name={name}>
      <div className="sheet stack" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="row">{children}</div>
      </div>
    </Page>
  )
}

/** A strip that says the line is down and how much waits; the screen below stays usable. */
function Offline({ session }: { session: Session }) {
  const { say } = useLanguage()
  const connection = useStore(session.store, (s) => s.connection)
  const waiting = useStore(session.store, (s) => s.waiting)
  if (connection !== 'offline') return null
  return (
    <div className="offline" role="status">
      {say('state.offline')} {waiting > 0 && say('state.waiting', { count: waiting })}
    </div>
  )
}
