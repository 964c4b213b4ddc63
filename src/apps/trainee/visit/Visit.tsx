import { lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import type { Aim } from '../../../presence/index.ts'
import { Button, commandFor, Dialog, type Press, useKeys } from '../../../ui/index.ts'
import { clockText } from '../../parts/index.ts'
import { ArScreen, EnterAr, isPlacing, useAr } from '../ar/index.ts'
import { Boundary } from '../Boundary.tsx'
import { useComfort } from '../comfort/comfort.ts'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import { ScreenTools } from '../screenTools.ts'
import { useScene, useSession, useSessionState, useView } from '../session/context.ts'
import { AimHint, PickedMenu } from './Aimed.tsx'
import { Captions } from './Captions.tsx'
import { CommandButton } from './CommandButton.tsx'
import * as commands from './commands.ts'
import { coveredOnWide } from './covered.ts'
import { Dock } from './Dock.tsx'
import { EnterHeadset } from './EnterHeadset.tsx'
import { Fan } from './Fan.tsx'
import { HudContext } from './hud.ts'
import { useLetters } from './letters.ts'
import { SidePanel } from './Panels.tsx'
import { Partners } from './Partners.tsx'
import { Prompts } from './Prompts.tsx'
import { canDraw, useTextMode } from './pictureMode.ts'
import { freeSeats } from './place.ts'
import { Questions } from './Questions.tsx'
import { isYes, keyOf, questionIn } from './question.ts'
import { Stopped } from './Stopped.tsx'
import { TextStage } from './TextStage.tsx'
import { TouchTip } from './TouchTip.tsx'
import { Typing } from './Typing.tsx'
import { useBody } from './useBody.ts'
import { useCovered } from './useCovered.ts'
import { useNow } from './useNow.ts'
import { useSeen } from './useSeen.ts'
import { useShape } from './useShape.ts'
import './visit.css'
import './panels.css'
import './talk.css'
import './small.css'
import './upright.css'
import './lying.css'

const Picture = lazy(() => import('./Picture.tsx').then((m) => ({ default: m.Picture })))

/** Esc twice within this long stops everything. */
const TWICE_MS = 700

/** The visit: the picture behind, and in front of it only what is needed now. */
export function Visit() {
  const { say } = useLanguage()
  const session = useSession()
  const { presence, send, isThinking, onAct } = useBody(session)
  const scene = useScene()
  const view = useView((v) => v)
  const isLive = useSessionState((s) => s.connection === 'live')
  const now = useNow()
  const areLettersOn = useLetters()
  const [ui, setUi] = useState(commands.QUIET)
  const [isText, setText] = useTextMode()
  const [hasNoPicture] = useState(() => !canDraw())
  const escapedAt = useRef(0)
  const { hand, hasCaptions, pace } = useComfort()
  const shape = useShape()
  const otherDevice = useContext(ScreenTools)
  useSeen()
  const state: commands.VisitState = { view, ui, now, hasSeat: freeSeats(scene.place, view).length > 0 }

  const run = useCallback(
    (effect: commands.Effect) => {
      for (const act of effect.acts ?? []) send(act)
      if (effect.ui) setUi((was) => ({ ...was, ...effect.ui }))
    },
    [send],
  )

  const latest = useRef(state)
  latest.current = state
  const [aimed, setAimed] = useState<string | null>(null)
  const onAim = useCallback((aim: Aim | null) => setAimed(aim?.id ?? null), [])
  // A person who is picked is spoken to; a thing or a door opens its menu.
  const onPick = useCallback(
    (aim: Aim) => {
      if (aim.kind !== 'person') run({ ui: { picked: aim.id } })
      else if (commands.talk.can(latest.current)) run(commands.talk.act(latest.current))
    },
    [run],
  )

  const question = questionIn(view)
  const asked = question && keyOf(question)
  const askedAt = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question stands from when it comes, or comes back
  useEffect(() => {
    askedAt.current = performance.now()
  }, [asked, ui.aside])

  const onPress = (press: Press): boolean => {
    if (press.key === 'Enter' && commands.yes.can(state)) {
      const isBoxEmpty = document.querySelector<HTMLTextAreaElement>('.fan__words:focus')?.value.trim() === ''
      const stoodMs = performance.now() - askedAt.current
      if (isYes(press, { stoodMs, isBoxEmpty })) run(commands.yes.act(state))
      return !press.isWriting || isBoxEmpty
    }
    if (press.key === 'Escape' && !press.isRepeat) {
      const isTwice = performance.now() - escapedAt.current < TWICE_MS * pace
      escapedAt.current = performance.now()
      if (isTwice && commands.pause.can(state)) {
        run(commands.pause.act(state))
        return true
      }
    }
    if (press.key !== 'Escape') escapedAt.current = 0
    const command = commandFor(commands.all, state, press, areLettersOn)
    if (command) run(command.act(state))
    return command !== undefined
  }
  useKeys(onPress)

  // While a room is laid out the time stands still, but nobody has stopped.
  const isPlacingNow = useAr(isPlacing)
  const isStopped = (ui.isStopped || view.session.isPaused) && !isPlacingNow
  const isAsked = commands.isAsked(state)
  const hasEvent = view.prompts.some((prompt) => prompt.kind === 'event')
  const isOpen = ui.talk !== 'closed' || ui.picked !== null || isAsked || hasEvent
  const covered = useCovered(shape, isOpen, coveredOnWide(ui.talk, isAsked))
  const hasText = isText || hasNoPicture
  // Beside the face where there is room for both.
  const isFanBeside = ui.talk === 'fan' && shape === 'wide'
  const tools = (
    <>
      {!hasNoPicture && (
        <Button isSmall title={say('visit.textModeWhy')} onClick={() => setText(!isText)}>
          {say(isText ? 'visit.pictureMode' : 'visit.textMode')}
        </Button>
      )}
      {!hasText && <EnterHeadset />}
      {!hasText && <EnterAr />}
      <LanguageSwitch />
      {shape === 'wide' && !isStopped && otherDevice}
    </>
  )
  return (
    <HudContext value={{ state, run, send }}>
      <div
        className={[
          'visit',
          `visit--${shape}`,
          shape !== 'wide' && 'visit--small',
          hasText && 'visit--text',
          isStopped && 'visit--stopped',
        ]
          .filter(Boolean)
          .join(' ')}
        data-hand={hand}
      >
        {hasText ? (
          <TextStage isForced={hasNoPicture} />
        ) : (
          <Boundary fallback={() => <TextStage isForced />}>
            <Suspense fallback={<p className="visit__furnishing">{say('visit.pictureLoading')}</p>}>
              <Picture
                covered={covered}
                isOn={commands.isAfoot(state)}
                onAct={onAct}
                onAim={onAim}
                onPick={onPick}
                presence={presence}
              />
            </Suspense>
          </Boundary>
        )}
        <TopBar>
          {shape === 'wide' && tools}
          <CommandButton command={commands.pause} look="grave" />
        </TopBar>
        <div className="visit__left">
          {!hasText && <TouchTip isOver={isOpen} />}
          <Prompts />
          <Partners />
          {isFanBeside && <Fan />}
        </div>
        <SidePanel />
        <div className="visit__foot">
          {!hasText && hasCaptions && <Captions />}
          {!hasText && commands.namesAim(state) && <AimHint id={aimed} />}
          {ui.picked !== null && <PickedMenu key={ui.picked} id={ui.picked} />}
          {commands.takeBack.can(state) && (
            <div className="visit__take-back">
              <CommandButton command={commands.takeBack} />
            </div>
          )}
          <Thinking isShown={isThinking && isLive} />
          <Questions />
          {ui.talk === 'fan' && !isFanBeside && <Fan />}
          {ui.talk === 'typing' && <Typing />}
        </div>
        <Dock shape={shape} isText={hasText}>
          {tools}
        </Dock>
        {ui.isLeaving && (
          <Dialog title={say('leave.title')} onClose={() => run({ ui: { isLeaving: false } })}>
            <p>{say('leave.text')}</p>
            <div className="row">
              <Button
                look="main"
                onClick={() => {
                  send({ type: 'leave' })
                  run({ ui: { isLeaving: false } })
                }}
              >
                {say('leave.go')}
              </Button>
              <Button onClick={() => run({ ui: { isLeaving: false } })}>{say('leave.stay')}</Button>
            </div>
          </Dialog>
        )}
        {!hasText && <ArScreen />}
        {isStopped && <Stopped />}
      </div>
    </HudContext>
  )
}

/** Words that are long on their way are being thought about: said quietly, where they were written. */
function Thinking({ isShown }: { isShown: boolean }) {
  const { say } = useLanguage()
  return (
    <p className={isShown ? 'thinking' : 'hidden-text'} role="status">
      {isShown && say('talk.thinking')}
    </p>
  )
}

/** Which part of the visit this is, what it is for, and the time. */
function TopBar({ children }: { children: ReactNode }) {
  const { say, pick } = useLanguage()
  const scene = useScene()
  const { session } = useView((v) => v)
  const now = useNow()
  const phase = scene.phases.find((p) => p.id === session.phase)
  return (
    <header className="visit__top">
      <div className="visit__phase">
        <h1>{phase ? pick(phase.title) : pick(scene.title)}</h1>
        {phase?.aim && <p>{pick(phase.aim)}</p>}
      </div>
      <div
        className="visit__clock"
        title={say('visit.clock', { at: clockText(now), limit: clockText(session.clock.limit) })}
      >
        <span className="visit__time">{clockText(now)}</span>
        {!session.clock.isRunning && <span>{say(session.composing ? 'visit.composing' : 'visit.clockStill')}</span>}
      </div>
      <div className="row visit__tools">{children}</div>
    </header>
  )
}
