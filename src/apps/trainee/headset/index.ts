import { lazy } from 'react'

const load = () => import('./Headset.tsx')

/** The panels of a visit in a headset; fetched only where one is. */
export const Headset = lazy(() => load().then((m) => ({ default: m.Headset })))

/** Fetches them ahead, so that they hang there when one has entered. */
export const prepareHeadset = (): void => {
  void load()
}

export { useHeadsetComfort, withLessMotion } from './comfort.ts'
export { callMenu } from './here.ts'
export { noticePractice, rememberPractice, usePractice } from './practice.ts'
