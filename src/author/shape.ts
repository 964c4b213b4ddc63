import type { z } from 'zod'
import { type FullScene, Scene } from '../scene/index.ts'
import type { Code } from './codes.ts'
import { didYouMean } from './nearest.ts'
import { type Finding, type Path, shown } from './problem.ts'
import { repaired } from './repair.ts'
import { schemaAt } from './schema-at.ts'
import { isMapping, valueAt } from './walk.ts'

export type ShapeFinding = { path: Path; code: Code; finding: Finding }

/**
 * The scene as the schema reads it. Where the files break the schema, the broken places are told and, only so that the other checks can still
 * look at the rest, filled in with something harmless: one run then shows every problem, not the first kind of them.
 */
export type Shape = { scene: FullScene | null; findings: ShapeFinding[]; mended: Path[] }

export function readShape(data: Record<string, unknown>): Shape {
  const first = Scene.safeParse(data)
  if (first.success) return { scene: first.data, findings: [], mended: [] }
  const findings = first.error.issues.flatMap((issue) => findingsOf(Scene, issue, data))
  const { scene, mended } = repaired(Scene, data)
  return { scene, findings, mended }
}

/** One zod issue as one finding, or several when it lists several keys. */
export function findingsOf(schema: z.ZodType, issue: z.core.$ZodIssue, data: unknown): ShapeFinding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const found = valueAt(data, path)
  const last = String(path.at(-1) ?? '')
  const note = schemaAt(schema, path)
  const make = (code: Code, expected: string, zh: string, en: string, at: Path = path): ShapeFinding[] => [
    { path: at, code, finding: { found: shown(found), expected, zh, en } },
  ]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.flatMap((key) => {
      if (isTornText(note.keys, key, valueAt(data, [...path, key]))) {
        const [zh, en] = ['没有加引号的话在逗号处断开了', 'a text without quotes was cut at its comma']
        return make('SC004', "zh: …, en: '…, …'", zh, en, [...path, key])
      }
      const hint = didYouMean(key, note.keys)
      return make(
        'SC004',
        note.keys.join(', '),
        `这里没有键 "${key}"${hint.zh || '。'}`,
        `there is no key "${key}" here${hint.en || '.'}`,
        [...path, key],
      ).map((each) => ({ ...each, finding: { ...each.finding, found: key } }))
    })
  }
  if (issue.code === 'custom' && issue.params?.kind === 'condition') {
    const [, column = '', what = '', expected = ''] =
      /^column (\d+): found (.*), expected (.*)$/.exec(issue.message) ?? []
    const zh = `条件第 ${column} 个字符处读不懂："${what}"`
    return make('SC008', expected, zh, `the condition cannot be read at character ${column}: "${what}"`)
  }
  const isLanguage = last === 'zh' || last === 'en'
  const parent = valueAt(data, path.slice(0, -1))
  const isMissing = found === undefined && isMapping(parent) && !Object.hasOwn(parent, last)
  if (isLanguage && (isMissing || found === '' || found === null)) {
    const [zh, en] =
      last === 'zh' ? ['缺中文（zh）', 'the Chinese (zh) is missing'] : ['缺英文（en）', 'the English (en) is missing']
    return make('SC007', 'zh, en', zh, en)
  }
  if (isMissing) return make('SC005', note.description ?? last, `缺少键 "${last}"`, `the key "${last}" is missing`)
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'key'
    return make('SC006', expected, `键 "${last}" 写得不对`, `the key "${last}" is not written as it should be`).map(
      (each) => ({
        ...each,
        finding: { ...each.finding, found: last },
      }),
    )
  }
  const wanted = expectation(issue)
  const expected = note.description ? `${wanted} (${note.description})` : wanted
  const hint =
    issue.code === 'invalid_value' && typeof found === 'string'
      ? didYouMean(found, issue.values.map(String))
      : { zh: '', en: '' }
  const name = path.filter((step) => typeof step === 'string').join('.') || '/'
  return make('SC006', expected, `"${name}" 的值不对${hint.zh}`, `the value of "${name}" is not valid${hint.en}`)
}

/** Within { zh: …, en: … } a comma ends a text that has no quotes, and the rest looks like a key without a value. */
function isTornText(keys: readonly string[], key: string, value: unknown): boolean {
  return keys.join() === 'zh,en' && value === null && key.includes(' ')
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ')
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected
    case 'too_small':
      return `>= ${issue.minimum}${issue.origin === 'string' ? ' 字 / characters' : issue.origin === 'array' ? ' 项 / entries' : ''}`
    case 'too_big':
      return `<= ${issue.maximum}${issue.origin === 'string' ? ' 字 / characters' : issue.origin === 'array' ? ' 项 / entries' : ''}`
    case 'invalid_format':
      return issue.message === 'id'
        ? '编号：字母、数字、点、连字符 / an id: letters, digits, dots, hyphens'
        : issue.message
    case 'invalid_union':
      return expectationOfUnion(issue.errors)
    default:
      return issue.message
  }
}

function expectationOfUnion(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const each = branches.flatMap((issues) => (issues[0] ? [expectation(issues[0])] : []))
  return [...new Set(each)].join(' | ')
}

const KINDS: Record<string, string> = {
  string: '文字 / text',
  number: '数 / a number',
  int: '整数 / a whole number',
  boolean: 'true | false',
  array: '列表（- …） / a list (- …)',
  object: '一组键（如 zh、en） / a group of keys (such as zh and en)',
  record: '一组键 / a group of keys',
  tuple: '列表 / a list',
}
