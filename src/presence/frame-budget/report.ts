import type { Why } from './judge.ts'
import type { StepId } from './ladder.ts'

/** On what the picture is drawn, as far as a browser tells. */
export type FrameDevice = {
  kind: 'headset' | 'screen' | 'phone'
  /** Controllers of a headset or the graphics chip of a computer, in their makers' words. */
  name: string
  /** How long a frame may take, in milliseconds. */
  frameMs: number
}

/** What the debug panel says: how frames came in the last two seconds, and what was done about it. */
export type FrameReport = {
  device: FrameDevice
  frames: number
  missed: number
  p95Ms: number
  /** All misses since this picture was opened. */
  missedInAll: number
  step: StepId
  why: Why
  /** Fineness of this picture and of the next one, in parts of what the device proposes. */
  scale: number
  nextScale: number
}

let latest: FrameReport | null = null
const listeners = new Set<() => void>()

/** The last report; null before the first two seconds are over. */
export const frameReport = (): FrameReport | null => latest

export function tellFrameReport(report: FrameReport | null): void {
  latest = report
  for (const listener of listeners) listener()
}

/** Told after each report; what comes back ends it. */
export function onFrameReport(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
