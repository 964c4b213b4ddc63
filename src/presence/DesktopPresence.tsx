import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { ActBody, PublicScene } from '../protocol/index.ts'
import { type BuiltPlace, FRAME, type StageLive, type StageView } from '../stage/index.ts'
import type { Aim } from './Aiming.ts'
import { type Keys, listenToKeys } from './keys.ts'
import { listenToPointer, type Pointer } from './pointer.ts'
import { TAP_MS } from './touch/fingers.ts'
import { Lens } from './touch/Lens.tsx'
import { type Covered, NOTHING_COVERED } from './touch/lens.ts'
import { listenToTilt } from './touch/listenToTilt.ts'
import { Visitor } from './Visitor.ts'
import { WayMark } from './WayMark.tsx'
import { isOnWay } from './walker.ts'

/** What the app and its tests can ask of whoever is present. */
export type PresenceHandle = {
  /** Walks to a named spot if there is a way through open doors; false when there is none. */
  walkTo: (spot: string) => boolean
  /** Turns the view to a thing, door or person. */
  lookAt: (id: string) => void
  /** Looks whoever attends to us in the face, as one does when speaking. */
  meetEyes: () => void
  /** Steps up to a thing or person and looks at it. */
  stepUpTo: (id: string) => void
  /** To the next or previous thing in sight, for who cannot aim. */
  cycle: (step: 1 | -1) => void
  pick: () => void
  /** Hides the pointer and lets the mouse turn the view; Esc gives it back. */
  lockPointer: () => void
  where: () => { x: number; z: number; yaw: number; pitch: number; isWalking: boolean; isSeated: boolean }
}

export type DesktopPresenceProps = {
  scene: Pick<PublicScene, 'place' | 'people'>
  built: BuiltPlace
  view: StageView
  live: StageLive
  /** False while a panel, a menu or a pause has the keys. */
  isOn: boolean
  /** True when the person asked for less motion: jumps with a short fade instead of gliding. */
  isStill?: boolean
  /** The view follows how the device is held; only after its owner was asked (`askForTilt`). */
  isTilting?: boolean
  /** How long a finger may rest and still have tapped, in milliseconds. */
  tapMs?: number
  /** What part of the picture lines and menus lie on. */
  covered?: Covered
  onAct: (act: ActBody) => void
  /** What is aimed at, whenever it changes. */
  onAim?: (aim: Aim | null) => void
  /** Clicked, or Enter: what can be done with it is the app's to say. */
  onPick?: (aim: Aim) => void
  /** Once a frame, with its seconds: for benches. */
  onFrame?: (seconds: number) => void
  handle?: RefObject<PresenceHandle | null>
}

/** How long the picture takes to come back after a jump. */
const FADE_SECONDS = 0.35
const DARKEST = 0.02

/** Somebody at an ordinary computer: walks with keys or clicks, looks by dragging, aims with the pointer or the middle of the picture. */
export function DesktopPresence(props: DesktopPresenceProps) {
  const { scene, built, view, live, isStill = false, isTilting = false, covered = NOTHING_COVERED, handle } = props
  const camera = useThree((state) => state.camera)
  const gl = useThree((state) => state.gl)
  // What frames and listeners read: always the latest, without a render.
  const latest = useRef(props)
  latest.current = props
  const visitor = useMemo(
    () => new Visitor(scene, built, live, latest.current.view, () => latest.current),
    [scene, built, live],
  )
  const hands = useRef<{ keys: Keys; pointer: Pointer } | null>(null)
  const fade = useRef({ full: 1, now: 1 })

  useLayoutEffect(() => visitor.see(view, !isStill), [visitor, view, isStill])
  // After the stage's own effects: it enters the people.
  useEffect(() => {
    visitor.gatherTargets()
    void view
  }, [visitor, view])

  useEffect(() => {
    fade.current.full = gl.toneMappingExposure
    const isOn = () => latest.current.isOn
    const keys = listenToKeys(isOn, (press) => {
      if (press === 'pick') visitor.pick()
      else {
        pointer.isAiming = false
        visitor.cycle(press === 'next' ? 1 : -1)
      }
    })
    const pointer = listenToPointer(gl.domElement, {
      isOn,
      onLook: (yaw, pitch) => visitor.turn(yaw, pitch),
      onClick: () => visitor.click(camera, pointer),
      tapMs: () => latest.current.tapMs ?? TAP_MS,
    })
    hands.current = { keys, pointer }
    return () => {
      keys.dispose()
      pointer.dispose()
      hands.current = null
    }
  }, [gl, camera, visitor])

  useEffect(() => (isTilting ? listenToTilt(visitor, () => latest.current.isOn) : undefined), [isTilting, visitor])

  useImperativeHandle(
    handle,
    () => ({
      walkTo: (id) => {
        const spot = visitor.spots.find((one) => one.id === id)
        return spot ? visitor.walkTo(spot.at, spot.faces ?? null) : false
      },
      lookAt: (id) => visitor.lookAt(id),
      stepUpTo: (id) => visitor.stepUpTo(id),
      meetEyes: () => visitor.meetEyes(),
      cycle: (step) => visitor.cycle(step),
      pick: () => visitor.pick(),
      lockPointer: () => {
        void gl.domElement.requestPointerLock()
      },
      where: () => {
        const { x, z, yaw, pitch, isSeated } = visitor.walker
        return { x, z, yaw, pitch, isWalking: isOnWay(visitor.walker), isSeated }
      },
    }),
    [visitor, gl],
  )

  useFrame((_, seconds) => {
    const { isOn, onFrame } = latest.current
    if (hands.current) visitor.step(camera, hands.current.pointer, hands.current.keys.wish, isOn, seconds)
    if (visitor.hasJumped) {
      visitor.hasJumped = false
      fade.current.now = DARKEST
    }
    if (fade.current.now < 1) {
      fade.current.now = Math.min(1, fade.current.now + seconds / FADE_SECONDS)
      gl.toneMappingExposure = fade.current.full * fade.current.now
    }
    onFrame?.(seconds)
  }, FRAME.presence)

  return (
    <>
      <WayMark walker={visitor.walker} />
      <Lens covered={covered} isStill={isStill} />
    </>
  )
}
