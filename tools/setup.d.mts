/** True when every package the lockfile asks for is installed in that very version. */
export function isInstalled(root?: string): boolean
/** One hash over all that the browser's part is built from; changes when any of it does. */
export function hashSources(root?: string): string
/** True when `dist/client` was built from the sources as they are now. */
export function isBuilt(root?: string): boolean
/** Builds the browser's part when it is stale. Answers false when the build failed. */
export function ensureBuilt(): boolean
