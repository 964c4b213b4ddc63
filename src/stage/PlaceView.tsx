import { useFrame } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { AdditiveBlending, BufferAttribute, BufferGeometry, Group, Mesh, MeshBasicMaterial } from 'three'
import type { PublicScene } from '../protocol/index.ts'
import type { BuiltPlace, Part } from './build.ts'
import { type Cut, isInCut } from './cut.ts'
import type { Finishes } from './finishes.ts'
import { FRAME } from './frame.ts'
import { isShown, lookOf, opennessOf, roomsSeen, type StageView } from './sight.ts'

type Props = {
  place: PublicScene['place']
  built: BuiltPlace
  finishes: Finishes
  view: StageView
  aimed: string | null
  cut: Cut | null
}

/** Rooms and things: one mesh a finish; what is not to be seen is left out of its index. */
export function PlaceView({ place, built, finishes, view, aimed, cut }: Props) {
  const meshes = useMemo(
    () =>
      built.parts.map((part) => {
        const mesh = new Mesh(part.geometry, finishes.materials[part.finish])
        mesh.frustumCulled = false
        mesh.matrixAutoUpdate = false
        mesh.renderOrder = part.finish === 'glass' ? 3 : 0
        if (!part.geometry.index) part.geometry.setIndex(new BufferAttribute(new Uint32Array(part.index.length), 1))
        return mesh
      }),
    [built, finishes],
  )
  useLayoutEffect(() => {
    const rooms = roomsSeen(place, view)
    for (const part of built.parts) {
      const shown = part.geometry.index as BufferAttribute
      const into = shown.array as Uint32Array
      let at = 0
      for (const chunk of part.chunks) {
        if (!isShown(chunk, place, view, rooms)) continue
        if (cut && (!isInCut(chunk, cut) || isLifted(chunk, cut))) continue
        into.set(part.index.subarray(chunk.from, chunk.from + chunk.count), at)
        at += chunk.count
      }
      shown.needsUpdate = true
      part.geometry.setDrawRange(0, at)
    }
  }, [place, built, view, cut])
  return (
    <>
      {meshes.map((mesh) => (
        <primitive key={mesh.uuid} object={mesh} />
      ))}
      {cut && cut.lifted.size > 0 && (
        <Lifted place={place} built={built} finishes={finishes} view={view} aimed={aimed} cut={cut} />
      )}
      <DoorsView place={place} built={built} finishes={finishes} view={view} aimed={aimed} cut={cut} />
      <Highlight place={place} built={built} view={view} aimed={aimed} cut={cut} />
    </>
  )
}

const isLifted = (chunk: Part['chunks'][number], cut: Cut): boolean =>
  chunk.thing !== null && cut.lift !== 0 && cut.lifted.has(chunk.thing)

const SHARED = ['position', 'color', 'uv'] as const

/** What stands on a real table, at that table's height. */
function Lifted({ place, built, finishes, view, cut }: Props & { cut: Cut }) {
  const meshes = useMemo(() => {
    const rooms = roomsSeen(place, view)
    return built.parts.flatMap((part) => {
      const chunks = part.chunks.filter(
        (chunk) => isLifted(chunk, cut) && isInCut(chunk, cut) && isShown(chunk, place, view, rooms),
      )
      if (chunks.length === 0) return []
      const geometry = new BufferGeometry()
      for (const name of SHARED) geometry.setAttribute(name, part.geometry.getAttribute(name))
      geometry.setIndex(chunks.flatMap(({ from, count }) => [...part.index.subarray(from, from + count)]))
      const mesh = new Mesh(geometry, finishes.materials[part.finish])
      mesh.frustumCulled = false
      mesh.position.y = cut.lift
      return [mesh]
    })
  }, [place, built, finishes, view, cut])
  useEffect(
    () => () => {
      for (const { geometry } of meshes) {
        // The place's own meshes go on using these.
        for (const name of SHARED) geometry.deleteAttribute(name)
        geometry.dispose()
      }
    },
    [meshes],
  )
  return meshes.map((mesh) => <primitive key={mesh.uuid} object={mesh} />)
}

