import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { BackSide, type Object3D, Vector3 } from 'three'
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

/** From where one stands: the sign to the left, the letter box to the right, in metres. Turning to the sign takes a turn of the head. */
const SIGN: [number, number, number] = [-1.7, 1.6, -1.2]
const BOX: [number, number, number] = [1.1, 1.3, -1.5]
const BOX_RADIUS = 0.24
const HALF = 2.6
const HIGH = 2.8
const STAIRS = [0, 1, 2, 3, 4, 5, 6] as const

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
        {!isReal && <Walls />}
        {(isReal ? [] : STAIRS).map((i) => (
          <mesh key={i} position={[1.6, 0.08 + i * 0.16, 0.6 + i * 0.28]} scale={[1.4, 0.16, 0.28]}>
            <boxGeometry />
            <meshBasicMaterial color={i % 2 ? '#8d8a83' : '#98958d'} />
          </mesh>
        ))}
        <mesh position={SIGN} rotation={[0, 0.95, 0]} scale={[0.5, 0.24, 0.03]}>
          <boxGeometry />
          <meshBasicMaterial color={step === 'look' ? '#ffd978' : '#8f8a78'} />
        </mesh>
        <mesh name="letter-box" position={BOX} rotation={[0, -0.6, 0]} scale={[0.34, 0.42, 0.16]}>
          <boxGeometry />
          <meshBasicMaterial color={step === 'point' ? '#2f9a78' : '#23614f'} />
        </mesh>
        <mesh
          position={[BOX[0] - 0.05, BOX[1] + 0.1, BOX[2] + 0.082]}
          rotation={[0, -0.6, 0]}
          scale={[0.2, 0.025, 0.01]}
        >
          <boxGeometry />
          <meshBasicMaterial color="#101614" />
        </mesh>
      </group>
      <SheetPanel sheet={practiceSheet(shown, practice)} size={ARM} station={FAN} />
    </>
  )
}

function Walls() {
  return (
    <>
      <mesh position={[0, HIGH / 2, 0]} scale={[HALF * 2, HIGH, HALF * 2]}>
        <boxGeometry />
        <meshBasicMaterial color="#c9c6bb" side={BackSide} />
      </mesh>
      <mesh position={[0, 0.55, 0]} scale={[HALF * 1.99, 1.1, HALF * 1.99]}>
        <boxGeometry />
        <meshBasicMaterial color="#7d9b8d" side={BackSide} />
      </mesh>
      <mesh position={[0, 0.005, 0]} rotation={[-Math.PI / 2, 0, 0]} scale={HALF * 2}>
        <planeGeometry />
        <meshBasicMaterial color="#8f8c86" />
      </mesh>
    </>
  )
}

/** A point of the stairwell in the place's metres. */
function placed([x, y, z]: [number, number, number], at: { x: number; z: number; yaw: number }): Vector3 {
  const [cos, sin] = [Math.cos(at.yaw), Math.sin(at.yaw)]
  return new Vector3(at.x + x * cos + z * sin, y, at.z - x * sin + z * cos)
}
