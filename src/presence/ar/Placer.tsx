import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { Mesh, MeshBasicMaterial, RingGeometry, SphereGeometry } from 'three'
import { FRAME } from '../../stage/index.ts'
import type { SpacePointers } from '../xr/index.ts'
import { AnchorKeeper } from './AnchorKeeper.ts'
import type { ArGround } from './ArGround.ts'
import { isHandHeld } from './enterAr.ts'
import type { FloorPlan } from './floorPlan.ts'
import type { Marks } from './marks.ts'
import type { Placing, PlacingDid } from './placing.ts'
import { snapToCorner, surfacesOf } from './planes.ts'
import { Reticle } from './Reticle.ts'
import { TouchReader } from './TouchReader.ts'

export type PlacerProps = {
  session: XRSession
  marks: Marks
  ground: ArGround
  pointers: SpacePointers
  placing: Placing
  onDid: (did: PlacingDid) => void
  /** The device has learned the room better, and the place lies a little otherwise. */
  onMoved: (plan: FloorPlan) => void
  /** The camera of a phone has found no surface for long, or its browser cannot look for one. */
  onBlind: () => void
}

const WARM = '#ffe3b3'
/** Over everything of the place: what one places with must be seen. */
const ORDER = 900

/** A head that was not found for so long has lost its way, in seconds. */
const LOST_SECONDS = 1

const isAsking = ({ step }: Placing): boolean => step === 'floor' || step === 'corner' || step === 'seat'

/** Has two marks touched, by hands or through a phone's camera, and holds the place to them. */
export function Placer(props: PlacerProps) {
  const { session, marks, ground, placing } = props
  const gl = useThree((state) => state.gl)
  const latest = useRef(props)
  latest.current = props
  const reader = useMemo(() => new TouchReader(), [])
  const keeper = useMemo(() => new AnchorKeeper(session, marks), [session, marks])
  const isHeld = useMemo(() => isHandHeld(session), [session])
  const reticle = useMemo(() => new Reticle(session), [session])
  const drawn = useMemo(makeCursors, [])
  useEffect(
    () => () => {
      for (const mesh of [...drawn.tips, drawn.reticle, drawn.corner]) {
        mesh.geometry.dispose()
        mesh.material.dispose()
      }
    },
    [drawn],
  )

  // A device that knows no floor cannot tell a table's height from an anchor's.
  const { hasFloor } = placing
  useEffect(() => {
    if (hasFloor) keeper.search()
  }, [keeper, hasFloor])
  useEffect(() => () => reticle.close(), [reticle])
  useEffect(() => {
    if (!isHeld) return
    void reticle.open().then((canLook) => canLook || latest.current.onBlind())
    const onSelect = () => {
      const { placing, onDid } = latest.current
      if (reticle.at && isAsking(placing)) onDid({ kind: 'touched', at: reticle.at })
    }
    session.addEventListener('select', onSelect)
    return () => session.removeEventListener('select', onSelect)
  }, [session, isHeld, reticle])

  // The wearer has the device measure from elsewhere now: only an anchor knows where the furniture is.
  useEffect(() => {
    const space = gl.xr.getReferenceSpace()
    const onReset = () => latest.current.onDid({ kind: 'lost', isAnchored: keeper.isHolding })
    space?.addEventListener('reset', onReset)
    return () => space?.removeEventListener('reset', onReset)
  }, [gl, keeper])
  const lost = useRef(0)

  const { plan, isByMarks } = placing
  useEffect(() => ground.layOut(plan, marks.room), [ground, plan, marks])
  // Marks touched again, or none at all: last time's anchor holds nothing any more.
  const isHoldable = plan !== null && isByMarks
  useEffect(() => {
    if (!isHoldable) return
    return () => keeper.letGo()
  }, [keeper, isHoldable])

  useFrame((_, seconds, frame?: XRFrame) => {
    const space = gl.xr.getReferenceSpace()
    if (!frame || !space) return
    const { placing, pointers, onDid, onMoved, onBlind } = latest.current
    const was = lost.current
    lost.current = frame.getViewerPose(space) ? 0 : was + Math.min(seconds, 0.1)
    // Found again, the device mostly knows the room again: what lies already stays.
    if (was < LOST_SECONDS && lost.current >= LOST_SECONDS) onDid({ kind: 'lost', isAnchored: true })
    const says = keeper.step(frame, space, placing.plan, seconds)
    if (says?.kind === 'restored') onDid(says)
    if (says?.kind === 'gone') onDid({ kind: 'anchor-gone' })
    if (says?.kind === 'moved') onMoved(says.plan)
    if (placing.step === 'done' && placing.plan && placing.isByMarks) keeper.hold(frame, space, placing.plan)
    const asks = isAsking(placing)
    if (isHeld) {
      if (asks && reticle.step(frame, space, seconds)) onBlind()
    } else if (asks && ground.tracking) {
      const floor = placing.step === 'floor' ? null : placing.floor
      const at = reader.step(ground.tracking, pointers, floor, seconds)
      if (at)
        onDid({ kind: 'touched', at: placing.step === 'corner' ? snapToCorner(at, surfacesOf(frame, space)) : at })
    }
    show(drawn, placing, asks && !isHeld ? reader : null, asks && isHeld ? reticle : null)
  }, FRAME.anchors)

  return (
    <>
      <primitive object={drawn.tips[0]} />
      <primitive object={drawn.tips[1]} />
      <primitive object={drawn.reticle} />
      <primitive object={drawn.corner} />
    </>
  )
}

type Cursors = ReturnType<typeof makeCursors>

function makeCursors() {
  const mesh = (geometry: SphereGeometry | RingGeometry) => {
    const made = new Mesh(
      geometry,
      new MeshBasicMaterial({ color: WARM, transparent: true, opacity: 0.9, depthTest: false, toneMapped: false }),
    )
    made.renderOrder = ORDER
    made.visible = false
    return made
  }
  const reticle = mesh(new RingGeometry(0.055, 0.075, 40))
  reticle.rotation.x = -Math.PI / 2
  return {
    tips: [mesh(new SphereGeometry(1, 20, 14)), mesh(new SphereGeometry(1, 20, 14))] as const,
    reticle,
    corner: mesh(new SphereGeometry(0.022, 20, 14)),
  }
}

/** A dot at each tip grows while it rests; the corner that was touched stays marked; a phone shows where its middle points. */
function show(
  { tips, reticle, corner }: Cursors,
  placing: Placing,
  reader: TouchReader | null,
  aim: Reticle | null,
): void {
  for (const [i, name] of (['left', 'right'] as const).entries()) {
    const tip = tips[i]
    const touching = reader?.touching[name]
    if (!tip) continue
    tip.visible = touching?.isShown ?? false
    if (!touching?.isShown) continue
    tip.position.copy(touching.at)
    tip.scale.setScalar(0.007 + touching.progress * 0.012)
  }
  reticle.visible = aim?.at != null
  if (aim?.at) reticle.position.set(aim.at.x, aim.at.y + 0.005, aim.at.z)
  corner.visible = placing.step === 'seat' && placing.corner !== null
  if (placing.corner) corner.position.set(placing.corner.x, placing.corner.y, placing.corner.z)
}
