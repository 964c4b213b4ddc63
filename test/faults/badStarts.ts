import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ask, copyOfScenes, SCENE, temporaryFolder } from '../server/harness.ts'
import { runToItsEnd, spawnServer } from '../server/spawned.ts'
import type { Fault } from './Fault.ts'

/** For root no folder is read-only, unless it lays that power down. */
const WITHOUT_OVERRIDE = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search']

/** Scenes are read a moment after the start. */
const TOLD_MS = 15_000

type Bad = { name: string; code: number; env: Record<string, string>; under?: string[]; after?: () => void }

export const badStarts: Fault = {
  number: 29,
  title: 'starts that cannot be, or only in part',
  passesWhen:
    'one clear line in each language and the right exit code, never a stack trace; a broken scene leaves the server running',
  async run() {
    const folder = temporaryFolder('starts')
    const figures: Record<string, string> = {}
    let isPassed = true
    for (const bad of await badOnes(folder.path)) {
      const { code, output } = await runToItsEnd(bad.env, bad.under)
      bad.after?.()
      const isPlain = isClear(output)
      const isAsExpected = code === bad.code && isPlain
      if (!isAsExpected) isPassed = false
      figures[bad.name] =
        `${isAsExpected ? 'ok' : 'WRONG'}, exit ${code}, ${isPlain ? output.trim().split('\n').at(-1) : output}`
    }
    const isServed = await servesDespiteBrokenScene(folder.path)
    figures['a broken scene'] = isServed ? 'ok, named with file and line, the server runs' : 'WRONG'
    folder.remove()
    return { isPassed: isPassed && isServed, figures }
  },
}

async function badOnes(folder: string): Promise<Bad[]> {
  const readOnly = join(folder, 'read-only')
  mkdirSync(readOnly)
  chmodSync(readOnly, 0o555)
  const isRoot = process.getuid?.() === 0
  writeFileSync(join(folder, 'file'), '')
  const noDatabase = join(folder, 'no-database')
  mkdirSync(noDatabase)
  writeFileSync(join(noDatabase, 'doorstep.sqlite'), 'this is not a database, whatever its name says\n'.repeat(200))
  const data = (name: string) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const taken = createServer()
  const port = await new Promise<string>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve(String((taken.address() as { port: number }).port))),
  )
  return [
    {
      name: 'port taken',
      code: 2,
      env: { DOORSTEP_DATA: data('port'), DOORSTEP_PORT: port },
      after: () => taken.close(),
    },
    {
      name: 'read-only data folder',
      code: 3,
      env: { DOORSTEP_DATA: readOnly },
      ...(isRoot && { under: WITHOUT_OVERRIDE }),
    },
    { name: 'data folder inside a file', code: 3, env: { DOORSTEP_DATA: join(folder, 'file', 'inside') } },
    { name: 'a database file that is none', code: 4, env: { DOORSTEP_DATA: noDatabase } },
    {
      name: 'database not running',
      code: 4,
      env: { DOORSTEP_DATA: data('db'), DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/x' },
    },
    { name: 'database URL that is none', code: 4, env: { DOORSTEP_DATA: data('url'), DATABASE_URL: 'not a url' } },
    { name: 'a port that is none', code: 1, env: { DOORSTEP_DATA: data('word'), DOORSTEP_PORT: 'http' } },
    {
      name: 'an address that is not ours',
      code: 1,
      env: { DOORSTEP_DATA: data('host'), DOORSTEP_HOST: '203.0.113.7' },
    },
  ]
}

/** Two lines, one of each language, and nothing a program says to a programmer. */
function isClear(output: string): boolean {
  const lines = output.trim().split('\n')
  const isEach = /[\u4e00-\u9fff]/.test(lines[0] ?? '') && /^[A-Z].*[a-z]{3}.*\.$/.test(lines[1] ?? '')
  return lines.length === 2 && isEach && !/secret|\bat .*:\d+|node_modules/.test(output)
}

async function servesDespiteBrokenScene(folder: string): Promise<boolean> {
  copyOfScenes(folder)
  writeFileSync(join(folder, 'scenes', SCENE, 'people.yaml'), 'people: [\n')
  const server = await spawnServer({ DOORSTEP_DATA: join(folder, 'broken'), DOORSTEP_ROOT: folder })
  const health = await ask<{ ok: boolean }>(server, '/health')
  const listed = await ask<{ broken: { zh: string; en: string }[] }>(server, '/api/scenes')
  const until = Date.now() + TOLD_MS
  while (!/people\.yaml:\d+/.test(server.output()) && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const code = await server.end('SIGTERM')
  const [broken] = listed.body.broken
  return (
    health.body.ok &&
    code === 0 &&
    /people\.yaml:\d+/.test(broken?.zh ?? '') &&
    /people\.yaml:\d+/.test(server.output())
  )
}
