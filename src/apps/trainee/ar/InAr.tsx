import { useThree } from '@react-three/fiber'
import {
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react'
import type { Object3D } from 'three'
import { useLanguage } from '../../../i18n/index.ts'
import {
  ArGround,
  ArWorld,
  askForAr,
  beginPlacing,
  cutFor,
  isHandHeld,
  type Marks,
  marksOf,
  type PlacingDid,
  place,
  prepareAr,
} from '../../../presence/ar/index.ts'
import { PanelField, SpacePanels } from '../../../presence/space/index.ts'
import type { SpacePointers } from '../../../presence/xr/index.ts'
import type { PublicScene, SeatView } from '../../../session/index.ts'
import type { BuiltPlace } from '../../../stage/index.ts'
import { useHeadsetComfort } from '../headset/comfort.ts'
import { useHud } from '../visit/hud.ts'
import { inHeadset } from '../visit/inHeadset.ts'
import { ArPanel } from './ArPanel.tsx'
import { arState, isPlacing, useAr } from './arState.ts'
import { PlacingPanel } from './PlacingPanel.tsx'
import type { PlacingPress } from './placingWords.ts'

type InArProps = {
  scene: PublicScene
  built: BuiltPlace
  view: SeatView
  pointers: SpacePointers
  field: RefObject<PanelField | null>
  /** The place and its people, hidden while the place is laid out. */
  place: RefObject<Object3D | null>
  /** What hangs around somebody in a headset, given what AR adds to it. */
  panels: (extra: ReactNode) => ReactNode
}

/** The server has so long to let the time go on before a pause is taken for somebody’s own, in milliseconds. */
const GOES_ON_MS = 1500

const WORDS = { before: '◀', next: '▶', page: (page: number, pages: number) => `${page}/${pages}` }

export function InAr(props: InArProps) {
  const offered = useAr((state) => state.offered)
  return offered ? <Laid {...props} marks={offered.marks} ground={offered.ground} /> : null
}

/** A visit in a real room: first the place is laid out, then everything is as in a headset, or as by touch on a phone. */
function Laid(props: InArProps & { marks: Marks; ground: ArGround }) {
  const { scene, built, view, marks, ground, pointers, place: drawn, panels } = props
  const { pick } = useLanguage()
  const { run } = useHud()
  const comfort = useHeadsetComfort()
  const gl = useThree((state) => state.gl)
  const [session] = useState(() => gl.xr.getSession())
  const placing = useAr((state) => state.placing)
  const isHiding = useAr((state) => state.isHiding)
  const hasFloor = useAr((state) => state.hasFloor)
  const isWaiting = useAr(isPlacing)
  const isHeld = session !== null && isHandHeld(session)

  const table = placing?.plan?.table ?? null
  const isByMarks = placing?.isByMarks ?? true
  const cut = useMemo(
    () => cutFor(scene.place, view, marks, { table }, isByMarks),
    [scene.place, view, marks, table, isByMarks],
  )
  useLayoutEffect(() => arState.setState({ isHeld }), [isHeld])
  useLayoutEffect(() => arState.setState({ cut }), [cut])
  useEffect(() => {
    if (session) arState.setState({ placing: beginPlacing(hasFloor) })
  }, [session, hasFloor])
  // The visit's time stands still while furniture is touched, and goes on when somebody is there to meet.
  const isLaid = placing?.step === 'done'
  useEffect(() => {
    if (isLaid) return
    run({ acts: [{ type: 'pause' }] })
    arState.setState({ isHolding: true })
    return () => run({ acts: [{ type: 'resume' }] })
  }, [isLaid, run])
  // Until it has gone on nothing of the quiet room is shown: nobody has stopped. Whoever else holds the time has it shown after a moment.
  const { isPaused } = view.session
  useEffect(() => {
    if (!isLaid) return
    const timer = setTimeout(() => arState.setState({ isHolding: false }), isPaused ? GOES_ON_MS : 0)
    return () => clearTimeout(timer)
  }, [isLaid, isPaused])
  useLayoutEffect(() => {
    const { current } = drawn
    if (!current || !isWaiting) return
    current.visible = false
    return () => {
      current.visible = true
    }
  }, [drawn, isWaiting])

  const onDid = useCallback((did: PlacingDid) => didWhilePlacing(did, marks), [marks])
  const onPress = useCallback(
    (press: PlacingPress) => pressedWhilePlacing(press, marks, ground, () => inHeadset.getState().door?.leave()),
    [marks, ground],
  )
  useEffect(() => arState.setState({ onPress }), [onPress])
  if (!session || !placing) return null
  const nameOf = (id: string) => {
    const door = scene.place.doors.find((one) => one.id === id)
    return door ? pick(door.name) : ''
  }
  return (
    <>
      <Suspense fallback={null}>
        <ArWorld
          session={session}
          place={scene.place}
          built={built}
          view={view}
          cut={cut}
          marks={marks}
          ground={ground}
          pointers={pointers}
          placing={placing}
          isHiding={isHiding}
          nameOf={nameOf}
          onDid={onDid}
          onMoved={(plan) => arState.setState({ placing: { ...placing, plan } })}
          onAstray={(isAstray) => arState.setState({ isAstray })}
          onBlind={() => arState.setState({ isBlind: true })}
        />
      </Suspense>
      {!isHeld && isWaiting && (
        <OwnPanels {...props}>
          <PlacingPanel placing={placing} marks={marks} onPress={onPress} />
        </OwnPanels>
      )}
      {!isHeld &&
        !isWaiting &&
        panels(
          <ArPanel
            hand={comfort.hand}
            canHide={session.enabledFeatures?.includes('depth-sensing') ?? false}
            onAgain={() => onPress('again')}
          />,
        )}
    </>
  )
}

/** One step of placing, from wherever it was taken. */
function didWhilePlacing(did: PlacingDid, marks: Marks): void {
  const { placing } = arState.getState()
  if (placing) arState.setState({ placing: place(placing, marks, did), isBlind: false })
}

/** A press on the panel in the room, or on the phone's screen. */
function pressedWhilePlacing(press: PlacingPress, marks: Marks, ground: ArGround, onLeave: () => void): void {
  if (press === 'leave') onLeave()
  else if (press !== 'before') didWhilePlacing({ kind: press }, marks)
  else if (ground.tracking) {
    const { x, y, z, yaw } = ground.tracking.local
    didWhilePlacing({ kind: 'before', head: { x, y, z, yaw } }, marks)
  }
}

/** Panels of a moment of their own, before the visit's hang. */
function OwnPanels({ pointers, field, children }: Pick<InArProps, 'pointers' | 'field'> & { children: ReactNode }) {
  const comfort = useHeadsetComfort()
  const [panels] = useState(() => new PanelField())
  useEffect(() => {
    field.current = panels
    return () => {
      field.current = null
    }
  }, [field, panels])
  return (
    <SpacePanels
      pointers={pointers}
      field={panels}
      textScale={comfort.textScale}
      dwellMs={comfort.dwellMs}
      words={WORDS}
    >
      {children}
    </SpacePanels>
  )
}

/** What AR needs of a scene, ready before anybody presses: browsers forget a press after a few seconds. */
export function offerAr(scene: PublicScene): void {
  prepareAr()
  const marks = marksOf(scene)
  const offered = marks && { asked: askForAr(document.body), marks, ground: new ArGround(scene.place) }
  arState.setState({ offered })
}
