import { useFrame, useThree } from '@react-three/fiber'
import { useLayoutEffect, useRef } from 'react'
import { PerspectiveCamera } from 'three'
import { FRAME } from '../../stage/index.ts'
import { type Covered, lensFor, pushFor } from './lens.ts'

/** How fast the picture settles after lines open over it, per second. */
const SETTLE = 9
/** Nearer than this it is there, in parts of the picture. */
const THERE = 0.002

/** Fits the lens to the picture's shape, and moves what one looks at out from under what covers it. */
export function Lens({ covered, isStill }: { covered: Covered; isStill: boolean }) {
  const camera = useThree((state) => state.camera)
  const size = useThree((state) => state.size)
  const now = useRef({ x: 0, y: 0 })
  useLayoutEffect(() => {
    if (!(camera instanceof PerspectiveCamera)) return
    camera.fov = lensFor(size.width / size.height)
    camera.updateProjectionMatrix()
  }, [camera, size])
  const to = pushFor(covered)
  const goal = useRef(to)
  goal.current = to
  // After the picture's size has changed the pushed window has to be cut anew.
  const cut = useRef(size)
  useFrame(({ gl }, seconds) => {
    const at = now.current
    const { x, y } = goal.current
    const isThere = Math.abs(x - at.x) < THERE && Math.abs(y - at.y) < THERE
    if (gl.xr.isPresenting || !(camera instanceof PerspectiveCamera)) return
    if (isThere && at.x === x && at.y === y && cut.current === size) return
    const part = isStill || isThere ? 1 : 1 - Math.exp(-SETTLE * Math.min(seconds, 0.1))
    at.x = part === 1 ? x : at.x + (x - at.x) * part
    at.y = part === 1 ? y : at.y + (y - at.y) * part
    cut.current = size
    const { width, height } = size
    if (at.x === 0 && at.y === 0) camera.clearViewOffset()
    else camera.setViewOffset(width, height, at.x * width, at.y * height, width, height)
  }, FRAME.presence)
  return null
}
