import { useFrame } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { AdditiveBlending, BufferAttribute, BufferGeometry, Group, Mesh, MeshBasicMaterial } from 'three'
import type { PublicScene } from '../protocol/index.ts'
import type { BuiltPlace, Part } from './build.ts'
import { type Cut, isInCut } from './cut.ts'
import type { Hang } from './doors.ts'
import type { Finishes } from './finishes.ts'
import { FRAME } from './frame.ts'
import type { Outlook, Rect } from './outlook.ts'
import { ShownPart } from './ShownPart.ts'
import { isShown, lookOf, openDoors, opennessOf, roomsSeen, type StageView } from './sight.ts'

type Props = {
  place: PublicScene['place']
  built: BuiltPlace
  finishes: Finishes
  view: StageView
  aimed: string | null
  cut: Cut | null
  /** What can be seen from where one stands; this keeps it up to date. */
  outlook: Outlook
}

/** Rooms and things: one mesh a finish; what is not to be seen is left out of its index. */
export function PlaceView({ place, built, finishes, view, aimed, cut, outlook }: Props) {
  const shown = useMemo(() => built.parts.map((part) => new ShownPart(part)), [built])
  const meshes = useMemo(
    () =>
      built.parts.map((part) => {
        const mesh = new Mesh(part.geometry, finishes.materials[part.finish])
        mesh.frustumCulled = false
        mesh.matrixAutoUpdate = false
        mesh.renderOrder = part.finish === 'glass' ? 3 : 0
        return mesh
      }),
    [built, finishes],
  )
  const isOpen = useMemo(() => openDoors(place, view), [place, view])
  const isAnew = useRef(true)
  useLayoutEffect(() => {
    const rooms = roomsSeen(place, view)
    for (const one of shown)
      one.allow(
        (chunk) => isShown(chunk, place, view, rooms) && (!cut || (isInCut(chunk, cut) && !isLifted(chunk, cut))),
      )
    isAnew.current = true
  }, [shown, place, view, cut])
  useFrame(({ camera }) => {
    const at = camera.matrixWorld.elements
    // A real room has its own walls, and its own doorways in them.
    const hasMoved = !cut && outlook.look(at[12], at[13], at[14], isOpen, isAnew.current)
    if (!hasMoved && !isAnew.current) return
    isAnew.current = false
    for (const one of shown) one.show(cut ? null : outlook)
  }, FRAME.sight)
  return (
    <>
      {meshes.map((mesh) => (
        <primitive key={mesh.uuid} object={mesh} />
      ))}
      {cut && cut.lifted.size > 0 && <Lifted place={place} built={built} finishes={finishes} view={view} cut={cut} />}
      <DoorsView {...{ place, built, finishes, view, aimed, cut, outlook }} />
      <Highlight place={place} built={built} view={view} aimed={aimed} cut={cut} />
    </>
  )
}

const isLifted = (chunk: Part['chunks'][number], cut: Cut): boolean =>
  chunk.thing !== null && cut.lift !== 0 && cut.lifted.has(chunk.thing)

const SHARED = ['position', 'color', 'uv'] as const

/** What stands on a real table, at that table's height. */
function Lifted({ place, built, finishes, view, cut }: Omit<Props, 'outlook' | 'aimed'> & { cut: Cut }) {
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

function DoorsView({ place, built, finishes, view, aimed, cut, outlook }: Props) {
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
        const between = place.doors.find((one) => one.id === leaf.hang.door)?.between ?? []
        return {
          leaf,
          group,
          glow,
          between,
          rect: rectOf(leaf.hang),
          isIn: true,
          open: { now: null as number | null, goal: 0 },
        }
      }),
    [place, built, finishes],
  )
  useLayoutEffect(() => {
    for (const one of leaves) {
      const { leaf, open, glow } = one
      const door = place.doors.find((one) => one.id === leaf.hang.door)
      open.goal = door ? opennessOf(door, place, view) : 0
      // A pane of glass would hang in the middle of a real room; hinged doors stand where one goes on.
      one.isIn = !cut || (door?.kind === 'hinged' && door.between.some((room) => cut.rooms.has(room)))
      // A door that stands open when the picture begins was open before: it does not swing.
      open.now ??= open.goal
      glow.visible = aimed === leaf.hang.door || leaf.things.includes(aimed ?? '')
    }
  }, [leaves, place, view, aimed, cut])
  useFrame((_, seconds) => {
    for (const { leaf, group, open, isIn, between, rect } of leaves) {
      group.visible = isIn && (cut !== null || isSeen(outlook, between, rect))
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

/** All that a leaf may sweep over. */
function rectOf({ hinge: [x, z], width }: Hang): Rect {
  const reach = Math.abs(width)
  return { minX: x - reach, maxX: x + reach, minZ: z - reach, maxZ: z + reach }
}

function isSeen(outlook: Outlook, between: readonly string[], rect: Rect): boolean {
  for (const room of between) if (outlook.sees(room, rect)) return true
  return between.length === 0
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

function Highlight({ place, built, view, aimed, cut }: Omit<Props, 'finishes' | 'outlook'>) {
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
