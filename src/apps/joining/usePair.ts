import { useCallback, useEffect, useRef, useState } from 'react'
import { type CheckLine, openCheckLine } from '../../session/index.ts'

/** So long until the line counts as stopped somewhere on the way. */
const PATIENCE_MS = 8_000

export type Pair = {
  /** The number of this page; null while there is no line. */
  number: string | null
  /** There and back; undefined while it is being measured, null when there is no way. */
  ms: number | null | undefined
  /** What came of looking for the other page, or that it has found this one. */
  found: 'not-yet' | 'found' | 'seen' | 'none'
  look: (number: string) => void
}

/** The live line of the check page: an echo, and the other device's page. */
export function usePair(): Pair {
  const [number, setNumber] = useState<string | null>(null)
  const [ms, setMs] = useState<number | null | undefined>(undefined)
  const [found, setFound] = useState<Pair['found']>('not-yet')
  const line = useRef<CheckLine | null>(null)
  useEffect(() => {
    let isGone = false
    const giveUp = setTimeout(() => setMs((was) => was ?? null), PATIENCE_MS)
    openCheckLine({
      onNumber: (given) => {
        setNumber(given)
        line.current?.echo().then(setMs, () => setMs(null))
      },
      onDown: () => {
        setNumber(null)
        setMs(null)
      },
      onFound: () => setFound('seen'),
    }).then(
      (opened) => {
        if (isGone) opened.close()
        else line.current = opened
      },
      () => setMs(null),
    )
    return () => {
      isGone = true
      clearTimeout(giveUp)
      line.current?.close()
    }
  }, [])
  const look = useCallback((wanted: string) => {
    line.current?.look(wanted).then(
      (isThere) => setFound(isThere ? 'found' : 'none'),
      () => setFound('none'),
    )
  }, [])
  return { number, ms, found, look }
}
