/** The picture goes for so long before one is somewhere else, and comes back for so long after, in seconds: short enough not to wait, long enough not to see the jump. */
const OUT_SECONDS = 0.08
const IN_SECONDS = 0.16

/** A blink around a jump; `dark` is 0 clear to 1 dark. */
export type Blink = { dark: number; isClosing: boolean }
export const makeBlink = (): Blink => ({ dark: 0, isClosing: false })

export function closeEyes(blink: Blink): void {
  blink.isClosing = true
}

/** One frame; true in the one in which eyes are shut and the jump may happen. */
export function stepBlink(blink: Blink, seconds: number): boolean {
  if (!blink.isClosing) {
    blink.dark = Math.max(0, blink.dark - seconds / IN_SECONDS)
    return false
  }
  blink.dark = Math.min(1, blink.dark + seconds / OUT_SECONDS)
  if (blink.dark < 1) return false
  blink.isClosing = false
  return true
}
