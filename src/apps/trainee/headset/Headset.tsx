import { useThree } from '@react-three/fiber'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Object3D } from 'three'
import { useLanguage } from '../../../i18n/index.ts'
import {
  BELT,
  BESIDE,
  BOARD,
  HIP,
  PanelField,
  type PanelWords,
  SIDE,
  SpaceCaptions,
  SpacePanels,
  type Station,
} from '../../../presence/space/index.ts'
import type { SpacePointers } from '../../../presence/xr/index.ts'
import type { StageLive } from '../../../stage/index.ts'
import { useComfort } from '../comfort/comfort.ts'
import { FrameBoard } from '../frames/FrameBoard.tsx'
import { goTo } from '../router.ts'
import { useSessionState } from '../session/context.ts'
import { useDraft } from '../session/drafts.ts'
import { useHud } from '../visit/hud.ts'
import { inHeadset, useInHeadset } from '../visit/inHeadset.ts'
import { afterSheet, noteSheet, troubleSheet } from './awaySheets.ts'
import { captionsOf } from './captionsOf.ts'
import { useHeadsetComfort } from './comfort.ts'
import { DeviceBoard } from './DeviceBoard.tsx'
import { clearHere, setHere, useHere } from './here.ts'
import { hasKeyboard, openKeyboard } from './keyboard.ts'
import { comfortSheet, menuSheet, quietSheet } from './menuSheets.ts'
import { DocumentsBoard, NotebookBoard } from './PaperBoards.tsx'
import { PracticeRoom } from './PracticeRoom.tsx'
import { phoneSheet } from './paperSheets.ts'
import { InsideContext, useShown } from './perform.ts'
import { beltSheet, leavingSheet, placesSheet, sightSheet, thingSheet, transcriptSheet } from './placeSheets.ts'
import { beginPractice, endPractice, hasPractised, usePractice } from './practice.ts'
import { QuietRoom } from './QuietRoom.tsx'
import type { Doing } from './Sheet.ts'
import { asDraft, SheetPanel } from './SheetPanel.tsx'
import { ShownInSight } from './ShownInSight.tsx'
import { fanSheet, promptSheet, redLineSheet, takeBackSheet, typingSheet } from './talkSheets.ts'

export type HeadsetProps = {
  pointers: SpacePointers
  /** Given what panels are open: whoever reads the hands asks it how near a finger is. */
  field: RefObject<PanelField | null>
  live: StageLive
  /** The place and its people, hidden while the quiet room or the practice stands in for them. */
  place: RefObject<Object3D | null>
  /** Ends the immersive session. */
  onOut: () => void
  /** Further panels, where the way of being there has some of its own. */
  children?: ReactNode
}

/** To the right, within a glance: what the wearer should know of the headset itself. */
const WORD_STATION: Station = { aside: -BESIDE.aside, below: BESIDE.below, metres: BESIDE.metres }
/** Who has nothing to press with presses by resting on a button, for so long, in milliseconds. */
const NO_HANDS_MS = 1600

const WORDS: PanelWords = { before: '◀', next: '▶', page: (page, pages) => `${page}/${pages}` }

/** Everything a visit says and asks, hung around somebody in a headset: the same view, the same commands as on the desktop. */
export function Headset({ pointers, field, live, place, onOut, children }: HeadsetProps) {
  const { run } = useHud()
  const comfort = useHeadsetComfort()
  const practice = usePractice()
  const here = useHere()
  const { isEmptyHanded, door } = useInHeadset()
  const [panels] = useState(() => new PanelField())
  useBrightness(comfort.brightness)
  useEffect(() => {
    field.current = panels
    return () => {
      field.current = null
    }
  }, [field, panels])
  useEffect(() => {
    clearHere()
    if (!hasPractised()) beginPractice()
  }, [])
  // While one practises the visit's time stands still; it goes on when one steps to the door.
  const isPractising = practice !== null
  useEffect(() => {
    if (!isPractising) return
    run({ acts: [{ type: 'pause' }] })
    return () => run({ acts: [{ type: 'resume' }] })
  }, [isPractising, run])

  const inside = useMemo(
    () => ({
      here,
      setHere,
      onGo: (where: NonNullable<Doing['go']>) => {
        if (where === 'home') goTo('/')
        if (where === 'out') onOut()
        if (where === 'practice') beginPractice()
        if (where === 'door') endPractice()
        if (where === 'measure') door?.measureAgain()
        if (where === 'calm') inHeadset.setState({ trouble: null })
      },
    }),
    [here, onOut, door],
  )
  return (
    <InsideContext value={inside}>
      <SpacePanels
        pointers={pointers}
        field={panels}
        textScale={comfort.textScale}
        dwellMs={comfort.dwellMs ?? (isEmptyHanded ? NO_HANDS_MS : null)}
        words={WORDS}
      >
        {practice ? (
          <PracticeRoom practice={practice} pointers={pointers} place={place} />
        ) : (
          <Around live={live} place={place} />
        )}
        <FrameBoard />
        <Told />
        {children}
      </SpacePanels>
    </InsideContext>
  )
}

