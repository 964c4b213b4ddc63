import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { type Key, useLanguage } from '../../i18n/index.ts'
import { Button, Toasts } from '../../ui/index.ts'
import { Boundary } from './Boundary.tsx'
import { Loading } from './Failed.tsx'
import { useMe } from './me.ts'
import { Page } from './Page.tsx'
import { useRoute } from './router.ts'
import { ScreenTools } from './screenTools.ts'
import { NameForm } from './start/NameForm.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import './page.css'

const loadScene = () => import('./scene/SceneScreen.tsx')
const loadSession = () => import('./session/SessionScreen.tsx')
const loadDebrief = () => import('../debrief/index.ts')
const loadJoining = () => import('../joining/index.ts')

const SceneScreen = lazy(() => loadScene().then((m) => ({ default: m.SceneScreen })))
const SessionScreen = lazy(() => loadSession().then((m) => ({ default: m.SessionScreen })))
const DebriefScreen = lazy(() => loadDebrief().then((m) => ({ default: m.DebriefScreen })))
const JoinScreen = lazy(() => loadJoining().then((m) => ({ default: m.JoinScreen })))
const CheckScreen = lazy(() => loadJoining().then((m) => ({ default: m.CheckScreen })))
const DeviceTools = lazy(() => loadJoining().then((m) => ({ default: m.DeviceTools })))

/** The start page is a picture and a list; what lies behind it is fetched once the browser has nothing else to do. */
function prefetch() {
  const fetchAll = () =>
    void loadScene()
      .then(loadSession)
      .then(() => import('./visit/Visit.tsx'))
      .then(() => import('./visit/Picture.tsx'))
      // What cannot be fetched ahead is fetched, or complained of, when it is wanted.
      .catch(() => undefined)
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 5_000 })
  else setTimeout(fetchAll, 1_500)
}

function Screen() {
  const route = useRoute()
  const me = useMe()
  const { say } = useLanguage()
  if (route.screen === 'start') return <StartScreen />
  if (route.screen === 'join') return <JoinScreen />
  if (route.screen === 'check') return <CheckScreen />
  if (route.screen === 'nowhere') return <Page>{say('app.notFound')}</Page>
  // A link may be opened by somebody whom this browser does not know yet.
  if (!me)
    return (
      <Page>
        <NameForm />
      </Page>
    )
  if (route.screen === 'scene') return <SceneScreen key={route.scene} scene={route.scene} seed={route.seed} me={me} />
  return (
    <ScreenTools value={<OtherDevice key={route.session} session={route.session} />}>
      {route.screen === 'session' ? (
        <SessionScreen key={route.session} session={route.session} me={me} />
      ) : (
        <Page isWide name={me.name}>
          <DebriefScreen key={route.session} session={route.session} />
        </Page>
      )}
    </ScreenTools>
  )
}

/** Comes when its code does: no screen waits for it. */
function OtherDevice({ session }: { session: string }) {
  return (
    <Suspense fallback={null}>
      <DeviceTools session={session} />
    </Suspense>
  )
}

function Crash({ again }: { again: () => void }): ReactNode {
  const { say } = useLanguage()
  return (
    <Page>
      <div className="note note--grave stack" role="alert">
        <p>{say('state.crashed')}</p>
        <div className="row">
          <Button onClick={again}>{say('state.tryAgain')}</Button>
          <Button onClick={() => location.reload()}>{say('state.reload')}</Button>
        </div>
      </div>
    </Page>
  )
}

/** Everything a trainee sees. */
export function TraineeApp() {
  const { say } = useLanguage()
  useEffect(prefetch, [])
  return (
    <>
      <Boundary fallback={(again) => <Crash again={again} />}>
        <Suspense
          fallback={
            <Page>
              <Loading />
            </Page>
          }
        >
          <Screen />
        </Suspense>
      </Boundary>
      <Toasts inWords={(what) => say(what as Key)} />
    </>
  )
}
