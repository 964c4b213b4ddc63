import type { XrSystem } from '../xr/enter.ts'

/** Whether this browser says it can put something into the real room. Never throws: a browser without WebXR says no. */
export async function canEnterAr(xr: XrSystem | undefined): Promise<boolean> {
  try {
    return (await xr?.isSessionSupported('immersive-ar')) ?? false
  } catch {
    return false
  }
}
