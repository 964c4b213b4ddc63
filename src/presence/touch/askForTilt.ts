/** What came of asking for the device's motion: it is there, it was refused, or there is none to be had. */
export type TiltAnswer = 'given' | 'refused' | 'none'

/** An iPhone asks its owner; the call must come from a tap. Other devices have no such question. */
type Asking = { requestPermission?: () => Promise<'granted' | 'denied'> }

/** A device that has motion says so within this, in milliseconds. */
const FIRST_READING_MS = 1500

/** Whether there may be motion to ask for. Browsers keep it from pages that are not secure. */
export const mayHaveTilt = (): boolean => 'DeviceOrientationEvent' in globalThis && navigator.maxTouchPoints > 0

/** Asks to be told how the device is held. Call it from a tap, and only because somebody wants it. */
export async function askForTilt(): Promise<TiltAnswer> {
  if (!('DeviceOrientationEvent' in globalThis)) return 'none'
  const { requestPermission } = DeviceOrientationEvent as unknown as Asking
  if (requestPermission) {
    try {
      if ((await requestPermission.call(DeviceOrientationEvent)) !== 'granted') return 'refused'
    } catch {
      return 'refused'
    }
  }
  return new Promise((resolve) => {
    const done = (answer: TiltAnswer) => {
      clearTimeout(timer)
      removeEventListener('deviceorientation', heard)
      resolve(answer)
    }
    // A desktop sends one event with nothing in it.
    const heard = (event: DeviceOrientationEvent) => event.beta !== null && done('given')
    const timer = setTimeout(() => done('none'), FIRST_READING_MS)
    addEventListener('deviceorientation', heard)
  })
}
