import { useCallback, useEffect, useState } from 'react'
import { Refused, type Text, Unreachable } from '../../session/index.ts'

/** Something asked of the server: on its way, here, or not to be had and why. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; data: T }
  | { state: 'failed'; refused: Refused | null; text: Text | null }

/** What went wrong, for a screen to say. Anything that is neither a refusal nor a silent server is a fault of ours: it goes to the console as well. */
export function failureOf(error: unknown): Extract<Loaded<never>, { state: 'failed' }> {
  if (error instanceof Refused) return { state: 'failed', refused: error, text: error.text }
  if (!(error instanceof Unreachable)) console.error(error)
  return { state: 'failed', refused: null, text: null }
}

/** Asks once per key, and again on `again`. */
export function useLoad<T>(key: string, ask: () => Promise<T>): { loaded: Loaded<T>; again: () => void } {
  const [times, setTimes] = useState(0)
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { state: 'loading' } })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is made anew at each render; the key says when the question changed
  useEffect(() => {
    let isStale = false
    setHeld({ key, loaded: { state: 'loading' } })
    ask().then(
      (data) => !isStale && setHeld({ key, loaded: { state: 'ready', data } }),
      (error) => !isStale && setHeld({ key, loaded: failureOf(error) }),
    )
    return () => {
      isStale = true
    }
  }, [key, times])
  const again = useCallback(() => setTimes((n) => n + 1), [])
  return { loaded: held.key === key ? held.loaded : { state: 'loading' }, again }
}
