import type { Visitor } from '../Visitor.ts'
import { clampPitch, wrap } from '../walker.ts'
import { Tilt, type TiltReading } from './tilt.ts'

const reading: TiltReading = { alpha: 0, beta: 0, gamma: 0 }

/** Turns the visitor's head as the device is turned, until the function it gives back is called. */
export function listenToTilt(visitor: Pick<Visitor, 'turn' | 'walker'>, isOn: () => boolean): () => void {
  const tilt = new Tilt()
  const heard = ({ alpha, beta, gamma, timeStamp }: DeviceOrientationEvent) => {
    if (beta === null || gamma === null) return
    reading.alpha = alpha ?? 0
    reading.beta = beta
    reading.gamma = gamma
    const angle = typeof screen === 'undefined' ? 0 : (screen.orientation?.angle ?? 0)
    if (!tilt.step(reading, angle, timeStamp) || !isOn()) return
    const { walker } = visitor
    if (tilt.isMeant) visitor.turn(tilt.by.yaw, tilt.by.pitch)
    // A hand that trembles does not look away from whom it speaks with.
    else if (walker.goal === null) {
      walker.yaw = wrap(walker.yaw + tilt.by.yaw)
      walker.pitch = clampPitch(walker.pitch + tilt.by.pitch)
    }
  }
  addEventListener('deviceorientation', heard)
  return () => removeEventListener('deviceorientation', heard)
}
