import type { PanelContent } from '../../src/presence/space/content.ts'
import { layOut } from '../../src/presence/space/layout.ts'
import { canvasMeasure, paint, type Touched } from '../../src/presence/space/paint.ts'
import { pixelsPerMm } from '../../src/presence/space/sheet.ts'
import type { PanelSize } from '../../src/presence/space/sizes.ts'

/** Runs in the page: draws a panel on a canvas as a headset would, and says what the canvas really measured. */
export function paintPanel(
  content: PanelContent,
  size: PanelSize,
  textScale: number,
  touched: Touched,
  page: number,
): { pages: number; overflows: string[]; ids: string[] } {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const words = { before: '◀', next: '▶', page: (at: number, of: number) => `${at}/${of}` }
  const measure = canvasMeasure(pen)
  const layout = layOut(content, size, textScale, measure, words, page)
  const scale = pixelsPerMm(size.distance)
  canvas.width = Math.ceil(layout.width * scale)
  canvas.height = Math.ceil(layout.height * scale)
  paint(pen, layout, touched, scale)
  document.body.replaceChildren(canvas)
  const overflows = layout.blocks.flatMap((block) =>
    block.lines
      .filter((line) => line.x + measure(line.text, line.em, line.isBold) > block.rect.x + block.rect.w + 0.5)
      .map((line) => line.text),
  )
  return { pages: layout.pages, overflows, ids: layout.blocks.flatMap((block) => (block.id ? [block.id] : [])) }
}
Object.assign(globalThis, { paintPanel })
