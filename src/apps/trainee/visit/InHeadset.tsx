import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Object3D } from 'three'
import {
  canEnter,
  canEnterAr,
  type DesktopPresence,
  makePointers,
  type PanelField,
  type PresenceHandle,
  prepareXr,
  type Trouble,
  type XrCall,
  type XrDoor,
  XrPresence,
} from '../../../presence/index.ts'
import type { SeatView, TraineeAct } from '../../../session/index.ts'
import { arState, InAr, isPlacing, leftAr, prepareToOffer, useAr } from '../ar/index.ts'
import {
  callMenu,
  Headset,
  noticePractice,
  prepareHeadset,
  useHeadsetComfort,
  usePractice,
  withLessMotion,
} from '../headset/index.ts'
import { useScene } from '../session/context.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'
import { inHeadset } from './inHeadset.ts'

type Props = Pick<ComponentProps<typeof DesktopPresence>, 'scene' | 'built' | 'live' | 'onAct' | 'onAim' | 'onPick'> & {
  view: SeatView
  presence: RefObject<PresenceHandle | null>
  /** Told by whoever draws the desktop's body instead, so that one body gives way to the other in the same moment. */
  isIn: boolean
  /** What the quiet room and the practice stand in for. */
  place: RefObject<Object3D | null>
}

/** The visit in a headset. Nothing of it is fetched or drawn where no headset is. */
export function InHeadset(props: Props) {
  const scene = useScene()
  const [can, setCan] = useState(false)
  useEffect(() => {
    let isHere = true
    void Promise.all([canEnter(navigator.xr), canEnterAr(navigator.xr)]).then(([hasHeadset, hasAr]) => {
      if (!isHere) return
      arState.setState({ can: hasAr })
      if (!hasHeadset && !hasAr) return
      prepareXr()
      prepareHeadset()
      if (hasAr) prepareToOffer(scene)
      inHeadset.setState({ hasHeadset })
      setCan(true)
    })
    return () => {
      isHere = false
    }
  }, [scene])
  return can ? (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  ) : null
}

function Body({ scene, built, live, view, onAct, onAim, onPick, presence, isIn, place }: Props) {
  const { state, run, send } = useHud()
  const [pointers] = useState(makePointers)
  const field = useRef<PanelField | null>(null)
  const chosen = useHeadsetComfort()
  const [isReduced] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches)
  const comfort = useMemo(() => withLessMotion(chosen, isReduced), [chosen, isReduced])
  const isWaiting = useAr(isPlacing)
  const isAr = useAr((ar) => ar.isAr)
  const isHeld = useAr((ar) => ar.isHeld)
  const ground = useAr((ar) => (ar.isAr ? (ar.offered?.ground ?? null) : null))
  const cut = useAr((ar) => ar.cut)
  const isPractising = usePractice() !== null && isIn && !isWaiting && !isHeld
  const whole = useScene()
  const door = useCallback((made: XrDoor | null) => inHeadset.setState({ door: made }), [])
  const onMeant = (act: TraineeAct) => {
    // The practice has its own stairwell: what a body does there is no act of the visit.
    if (isPractising) {
      if (act.type === 'pause') noticePractice('pause')
      return
    }
    if (act.type === 'pause') {
      if (commands.pause.can(state)) run(commands.pause.act(state))
      return
    }
    if (act.type === 'sit' && !commands.sit.can(state)) return
    send(act)
    if (state.ui.talk !== 'closed') run(commands.endTalk(state))
  }
  const onTrouble = (trouble: Trouble | null) => {
    // A phone is held with both hands and points with a finger.
    if (isHeld && (trouble === 'no-hands' || trouble === 'one-controller')) return
    if (isAr && trouble === 'ended') {
      leftAr('ended')
      return
    }
    if (trouble === 'no-hands' || trouble === null) {
      inHeadset.setState({ isEmptyHanded: trouble !== null })
      return
    }
    if (trouble === 'one-controller' && comfort.isOneHanded) return
    inHeadset.setState({ trouble })
    // Nobody should lose a visit to a picture that stands still.
    if (trouble === 'lost') onMeant({ type: 'pause' })
  }
  const onOut = useCallback(() => inHeadset.getState().door?.leave(), [])
  const onCall = (call: XrCall) => {
    if (isPractising) noticePractice('other')
    else if (call === 'talk' && commands.talk.can(state)) run(commands.talk.act(state))
    else if (call === 'menu') callMenu()
  }
  const panels = (extra: ReactNode) => (
    <Headset pointers={pointers} field={field} live={live} place={place} onOut={onOut}>
      {extra}
    </Headset>
  )
  return (
    <XrPresence
      scene={scene}
      built={built}
      live={live}
      view={view}
      pointers={pointers}
      comfort={comfort}
      isOn={
        !isWaiting &&
        (isPractising || (commands.pause.can(state) && !state.view.prompts.some((one) => one.kind === 'red-line')))
      }
      ground={ground}
      cut={cut}
      onAct={(act) => isPractising || onAct(act)}
      onMeant={onMeant}
      onCall={onCall}
      {...(onAim ? { onAim } : {})}
      {...(onPick && !isPractising ? { onPick } : {})}
      fingerMetres={(tip) => field.current?.metresTo(tip) ?? Number.POSITIVE_INFINITY}
      onPresent={(now) => {
        inHeadset.setState({ isIn: now, isAway: false, isEmptyHanded: false })
        if (!now && isAr) leftAr(null)
      }}
      onTrouble={onTrouble}
      onAway={(isAway) => inHeadset.setState({ isAway: isAway && !isAr })}
      door={door}
      {...(isIn ? { handle: presence } : {})}
    >
      <Suspense fallback={null}>
        {isAr ? (
          <InAr
            scene={whole}
            built={built}
            view={view}
            pointers={pointers}
            field={field}
            place={place}
            panels={panels}
          />
        ) : (
          panels(null)
        )}
      </Suspense>
    </XrPresence>
  )
}
