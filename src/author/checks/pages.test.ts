import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { CODES, type Code } from '../codes.ts'
import { loadScene } from '../load.ts'
import { isMapping } from '../walk.ts'

const PAGES = new URL('../../../docs/checks/', import.meta.url)
const MINI = readFileSync(new URL('../../../test/fixtures/mini/scene.yaml', import.meta.url), 'utf8')

/** Lays an example over the smallest scene: entries with an id merge by it, the second of one id is added, null takes a key away. */
function over(base: unknown, patch: unknown): unknown {
  if (isMapping(base) && isMapping(patch)) {
    const merged: Record<string, unknown> = { ...base }
    for (const [key, value] of Object.entries(patch)) {
      if (value === null) delete merged[key]
      else merged[key] = over(base[key], value)
    }
    return merged
  }
  if (
    !Array.isArray(base) ||
    !Array.isArray(patch) ||
    patch.length === 0 ||
    !patch.every((each) => nameOf(each) !== null)
  )
    return patch
  const merged: unknown[] = [...base]
  const done = new Set<string>()
  for (const each of patch) {
    const name = nameOf(each)
    const at = done.has(name ?? '') ? -1 : merged.findIndex((other) => nameOf(other) === name)
    done.add(name ?? '')
    if (at < 0) merged.push(each)
    else merged[at] = over(merged[at], each)
  }
  return merged
}

function nameOf(entry: unknown): string | null {
  if (!isMapping(entry)) return null
  const name = entry.id ?? entry.phase
  return typeof name === 'string' ? name : null
}

type Example = { file: string | null; text: string }

function exampleOf(page: string, kind: 'wrong' | 'right'): Example {
  const [, file, text] = new RegExp(`\`\`\`yaml ${kind}(?: file=(\\S+))?\\n([\\s\\S]*?)\`\`\``).exec(page) ?? []
  if (text === undefined) throw new Error(`no "${kind}" example in this page`)
  return { file: file ?? null, text }
}

async function problemsOf(example: Example) {
  const dir = mkdtempSync(join(tmpdir(), 'doorstep-checks-'))
  try {
    const base = example.file ? MINI : stringify(over(parse(MINI), parse(example.text)))
    writeFileSync(join(dir, 'scene.yaml'), base)
    if (example.file) writeFileSync(join(dir, example.file), example.text)
    return (await loadScene(dir)).problems
  } finally {
    rmSync(dir, { recursive: true })
  }
}

const codes = Object.keys(CODES) as Code[]

describe('every code has its page, and the examples of the page are true', () => {
  it('has one page a code and no other', () => {
    const pages = readdirSync(PAGES).filter((name) => name.startsWith('SC'))
    expect(pages.sort()).toEqual(codes.map((code) => `${code}.md`))
    const list = readFileSync(new URL('README.md', PAGES), 'utf8')
    for (const code of codes)
      expect(list).toContain(`| [${code}](${code}.md) | ${CODES[code].title.zh} | ${CODES[code].title.en} |`)
  })

  for (const code of codes) {
    const page = () => readFileSync(new URL(`${code}.md`, PAGES), 'utf8')
    it(`${code}: the wrong example gives exactly this, the right one nothing`, async () => {
      const { title, level } = CODES[code]
      expect(page().split('\n')[0]).toBe(`# ${code} · ${title.zh} · ${title.en}`)
      const wrong = await problemsOf(exampleOf(page(), 'wrong'))
      expect([...new Set(wrong.map((problem) => problem.code))]).toEqual([code])
      expect(
        wrong.every((problem) => problem.level === level && problem.line > 0 && problem.zh !== '' && problem.en !== ''),
      ).toBe(true)
      expect(await problemsOf(exampleOf(page(), 'right'))).toEqual([])
    })
  }
})
