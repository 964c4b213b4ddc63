/** Below this many pictures a second it is hard to look somebody in the eye. */
const TOO_FEW = 10
/** The first pictures of a place are slow everywhere. */
const WARM_UP_SECONDS = 4
const MEASURED_SECONDS = 6

/** Counts pictures as they are drawn, and says once, after a fair while, whether they come too slowly here. */
export function watchSlowness(onSlow: () => void): (seconds: number) => void {
  let elapsed = 0
  let frames = 0
  let isDone = false
  return (seconds) => {
    if (isDone) return
    elapsed += seconds
    if (elapsed <= WARM_UP_SECONDS) return
    frames++
    if (elapsed < WARM_UP_SECONDS + MEASURED_SECONDS) return
    isDone = true
    if (frames / (elapsed - WARM_UP_SECONDS) < TOO_FEW) onSlow()
  }
}
