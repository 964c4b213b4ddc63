import { lazy } from 'react'
import type { PublicScene } from '../../../session/index.ts'

const load = () => import('./InAr.tsx')

/** A visit in a real room; fetched only where a device has AR. */
export const InAr = lazy(() => load().then((m) => ({ default: m.InAr })))

/** Fetches it ahead and reads the scene for it. */
export const prepareToOffer = (scene: PublicScene): void => {
  void load().then((m) => m.offerAr(scene))
}
