/** The project's folder. */
export const ROOT: string
/** Arguments with which Node runs a TypeScript file of ours as it stands: `spawn(process.execPath, typescriptArgs('server/main.ts'))`. */
export function typescriptArgs(file: string, ...args: string[]): string[]
/** The script behind an installed command-line tool, to be run with Node itself. */
export function tool(packageName: string, binName?: string): string