/** What hangs there now. What is grave goes before what is asked, and that before what one looks up. */
function Around({ live, place }: Pick<HeadsetProps, 'live' | 'place'>) {
  const shown = useShown()
  const { state, here } = shown
  const { language } = useLanguage()
  const comfort = useHeadsetComfort()
  const chosen = useComfort()
  const { ui, view, now } = state
  const sight = useRef(false)
  if (view.session.status !== 'visiting')
    return (
      <>
        <QuietRoom place={place} />
        {here.board === 'device' ? <DeviceBoard /> : <SheetPanel at="board" sheet={afterSheet(shown)} />}
      </>
    )
  if (ui.isStopped || view.session.isPaused)
    return (
      <>
        <QuietRoom place={place} />
        {here.board === 'device' ? <DeviceBoard /> : <SheetPanel at="board" sheet={quietSheet(shown)} />}
      </>
    )
  const redLine = redLineSheet(shown)
  if (redLine) return <SheetPanel at="board" sheet={redLine} />
  if (ui.isLeaving) return <SheetPanel at="board" sheet={leavingSheet(shown)} />
  const prompts = promptSheet(shown)
  const takeBack = takeBackSheet(shown)
  return (
    <>
      {comfort.hasCaptions && (
        <SpaceCaptions captions={captionsOf(shown)} now={now} live={live} textScale={comfort.textScale} />
      )}
      {here.board === 'menu' && <SheetPanel at="board" sheet={menuSheet(shown, language)} />}
      {here.board === 'comfort' && <SheetPanel at="board" sheet={comfortSheet(shown, chosen)} />}
      {here.board === 'device' && <DeviceBoard />}
      {here.board === null && <OpenPanel />}
      <Talking />
      {ui.talk === 'closed' && ui.picked !== null && <SheetPanel sheet={thingSheet(shown, ui.picked)} />}
      {prompts && <SheetPanel sheet={prompts} size={SIDE} station={BESIDE} sight={sight} />}
      {view.prompts.map((prompt) =>
        prompt.kind === 'event' && prompt.on === 'phone' ? (
          <ShownInSight key={prompt.event} prompt={prompt} sight={sight} />
        ) : null,
      )}
      {takeBack && ui.talk === 'closed' && ui.picked === null && <SheetPanel sheet={takeBack} size={SIDE} />}
      {ui.talk === 'closed' && (
        <SheetPanel sheet={beltSheet(shown)} size={BELT} station={HIP[comfort.hand === 'left' ? 'right' : 'left']} />
      )}
    </>
  )
}

/** A word about the headset or its line, as long as it holds: the gravest of them. */
function Told() {
  const shown = useShown()
  const { mainHand } = useComfort()
  const { trouble, isEmptyHanded, isAway } = useInHeadset()
  const isOffline = useSessionState((s) => s.connection === 'offline')
  const sheet = isAway
    ? noteSheet('away', shown.say('vr.away'))
    : isOffline
      ? noteSheet('offline', shown.say('state.offline'))
      : isEmptyHanded
        ? noteSheet('no-hands', shown.say('vr.trouble.no-hands'))
        : trouble && troubleSheet(shown, trouble, mainHand)
  return sheet && <SheetPanel sheet={sheet} size={SIDE} station={isAway ? BOARD : WORD_STATION} isOverAll={isAway} />
}

/** The board of the panel that is open: the same panels as on the desktop. */
function OpenPanel() {
  const shown = useShown()
  switch (shown.state.ui.panel) {
    case 'notebook':
      return <NotebookBoard />
    case 'documents':
      return <DocumentsBoard />
    case 'phone':
      return <SheetPanel at="board" sheet={phoneSheet(shown)} />
    case 'sight':
      return <SheetPanel at="board" sheet={sightSheet(shown)} />
    case 'places':
      return <SheetPanel at="board" sheet={placesSheet(shown)} />
    case 'transcript':
      return <SheetPanel at="board" sheet={transcriptSheet(shown)} />
    default:
      return null
  }
}

/** The fan, or words of one's own where the headset has a keyboard. */
function Talking() {
  const shown = useShown()
  const { language } = useLanguage()
  const draft = useDraft('say', '')
  const gl = useThree((state) => state.gl)
  const canType = hasKeyboard(gl.xr.getSession())
  const { talk } = shown.state.ui
  if (talk === 'fan') return <SheetPanel sheet={fanSheet(shown, canType)} />
  if (talk === 'closed') return null
  const keyboard = () => openKeyboard(draft.value, draft.change)
  return (
    <SheetPanel
      sheet={typingSheet(shown, draft.value.trim(), language, canType)}
      draft={asDraft(draft)}
      onKeyboard={keyboard}
    />
  )
}

/** The exposure is the picture's only light switch: a texture is not painted anew for it. */
function useBrightness(brightness: number): void {
  const gl = useThree((state) => state.gl)
  useEffect(() => {
    if (brightness === 1) return
    const usual = gl.toneMappingExposure
    gl.toneMappingExposure = usual * brightness
    return () => {
      gl.toneMappingExposure = usual
    }
  }, [gl, brightness])
}
