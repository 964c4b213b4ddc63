import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { listScenes, loadScene } from './load.ts'
import { loadResources } from './resources.ts'
import { readShape } from './shape.ts'
import { isMapping, valueAt } from './walk.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MINI = readFileSync(join(ROOT, 'test/fixtures/mini/scene.yaml'), 'utf8')

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'doorstep-load-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), text)
  }
}

/** "people.yaml:12 SC017" for each problem. */
async function told(): Promise<string[]> {
  const { problems } = await loadScene(dir)
  return problems.map((problem) => `${problem.file.slice(dir.length + 1)}:${problem.line} ${problem.code}`)
}

describe('the scenes of this house', () => {
  it('loads the home visit without an error', async () => {
    const { scene, problems } = await loadScene(join(ROOT, 'scenes/third-floor-west'))
    expect(problems.filter((problem) => problem.level === 'error')).toEqual([])
    expect(scene?.cues).toHaveLength(14)
  })

  it('lists the folders that hold a scene, and not the resources', () => {
    expect(listScenes(ROOT)).toContain('third-floor-west')
    expect(listScenes(ROOT)).not.toContain('resources')
    expect(listScenes(join(dir, 'nowhere'))).toEqual([])
  })

  it('reads the resource card of China, and answers with a problem for a locale that is not there', async () => {
    const { card, problems } = await loadResources(ROOT, 'cn')
    expect(problems).toEqual([])
    expect(card?.lines.find((line) => line.number === '12356')?.checked).toBe(true)
    for (const locale of ['xx', '../cn', '']) {
      const none = await loadResources(ROOT, locale)
      expect(none.card).toBeNull()
      expect(none.problems).toHaveLength(1)
    }
  })
})

describe('every problem at once, each at its file and line', () => {
  it('tells of five different slips in four files in one run', async () => {
    const scene: Record<string, unknown> = parse(MINI)
    const { people, cues, dialogue, ...rest } = scene
    write({
      'scene.yaml': stringify({ ...rest, kind: { zh: '入户探访' } }),
      'people.yaml': stringify({ people }).replace('called:', 'caled:'),
      'cues.yaml': stringify({ cues }).replace('- pill-box', '- pil-box'),
      'dialogue/m1.yaml': stringify(valueAt(dialogue, [0])).replace('您好，', '您好,'),
      'dialogue/m2.yaml': stringify(valueAt(dialogue, [1])).replace('S.trust >= 45 and', 'S.trust => 45 and'),
    })
    const line = (name: string, text: string) =>
      readFileSync(join(dir, name), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes(text)) + 1
    expect(await told()).toEqual([
      `cues.yaml:${line('cues.yaml', 'pil-box')} SC017`,
      `dialogue/m1.yaml:${line('dialogue/m1.yaml', '您好,')} SC010`,
      `dialogue/m2.yaml:${line('dialogue/m2.yaml', '=> 45')} SC008`,
      `people.yaml:${line('people.yaml', 'id: S')} SC005`,
      `people.yaml:${line('people.yaml', 'caled')} SC004`,
      `scene.yaml:${line('scene.yaml', 'kind:')} SC007`,
    ])
  })

  it('finds the right file for a list that is spread over two', async () => {
    const more = 'cues:\n  - id: C04\n    room: cellar\n    how: [look]\n    name: { zh: 灯, en: Lamp }\n'
    const rest =
      '    seen: [{ text: { zh: 灯亮着。, en: The lamp is on. } }]\n    meaning: { zh: 有人在家, en: Somebody is in }\n'
    write({ 'scene.yaml': MINI, 'more-cues.yaml': more + rest })
    expect(await told()).toContain('more-cues.yaml:3 SC017')
  })

  it('suggests what was probably meant, in both languages', async () => {
    write({ 'scene.yaml': MINI.replace('things: [pill-box]', 'things: [pil-box]') })
    const { problems } = await loadScene(dir)
    expect(problems[0]?.zh).toContain('是否指 "pill-box"')
    expect(problems[0]?.en).toContain('did you mean "pill-box"?')
    expect(problems[0]?.expected).toContain('pill-box')
  })
})

