/** The parts of a controller that Doorstep reads, by the names the input profiles give them. */
export type Component =
  | 'xr-standard-trigger'
  | 'xr-standard-squeeze'
  | 'xr-standard-thumbstick'
  | 'a-button'
  | 'b-button'
  | 'x-button'
  | 'y-button'

type Indices = { button: number; xAxis?: number; yAxis?: number }

/**
 * Where each part stands in a gamepad. WebXR fixes this order ("xr-standard"); a test holds every profile we serve to it, so that nothing
 * has to be loaded before a button works.
 */
export const INDICES: Readonly<Record<Component, Indices>> = {
  'xr-standard-trigger': { button: 0 },
  'xr-standard-squeeze': { button: 1 },
  'xr-standard-thumbstick': { button: 3, xAxis: 2, yAxis: 3 },
  'a-button': { button: 4 },
  'x-button': { button: 4 },
  'b-button': { button: 5 },
  'y-button': { button: 5 },
}

/** One button: now, and a frame ago. */
export type PadButton = { isPressed: boolean; wasPressed: boolean }

/** One controller as read in this frame; mutated in place. Which of a/x and b/y it is, the hand says. */
export type Pad = {
  trigger: PadButton
  squeeze: PadButton
  stick: PadButton
  /** The lower button: A or X. */
  lower: PadButton
  /** The upper button: B or Y. */
  upper: PadButton
  /** -1 left to 1 right, and -1 ahead to 1 back. */
  x: number
  y: number
}

/** What a browser's Gamepad gives, as far as it is read here. */
export type PadSource = {
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[]
  readonly axes: readonly number[]
}

/** A trigger counts as pressed from here, and as let go below the other: worn springs tremble around one value. Of 1. */
const PRESS_FROM = 0.6
const RELEASE_BELOW = 0.4

const makeButton = (): PadButton => ({ isPressed: false, wasPressed: false })

export const makePad = (): Pad => ({
  trigger: makeButton(),
  squeeze: makeButton(),
  stick: makeButton(),
  lower: makeButton(),
  upper: makeButton(),
  x: 0,
  y: 0,
})

/** Reads a controller into a pad; a controller that is gone reads as untouched, so that nothing stays pressed. */
export function readPad(pad: Pad, source: PadSource | null): void {
  readButton(pad.trigger, source, 'xr-standard-trigger')
  readButton(pad.squeeze, source, 'xr-standard-squeeze')
  readButton(pad.stick, source, 'xr-standard-thumbstick')
  readButton(pad.lower, source, 'a-button')
  readButton(pad.upper, source, 'b-button')
  const { xAxis, yAxis } = INDICES['xr-standard-thumbstick']
  pad.x = source?.axes[xAxis as number] ?? 0
  pad.y = source?.axes[yAxis as number] ?? 0
}

function readButton(button: PadButton, source: PadSource | null, component: Component): void {
  const read = source?.buttons[INDICES[component].button]
  const was = button.isPressed
  button.wasPressed = was
  // Plain buttons have no travel: what they say counts at once.
  button.isPressed = (read?.value ?? 0) >= (was ? RELEASE_BELOW : PRESS_FROM)
}

export const isNewlyPressed = (button: PadButton): boolean => button.isPressed && !button.wasPressed
export const isNewlyReleased = (button: PadButton): boolean => !button.isPressed && button.wasPressed
