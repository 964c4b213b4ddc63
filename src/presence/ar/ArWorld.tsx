import { useFrame, useThree } from '@react-three/fiber'
import { useMemo, useRef } from 'react'
import type { PublicScene } from '../../protocol/index.ts'
import { type BuiltPlace, type Cut, FRAME, roomAt, type StageView } from '../../stage/index.ts'
import { ArLines } from './ArLines.tsx'
import { Contact } from './Contact.tsx'
import { DoorNames } from './DoorNames.tsx'
import { footprintsOf } from './footprints.ts'
import { outlineOf } from './outline.ts'
import { Placer, type PlacerProps } from './Placer.tsx'

const WARM = '#ffe3b3'
const GREY = '#b9b3a8'
/** The first passes for "yours", the second for "put one here"; lines differ in what they surround, not by colour alone. */
const COOL = '#a8dcc8'

/** Leaning through a wall is nothing; standing behind it for so long is, in seconds. */
const ASTRAY_SECONDS = 0.7

export type ArWorldProps = PlacerProps & {
  place: PublicScene['place']
  built: BuiltPlace
  view: StageView
  cut: Cut
  /** In the reader's language. */
  nameOf: (door: string) => string
  /** Real things hide drawn ones that are behind them, where the device knows how far away they are. */
  isHiding: boolean
  /** One has walked through one of the flat's walls, which the real room does not have; or is back. */
  onAstray: (isAstray: boolean) => void
}

/** What AR adds to the drawn things and people: placing them, the flat beyond the real walls, and shadows on the real floor. */
export function ArWorld({ place, built, view, cut, nameOf, isHiding, onAstray, ...placer }: ArWorldProps) {
  const { marks, placing } = placer
  const gl = useThree((state) => state.gl)
  const { step, plan, isByMarks } = placing
  const footprints = useMemo(() => footprintsOf(place, marks, plan?.table ?? null), [place, marks, plan?.table])
  const outline = useMemo(() => outlineOf(place, built.plan, view), [place, built, view])
  const { floors, open, shut } = useMemo(
    () => ({
      floors: outline.floors,
      open: outline.doorways.filter((one) => !one.isShut).flatMap((one) => one.strokes),
      shut: outline.doorways.filter((one) => one.isShut).flatMap((one) => one.strokes),
    }),
    [outline],
  )
  const astray = useRef({ is: false, seconds: 0 })
  useFrame(({ camera }, seconds) => {
    const { current: now } = astray
    const [x, z] = [camera.matrixWorld.elements[12], camera.matrixWorld.elements[14]]
    const room = roomAt(built.plan, x, z)
    const is = step === 'done' && (room === null || !cut.peopleIn.has(room))
    now.seconds = is === now.is ? 0 : now.seconds + seconds
    if (now.seconds > ASTRAY_SECONDS) {
      now.is = is
      now.seconds = 0
      onAstray(is)
    }
    const depth = gl.xr.getDepthSensingMesh()
    if (depth) depth.visible = isHiding
  }, FRAME.anchors)
  const isLaidOut = step === 'check' || step === 'done'
  return (
    <>
      <Placer {...placer} />
      {isLaidOut && <ArLines strokes={floors} colour={WARM} opacity={0.4} />}
      {isLaidOut && <ArLines strokes={open} colour={WARM} opacity={0.55} thick={0.02} />}
      {isLaidOut && <ArLines strokes={shut} colour={GREY} opacity={0.5} thick={0.016} />}
      {isLaidOut && <DoorNames place={place} doors={outline.doorways} nameOf={nameOf} />}
      {step === 'check' && <ArLines strokes={footprints.hers} colour={WARM} opacity={0.95} isOnTop />}
      {isLaidOut && isByMarks && !view.me.isSeated && (
        <ArLines
          strokes={footprints.own}
          colour={COOL}
          opacity={step === 'check' ? 0.95 : 0.6}
          isOnTop={step === 'check'}
        />
      )}
      {step === 'done' && <Contact place={place} cut={cut} />}
    </>
  )
}
