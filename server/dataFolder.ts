import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The data folder is missing and cannot be made, or cannot be written to. */
export class UnwritableFolder extends Error {
  readonly folder: string
  readonly code: string
  constructor(folder: string, code: string) {
    super(`${folder}: ${code}`)
    this.folder = folder
    this.code = code
  }
}

/** Makes the folder and proves that it can be written to, before anything is promised to anybody. */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    makeFolders(folder)
    writeFileSync(probe, 'doorstep')
    rmSync(probe)
  } catch (error) {
    throw new UnwritableFolder(folder, error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
  }
}

/**
 * Makes a folder and those above it, one by one: asked to make all at once, Node goes round for ever where the system refuses with "no such
 * folder" (nodejs/node, mkdir under /proc).
 */
function makeFolders(folder: string): void {
  const place = resolve(folder)
  if (existsSync(place)) return
  if (!existsSync(dirname(place))) makeFolders(dirname(place))
  mkdirSync(place)
}
