import { useThree } from '@react-three/fiber'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { BackSide, type Object3D } from 'three'
import { headOf, makeHead } from '../../../presence/space/index.ts'
import { useAr } from '../ar/arState.ts'

/** Far enough not to press, near enough to be a room, in metres. */
const HALF = 3
const HIGH = 3.2

/** Somewhere neutral: nobody, nothing to do, a plain room with a horizon so that nobody feels afloat. Hides the place while it stands. */
export function QuietRoom({ place }: { place: RefObject<Object3D | null> }) {
  const camera = useThree((state) => state.camera)
  const [at] = useState(() => {
    const head = makeHead()
    headOf(camera, head)
    return head
  })
  useHidden(place)
  // A real room is neutral enough, and nobody should lose sight of it.
  const isReal = useAr((state) => state.isAr)
  if (isReal) return null
  return (
    <group position={[at.x, 0, at.z]}>
      <mesh position={[0, HIGH / 2, 0]} scale={[HALF * 2, HIGH, HALF * 2]}>
        <boxGeometry />
        <meshBasicMaterial color="#a9b3ad" side={BackSide} />
      </mesh>
      <mesh position={[0, 0.01, 0]} rotation={[-Math.PI / 2, 0, 0]} scale={HALF * 2}>
        <planeGeometry />
        <meshBasicMaterial color="#8b948d" />
      </mesh>
      <mesh position={[0, HIGH - 0.01, 0]} rotation={[Math.PI / 2, 0, 0]} scale={HALF * 2}>
        <planeGeometry />
        <meshBasicMaterial color="#c3cbc5" />
      </mesh>
    </group>
  )
}

/** What is hidden is not drawn either: the picture is another from the next frame on. */
export function useHidden(place: RefObject<Object3D | null>): void {
  useLayoutEffect(() => {
    const { current } = place
    if (!current) return
    current.visible = false
    return () => {
      current.visible = true
    }
  }, [place])
}
