import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT, tool } from './run.mjs'

// The table of the design, written a second time on purpose: a rule changed by mistake disagrees with it.
const ALLOWED = `
  apps → presence, stage, session, ui, i18n
  presence → stage, protocol
  stage → protocol
  session → protocol, sim, words
  protocol → sim
  words → scene
  sim → scene
  author → sim, words, scene
  scene →
  ui →
  i18n →
  server → author, sim, words, protocol, scene
`
const arrows = new Map(
  ALLOWED.trim()
    .split('\n')
    .map((line) => line.split('→'))
    .map(([from = '', to = '']) => [from.trim(), to.split(',').map((name) => name.trim())] as const),
)
const folders = [...arrows.keys()]
const place = (folder: string) => (folder === 'server' ? 'server' : `src/${folder}`)

/** One file per import under test, so that each verdict is its own. Key: file; value: what it imports. */
const files: Record<string, string> = { 'tsconfig.json': '{}', 'package.json': '{"type":"module"}' }
for (const folder of folders) files[`${place(folder)}/index.ts`] = 'export type A = 1\nexport const a = 1\n'
for (const from of folders)
  for (const to of folders) {
    if (from === to) continue
    const target = `${from === 'server' ? '../src' : to === 'server' ? '../..' : '..'}/${to}/index.ts`
    files[`${place(from)}/to-${to}.ts`] = `import type { A } from '${target}'\nexport type B = A\n`
  }
Object.assign(files, {
  'src/scene/inside.ts': 'export type A = 1\n',
  'src/protocol/past-the-index.ts': "import type { A } from '../sim/to-scene.ts'\nexport type B = A\n",
  'server/past-the-index.ts': "import type { A } from '../src/scene/inside.ts'\nexport type B = A\n",
  'src/sim/value-of-scene.ts': "import { a } from '../scene/index.ts'\nexport const b = a\n",
  'src/sim/with-a-library.ts': "import { z } from 'zod'\nexport const b = z\n",
  'src/sim/with-node.ts': "import { readFileSync } from 'node:fs'\nexport const b = readFileSync\n",
  'src/stage/with-node.ts': "import { readFileSync } from 'node:fs'\nexport const b = readFileSync\n",
  'src/author/with-node.ts': "import { readFileSync } from 'node:fs'\nexport const b = readFileSync\n",
  'src/stage/around-a.ts': "import { b } from './around-b.ts'\nexport const a = () => b\n",
  'src/stage/around-b.ts': "import { a } from './around-a.ts'\nexport const b = () => a\n",
  'src/main.tsx': "import { a } from './apps/index.ts'\nexport const b = a\n",
  'src/other.tsx': "import { a } from './stage/index.ts'\nexport const b = a\n",
  'src/newcomer/index.ts': "import type { A } from '../scene/index.ts'\nexport type B = A\n",
  'src/sim/in-a-test.test.ts': "import { z } from 'zod'\nexport const b = z\n",
  'server/in-a-test.test.ts': "import type { A } from '../src/scene/inside.ts'\nexport type B = A\n",
  'test/server/anything.test.ts': "import type { A } from '../../src/stage/around-a.ts'\nexport type B = A\n",
})

let folder = ''
const caught = new Map<string, string[]>()

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'doorstep-arrows-')))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const config = join(ROOT, '.dependency-cruiser.mjs')
  const args = [
    tool('dependency-cruiser', 'depcruise'),
    '--config',
    config,
    '--output-type',
    'json',
    'src',
    'server',
    'test',
  ]
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${run.stderr}`)
  const { violations } = JSON.parse(run.stdout).summary as { violations: { from: string; rule: { name: string } }[] }
  for (const { from, rule } of violations) caught.set(from, [...(caught.get(from) ?? []), rule.name])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the arrows of the house', () => {
  it.each(folders)('%s imports what the design allows, and nothing else of ours', (from) => {
    const refused = folders.filter((to) => to !== from && caught.has(`${place(from)}/to-${to}.ts`))
    expect(refused).toEqual(folders.filter((to) => to !== from && !arrows.get(from)?.includes(to)))
  })

  it.each([
    ['src/protocol/past-the-index.ts', 'through-the-index'],
    ['server/past-the-index.ts', 'through-the-index-from-outside'],
    ['src/sim/value-of-scene.ts', 'sim-takes-only-types-from-scene'],
    ['src/sim/with-a-library.ts', 'sim-is-pure'],
    ['src/sim/with-node.ts', 'sim-is-pure'],
    ['src/stage/with-node.ts', 'no-node-in-the-browser'],
    ['src/stage/around-a.ts', 'no-cycles'],
    ['src/other.tsx', 'arrows-of-the-entry'],
    ['src/newcomer/index.ts', 'only-known-folders'],
  ])('%s is caught by %s', (file, rule) => {
    expect(caught.get(file)).toContain(rule)
  })

  it.each([
    'src/main.tsx',
    'src/author/with-node.ts',
    'src/sim/in-a-test.test.ts',
    'server/in-a-test.test.ts',
    'test/server/anything.test.ts',
  ])('%s is left in peace', (file) => {
    // No library is installed beside the fixture, so the rule about libraries is not asked.
    expect((caught.get(file) ?? []).filter((rule) => rule !== 'declared-libraries-only')).toEqual([])
  })
})
