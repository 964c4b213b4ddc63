import { useEffect, useState } from 'react'
import { useSessionState, useView } from '../session/context.ts'

/** Often enough for a clock in seconds and for three seconds of taking back. */
const TICK_MS = 250

/** The session clock, run on from the last view while it runs. */
export function useNow(): number {
  const clock = useView((v) => v.session.clock)
  const viewAt = useSessionState((s) => s.viewAt)
  const isLive = useSessionState((s) => s.connection === 'live')
  const [wall, setWall] = useState(() => Date.now())
  const runs = clock.isRunning && isLive
  useEffect(() => {
    if (!runs) return
    setWall(Date.now())
    const timer = setInterval(() => setWall(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [runs])
  return runs ? Math.min(clock.limit, clock.at + Math.max(0, wall - viewAt)) : clock.at
}
