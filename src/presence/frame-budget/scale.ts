const KEY = 'doorstep.headset-fineness'
const LEAST = 0.5

/** How fine the last picture in a headset ought to have been, kept for the next entry; all there is where nothing is known. */
export function keptScale(): number {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? 1)
    return kept >= LEAST && kept <= 1 ? kept : 1
  } catch {
    // Without storage each entry begins with all there is.
    return 1
  }
}

export function keepScale(scale: number): void {
  try {
    localStorage.setItem(KEY, String(scale))
  } catch {
    // As above.
  }
}
