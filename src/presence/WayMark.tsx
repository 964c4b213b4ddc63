import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import { Mesh, MeshBasicMaterial, RingGeometry } from 'three'
import { FRAME } from '../stage/index.ts'
import { isOnWay, type Walker } from './walker.ts'

/** A thin ring on the floor where a click has sent one, until one is there. */
export function WayMark({ walker }: { walker: Walker }) {
  const ring = useMemo(() => {
    const mesh = new Mesh(
      new RingGeometry(0.13, 0.16, 32),
      new MeshBasicMaterial({ color: '#ffe3b3', transparent: true, opacity: 0.75, depthWrite: false }),
    )
    mesh.rotation.x = -Math.PI / 2
    mesh.visible = false
    mesh.renderOrder = 2
    return mesh
  }, [])
  useEffect(
    () => () => {
      ring.geometry.dispose()
      ring.material.dispose()
    },
    [ring],
  )
  useFrame(() => {
    const me = walker
    ring.visible = isOnWay(me) && !me.isSeated && me.facing === null
    const end = me.path.at(-1)
    if (ring.visible && end) ring.position.set(end[0], 0.02, end[1])
  }, FRAME.anchors)
  return <primitive object={ring} />
}
