/** The width of a text in the unit of `em`: the app measures with a canvas, a test counts. */
export type Measure = (text: string, em: number, isBold: boolean) => number

/** May not begin a line. */
const CLOSING = /^[，。、；：？！…—）》」』〉】”’％·,.;:?!)\]}%]/u
/** May not end one. */
const OPENING = /[（《「『〈【“‘([{]$/u
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

/** The pieces a line may break between: a Chinese character with the marks that cling to it, an English word with its space. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let clings = false
  for (const char of text) {
    const last = pieces[pieces.length - 1]
    const joins =
      last !== undefined &&
      (clings ||
        CLOSING.test(char) ||
        char === ' ' ||
        (!CJK.test(char) && !CJK.test(last[last.length - 1] as string) && !last.endsWith(' ')))
    if (joins) pieces[pieces.length - 1] = last + char
    else pieces.push(char)
    clings = OPENING.test(char)
  }
  return pieces
}

/** A text in lines no wider than `width`. A word longer than a line is broken; nothing is ever lost. */
export function wrap(text: string, width: number, em: number, measure: Measure, isBold = false): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of piecesOf(paragraph)) {
      if (measure((line + piece).trimEnd(), em, isBold) <= width) {
        line += piece
        continue
      }
      if (line.trim()) lines.push(line.trimEnd())
      line = piece
      while (measure(line.trimEnd(), em, isBold) > width && [...line].length > 1) {
        const cut = longestFit(line, width, em, measure, isBold)
        lines.push(line.slice(0, cut))
        line = line.slice(cut)
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** How many code units of a word go on a line: at least one character. */
function longestFit(word: string, width: number, em: number, measure: Measure, isBold: boolean): number {
  let cut = 0
  for (const char of word) {
    if (cut > 0 && measure(word.slice(0, cut + char.length), em, isBold) > width) break
    cut += char.length
  }
  return cut
}
