import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace, type WebGLRenderer } from 'three'

/** Pixels to a degree of sight: a little finer than a headset's 20–25, so that strokes stay sharp at a slant. */
const PIXELS_A_DEGREE = 30

/** How many pixels of a canvas a millimetre takes, seen from `distance` in millimetres. */
export const pixelsPerMm = (distance: number): number => PIXELS_A_DEGREE / ((distance * Math.PI) / 180)

/**
 * Panels are drawn over the room, since a door one stands before must not hide what one is asked, and write how far they are, so that a hand drawn
 * after them is before or behind. Whatever shall be seen in front of a panel (hands, controllers, rays) takes this render order or more.
 */
export const ABOVE_PANELS = 1000

/** The nearer of two that overlap is drawn later. Metres from the eye. */
export const orderOf = (metres: number): number => ABOVE_PANELS - 100 - Math.min(90, metres * 10)

export function makeSheet(): { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no 2D canvas, so panels cannot be written')
  return { canvas, pen }
}

export function makeTexture(canvas: HTMLCanvasElement, gl: WebGLRenderer): CanvasTexture {
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.minFilter = LinearMipmapLinearFilter
  texture.magFilter = LinearFilter
  texture.anisotropy = Math.min(4, gl.capabilities.getMaxAnisotropy())
  return texture
}
