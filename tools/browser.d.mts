/** Where a browser of ours is kept when the machine has none of its own. */
export const OWN_BROWSER_FOLDER: string
/** An installed Chrome, Chromium or Edge to test with, or undefined. `DOORSTEP_BROWSER` wins, and is not second-guessed when it is wrong. */
export function findBrowser(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | undefined
/** The flags for a headless browser that draws 3D without a graphics card and asks nothing of the network. */
export function launchArgs(): string[]
/** Every usual place of the three systems, in order of liking. */
export function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[]