describe('whatever lies in the folder, an answer and no exception', () => {
  it('answers for a folder that is not there, an empty one and a file in its place', async () => {
    expect((await loadScene(join(dir, 'none'))).problems.map((problem) => problem.code)).toEqual(['SC002'])
    expect((await loadScene(dir)).problems.map((problem) => problem.code)).toEqual(['SC002'])
    write({ 'file.txt': 'x' })
    expect((await loadScene(join(dir, 'file.txt'))).scene).toBeNull()
  })

  const broken: [string, string | Buffer, string][] = [
    ['an anchor blown up by aliases', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`, 'SC002'],
    ['a file above one megabyte', `a: "${'x'.repeat(1024 * 1024)}"\n`, 'SC002'],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]), 'SC002'],
    ['a list at the top', '- a\n- b\n', 'SC002'],
    ['an empty file', '', 'SC002'],
    ['brackets without end', '['.repeat(5000), 'SC001'],
    ['two keys of one name', 'title: a\ntitle: b\n', 'SC001'],
    ['a tag that runs code elsewhere', 'a: !!js/function "x"\n', 'SC001'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'SC001'],
  ]
  for (const [what, text, code] of broken) {
    it(`answers for ${what}`, async () => {
      writeFileSync(join(dir, 'scene.yaml'), text)
      const { scene, problems } = await loadScene(dir)
      expect(scene).toBeNull()
      expect(problems.map((problem) => problem.code)).toContain(code)
      expect(problems.every((problem) => problem.line >= 1)).toBe(true)
    })
  }

  it('does not take a key called __proto__ for anything but an unknown key', async () => {
    write({ 'scene.yaml': `${MINI}__proto__: { polluted: yes }\n` })
    expect((await loadScene(dir)).problems.map((problem) => problem.code)).toEqual(['SC004'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('checks any scene with one value exchanged for another, without an exception', async () => {
    const whole: unknown = parse(MINI)
    const paths = placesOf(whole)
    const odd = fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1e9,
      true,
      [],
      {},
      [null],
      { zh: 1 },
      'S.trust >= 9',
      '中,文',
      { is: 'and' },
      [[[]]],
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
        const copy: unknown = structuredClone(whole)
        put(copy, path, value)
        writeFileSync(join(dir, 'scene.yaml'), stringify(copy))
        const { scene, problems } = await loadScene(dir)
        expect(scene === null).toBe(problems.some((problem) => problem.level === 'error'))
      }),
      { numRuns: 60, seed: 7 },
    )
  }, 20_000)
})

describe('reading the shape', () => {
  it('lets the other checks look at the rest of a scene with broken places', () => {
    const data: Record<string, unknown> = parse(MINI)
    put(data, ['people', 0, 'name'], { zh: '沈桂兰' })
    put(data, ['events', 0, 'at'], 'soon')
    const shape = readShape(data)
    expect(shape.findings.map((each) => each.code)).toEqual(['SC007', 'SC006'])
    expect(shape.scene?.events[0]?.at).toBe(0)
    expect(shape.mended).toEqual([
      ['people', 0, 'name', 'en'],
      ['events', 0, 'at'],
    ])
  })
})

function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const inner = Array.isArray(value) ? value.flatMap((each, index) => placesOf(each, [...path, index])) : []
  const keyed = isMapping(value) ? Object.keys(value).flatMap((key) => placesOf(value[key], [...path, key])) : []
  return [...(path.length > 0 ? [path] : []), ...inner, ...keyed]
}

function put(value: unknown, path: (string | number)[], next: unknown): void {
  const parent = valueAt(value, path.slice(0, -1))
  const last = path.at(-1)
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = next
  else if (isMapping(parent) && last !== undefined) parent[last] = next
}
