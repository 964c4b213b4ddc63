import type { PictureSpan } from '../kit.ts'
import { PAINTERS, type Painted } from './painters.ts'

export const ATLAS = { width: 2048, height: 1024 }
const GAP = 6

export type Atlas = {
  spans: ReadonlyMap<string, PictureSpan>
  cells: { name: string; x: number; y: number; painter: Painted }[]
}

/** Packs all drawn pictures on one sheet, shelf by shelf, tallest first. */
export function layAtlas(): Atlas {
  const spans = new Map<string, PictureSpan>()
  const cells: Atlas['cells'] = []
  let [x, y, shelf] = [GAP, GAP, 0]
  for (const [name, painter] of Object.entries(PAINTERS).sort(([, a], [, b]) => b.h - a.h)) {
    if (x + painter.w + GAP > ATLAS.width) {
      x = GAP
      y += shelf + GAP
      shelf = 0
    }
    if (y + painter.h > ATLAS.height)
      throw new RangeError(`the picture "${name}" does not fit on the sheet; raise ATLAS`)
    spans.set(name, {
      u0: x / ATLAS.width,
      v0: 1 - (y + painter.h) / ATLAS.height,
      u1: (x + painter.w) / ATLAS.width,
      v1: 1 - y / ATLAS.height,
    })
    cells.push({ name, x, y, painter })
    shelf = Math.max(shelf, painter.h)
    x += painter.w + GAP
  }
  return { spans, cells }
}

/** Draws the sheet; only in a browser. */
export function paintAtlas(atlas: Atlas): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = ATLAS.width
  canvas.height = ATLAS.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no 2D canvas')
  pen.fillStyle = '#f4efe4'
  pen.fillRect(0, 0, ATLAS.width, ATLAS.height)
  for (const { x, y, painter } of atlas.cells) {
    pen.save()
    pen.translate(x, y)
    pen.beginPath()
    pen.rect(0, 0, painter.w, painter.h)
    pen.clip()
    painter.paint(pen, painter.w, painter.h)
    pen.restore()
  }
  return canvas
}
