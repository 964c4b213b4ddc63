import { type Block, type Layout, type Line, MARK } from './layout.ts'
import { PALETTE, SANS } from './palette.ts'
import type { Measure } from './wrap.ts'

/** How a panel is being touched: which button a pointer is on, whether it is held down, and how far a dwell has come. */
export type Touched = { hover: string | null; isPressed: boolean; progress: number }
export const UNTOUCHED: Touched = { hover: null, isPressed: false, progress: 0 }

type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
  | 'textAlign'
  | 'setTransform'
  | 'clearRect'
  | 'beginPath'
  | 'roundRect'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'fillRect'
>

const fontOf = (em: number, isBold: boolean): string => `${isBold ? 700 : 500} ${em}px ${SANS}`

/** Measures as the canvas will draw, in the unit of `em`. One size is asked of the canvas and the rest follows in proportion, since hinting would make small sizes wider. */
export function canvasMeasure(pen: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>): Measure {
  const PROBE = 64
  return (text, em, isBold) => {
    pen.font = fontOf(PROBE, isBold)
    return (pen.measureText(text).width / PROBE) * em
  }
}

/** Draws a layout, `scale` pixels to the millimetre. */
export function paint(pen: Pen, layout: Layout, touched: Touched, scale: number): void {
  const { width, height, em } = layout
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, width * scale, height * scale)
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  const edge = em * 0.06
  box(pen, { x: edge, y: edge, w: width - 2 * edge, h: height - 2 * edge }, em * 0.9, PALETTE.paper, PALETTE.edge, edge)
  for (const block of layout.blocks)
    paintBlock(pen, block, em, block.id !== null && block.id === touched.hover ? touched : null)
}

function paintBlock(pen: Pen, block: Block, em: number, touched: Touched | null): void {
  const { rect, kind, tone } = block
  if (kind === 'rule') {
    pen.fillStyle = PALETTE.rule
    pen.fillRect(rect.x, rect.y, rect.w, rect.h)
    return
  }
  if (kind === 'button' || kind === 'choice') {
    paintButton(pen, block, em, touched)
    return
  }
  if (tone === 'note') box(pen, rect, em * 0.4, PALETTE['osmanthus-soft'], PALETTE.osmanthus, em * 0.06)
  if (tone === 'grave') box(pen, rect, em * 0.4, PALETTE['seal-soft'], PALETTE.seal, em * 0.08)
  const ink = tone === 'quiet' ? PALETTE['ink-2'] : tone === 'grave' ? PALETTE.seal : PALETTE.ink
  for (const line of block.lines) write(pen, line, ink)
}

function paintButton(pen: Pen, block: Block, em: number, touched: Touched | null): void {
  const { rect, look, isDisabled, isChosen, kind } = block
  const isDown = touched?.isPressed ?? false
  const round = kind === 'choice' ? em * 0.5 : em * 0.7
  const ground = isDisabled
    ? PALETTE['sheet-2']
    : isDown
      ? PALETTE.osmanthus
      : look === 'main'
        ? touched
          ? '#f4c868'
          : PALETTE.osmanthus
        : touched
          ? PALETTE['osmanthus-soft']
          : isChosen
            ? PALETTE['jade-soft']
            : look === 'grave'
              ? PALETTE['seal-soft']
              : PALETTE.sheet
  const rim = isDisabled ? PALETTE.rule : look === 'grave' ? PALETTE.seal : isChosen ? PALETTE.jade : PALETTE.edge
  box(pen, rect, round, ground, rim, em * (isChosen ? 0.12 : 0.06))
  // What is pointed at carries a thick dark rim as well as a colour.
  if (touched) box(pen, rect, round, null, PALETTE.focus, em * (isDown ? 0.26 : 0.16))
  if (touched && touched.progress > 0) {
    pen.fillStyle = PALETTE.focus
    const inset = round * 0.6
    pen.fillRect(rect.x + inset, rect.y + rect.h - em * 0.28, (rect.w - 2 * inset) * touched.progress, em * 0.2)
  }
  if (kind === 'choice') paintMark(pen, block, em)
  const ink = isDisabled
    ? PALETTE['ink-2']
    : look === 'grave'
      ? PALETTE.seal
      : look === 'main'
        ? '#2a1c00'
        : PALETTE.ink
  if (block.tag) write(pen, block.tag, isDisabled ? PALETTE['ink-2'] : PALETTE['amber-ink'])
  for (const line of block.lines) write(pen, line, ink)
}

/** The round mark of one choice of several. */
function paintMark(pen: Pen, { rect, lines, isChosen }: Block, em: number): void {
  const first = lines[0]
  if (!first) return
  const x = first.x - MARK * em * 0.62
  pen.beginPath()
  pen.arc(x < rect.x ? rect.x + em : x, first.y, em * 0.36, 0, Math.PI * 2)
  pen.fillStyle = PALETTE.sheet
  pen.fill()
  pen.strokeStyle = isChosen ? PALETTE.jade : PALETTE.edge
  pen.lineWidth = em * 0.1
  pen.stroke()
  if (!isChosen) return
  pen.beginPath()
  pen.arc(x < rect.x ? rect.x + em : x, first.y, em * 0.2, 0, Math.PI * 2)
  pen.fillStyle = PALETTE.jade
  pen.fill()
}

function box(
  pen: Pen,
  rect: { x: number; y: number; w: number; h: number },
  round: number,
  ground: string | null,
  rim: string,
  wide: number,
): void {
  pen.beginPath()
  pen.roundRect(rect.x, rect.y, rect.w, rect.h, Math.min(round, rect.h / 2))
  if (ground) {
    pen.fillStyle = ground
    pen.fill()
  }
  pen.strokeStyle = rim
  pen.lineWidth = wide
  pen.stroke()
}

function write(pen: Pen, line: Line, ink: string): void {
  pen.font = fontOf(line.em, line.isBold)
  pen.fillStyle = ink
  pen.fillText(line.text, line.x, line.y)
}
