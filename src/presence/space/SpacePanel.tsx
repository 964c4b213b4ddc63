import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { AlwaysDepth, type Group } from 'three'
import { FRAME } from '../../stage/index.ts'
import { type PanelContent, TURN_BACK, TURN_ON } from './content.ts'
import { headOf, isInSight, makeHead } from './headOf.ts'
import { layOut } from './layout.ts'
import type { LivePanel } from './PanelField.ts'
import { canvasMeasure, paint } from './paint.ts'
import { hang, keepHung, type Station } from './place.ts'
import { usePanels } from './SpacePanels.tsx'
import { makeSheet, makeTexture, orderOf, pixelsPerMm } from './sheet.ts'
import type { PanelSize } from './sizes.ts'

type Props = {
  content: PanelContent
  size: PanelSize
  station: Station
  onPress: (id: string) => void
  /** Drawn after all that covers the picture, the veil before the eyes too. */
  isOverAll?: boolean | undefined
  /** Kept up to date: whether it hangs within the wearer's sight. */
  sight?: RefObject<boolean> | undefined
}

const MM = 1000

/** A panel in the room: hangs at its station, is painted when what it says or how it is touched changes, and tells what was pressed. */
export function SpacePanel({ content, size, station, onPress, sight, isOverAll = false }: Props) {
  const { field, textScale, words } = usePanels()
  const gl = useThree((state) => state.gl)
  const group = useRef<Group>(null)
  const [{ canvas, pen }] = useState(makeSheet)
  const [page, setPage] = useState({ of: content.id, at: 0 })
  const at = page.of === content.id ? page.at : 0
  const layout = useMemo(
    () => layOut(content, size, textScale, canvasMeasure(pen), words, at),
    [content, size, textScale, pen, words, at],
  )
  const scale = pixelsPerMm(size.distance)
  const [wide, high] = [Math.ceil(layout.width * scale), Math.ceil(layout.height * scale)]
  // A texture keeps the size it was first uploaded with; another size is another texture.
  const texture = useMemo(() => {
    canvas.width = wide
    canvas.height = high
    return makeTexture(canvas, gl)
  }, [canvas, wide, high, gl])
  useEffect(() => () => texture.dispose(), [texture])

  const press = (id: string) => {
    if (id === TURN_BACK || id === TURN_ON)
      setPage({ of: content.id, at: Math.max(0, layout.page + (id === TURN_ON ? 1 : -1)) })
    else onPress(id)
  }
  const live = useRef<LivePanel | null>(null)
  const hung = field.hungAt(station)
  const [head] = useState(makeHead)

  // The panel is known to pointers from its first picture to its last.
  useLayoutEffect(() => {
    const object = group.current
    if (!object) return
    live.current ??= {
      id: content.id,
      object,
      layout,
      onPress: press,
      touched: { hover: null, isPressed: false, progress: 0 },
      now: { hover: null, isPressed: false, progress: 0 },
      hasChanged: true,
    }
    object.userData.layout = layout
    live.current.layout = layout
    live.current.onPress = press
    live.current.hasChanged = true
  })
  useLayoutEffect(() => (live.current ? field.add(live.current) : undefined), [field])

  useFrame(({ camera }) => {
    const [object, panel] = [group.current, live.current]
    if (!object || !panel) return
    headOf(camera, head)
    keepHung(hung, performance.now())
    if (hang(hung, head, station) || !object.visible) {
      object.position.set(hung.x, hung.y, hung.z)
      object.rotation.set(hung.tilt, hung.yaw, 0, 'YXZ')
      object.visible = true
      object.updateMatrixWorld()
    }
    if (sight) sight.current = isInSight(camera, hung)
    if (!panel.hasChanged) return
    panel.hasChanged = false
    paint(pen, panel.layout, panel.touched, scale)
    texture.needsUpdate = true
  }, FRAME.anchors)

  return (
    <group ref={group} name={content.id} visible={false}>
      <mesh renderOrder={orderOf(size.distance / MM)} scale={[layout.width / MM, layout.height / MM, 1]}>
        <planeGeometry />
        <meshBasicMaterial
          map={texture}
          alphaTest={0.5}
          depthFunc={AlwaysDepth}
          toneMapped={false}
          // What is see-through is drawn last, and by its order.
          transparent={isOverAll}
        />
      </mesh>
    </group>
  )
}
