/** A finger that moves less than this, in pixels, has not moved: skin is wider than a mouse's tip. */
export const SLOP_PIXELS = 10
/** Two fingers that come down within this of each other and move are a pinch from the first, in milliseconds. */
const TOGETHER_MS = 300
/** A finger that rests longer than this was not tapping, in milliseconds. Slow hands may have longer. */
export const TAP_MS = 600

type Finger = { id: number; x: number; y: number; downMs: number; hasMoved: boolean }

/** How far a finger has dragged the picture since it was last asked, in pixels. Shared and overwritten by the next call. */
export type Drag = { dx: number; dy: number }

/**
 * What the fingers on the picture mean. One finger that moves turns the view; one that comes and goes is a tap, also while another
 * turns the view, so that two thumbs can work at once. Two fingers that both move are a pinch, which means nothing here: the view
 * rests until all fingers have left.
 */
export class Fingers {
  private readonly fingers = new Map<number, Finger>()
  private looking: number | null = null
  private isPinch = false
  private readonly drag: Drag = { dx: 0, dy: 0 }

  down(id: number, x: number, y: number, nowMs: number): void {
    this.fingers.set(id, { id, x, y, downMs: nowMs, hasMoved: false })
  }

  /** The drag this move makes, or null when it makes none. */
  move(id: number, x: number, y: number): Drag | null {
    const finger = this.fingers.get(id)
    if (!finger) return null
    const dx = x - finger.x
    const dy = y - finger.y
    const far = Math.hypot(dx, dy)
    if (!finger.hasMoved && far < SLOP_PIXELS) return null
    // The way to the edge of the slop is not made up for: the view would jump.
    const part = finger.hasMoved ? 1 : (far - SLOP_PIXELS) / far
    finger.hasMoved = true
    for (const other of this.fingers.values())
      if (other !== finger && this.looking === null && Math.abs(other.downMs - finger.downMs) < TOGETHER_MS)
        this.isPinch = true
    finger.x = x
    finger.y = y
    if (this.looking === null) this.looking = id
    else if (this.looking !== id) this.isPinch = true
    if (this.isPinch) return null
    this.drag.dx = dx * part
    this.drag.dy = dy * part
    return this.drag
  }

  /** Whether the finger that leaves has tapped. */
  up(id: number, nowMs: number, tapMs: number = TAP_MS): boolean {
    const finger = this.fingers.get(id)
    const isTap = finger !== undefined && !finger.hasMoved && !this.isPinch && nowMs - finger.downMs <= tapMs
    this.leave(id)
    return isTap
  }

  /** The browser took the finger away: for a gesture of its own, or a call. */
  cancel(id: number): void {
    this.leave(id)
  }

  clear(): void {
    this.fingers.clear()
    this.looking = null
    this.isPinch = false
  }

  private leave(id: number): void {
    this.fingers.delete(id)
    if (this.looking === id) this.looking = null
    if (this.fingers.size === 0) this.isPinch = false
  }
}

/** A drag across the shorter side of the picture turns the view by this much, in radians: about 97°, so that two turn one about. */
const RADIANS_ACROSS = 1.7

/** Radians a pixel of drag, so that a small phone and a tablet turn alike. */
export const radiansAPixel = (width: number, height: number): number =>
  RADIANS_ACROSS / Math.max(1, Math.min(width, height))
