/** How the frames of a stretch of time came: how many, how many of them late, and how long the slowest twentieth took at least. */
export type Stretch = { frames: number; missed: number; p95Ms: number }

/** A stretch is so long, in seconds: enough frames to tell a habit from a hiccup, short enough to help before somebody is ill. */
export const STRETCH_SECONDS = 2
/** A frame is late when the picture before it stood for half a frame longer than it should. */
const LATE = 1.5
/** A longer gap is no slow frame: the page was hidden, the headset off, or a place was being built. In milliseconds. */
const GAP_MS = 500
const BIN_MS = 0.5
const BINS = 240

/** Counts frames into half milliseconds; makes nothing until a stretch is over. */
export class Tally {
  private readonly bins = new Uint32Array(BINS)
  private frames = 0
  private missed = 0
  private sumMs = 0

  /** One frame and how long it should have taken. Answers the stretch it ended, or null. */
  add(ms: number, budgetMs: number): Stretch | null {
    if (ms > GAP_MS) {
      this.clear()
      return null
    }
    const bin = Math.min(BINS - 1, Math.floor(ms / BIN_MS))
    this.bins[bin] = (this.bins[bin] as number) + 1
    this.frames++
    this.sumMs += ms
    if (ms > budgetMs * LATE) this.missed++
    if (this.sumMs < STRETCH_SECONDS * 1000) return null
    const stretch = { frames: this.frames, missed: this.missed, p95Ms: this.quantile(0.95) }
    this.clear()
    return stretch
  }

  clear(): void {
    this.bins.fill(0)
    this.frames = 0
    this.missed = 0
    this.sumMs = 0
  }

  private quantile(part: number): number {
    let left = Math.ceil(this.frames * part)
    for (let i = 0; i < BINS; i++) {
      left -= this.bins[i] as number
      if (left <= 0) return (i + 1) * BIN_MS
    }
    return BINS * BIN_MS
  }
}
