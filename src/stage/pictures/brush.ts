export type Pen = CanvasRenderingContext2D

/** Only fonts a machine has by itself: a page may ask nothing of any other origin. */
const PRINT = '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
const HAND = '"Kaiti SC",STKaiti,KaiTi,"AR PL UKai CN","Noto Serif CJK SC",serif'
const LATIN = 'Georgia,"Times New Roman","Liberation Serif",serif'

type Writing = { hand?: boolean; en?: boolean; left?: boolean; right?: boolean; middle?: boolean }

export function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  pixels: number,
  colour: string,
  how: Writing = {},
): void {
  pen.font = `${how.en ? '' : '600 '}${pixels}px ${how.en ? LATIN : how.hand ? HAND : PRINT}`
  pen.fillStyle = colour
  pen.textAlign = how.left ? 'left' : how.right ? 'right' : 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, x, y)
}

export function gradient(pen: Pen, w: number, h: number, top: string, bottom: string): void {
  const fill = pen.createLinearGradient(0, 0, 0, h)
  fill.addColorStop(0, top)
  fill.addColorStop(1, bottom)
  pen.fillStyle = fill
  pen.fillRect(0, 0, w, h)
}

/** Paper that has hung for a while: a little darker towards its edges. */
export function paper(pen: Pen, w: number, h: number, colour: string): void {
  pen.fillStyle = colour
  pen.fillRect(0, 0, w, h)
  const edge = pen.createRadialGradient(w / 2, h / 2, Math.min(w, h) * 0.3, w / 2, h / 2, Math.max(w, h) * 0.75)
  edge.addColorStop(0, '#b08a4a00')
  edge.addColorStop(1, '#b08a4a44')
  pen.fillStyle = edge
  pen.fillRect(0, 0, w, h)
}

/** A face as a painter would put it on a small photograph. `wide` is the width of the head. */
export function face(
  pen: Pen,
  x: number,
  y: number,
  wide: number,
  look: { skin: string; shade: string; hair: string; isOld: boolean; isMan: boolean },
): void {
  const r = wide / 2
  pen.fillStyle = look.hair
  pen.beginPath()
  pen.ellipse(x, y - r * 0.28, r * 1.06, r * (look.isMan ? 1.02 : 1.16), 0, 0, 7)
  pen.fill()
  pen.fillStyle = look.shade
  pen.fillRect(x - r * 0.36, y + r * 0.7, r * 0.72, r * 0.75)
  pen.fillStyle = look.skin
  for (const side of [-1, 1]) {
    pen.beginPath()
    pen.ellipse(x + side * r * 0.97, y + r * 0.12, r * 0.14, r * 0.26, 0, 0, 7)
    pen.fill()
  }
  pen.beginPath()
  pen.ellipse(x, y + r * 0.12, r * 0.93, r * 1.17, 0, 0, 7)
  pen.fill()
  // The hairline cuts the oval above.
  pen.fillStyle = look.hair
  pen.beginPath()
  pen.ellipse(x, y - r * 0.98, r * (look.isOld ? 0.78 : 0.92), r * (look.isOld ? 0.34 : 0.42), 0, 0, 7)
  pen.fill()
  const eyes = y + r * 0.08
  for (const side of [-1, 1]) {
    pen.strokeStyle = look.isOld ? '#77726b' : '#3a302b'
    pen.lineWidth = Math.max(1, r * 0.085)
    pen.beginPath()
    pen.moveTo(x + side * r * 0.2, eyes - r * 0.24)
    pen.quadraticCurveTo(x + side * r * 0.42, eyes - r * 0.34, x + side * r * 0.62, eyes - r * 0.2)
    pen.stroke()
    pen.fillStyle = '#2c2623'
    pen.beginPath()
    pen.ellipse(x + side * r * 0.4, eyes, r * 0.15, r * 0.065, 0, 0, 7)
    pen.fill()
  }
  pen.strokeStyle = look.shade
  pen.lineWidth = Math.max(1, r * 0.07)
  pen.beginPath()
  pen.moveTo(x + r * 0.02, eyes + r * 0.05)
  pen.quadraticCurveTo(x + r * 0.2, eyes + r * 0.5, x - r * 0.04, eyes + r * 0.52)
  pen.stroke()
  pen.beginPath()
  pen.moveTo(x - r * 0.3, y + r * 0.82)
  pen.quadraticCurveTo(x, y + r * 0.94, x + r * 0.3, y + r * 0.8)
  pen.stroke()
  if (!look.isOld) return
  pen.lineWidth = Math.max(1, r * 0.04)
  for (const side of [-1, 1]) {
    pen.beginPath()
    pen.moveTo(x + side * r * 0.3, eyes + r * 0.48)
    pen.quadraticCurveTo(x + side * r * 0.5, y + r * 0.66, x + side * r * 0.44, y + r * 0.9)
    pen.stroke()
    pen.beginPath()
    pen.arc(x + side * r * 0.4, eyes + r * 0.08, r * 0.22, 0.5, 2.6)
    pen.stroke()
  }
  for (const k of [0, 1]) {
    pen.beginPath()
    pen.moveTo(x - r * 0.4, y - r * (0.44 - k * 0.14))
    pen.quadraticCurveTo(x, y - r * (0.5 - k * 0.14), x + r * 0.4, y - r * (0.43 - k * 0.14))
    pen.stroke()
  }
}
