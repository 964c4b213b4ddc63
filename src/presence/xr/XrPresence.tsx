import { useFrame, useThree } from '@react-three/fiber'
import { createXRStore, useXR, XR, XROrigin } from '@react-three/xr'
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Group } from 'three'
import type { ActBody, PublicScene } from '../../protocol/index.ts'
import { Ahead, type BuiltPlace, type Cut, FRAME, type StageLive } from '../../stage/index.ts'
import type { Aim } from '../Aiming.ts'
import type { PresenceHandle } from '../DesktopPresence.tsx'
import { Visitor } from '../Visitor.ts'
import { yawTo } from '../walker.ts'
import { type Asked, enter, rateFor, type Trouble } from './enter.ts'
import { BareHand, HeldController } from './HeldModels.tsx'
import { xrKinds } from './kinds.ts'
import type { SpacePointers } from './pointers.ts'
import { Rays } from './Rays.tsx'
import { Veil } from './Veil.tsx'
import { type Held, Watch } from './Watch.ts'
import { XrBody, type XrListeners } from './XrBody.ts'

/** Getting in and out; `enter` from a press only, or the browser refuses. */
export type XrDoor = {
  enter: (how?: Asked) => Promise<Trouble | null>
  leave: () => void
  /** Eyes are measured anew: somebody else wears it, or sits down for good. */
  measureAgain: () => void
}

export type XrPresenceProps = XrListeners & {
  scene: Pick<PublicScene, 'place' | 'people'>
  built: BuiltPlace
  live: StageLive
  pointers: SpacePointers
  /** Looking and walking, as on a desktop. */
  onAct: (act: ActBody) => void
  onAim?: (aim: Aim | null) => void
  onPick?: (aim: Aim) => void
  /** One has walked into a wall that the real room does not have, or back out of it. */
  onAway: (isAway: boolean) => void
  /** A session began or ended. */
  onPresent: (isIn: boolean) => void
  /** Something went wrong that a person should be told; null when it is over. */
  onTrouble: (trouble: Trouble | null) => void
  door: Ref<XrDoor>
  /** What the app asks of the body; given only while one is in. */
  handle?: RefObject<PresenceHandle | null>
  /** Where a real room stands in for part of the place: only what is drawn, or stands there for real, can be meant. */
  cut?: Cut | null
  /** Panels in space; drawn while one is in. */
  children?: ReactNode
}

/** Models of controllers and hands come from our own server: a school has no public network. */
const modelsAt = () => `${window.location.origin}/headset/profiles/`

/** The library draws controllers and hands; what they mean is ours, so none of its own pointers, emulators or offers. */
const makeStore = () =>
  createXRStore({
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    domOverlay: false,
    baseAssetPath: modelsAt(),
    controller: HeldController,
    hand: BareHand,
    gaze: false,
    screenInput: false,
    transientPointer: false,
  })

/** Panels are asked right after the body was sensed (-39); what is meant comes after them. */
const AFTER_PANELS = FRAME.presence + 2

/** Somebody in a headset. Stands in the picture from the start, does nothing until they enter, and then takes the desktop's place. */
export function XrPresence(props: XrPresenceProps) {
  const [store] = useState(makeStore)
  useEffect(() => () => store.destroy(), [store])
  return (
    <XR store={store}>
      <Inside {...props} />
    </XR>
  )
}

