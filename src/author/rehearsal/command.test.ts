import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** The command as somebody at a terminal runs it. */
const rehearse = (args: string[], input = '') =>
  spawnSync(process.execPath, ['--import', loader, `${ROOT}src/author/cli/rehearse.ts`, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  })

describe('npm run rehearse', () => {
  it('plays what it is given, says what failed at which line, and exits 1', () => {
    const { stdout, status } = rehearse(['--file', '-'], '# 试 · a try\n00:10 say A1-01\nexpect ending E-A1\n')
    expect(stdout).toContain('FAILED  standard input  试 · a try')
    expect(stdout).toContain('standard input:3  expect ending E-A1: found E-A')
    expect(stdout.trimEnd().endsWith('0 passed, 1 failed')).toBe(true)
    expect(status).toBe(1)
  })

  it('prints one JSON document, and takes a seed where none is written', () => {
    const { stdout, status } = rehearse(
      ['third-floor-west', '--file', '-', '--json', '--seed', 'gamma', '--roll', '8'],
      '00:10 say A1-01\n',
    )
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({
      format: 1,
      scene: 'third-floor-west',
      rehearsals: [{ ok: true, state: { seed: 'gamma', roll: 8 } }],
    })
    expect(status).toBe(0)
  })

  it('tells of five visits how much of what each person said had been heard before, in words and as JSON', () => {
    const five = ['third-floor-west', '--policy', 'skilled', '--runs', '5', '--lang', 'zh']
    const { repeats } = JSON.parse(rehearse([...five, '--json']).stdout).played[0]
    expect(repeats.S.spoken).toBeGreaterThan(100)
    expect(repeats.S).toMatchObject({ share: expect.closeTo(repeats.S.again / repeats.S.spoken, 3), twiceInARow: [] })
    const { stdout } = rehearse(five)
    expect(stdout).toContain('lines heard before in 5 visits in a row')
    expect(stdout).toMatch(
      new RegExp(`S +${repeats.S.spoken} 句 / lines，重复 / again ${repeats.S.again}，[\\d.]+ %，没有连说两遍`),
    )
  })

  it.each([
    [['no-such-scene'], 'There is no scene "no-such-scene"'],
    [['--policy', 'lucky'], 'skilled, average, weak'],
    [['--policy', 'weak', '--seed', 'delta'], 'There is no seed "delta"'],
    [['--policy', 'weak', '--runs', 'many'], '--runs takes a whole number'],
    [['--file', 'no/such/file.txt'], 'There is no file no/such/file.txt'],
    [['--fiel', '-'], '--fiel'],
  ])('answers %j plainly, without a stack', (args, words) => {
    const { stderr, status } = rehearse(args)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(1)
  })
}, 60_000)
