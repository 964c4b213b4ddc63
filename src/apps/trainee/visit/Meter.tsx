import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect } from 'react'
import type { PresenceHandle } from '../../../presence/index.ts'
import type { StageLive } from '../../../stage/index.ts'

/** Before and after everything else of a frame; never above 0, which would turn drawing off. */
const FIRST = -1000
const LAST = 0

type Reading = { calls: number; triangles: number; frames: number; workMs: number }

const reading: Reading = { calls: 0, triangles: 0, frames: 0, workMs: 0 }
let beganAt = 0
let hasDrawn = false

/** What `npm run bench -- app` reads: what is drawn, and main-thread milliseconds a frame without the drawing itself. */
const meter = {
  start: () => Object.assign(reading, { calls: 0, triangles: 0, frames: 0, workMs: 0 }),
  read: (): Reading => ({ ...reading }),
}

type Props = { live: StageLive; presence: RefObject<PresenceHandle | null> }

/** Marks the first picture and counts frames, and tells tests where one stands and looks, and what is in the picture. Costs two clock readings a frame. */
export function Meter({ live, presence }: Props) {
  const scene = useThree((state) => state.scene)
  useEffect(() => {
    Object.assign(globalThis, { doorstepMeter: { ...meter, scene, where: () => presence.current?.where() } })
    return () => {
      hasDrawn = false
    }
  }, [presence, scene])
  useFrame(() => {
    beganAt = performance.now()
    // The drawing of the last frame is over by now.
    if (live.draws > 0 && !hasDrawn) {
      hasDrawn = true
      performance.mark('doorstep:first-picture')
    }
    reading.calls = Math.max(reading.calls, live.draws)
    reading.triangles = Math.max(reading.triangles, live.triangles)
  }, FIRST)
  useFrame(() => {
    reading.frames++
    reading.workMs += performance.now() - beganAt
  }, LAST)
  return null
}