const DOOR_RATE = 3.5

function DoorsView({ place, built, finishes, view, aimed, cut }: Props) {
  const leaves = useMemo(
    () =>
      built.leaves.map((leaf) => {
        const group = new Group()
        group.position.set(leaf.hang.hinge[0], 0, leaf.hang.hinge[1])
        for (const { finish, geometry } of leaf.geometries) {
          const mesh = new Mesh(geometry, finishes.materials[finish])
          mesh.renderOrder = finish === 'glass' ? 3 : 0
          group.add(mesh)
        }
        const glow = new Mesh(leaf.geometries[0]?.geometry, glowMaterial)
        glow.visible = false
        glow.renderOrder = 2
        group.add(glow)
        return { leaf, group, glow, open: { now: null as number | null, goal: 0 } }
      }),
    [built, finishes],
  )
  useLayoutEffect(() => {
    for (const { leaf, group, open, glow } of leaves) {
      const door = place.doors.find((one) => one.id === leaf.hang.door)
      open.goal = door ? opennessOf(door, place, view) : 0
      group.visible = !cut || (door?.between.some((room) => cut.rooms.has(room)) ?? false)
      // A door that stands open when the picture begins was open before: it does not swing.
      open.now ??= open.goal
      glow.visible = aimed === leaf.hang.door || leaf.things.includes(aimed ?? '')
    }
  }, [leaves, place, view, aimed, cut])
  useFrame((_, seconds) => {
    for (const { leaf, group, open } of leaves) {
      if (!leaf.isMoving) continue
      open.now = (open.now ?? 0) + (open.goal - (open.now ?? 0)) * (1 - Math.exp(-seconds * DOOR_RATE))
      group.rotation.y = leaf.hang.swing * open.now
      if (leaf.hang.axis === 'x') group.position.x = leaf.hang.hinge[0] + leaf.hang.slide * open.now
      else group.position.z = leaf.hang.hinge[1] + leaf.hang.slide * open.now
    }
  }, FRAME.doors)
  return (
    <>
      {leaves.map(({ group }) => (
        <primitive key={group.uuid} object={group} />
      ))}
    </>
  )
}

/** A discreet warm light over what is aimed at. */
const glowMaterial = new MeshBasicMaterial({
  color: '#ffcf8a',
  transparent: true,
  opacity: 0.09,
  blending: AdditiveBlending,
  depthWrite: false,
  polygonOffset: true,
  polygonOffsetFactor: -1,
  polygonOffsetUnits: -2,
})

function Highlight({ place, built, view, aimed, cut }: Omit<Props, 'finishes'>) {
  const group = useRef<Group>(null)
  const meshes = useMemo(
    () =>
      built.parts.map((part) => {
        const geometry = new BufferGeometry()
        geometry.setAttribute('position', part.geometry.getAttribute('position'))
        geometry.setIndex(new BufferAttribute(part.index, 1))
        const mesh = new Mesh(geometry, glowMaterial)
        mesh.frustumCulled = false
        mesh.renderOrder = 2
        mesh.visible = false
        return { part, mesh }
      }),
    [built],
  )
  useEffect(
    () => () => {
      for (const { mesh } of meshes) mesh.geometry.dispose()
    },
    [meshes],
  )
  useLayoutEffect(() => {
    const thing = place.things.find((one) => one.id === aimed)
    for (const { part, mesh } of meshes) {
      const chunk = part.chunks.find(
        (one) =>
          one.thing !== null &&
          one.thing === aimed &&
          (one.look === null || one.look === lookOf(thing?.model ?? '', view.looks[one.thing])),
      )
      mesh.visible = chunk !== undefined && (!cut || isInCut(chunk, cut))
      mesh.position.y = chunk && cut && isLifted(chunk, cut) ? cut.lift : 0
      if (chunk) mesh.geometry.setDrawRange(chunk.from, chunk.count)
    }
  }, [meshes, place, view, aimed, cut])
  return (
    <group ref={group}>
      {meshes.map(({ mesh }) => (
        <primitive key={mesh.uuid} object={mesh} />
      ))}
    </group>
  )
}
