import { Decoder } from 'socket.io-parser'

/** No frame of ours nests deeper than seven; what goes far beyond costs more to parse than a whole visit's acts. */
const DEPTH_MAX = 16

const QUOTE = 34
const BACKSLASH = 92
const OPENING = new Set([91, 123])
const CLOSING = new Set([93, 125])

/** Reads frames as Socket.IO does, except that one nested absurdly deep is taken as empty: it is refused like any malformed frame, unparsed. */
export class ShallowDecoder extends Decoder {
  override add(frame: unknown): void {
    super.add(typeof frame === 'string' && isTooDeep(frame) ? emptied(frame) : frame)
  }
}

/** The packet's head (its kind and the number to answer it by) with an act that says nothing. */
function emptied(frame: string): string {
  return `${/^\d{1,16}/.exec(frame)?.[0] ?? ''}["act"]`
}

export function isTooDeep(frame: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < frame.length; at++) {
    const code = frame.charCodeAt(at)
    if (isInText) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isInText = false
    } else if (code === QUOTE) isInText = true
    else if (OPENING.has(code)) {
      if (++depth > DEPTH_MAX) return true
    } else if (CLOSING.has(code)) depth--
  }
  return false
}
