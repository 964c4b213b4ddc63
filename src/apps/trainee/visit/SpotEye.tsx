import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { MathUtils, PerspectiveCamera, Quaternion, Vector3 } from 'three'
import type { PublicScene, SeatView } from '../../../session/index.ts'
import { FRAME } from '../../../stage/index.ts'

const STANDING_METRES = 1.6
const SEATED_METRES = 1.15
/** How quickly the eye goes to where one is now: most of the way in a third of a second. */
const GLIDE_PER_SECOND = 6

const up = new Vector3(0, 1, 0)
const aim = new Vector3()

/** Looks out from the named spot where one is, towards what it faces; glides when the spot changes, or jumps for those who want less motion. */
export function SpotEye({ place, me, isStill }: { place: PublicScene['place']; me: SeatView['me']; isStill: boolean }) {
  const camera = useThree((state) => state.camera)
  const goal = useRef({ at: new Vector3(), turn: new Quaternion(), isFirst: true })
  const spot = place.spots.find((one) => one.id === me.spot)
  const height = me.isSeated ? SEATED_METRES : STANDING_METRES
  useEffect(() => {
    if (!spot) return
    const { current } = goal
    current.at.set(spot.at[0], height, spot.at[1])
    const [x, z] = spot.faces ?? [spot.at[0], spot.at[1] - 1]
    const looker = new PerspectiveCamera()
    looker.up.copy(up)
    looker.position.copy(current.at)
    looker.lookAt(aim.set(x, height - 0.25, z))
    current.turn.copy(looker.quaternion)
    if (current.isFirst || isStill) {
      camera.position.copy(current.at)
      camera.quaternion.copy(current.turn)
      current.isFirst = false
    }
  }, [camera, spot, height, isStill])
  useFrame((_, seconds) => {
    const share = isStill ? 1 : 1 - Math.exp(-GLIDE_PER_SECOND * MathUtils.clamp(seconds, 0, 0.1))
    camera.position.lerp(goal.current.at, share)
    camera.quaternion.slerp(goal.current.turn, share)
  }, FRAME.presence)
  return null
}
