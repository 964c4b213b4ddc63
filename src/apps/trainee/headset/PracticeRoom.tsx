import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { DoubleSide, type Object3D, Vector3 } from 'three'
import { ARM, FAN, headOf, makeHead } from '../../../presence/space/index.ts'
import type { SpacePointers } from '../../../presence/xr/index.ts'
import { FRAME } from '../../../stage/index.ts'
import { useAr } from '../ar/arState.ts'
import { practiceSheet } from './menuSheets.ts'
import { useShown } from './perform.ts'
import { noticePractice, type Practice, stepOf } from './practice.ts'
import { areHandsUp, hasMoved, isLookedAt, LOOK_MS, pressedAt, UP_MS } from './practiceSense.ts'
import { useHidden } from './QuietRoom.tsx'
import { SheetPanel } from './SheetPanel.tsx'
import { makeStairwell } from './stairwell.ts'

/** From where one stands: the sign on the wall to the left, the letter box on the one ahead, in metres. Turning to the sign takes a turn of the head. */
const SIGN: [number, number, number] = [-1.98, 1.6, -1.2]
const BOX: [number, number, number] = [1.3, 1.3, -2.1]
const BOX_RADIUS = 0.3

const eyes = new Vector3()
const forward = new Vector3()

type Props = { practice: Practice; pointers: SpacePointers; place: RefObject<Object3D | null> }

/** An empty stairwell to try things in: nobody lives here, and nothing of it is the session's. */
export function PracticeRoom({ practice, pointers, place }: Props) {
  const camera = useThree((state) => state.camera)
  const shown = useShown()
  const [at] = useState(() => {
    const head = makeHead()
    headOf(camera, head)
    return head
  })
  useHidden(place)
  // In a real room one sees where one walks.
  const isReal = useAr((state) => state.isAr)
  const { sign, box } = useMemo(() => ({ sign: placed(SIGN, at), box: placed(BOX, at) }), [at])
  const step = stepOf(practice)
  const seen = useRef({ step, from: new Vector3(at.x, at.y, at.z), lookMs: 0, upMs: 0 })

  useFrame((state, seconds) => {
    const { current: now } = seen
    eyes.setFromMatrixPosition(state.camera.matrixWorld)
    forward.set(0, 0, -1).transformDirection(state.camera.matrixWorld)
    if (now.step !== step) {
      now.step = step
      now.from.copy(eyes)
    }
    now.lookMs = isLookedAt(eyes, forward, sign) ? now.lookMs + seconds * 1000 : 0
    now.upMs = areHandsUp(eyes, pointers) ? now.upMs + seconds * 1000 : 0
    if (step === 'look' && now.lookMs >= LOOK_MS) noticePractice('look')
    if (step === 'move' && hasMoved(now.from, eyes)) noticePractice('move')
    if (now.upMs >= UP_MS && step === 'pause') noticePractice('pause')
    const pressed = pressedAt(pointers, box, BOX_RADIUS)
    // Pressing at the floor is how bare hands go somewhere.
    if (pressed && step !== 'move') noticePractice(pressed === 'thing' && step === 'point' ? 'point' : 'other')
  }, FRAME.anchors)

  return (
    <>
      <group position={[at.x, 0, at.z]} rotation={[0, at.yaw, 0]}>
        {!isReal && <Stairwell />}
        <Plate at={SIGN} turn={Math.PI / 2} size={[0.62, 0.3, 0.03]} colour={step === 'look' ? '#ffcf5a' : '#8a8471'} />
        <group name="letter-box" position={BOX}>
          <Plate at={[0, 0, 0]} size={[0.42, 0.5, 0.18]} colour={step === 'point' ? '#2fae83' : '#1f5a49'} />
          <Plate at={[0, 0.26, 0.01]} size={[0.46, 0.03, 0.22]} colour={step === 'point' ? '#7fe0bd' : '#347561'} />
          <Plate at={[0, 0.12, 0.092]} size={[0.26, 0.03, 0.006]} colour="#0c1210" />
        </group>
      </group>
      <SheetPanel sheet={practiceSheet(shown, practice)} size={ARM} station={FAN} />
    </>
  )
}

function Stairwell() {
  const geometry = useMemo(makeStairwell, [])
  useEffect(() => () => geometry.dispose(), [geometry])
  return (
    <mesh geometry={geometry}>
      <meshBasicMaterial vertexColors side={DoubleSide} toneMapped={false} />
    </mesh>
  )
}

type PlateProps = {
  at: [number, number, number]
  size: [number, number, number]
  turn?: number
  colour: string
}

function Plate({ at, size, turn = 0, colour }: PlateProps) {
  return (
    <mesh position={at} rotation={[0, turn, 0]} scale={size}>
      <boxGeometry />
      <meshBasicMaterial color={colour} toneMapped={false} />
    </mesh>
  )
}

/** A point of the stairwell in the place's metres. */
function placed([x, y, z]: [number, number, number], at: { x: number; z: number; yaw: number }): Vector3 {
  const [cos, sin] = [Math.cos(at.yaw), Math.sin(at.yaw)]
  return new Vector3(at.x + x * cos + z * sin, y, at.z - x * sin + z * cos)
}
