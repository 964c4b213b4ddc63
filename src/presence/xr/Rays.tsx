import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import {
  BufferAttribute,
  BufferGeometry,
  CylinderGeometry,
  Line,
  LineBasicMaterial,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Vector3,
} from 'three'
import { FRAME } from '../../stage/index.ts'
import { ABOVE_PANELS } from '../space/sheet.ts'
import type { SpacePointers } from './pointers.ts'
import type { XrBody } from './XrBody.ts'

/** A ray is drawn so long and so thin, in metres: enough to see where it goes, not a stick in the room. */
const RAY_METRES = 0.9
const RAY_RADIUS = 0.0014
const WARM = '#ffe3b3'
/** Where one cannot go: greyer, and without the ring on the floor, so that colour is not all that tells it. */
const GREY = '#9a958c'
const ABOVE_FLOOR = 0.02
const UP = new Vector3(0, 1, 0)

function makeRay(): Mesh<CylinderGeometry, MeshBasicMaterial> {
  const geometry = new CylinderGeometry(RAY_RADIUS, RAY_RADIUS, RAY_METRES, 6, 1, true)
  geometry.translate(0, RAY_METRES / 2 + 0.05, 0)
  const ray = new Mesh(
    geometry,
    new MeshBasicMaterial({ color: WARM, transparent: true, opacity: 0.5, depthWrite: false }),
  )
  ray.frustumCulled = false
  return ray
}

/** What hands point along, and the arc and ring of where one is about to go. */
export function Rays({ body, pointers }: { body: XrBody; pointers: SpacePointers }) {
  const drawn = useMemo(() => {
    const rays = [makeRay(), makeRay()] as const
    const points = new BufferAttribute(body.steering.arc.points, 3)
    const arc = new Line(new BufferGeometry().setAttribute('position', points), new LineBasicMaterial({ color: WARM }))
    arc.frustumCulled = false
    const ring = new Mesh(
      new RingGeometry(0.17, 0.22, 40),
      new MeshBasicMaterial({ color: WARM, transparent: true, opacity: 0.85, depthWrite: false }),
    )
    ring.rotation.x = -Math.PI / 2
    // Panels are drawn over the room; what points at them is seen before them.
    for (const one of [...rays, arc, ring]) one.renderOrder = ABOVE_PANELS
    return { rays, points, arc, ring }
  }, [body])
  useEffect(
    () => () => {
      for (const one of [...drawn.rays, drawn.arc, drawn.ring]) {
        one.geometry.dispose()
        one.material.dispose()
      }
    },
    [drawn],
  )
  useFrame(() => {
    const { rays, points, arc, ring } = drawn
    for (let i = 0; i < rays.length; i++) {
      const ray = rays[i]
      const pointer = pointers.all[i]
      if (!ray || !pointer) continue
      ray.visible = pointer.isTracked && pointer.kind === 'ray' && !body.steering.isThrowing
      if (!ray.visible) continue
      ray.position.copy(pointer.origin)
      ray.quaternion.setFromUnitVectors(UP, pointer.direction)
    }
    arc.visible = body.steering.isThrowing
    ring.visible = body.steering.isThrowing && body.steering.arc.isOpen
    if (!body.steering.isThrowing) return
    points.needsUpdate = true
    arc.geometry.setDrawRange(0, body.steering.arc.length)
    arc.material.color.set(body.steering.arc.isOpen ? WARM : GREY)
    ring.position.set(body.steering.arc.landing.x, ABOVE_FLOOR, body.steering.arc.landing.z)
  }, FRAME.anchors)
  return (
    <>
      <primitive object={drawn.rays[0]} />
      <primitive object={drawn.rays[1]} />
      <primitive object={drawn.arc} />
      <primitive object={drawn.ring} />
    </>
  )
}
