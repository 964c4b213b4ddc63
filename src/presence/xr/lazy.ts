import { lazy } from 'react'

const load = () => import('./XrPresence.tsx')

/** Somebody in a headset; its library comes only where a headset is. */
export const XrPresence = lazy(() => load().then((m) => ({ default: m.XrPresence })))

/** Fetches it ahead, so that a press can enter at once: browsers forget a press after a few seconds. */
export const prepareXr = (): void => {
  void load()
}
