import { CanvasTexture, DoubleSide, MeshBasicMaterial, RepeatWrapping, SRGBColorSpace, type Texture } from 'three'
import type { Detail } from './detail.ts'
import { FINISHES, type Finish } from './kit.ts'
import { type Atlas, paintAtlas } from './pictures/atlas.ts'

export type Finishes = { materials: Record<Finish, MeshBasicMaterial>; dispose: () => void }

/** A small number generator, so that grain and speckle look alike on every machine. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function tile(pixels: number, metres: number, draw: (pen: CanvasRenderingContext2D, size: number) => void): Texture {
  const canvas = document.createElement('canvas')
  canvas.width = pixels
  canvas.height = pixels
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no 2D canvas')
  draw(pen, pixels)
  const texture = new CanvasTexture(canvas)
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.repeat.set(1 / metres, 1 / metres)
  texture.colorSpace = SRGBColorSpace
  return texture
}

/** Grain along u: long soft streaks, a few darker lines, here and there a knot. */
function wood(pen: CanvasRenderingContext2D, size: number): void {
  const roll = dice(7)
  pen.fillStyle = '#e9e4de'
  pen.fillRect(0, 0, size, size)
  for (let i = 0; i < 240; i++) {
    const y = roll() * size
    pen.globalAlpha = 0.05 + roll() * 0.13
    pen.strokeStyle = roll() < 0.62 ? '#5a4330' : '#ffffff'
    pen.lineWidth = 0.6 + roll() * 2.2
    const bend = (roll() - 0.5) * 10
    for (const dy of [-size, 0, size]) {
      pen.beginPath()
      pen.moveTo(0, y + dy)
      pen.bezierCurveTo(size * 0.33, y + bend + dy, size * 0.66, y - bend + dy, size, y + dy)
      pen.stroke()
    }
  }
  pen.globalAlpha = 1
}

function weave(pen: CanvasRenderingContext2D, size: number): void {
  pen.fillStyle = '#e8e4de'
  pen.fillRect(0, 0, size, size)
  const roll = dice(3)
  for (let y = 0; y < size; y += 4)
    for (let x = 0; x < size; x += 4) {
      const isOver = ((x + y) / 4) % 2 === 0
      pen.fillStyle = `rgba(${isOver ? '255,255,255' : '70,55,45'},${0.1 + roll() * 0.12})`
      pen.fillRect(x, y, isOver ? 4 : 3, isOver ? 3 : 4)
    }
}

/** Poured stone with chips, cut by brass-thin joints every metre. */
function terrazzo(pen: CanvasRenderingContext2D, size: number): void {
  pen.fillStyle = '#dcd8cf'
  pen.fillRect(0, 0, size, size)
  const roll = dice(11)
  const chips = ['#8f877a', '#b9ab93', '#f4f1ea', '#7c6a58', '#a9aFa4', '#c98f72', '#5f5a53']
  for (let i = 0; i < 2600; i++) {
    const [x, y, r] = [roll() * size, roll() * size, 0.9 + roll() ** 3 * 5.4]
    pen.globalAlpha = 0.35 + roll() * 0.5
    pen.fillStyle = chips[Math.floor(roll() * chips.length)] as string
    const turn = roll() * 3
    for (const dx of [-size, 0, size])
      for (const dy of [-size, 0, size]) {
        if (x + dx < -9 || x + dx > size + 9 || y + dy < -9 || y + dy > size + 9) continue
        pen.beginPath()
        pen.ellipse(x + dx, y + dy, r, r * (0.5 + ((i * 7) % 5) / 10), turn, 0, 7)
        pen.fill()
      }
  }
  pen.globalAlpha = 0.5
  pen.fillStyle = '#8a8172'
  pen.fillRect(0, 0, size, 2)
  pen.fillRect(0, 0, 2, size)
  pen.globalAlpha = 1
}

function tiles(pen: CanvasRenderingContext2D, size: number): void {
  const roll = dice(5)
  const n = 4
  const cell = size / n
  pen.fillStyle = '#b9b5aa'
  pen.fillRect(0, 0, size, size)
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++) {
      const light = 236 + Math.round(roll() * 16)
      pen.fillStyle = `rgb(${light},${light},${light - 3})`
      pen.fillRect(x * cell + 1.5, y * cell + 1.5, cell - 3, cell - 3)
      pen.fillStyle = 'rgba(255,255,255,0.35)'
      pen.fillRect(x * cell + 1.5, y * cell + 1.5, cell - 3, 2)
    }
}

/** Floor boards: long planks of changing tone, with dark joints. */
function boards(pen: CanvasRenderingContext2D, size: number): void {
  wood(pen, size)
  const roll = dice(13)
  const rows = 6
  for (let row = 0; row < rows; row++) {
    const y = (row * size) / rows
    let x = -roll() * size * 0.5
    while (x < size) {
      const long = size * (0.5 + roll() * 0.5)
      pen.fillStyle = `rgba(${roll() < 0.5 ? '60,40,25' : '255,240,220'},${roll() * 0.16})`
      pen.fillRect(x, y, long, size / rows)
      pen.fillStyle = 'rgba(45,28,16,0.55)'
      pen.fillRect(x, y, 2, size / rows)
      x += long
    }
    pen.fillStyle = 'rgba(45,28,16,0.6)'
    pen.fillRect(0, y, size, 2)
  }
}

function concrete(pen: CanvasRenderingContext2D, size: number): void {
  pen.fillStyle = '#e3e0da'
  pen.fillRect(0, 0, size, size)
  const roll = dice(17)
  for (let i = 0; i < 900; i++) {
    pen.globalAlpha = 0.02 + roll() * 0.06
    pen.fillStyle = roll() < 0.55 ? '#4a443c' : '#ffffff'
    pen.beginPath()
    pen.arc(roll() * size, roll() * size, 1 + roll() ** 2 * 22, 0, 7)
    pen.fill()
  }
  pen.globalAlpha = 1
}

/** One material a finish: unlit, since daylight is already in the colours of the corners. */
export function makeFinishes(atlas: Atlas, detail: Detail): Finishes {
  const sheet = new CanvasTexture(paintAtlas(atlas))
  sheet.colorSpace = SRGBColorSpace
  const maps: Partial<Record<Finish, Texture>> = {
    wood: tile(512, 0.7, wood),
    weave: tile(128, 0.16, weave),
    terrazzo: tile(1024, 1, terrazzo),
    tile: tile(512, 0.6, tiles),
    boards: tile(512, 0.9, boards),
    concrete: tile(512, 1.4, concrete),
    picture: sheet,
  }
  for (const map of Object.values(maps)) if (map) map.anisotropy = detail === 'full' ? 8 : 1
  const materials = {} as Record<Finish, MeshBasicMaterial>
  for (const finish of FINISHES) {
    const isGlass = finish === 'glass'
    const material = new MeshBasicMaterial({
      name: finish,
      vertexColors: true,
      map: maps[finish] ?? null,
      transparent: isGlass,
      opacity: isGlass ? 0.16 : 1,
      depthWrite: !isGlass,
    })
    if (isGlass) {
      material.side = DoubleSide
      material.forceSinglePass = true
    }
    materials[finish] = material
  }
  return {
    materials,
    dispose: () => {
      for (const texture of Object.values(maps)) texture?.dispose()
      for (const finish of FINISHES) materials[finish].dispose()
    },
  }
}
