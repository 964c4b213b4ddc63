import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prepareDataFolder, UnwritableFolder } from './dataFolder.ts'

describe('the data folder', () => {
  it('is made with those above it', () => {
    const home = mkdtempSync(join(tmpdir(), 'doorstep-folder-'))
    const wanted = join(home, 'a', 'b')
    prepareDataFolder(wanted)
    expect(existsSync(wanted)).toBe(true)
    rmSync(home, { recursive: true, force: true })
  })

  it('that the system will not have is said so at once', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'doorstep-folder-')), 'file')
    prepareDataFolder(file)
    expect(() => prepareDataFolder(join(process.execPath, 'data'))).toThrow(UnwritableFolder)
    if (process.platform === 'linux') expect(() => prepareDataFolder('/proc/nope/data')).toThrow(UnwritableFolder)
  })
})
