import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef, useState } from 'react'
import { AlwaysDepth, type Group } from 'three'
import { FRAME, type StageLive } from '../../stage/index.ts'
import {
  type Aside,
  asideOf,
  atEdge,
  CAPTION,
  CAPTION_LINES,
  captionEm,
  captionLines,
  latestBySpeaker,
  overHead,
  type SpaceCaption,
} from './captions.ts'
import { headOf, makeHead } from './headOf.ts'
import { canvasMeasure } from './paint.ts'
import { PALETTE, SANS } from './palette.ts'
import { makeHung } from './place.ts'
import { makeSheet, makeTexture, orderOf, pixelsPerMm } from './sheet.ts'

type Props = {
  captions: readonly SpaceCaption[]
  /** The clock of the captions' times, in milliseconds. */
  now: number
  live: StageLive
  textScale: number
}

/** What is being said, near the head that says it. */
export function SpaceCaptions({ captions, now, live, textScale }: Props) {
  return latestBySpeaker(captions).map((caption) => (
    <Caption key={caption.by ?? ''} caption={caption} now={now} live={live} textScale={textScale} />
  ))
}

const MM = 1000
const LEADING = 1.38
const SCALE = pixelsPerMm(CAPTION.distance)
/** Behind the panels, which are nearer. */
const FAR = 8

function Caption({ caption, now, live, textScale }: Omit<Props, 'captions'> & { caption: SpaceCaption }) {
  const gl = useThree((state) => state.gl)
  const group = useRef<Group>(null)
  const [{ canvas, pen }] = useState(makeSheet)
  const em = captionEm(textScale)
  const high = (CAPTION_LINES + 1) * em * LEADING + em
  const texture = useMemo(() => {
    canvas.width = Math.ceil(CAPTION.width * SCALE)
    canvas.height = Math.ceil(high * SCALE)
    return makeTexture(canvas, gl)
  }, [canvas, high, gl])
  useEffect(() => () => texture.dispose(), [texture])

  const lines = captionLines(caption, now, textScale, canvasMeasure(pen))
  const text = lines.join('\n')
  const { by, who } = caption
  const shown = useRef({ text, who, em, isPainted: false, aside: 'here' as Aside })
  const { current: latest } = shown
  if (latest.text !== text || latest.who !== who || latest.em !== em) {
    Object.assign(latest, { text, who, em, isPainted: false })
  }
  const [hung] = useState(makeHung)
  const [head] = useState(makeHead)

  useFrame(({ camera }) => {
    const object = group.current
    if (!object) return
    headOf(camera, head)
    const person = by === null ? undefined : live.people.get(by)
    // A voice from behind a door has no head in the room yet: its words stand low in the middle.
    const at = person?.isPresent ? person.head : null
    const aside = at ? asideOf(head, at, latest.aside) : 'here'
    if (aside !== latest.aside) {
      latest.aside = aside
      latest.isPainted = false
    }
    const size = at && aside === 'here' ? overHead(hung, head, at, high / MM / 2) : atEdge(hung, head, aside)
    object.position.set(hung.x, hung.y, hung.z)
    object.rotation.set(hung.tilt, hung.yaw, 0, 'YXZ')
    object.scale.setScalar(size)
    object.visible = true
    if (latest.isPainted) return
    latest.isPainted = true
    paintCaption(pen, latest, high)
    texture.needsUpdate = true
  }, FRAME.anchors)

  return (
    <group ref={group} visible={false}>
      <mesh renderOrder={orderOf(FAR)} scale={[CAPTION.width / MM, high / MM, 1]}>
        <planeGeometry />
        <meshBasicMaterial map={texture} alphaTest={0.5} depthFunc={AlwaysDepth} toneMapped={false} />
      </mesh>
    </group>
  )
}

const ARROW: Record<Aside, [before: string, after: string]> = {
  here: ['', ''],
  left: ['◀ ', ''],
  right: ['', ' ▶'],
}

/** Light on dark, at the foot of the sheet: the lines, and above them who speaks, with an arrow when they are out of sight. */
export function paintCaption(
  pen: CanvasRenderingContext2D,
  { text, who, em, aside }: { text: string; who: string | null; em: number; aside: Aside },
  high: number,
): void {
  const lines = text.split('\n')
  const [before, after] = ARROW[aside]
  const name = who === null ? null : `${before}${who}${after}`
  const measure = canvasMeasure(pen)
  const rows = lines.length + (name === null ? 0 : 1)
  const wide = Math.max(...lines.map((line) => measure(line, em, false)), name === null ? 0 : measure(name, em, true))
  const box = { w: Math.min(CAPTION.width, wide + 2 * em), h: rows * em * LEADING + 0.7 * em }
  const left = (CAPTION.width - box.w) / 2
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, CAPTION.width * SCALE, high * SCALE)
  pen.setTransform(SCALE, 0, 0, SCALE, 0, 0)
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  pen.fillStyle = PALETTE.ink
  pen.beginPath()
  pen.roundRect(left, high - box.h, box.w, box.h, em * 0.5)
  pen.fill()
  let y = high - box.h + 0.35 * em + (em * LEADING) / 2
  if (name !== null) {
    pen.fillStyle = PALETTE.osmanthus
    pen.font = `700 ${em}px ${SANS}`
    pen.fillText(name, left + em, y)
    y += em * LEADING
  }
  pen.fillStyle = PALETTE.sheet
  pen.font = `500 ${em}px ${SANS}`
  for (const line of lines) {
    pen.fillText(line, left + em, y)
    y += em * LEADING
  }
}
