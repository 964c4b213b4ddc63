import type { Plugin } from 'vite'
/** A Vite plugin: leaves every text file of the build beside itself as .br and .gz, so that the server compresses nothing while it serves. */
export function compress(): Plugin