function Inside(props: XrPresenceProps) {
  const { scene, built, live, pointers, view, door, handle, children, ground, cut } = props
  const gl = useThree((state) => state.gl)
  const session = useXR((state) => state.session)
  const isIn = session !== undefined
  const latest = useRef(props)
  latest.current = props
  const floor = useRef<Group>(null)
  const isLeaving = useRef(false)
  const hasFloor = useRef(true)
  const watch = useRef(new Watch())

  const visitor = useMemo(
    () => new Visitor(scene, built, live, latest.current.view, () => latest.current),
    [scene, built, live],
  )
  const body = useMemo(
    () => new XrBody(gl.xr, visitor, built, live, pointers, () => latest.current),
    [gl, visitor, built, live, pointers],
  )

  useLayoutEffect(() => visitor.see(view, false), [visitor, view])
  useEffect(() => {
    visitor.gatherTargets()
    void view
    void isIn
    void cut
  }, [visitor, view, isIn, cut])

  useImperativeHandle(
    door,
    () => ({
      enter: async (how) => {
        const entered = await enter(navigator.xr, how)
        if (typeof entered === 'string') return entered
        hasFloor.current = entered.hasFloor
        gl.xr.setReferenceSpaceType(entered.hasFloor ? 'local-floor' : 'local')
        const rate = rateFor(entered.session.supportedFrameRates)
        if (rate !== null) await entered.session.updateTargetFrameRate(rate).catch(() => undefined)
        try {
          await gl.xr.setSession(entered.session)
        } catch {
          await entered.session.end().catch(() => undefined)
          return 'failed'
        }
        return entered.hasFloor ? null : 'no-floor'
      },
      leave: () => {
        isLeaving.current = true
        void gl.xr.getSession()?.end()
      },
      measureAgain: () => body.measureAgain(),
    }),
    [gl, body],
  )

  // A screen that goes while one is in takes its picture with it: the session would show nothing for ever.
  useEffect(
    () => () => {
      isLeaving.current = true
      void gl.xr.getSession()?.end()
    },
    [gl],
  )

  useEffect(() => {
    if (!session) return
    body.begin(hasFloor.current)
    watch.current = new Watch()
    isLeaving.current = false
    latest.current.onPresent(true)
    // Taking the headset off, or the system's own menu over everything, stops the visit (decisions A.7).
    const onVisible = () => {
      if (session.visibilityState === 'hidden') latest.current.onMeant({ type: 'pause' })
    }
    session.addEventListener('visibilitychange', onVisible)
    return () => {
      session.removeEventListener('visibilitychange', onVisible)
      latest.current.onPresent(false)
      if (!isLeaving.current) latest.current.onTrouble('ended')
    }
  }, [session, body])

  useImperativeHandle(handle, () => handleOf(visitor, body), [visitor, body])

  useFrame((_state, seconds, frame) => {
    if (!gl.xr.isPresenting || !frame) return
    tell(frame, seconds)
    if (!body.sense(seconds)) return
    const { origin } = body
    floor.current?.position.set(origin.x, origin.y, origin.z)
    floor.current?.rotation.set(0, origin.yaw, 0)
    floor.current?.updateMatrixWorld()
  }, FRAME.presence)
  useFrame((_state, seconds) => {
    if (!gl.xr.isPresenting || !gl.xr.getCamera().cameras.length) return
    const wasAway = body.isAway
    body.act(seconds)
    if (body.isAway !== wasAway) latest.current.onAway(body.isAway)
  }, AFTER_PANELS)

  const tell = (frame: XRFrame, seconds: number) => {
    const space = gl.xr.getReferenceSpace()
    if (!space) return
    const told = watch.current.step(seconds, Boolean(frame.getViewerPose(space)), heldIn(frame.session))
    if (told !== undefined) latest.current.onTrouble(told)
  }

  return (
    <>
      <XROrigin ref={floor} name="floor" />
      <Ahead make={xrKinds} />
      {isIn && (
        <>
          <Rays body={body} pointers={pointers} />
          {!ground && <Veil body={body} />}
          {children}
        </>
      )}
    </>
  )
}

const held: Held = { controllers: 0, hands: 0 }

/** Counts what one points with into the same object each frame. Eyes and a phone's screen are neither. */
function heldIn({ inputSources }: XRSession): Held {
  held.controllers = 0
  held.hands = 0
  for (let i = 0; i < inputSources.length; i++) {
    const source = inputSources[i]
    if (source?.hand) held.hands++
    else if (source?.targetRayMode === 'tracked-pointer') held.controllers++
  }
  return held
}

/** What the app may ask of a body in a headset. Nothing here turns a head: a jump is a blink, and looking is the wearer's own. */
function handleOf(visitor: Visitor, body: XrBody): PresenceHandle {
  const goTo = (at: [number, number], facing: [number, number] | null): boolean => {
    const free = visitor.reachOf(at)
    if (free) body.jumpTo(free, facing ? yawTo({ x: free[0], z: free[1] }, facing) : null)
    return free !== null
  }
  const stepUpTo = (id: string) => {
    const at = visitor.before(id)
    if (at) goTo(at.stand, at.middle)
  }
  return {
    walkTo: (id) => {
      const spot = visitor.spots.find((one) => one.id === id)
      return spot ? goTo(spot.at, spot.faces ?? null) : false
    },
    stepUpTo,
    lookAt: () => undefined,
    meetEyes: () => undefined,
    cycle: () => undefined,
    pick: () => visitor.pick(),
    lockPointer: () => undefined,
    where: () => {
      const { x, z, yaw, pitch, isSeated } = visitor.walker
      return { x, z, yaw, pitch, isWalking: false, isSeated }
    },
  }
}
