import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './run.mjs'

/** Where a browser of ours is kept when the machine has none of its own. */
export const OWN_BROWSER_FOLDER = join(ROOT, '.cache', 'browser')

/** An installed Chrome, Chromium or Edge to test with, or undefined. `DOORSTEP_BROWSER` wins, and is not second-guessed when it is wrong. */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env.DOORSTEP_BROWSER) return isProgram(env.DOORSTEP_BROWSER) ? env.DOORSTEP_BROWSER : undefined
  return candidates(env, platform).find(isProgram)
}

/** The flags for a headless browser that draws 3D without a graphics card and asks nothing of the network. */
export function launchArgs() {
  const isRoot = process.getuid?.() === 0
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ]
}

/** Every usual place of the three systems, in order of liking. */
export function candidates(env, platform) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const roots = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])]
    return apps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = [
    ...new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']),
  ]
  return [
    ...names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)),
    join(OWN_BROWSER_FOLDER, 'chromium'),
  ]
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
