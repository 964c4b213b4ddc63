import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The project's folder. Every program here works from it, wherever it was called. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** How soon a server ends after whoever started it has gone. */
const PARENT_CHECK_MS = 500

const isWindows = process.platform === 'win32'

/** The script behind an installed command-line tool. Run with Node itself, no `.cmd` wrapper or shell is needed on Windows. */
export function tool(packageName, binName = packageName) {
  const require = createRequire(join(ROOT, 'package.json'))
  const manifestPath = join(ROOT, 'node_modules', packageName, 'package.json')
  const { bin } = require(manifestPath)
  return join(dirname(manifestPath), typeof bin === 'string' ? bin : bin[binName])
}

/**
 * Arguments with which Node runs a TypeScript file of ours as it stands. A worker thread does not inherit this on Node 20:
 * give it a small `.mjs` that registers `tsx/esm/api` and then imports the `.ts`.
 */
export function typescriptArgs(file, ...args) {
  const loader = createRequire(join(ROOT, 'package.json')).resolve('tsx')
  return ['--import', pathToFileURL(loader).href, join(ROOT, file), ...args]
}

/** Command and arguments that run npm, by Node where npm's own script can be found. */
export function npmCommand(...args) {
  const beside = dirname(process.execPath)
  const found = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path))
  // A Windows `.cmd` cannot be spawned without a shell.
  return found
    ? { command: process.execPath, args: [found, ...args], shell: false }
    : { command: 'npm', args, shell: isWindows }
}

/** Runs npm in the open, and answers its exit code. */
export function runNpm(npmArgs, options = {}) {
  const { command, args, shell } = npmCommand(...npmArgs)
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, ...options }).status ?? 1
}

/** Ends a child and everything it started. */
export function endTree(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    else process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/**
 * Runs a long-lived child in the foreground until it ends, and answers with its exit code.
 * A Ctrl-C in a terminal reaches the child by itself (same process group), so it is only waited for; every other signal is handed on.
 * Told to end, npm ends only the shell between itself and us: a parent that is gone therefore counts as such a signal.
 */
export function runForeground(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
  let isTold = false
  const tell = (signal) => {
    isTold = true
    child.kill(signal)
  }
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) tell('SIGINT')
    isTold = true
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => tell(signal))
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    if (!isTold) tell('SIGTERM')
  }, PARENT_CHECK_MS)
  watch.unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
