import { lazy } from 'react'

const load = () => import('./ArWorld.tsx')

/** What AR draws and does; fetched only where a device has AR. */
export const ArWorld = lazy(() => load().then((m) => ({ default: m.ArWorld })))

/** Fetches it ahead, so that it is there when one has entered. */
export const prepareAr = (): void => {
  void load()
}
