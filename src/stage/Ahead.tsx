import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { BufferGeometry, Material, Object3D } from 'three'

/** Should a driver never say that it is ready, the picture begins all the same after so long, in milliseconds. */
const PATIENCE_MS = 4_000

type Drawn = Object3D & { geometry: BufferGeometry; material: Material }

/**
 * Has shaders compiled for things that will come into sight later: one of each kind, never drawn itself. A shader compiled in the middle of a visit stops
 * the picture for longer than a frame. `make` is asked once.
 */
export function Ahead({ make }: { make: () => Drawn[] }) {
  const gl = useThree((state) => state.gl)
  const scene = useThree((state) => state.scene)
  const camera = useThree((state) => state.camera)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, whatever else changes
  const kinds = useMemo(make, [])
  useEffect(() => {
    for (const kind of kinds) void gl.compileAsync(kind, camera, scene)
  }, [gl, scene, camera, kinds])
  // A shader lives as long as a material that uses it.
  useEffect(
    () => () => {
      for (const { geometry, material } of kinds) {
        geometry.dispose()
        material.dispose()
      }
    },
    [kinds],
  )
  return null
}

/** Holds the first picture back until the shaders of all that is in it are compiled, whether they show at once or not. Goes last among what is drawn. */
export function FirstPicture({ onReady }: { onReady?: (() => void) | undefined }) {
  const gl = useThree((state) => state.gl)
  const scene = useThree((state) => state.scene)
  const camera = useThree((state) => state.camera)
  const setFrameloop = useThree((state) => state.setFrameloop)
  const ready = useRef(onReady)
  ready.current = onReady
  useLayoutEffect(() => setFrameloop('never'), [setFrameloop])
  useEffect(() => {
    let isOver = false
    const begin = () => {
      if (isOver) return
      isOver = true
      setFrameloop('always')
      ready.current?.()
    }
    const timer = setTimeout(begin, PATIENCE_MS)
    gl.compileAsync(scene, camera).then(begin, begin)
    return () => {
      clearTimeout(timer)
      begin()
    }
  }, [gl, scene, camera, setFrameloop])
  return null
}
