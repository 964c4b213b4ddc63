import { useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { Color, DoubleSide, type Object3D, Vector3 } from 'three'
import { headOf, makeHead } from '../../../presence/space/index.ts'
import { useAr } from '../ar/arState.ts'
import { lightAt, painted, sidesOf } from './shaded.ts'

/** Far enough not to press, near enough to be a room, in metres. */
const ROOM = { min: new Vector3(-3, 0, -3), max: new Vector3(3, 3.2, 3) }
const [WALL, FLOOR, CEILING] = ['#9fb0a7', '#7c877f', '#c6d0c9'].map((hex) => new Color(hex)) as [Color, Color, Color]
const lit = (colour: Color) => (at: Vector3) => colour.clone().multiplyScalar(lightAt(ROOM, at))
const makeRoom = () => painted(sidesOf(ROOM, { floor: lit(FLOOR), ceiling: lit(CEILING), wall: lit(WALL) }))

/** Somewhere neutral: nobody, nothing to do, a plain room with a horizon so that nobody feels afloat. Hides the place while it stands. */
export function QuietRoom({ place }: { place: RefObject<Object3D | null> }) {
  const camera = useThree((state) => state.camera)
  const [at] = useState(() => {
    const head = makeHead()
    headOf(camera, head)
    return head
  })
  useHidden(place)
  const geometry = useMemo(makeRoom, [])
  useEffect(() => () => geometry.dispose(), [geometry])
  // A real room is neutral enough, and nobody should lose sight of it.
  const isReal = useAr((state) => state.isAr)
  if (isReal) return null
  return (
    <mesh geometry={geometry} position={[at.x, 0, at.z]}>
      <meshBasicMaterial vertexColors side={DoubleSide} toneMapped={false} />
    </mesh>
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
