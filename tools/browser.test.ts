import { describe, expect, it } from 'vitest'
import { candidates, findBrowser } from './browser.mjs'

describe('finding a browser', () => {
  it('takes the one that is named', () => {
    expect(findBrowser({ DOORSTEP_BROWSER: process.execPath })).toBe(process.execPath)
  })
  it('does not quietly take another when the named one is missing', () => {
    expect(findBrowser({ ...process.env, DOORSTEP_BROWSER: '/no/such/browser' })).toBeUndefined()
  })
  it('finds none where there is none', () => {
    expect(findBrowser({ PROGRAMFILES: 'Z:\\no-such-folder' }, 'win32')).toBeUndefined()
  })
  it('knows the usual places of Windows, macOS and Linux', () => {
    expect(candidates({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
    expect(candidates({}, 'darwin')).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
    expect(candidates({ PATH: '/opt/bin' }, 'linux')).toContain('/opt/bin/google-chrome')
  })
})
