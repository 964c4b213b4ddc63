// npm test: everything that must hold, in one go. npm run check: the same without a browser. npm run headsets: visits in emulated
// headsets and phones, which take many minutes of their own.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countsFromText, countsFromVitest, verdict } from './counts.mjs'
import { getBrowser } from './getBrowser.mjs'
import { endTree, ROOT, tool, typescriptArgs } from './run.mjs'
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs'
import { START_PAGE_MAX_BYTES, startPageBytes } from './startPage.mjs'

checkNode()
ensureInstalled()

const MINUTE_MS = 60_000
const REPORTS = join(ROOT, '.cache', 'test')
mkdirSync(REPORTS, { recursive: true })

const isHeadsets = process.argv.includes('--headsets')
const withoutBrowser = process.argv.includes('--no-browser')
const browser = withoutBrowser ? undefined : await getBrowser()
if (!withoutBrowser && !browser) process.exit(1)
const env = { ...process.env, ...(browser && { DOORSTEP_BROWSER: browser }), NO_COLOR: '1', FORCE_COLOR: undefined }

const results = []
const startedAt = Date.now()
let running

process.on('SIGINT', () => stop(130))
process.on('SIGTERM', () => stop(143))
function stop(code) {
  if (running) endTree(running, 'SIGKILL')
  process.exit(code)
}

await stage('build', build)
if (isHeadsets) await stage('headset', () => vitest('headset', 45 * MINUTE_MS))
else await everything()

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${results.length} stages in ${seconds(Date.now() - startedAt)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1

async function everything() {
  await stage('types', () =>
    oneCheck([tool('typescript', 'tsc'), '--noEmit'], [tool('typescript', 'tsc'), '-p', 'tsconfig.core.json']),
  )
  await stage('arrows', () => {
    const folders = ['src', 'server', 'test', 'tools'].filter((folder) => existsSync(join(ROOT, folder)))
    return oneCheck([tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.mjs', ...folders])
  })
  await stage('lint', () => oneCheck([tool('@biomejs/biome', 'biome'), 'check', '--max-diagnostics=100']))
  await stage('scenes', () => program('src/author/cli/scenes.ts'))
  await stage('unit', () => vitest('unit', 4 * MINUTE_MS))
  await stage('rehearsals', () => program('src/author/cli/rehearse.ts', '--all'))
  await stage('server', () => vitest('server', 4 * MINUTE_MS))
  if (browser) await stage('browser', () => vitest('browser', 8 * MINUTE_MS))
}

/** Runs one stage, prints its line, and its whole output when it failed. A stage never stops the next one. */
async function stage(name, work) {
  const from = Date.now()
  let done
  try {
    done = await work()
  } catch (error) {
    done = { counts: undefined, exitCode: 1, output: String(error?.stack ?? error) }
  }
  const result = verdict(done.counts, done.exitCode)
  results.push(result)
  const { passed, failed, skipped, why } = result
  const says = [`${passed} passed`, `${failed} failed`, `${skipped} skipped`].join(', ')
  if (failed > 0) console.log(`${done.output.trimEnd()}\n`)
  const mark = failed > 0 ? 'FAIL' : 'ok  '
  console.log(`${mark} ${name.padEnd(11)}${seconds(Date.now() - from).padStart(8)}   ${says}${why ? ` (${why})` : ''}`)
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Building the client, and weighing its start page. */
function build() {
  if (!ensureBuilt()) return { counts: { passed: 0, failed: 1, skipped: 0 }, exitCode: 1, output: '' }
  const bytes = startPageBytes()
  const isLight = bytes <= START_PAGE_MAX_BYTES
  const output = `start page: ${bytes} bytes of gzipped JavaScript, at most ${START_PAGE_MAX_BYTES}`
  return {
    counts: { passed: isLight ? 2 : 1, failed: isLight ? 0 : 1, skipped: 0 },
    exitCode: isLight ? 0 : 1,
    output,
  }
}

/** Commands that only say yes or no: each counts as one. */
async function oneCheck(...commands) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let output = ''
  for (const args of commands) {
    const run = await node(args, 3 * MINUTE_MS)
    counts[run.exitCode === 0 ? 'passed' : 'failed'] += 1
    if (run.exitCode !== 0) output += run.output
  }
  return { counts, exitCode: counts.failed === 0 ? 0 : 1, output }
}

/** A command-line program of ours that prints its own counts. */
async function program(file, ...args) {
  if (!existsSync(join(ROOT, file))) return { counts: undefined, exitCode: 1, output: `${file} is missing` }
  const run = await node(typescriptArgs(file, ...args), 3 * MINUTE_MS)
  return { ...run, counts: countsFromText(run.output) }
}

async function vitest(project, limitMs) {
  const report = join(REPORTS, `${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const run = await node([tool('vitest'), 'run', '--project', project, ...reporters], limitMs)
  const counts = existsSync(report) ? countsFromVitest(JSON.parse(readFileSync(report, 'utf8'))) : undefined
  return { ...run, counts }
}

/** Runs Node on a script, gathers what it prints, and ends it with all its children when it takes too long. */
function node(args, limitMs) {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' }
    const child = spawn(process.execPath, args, options)
    running = child
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    const limit = setTimeout(() => {
      output += `\nended after ${seconds(limitMs)}: it took too long`
      endTree(child, 'SIGKILL')
    }, limitMs)
    child.on('close', (code) => {
      clearTimeout(limit)
      running = undefined
      resolve({ exitCode: code ?? 1, output })
    })
  })
}
