import type { Asked } from '../xr/enter.ts'

/** What AR uses where a device has it, and does without where not: each is looked for again when it is used. */
const OPTIONAL = ['hand-tracking', 'anchors', 'hit-test', 'plane-detection', 'depth-sensing', 'dom-overlay']

/** How AR is asked for. On a phone the page itself lies over the camera's picture, so that every screen of the visit is there as by touch. */
export const askForAr = (page: Element): Asked => ({
  mode: 'immersive-ar',
  init: {
    optionalFeatures: OPTIONAL,
    domOverlay: { root: page },
    // Only what stays on the graphics card: no depth picture is ever read by the page.
    depthSensing: { usagePreference: ['gpu-optimized'], dataFormatPreference: ['luminance-alpha', 'float32'] },
  },
})

/** Held in a hand and looked at, rather than worn: the screen is there to be touched, and hands are not followed. */
export const isHandHeld = (session: XRSession): boolean =>
  'interactionMode' in session && session.interactionMode === 'screen-space'
