/** A word of a rehearsal's line, or words in quotes. */
export type Token = { text: string; isQuoted: boolean }

/** What stands in a line: its words, and the comment after "#", if any. `isOpen`: a quotation was not closed. */
export type Line = { tokens: Token[]; comment: string | null; isOpen: boolean }

const CLOSING: Record<string, string> = { '"': '"', '“': '”' }

/** Parts a line. Quotes are "…" or “…” (a \" inside stands for itself); "#" after a space or at the start begins a comment. */
export function tokenise(source: string): Line {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const c = source[at] as string
    const closing = CLOSING[c]
    if (/\s/.test(c)) at++
    else if (c === '#') return { tokens, comment: source.slice(at + 1).trim(), isOpen: false }
    else if (closing) {
      let text = ''
      at++
      while (at < source.length && source[at] !== closing) {
        if (source[at] === '\\' && source[at + 1] === closing) at++
        text += source[at++]
      }
      if (at >= source.length) return { tokens, comment: null, isOpen: true }
      at++
      tokens.push({ text, isQuoted: true })
    } else {
      const from = at
      while (at < source.length && !/[\s"“]/.test(source[at] as string)) at++
      tokens.push({ text: source.slice(from, at), isQuoted: false })
    }
  }
  return { tokens, comment: null, isOpen: false }
}

const CLOCK = /^(\d{1,3}):([0-5]\d)$/

/** Milliseconds of "mm:ss", or null when it is something else. */
export function clockOf(text: string): number | null {
  const found = CLOCK.exec(text)
  return found ? (Number(found[1]) * 60 + Number(found[2])) * 1000 : null
}

/** "mm:ss" of milliseconds, for messages. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
