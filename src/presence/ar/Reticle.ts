import type { Touched } from './solve.ts'

/** A camera that finds no surface for so long is helped with a sentence, in seconds. */
const BLIND_SECONDS = 7

/** Where the middle of a phone's picture meets the real room, as the device finds it. */
export class Reticle {
  /** The point met, in the device's own metres; null while there is none. */
  at: Touched | null = null
  private readonly session: XRSession
  private source: XRHitTestSource | null = null
  private isOver = false
  private seconds = 0

  constructor(session: XRSession) {
    this.session = session
  }

  /** Begins to look; false where the device cannot. */
  async open(): Promise<boolean> {
    try {
      const space = await this.session.requestReferenceSpace('viewer')
      const source = await this.session.requestHitTestSource?.({ space })
      if (this.isOver) source?.cancel()
      else this.source = source ?? null
      return source !== undefined
    } catch {
      return false
    }
  }

  close(): void {
    this.isOver = true
    this.source?.cancel()
    this.source = null
    this.at = null
  }

  /** One frame; true once when nothing has been found for long. */
  step(frame: XRFrame, space: XRReferenceSpace, seconds: number): boolean {
    const pose = this.poseIn(frame, space)
    if (pose) {
      const { x, y, z } = pose.transform.position
      this.at = { x, y, z }
      this.seconds = 0
      return false
    }
    this.at = null
    const was = this.seconds
    this.seconds += Math.min(seconds, 0.1)
    return was < BLIND_SECONDS && this.seconds >= BLIND_SECONDS
  }

  private poseIn(frame: XRFrame, space: XRReferenceSpace): XRPose | undefined {
    try {
      return this.source ? frame.getHitTestResults(this.source)[0]?.getPose(space) : undefined
    } catch {
      // The device has let go of it: nothing is found any more, which is said in its time.
      return undefined
    }
  }
}
