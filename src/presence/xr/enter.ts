/** Why somebody could not get in, or was put out again; the app has a sentence and a way on for each. */
export type Trouble =
  | 'no-headset'
  | 'refused'
  | 'busy'
  | 'failed'
  | 'no-floor'
  | 'ended'
  | 'lost'
  | 'one-controller'
  | 'no-hands'

/** What of a browser's WebXR is used to get in. */
export type XrSystem = {
  isSessionSupported: (mode: XRSessionMode) => Promise<boolean>
  requestSession: (mode: XRSessionMode, init: XRSessionInit) => Promise<XRSession>
}

const ALL_AROUND: Asked = { mode: 'immersive-vr', init: { optionalFeatures: ['hand-tracking', 'layers'] } }
/** Smooth enough not to be ill, slow enough for the drawing; higher rates are a device's default and would double the work. */
const FRAMES_A_SECOND = 72

/** Whether this browser says it can show a room all around. Never throws: a browser without WebXR says no. */
export async function canEnter(xr: XrSystem | undefined): Promise<boolean> {
  try {
    return (await xr?.isSessionSupported('immersive-vr')) ?? false
  } catch {
    return false
  }
}

/** What is asked for when it is not a room all around. */
export type Asked = { mode: XRSessionMode; init: XRSessionInit }

export type Entered = { session: XRSession; hasFloor: boolean }

/** Asks for a session: with the floor, and where the device knows none, without it. To be called from a press, or the browser refuses. */
export async function enter(xr: XrSystem | undefined, { mode, init }: Asked = ALL_AROUND): Promise<Entered | Trouble> {
  if (!xr) return 'no-headset'
  try {
    return {
      session: await xr.requestSession(mode, { ...init, requiredFeatures: ['local-floor'] }),
      hasFloor: true,
    }
  } catch (error) {
    // Devices without a floor say so in words of their own; only a clear no is not asked about again.
    const trouble = troubleOf(error)
    if (trouble === 'refused' || trouble === 'busy') return trouble
  }
  try {
    return { session: await xr.requestSession(mode, init), hasFloor: false }
  } catch (error) {
    return troubleOf(error)
  }
}

/** The rate that a session should run at, where the device lets one choose; null: as it is. */
export const rateFor = (rates: ArrayLike<number> | undefined): number | null =>
  rates && Array.from(rates).includes(FRAMES_A_SECOND) ? FRAMES_A_SECOND : null

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')

function troubleOf(error: unknown): Trouble {
  switch (nameOf(error)) {
    case 'NotSupportedError':
      return 'no-headset'
    case 'SecurityError':
    case 'NotAllowedError':
      return 'refused'
    case 'InvalidStateError':
      return 'busy'
    default:
      return 'failed'
  }
}
