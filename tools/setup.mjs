import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ROOT, runNpm, tool } from './run.mjs'
import { complain, say } from './say.mjs'

// Before anything is installed only Node itself is there, perhaps an old one: this file imports no package.

const NODE_NEEDED = [20, 19]

/** Stops with a clear sentence when Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return
  complain(
    `需要 Node.js 20.19 或更新版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装长期支持版 (LTS)。`,
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}. Install the LTS version from https://nodejs.org.`,
  )
  process.exit(1)
}

/** True when every package the lockfile asks for is installed in that very version. What is bound to other systems is not looked at. */
export function isInstalled(root = ROOT) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || optional || devOptional || present[path]?.version === version,
    )
  } catch {
    return false
  }
}

/** Installs the libraries when they are missing or differ from the lockfile. */
export function ensureInstalled() {
  if (isInstalled()) return
  say('正在安装所需的库（只在第一次或更新后）…', 'installing libraries (only the first time or after an update)…')
  // Building the client needs the development libraries too, also where NODE_ENV says production.
  if (runNpm(['ci', '--include=dev']) === 0) return
  complain(
    '安装失败：请检查网络后再试。没有网络的电脑，可以从已装好的同类电脑复制整个文件夹（连同 node_modules）。',
    'Installing failed: check the network and try again. A computer without network can be given the whole folder (with node_modules) from one of the same kind that has it.',
  )
  process.exit(1)
}

const CLIENT_SOURCES = ['index.html', 'src', 'public', 'vite.config.ts', 'package-lock.json']

/** One hash over all that the browser's part is built from; changes when any of it does. */
export function hashSources(root = ROOT) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
  const walk = (path) => {
    const entries = readdirSync(join(root, path), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = `${path}/${entry.name}`
      if (entry.isDirectory()) walk(child)
      else if (!/\.test\.tsx?$/.test(entry.name)) add(child)
    }
  }
  for (const path of CLIENT_SOURCES) {
    if (!existsSync(join(root, path))) continue
    if (path === 'src' || path === 'public') walk(path)
    else add(path)
  }
  return hash.digest('hex')
}

/** True when `dist/client` was built from the sources as they are now. */
export function isBuilt(root = ROOT) {
  const stamp = join(root, 'dist', '.stamp')
  return (
    existsSync(join(root, 'dist', 'client', 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === hashSources(root)
  )
}

/** Builds the browser's part when it is stale. Answers false when the build failed. */
export function ensureBuilt() {
  if (isBuilt()) return true
  say('正在准备网页（只在第一次或更新后）…', 'preparing the pages (only the first time or after an update)…')
  const hash = hashSources()
  const fresh = join('dist', `.next-${process.pid}`)
  // Built beside and then swapped, so that a server that is running never serves half a build.
  const built = spawnSync(
    process.execPath,
    [tool('vite'), 'build', '--logLevel', 'warn', '--outDir', fresh, '--emptyOutDir'],
    { cwd: ROOT, stdio: 'inherit' },
  )
  if (built.status !== 0) {
    rmSync(join(ROOT, fresh), { recursive: true, force: true })
    complain('网页未能准备好，原因见上。', 'The pages could not be built; the reason stands above.')
    return false
  }
  swap(join(ROOT, fresh), join(ROOT, 'dist', 'client'))
  writeFileSync(join(ROOT, 'dist', '.stamp'), `${hash}\n`)
  return true
}

function swap(fresh, place) {
  const old = `${place}.old-${process.pid}`
  try {
    if (existsSync(place)) renameSync(place, old)
    renameSync(fresh, place)
  } catch {
    // Windows refuses to rename a folder that somebody has open: copy over it, the names of built files never clash.
    if (!existsSync(place) && existsSync(old)) renameSync(old, place)
    cpSync(fresh, place, { recursive: true })
    rmSync(fresh, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}

/** Makes a folder and those above it, one by one: asked to make all at once, Node never ends under /proc and its like. */
function makeFolders(folder) {
  const place = resolve(folder)
  if (existsSync(place)) return
  if (!existsSync(dirname(place))) makeFolders(dirname(place))
  mkdirSync(place)
}

/** The folder that keeps what must not be lost. */
export function ensureDataFolder() {
  const folder = process.env.DOORSTEP_DATA || join(ROOT, 'data')
  try {
    makeFolders(folder)
  } catch (error) {
    complain(
      `不能在 ${folder} 建立数据文件夹（${error.code}）。请用 DOORSTEP_DATA 指定一个可写的文件夹。`,
      `The data folder ${folder} cannot be made (${error.code}). Name a folder you may write to in DOORSTEP_DATA.`,
    )
    process.exit(1)
  }
  return folder
}
