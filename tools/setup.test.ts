import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashSources, isBuilt, isInstalled } from './setup.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doorstep-setup-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(name: string, text: string) {
  mkdirSync(join(root, dirname(name)), { recursive: true })
  writeFileSync(join(root, name), text)
}
const lockfile = (packages: Record<string, object>) => JSON.stringify({ packages })

describe('whether the pages are built', () => {
  beforeEach(() => {
    write('index.html', '<p>')
    write('src/apps/index.ts', 'export const a = 1')
    write('dist/client/index.html', '<p>')
    write('dist/.stamp', `${hashSources(root)}\n`)
  })

  it('holds while the sources are as they were', () => expect(isBuilt(root)).toBe(true))
  it('no longer holds when a source changes, comes or is renamed', () => {
    write('src/apps/index.ts', 'export const a = 2')
    expect(isBuilt(root)).toBe(false)
    write('src/apps/index.ts', 'export const a = 1')
    expect(isBuilt(root)).toBe(true)
    write('public/door.svg', '<svg/>')
    expect(isBuilt(root)).toBe(false)
  })
  it('does not depend on tests', () => {
    write('src/apps/apps.test.ts', '')
    expect(isBuilt(root)).toBe(true)
  })
  it('does not hold without the pages themselves', () => {
    rmSync(join(root, 'dist/client'), { recursive: true })
    expect(isBuilt(root)).toBe(false)
  })
})

describe('whether the libraries are installed', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  it('holds when each has the version of the lockfile, whatever other systems need', () => {
    write('package-lock.json', lockfile(wanted))
    write('node_modules/.package-lock.json', lockfile({ 'node_modules/a': { version: '1.0.0' } }))
    expect(isInstalled(root)).toBe(true)
  })
  it('does not hold with another version, or with nothing', () => {
    write('package-lock.json', lockfile(wanted))
    expect(isInstalled(root)).toBe(false)
    write('node_modules/.package-lock.json', lockfile({ 'node_modules/a': { version: '0.9.0' } }))
    expect(isInstalled(root)).toBe(false)
  })
})
