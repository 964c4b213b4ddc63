import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const COMMAND = fileURLToPath(new URL('scenes.ts', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../../test/fixtures', import.meta.url))

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doorstep-scenes-'))
  cpSync(join(FIXTURES, 'mini'), join(root, 'scenes/good'), { recursive: true })
  cpSync(join(FIXTURES, 'mini'), join(root, 'scenes/bad'), { recursive: true })
  const file = join(root, 'scenes/bad/scene.yaml')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('things: [pill-box]', 'things: [pil-box]').replace('R2: 4', 'R2: 5'),
  )
})
afterEach(() => rmSync(root, { recursive: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', COMMAND, '--root', root, ...args], { encoding: 'utf8' })

describe('npm run scenes', () => {
  it('prints every problem with code, place, found, expected and advice in both languages, and fails', () => {
    const { status, stdout } = run()
    expect(status).toBe(1)
    expect(stdout).toMatch(/scenes\/bad\/scene\.yaml:\d+ {2}SC017/)
    for (const part of [
      '"pil-box"',
      '是否指 "pill-box"',
      'did you mean "pill-box"',
      '怎么办',
      'docs/checks/SC017.md',
      'SC018',
    ])
      expect(stdout).toContain(part)
    expect(stdout.trim().split('\n').at(-1)).toBe('1 passed, 1 failed')
  })

  it('passes when the scenes named are sound, and prints their sums when asked', () => {
    const { status, stdout } = run('good', '--sums')
    expect(status).toBe(0)
    expect(stdout).toMatch(/R2\s+4\s+4\s+4\n/)
    expect(stdout.trim().split('\n').at(-1)).toBe('1 passed, 0 failed')
  })

  it('prints with --fan every policy’s share beside chance, with its verdict', () => {
    const { stdout } = run('good', '--fan')
    for (const policy of ['longest', 'shortest', 'politest', 'first'])
      expect(stdout).toMatch(
        new RegExp(`M1  zh  ${policy} +\\d+ %  \\(运气 chance +\\d+ %\\)  (公平 fair|! 偏高 above chance)\\n`),
      )
  })

  it('prints JSON for programs', () => {
    const { status, stdout } = run('--json')
    const report = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(report).toMatchObject({ format: 1, passed: 1, failed: 1 })
    expect(report.scenes[0]).toMatchObject({ name: 'bad', ok: false })
    expect(report.scenes[0].problems.map((problem: { code: string }) => problem.code)).toEqual(['SC017', 'SC018'])
  })

  it('answers for a scene that is not there and an option it does not know', () => {
    expect(run('none')).toMatchObject({ status: 1 })
    expect(run('none').stdout).toContain('SC002')
    expect(run('--sum')).toMatchObject({ status: 2 })
  })
})
