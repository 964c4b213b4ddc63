import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { CODES, type Code } from './codes.ts'
import type { Path, Problem } from './problem.ts'
import { isMapping } from './walk.ts'

/** A scene file is read by people; what is larger than this is no longer that. */
const MAX_BYTES = 1024 * 1024

/** One YAML file, with what is needed to find the line of anything in it. */
export type Source = { file: string; doc: Document; lines: LineCounter; data: Record<string, unknown> }

export type Read = { source: Source | null; problems: Problem[] }

export function fileProblem(
  file: string,
  line: number,
  code: Code,
  zh: string,
  en: string,
  found: string,
  expected: string,
): Problem {
  return { file, line, code, level: CODES[code].level, found, expected, zh, en, advice: CODES[code].advice }
}

/** Reads one file; whatever is wrong with it becomes a problem, never an exception. */
export function readSource(path: string, file: string): Read {
  const bad = (line: number, code: Code, zh: string, en: string, found: string, expected: string): Read => ({
    source: null,
    problems: [fileProblem(file, line, code, zh, en, found, expected)],
  })
  let bytes: Buffer
  try {
    const size = statSync(path).size
    if (size > MAX_BYTES) {
      return bad(
        1,
        'SC002',
        `文件太大：${size} 字节`,
        `the file is too large: ${size} bytes`,
        String(size),
        `<= ${MAX_BYTES}`,
      )
    }
    bytes = readFileSync(path)
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    return bad(1, 'SC002', '打不开这个文件', 'this file cannot be opened', why, '可读的文件 / a readable file')
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bad(1, 'SC002', '文件不是 UTF-8 编码', 'the file is not UTF-8', '其他编码 / another encoding', 'UTF-8')
  }
  return parseSource(text, file)
}

export function parseSource(text: string, file: string): Read {
  const lines = new LineCounter()
  let doc: Document.Parsed
  try {
    doc = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const problem = fileProblem(
      file,
      1,
      'SC001',
      '读不下去：嵌套太深',
      'it cannot be read: nested too deeply',
      why,
      'YAML',
    )
    return { source: null, problems: [problem] }
  }
  const problems = [...doc.errors, ...doc.warnings].map((issue) => {
    const { line, col } = lines.linePos(issue.pos[0])
    const where = lineText(text, line)
    const en = `not readable as YAML, column ${col}: ${issue.message}`
    return fileProblem(
      file,
      Math.max(1, line),
      'SC001',
      `第 ${col} 列起不是合法的 YAML（${issue.code}）`,
      en,
      where,
      'YAML',
    )
  })
  if (problems.length > 0) return { source: null, problems }
  visit(doc, {
    Alias: (_, node) => {
      const line = node.range ? lines.linePos(node.range[0]).line : 1
      const [zh, en] = ['这里用了别名（*…）', 'an alias (*…) is used here']
      problems.push(fileProblem(file, line, 'SC002', zh, en, `*${node.source}`, '直接写出来 / written out'))
    },
  })
  if (problems.length > 0) return { source: null, problems }
  const data: unknown = doc.toJS()
  if (!isMapping(data)) {
    const [zh, en] = ['文件最外层应是“键: 值”', 'the file must be “key: value” at its outermost level']
    const found = Array.isArray(data) ? 'list' : data === null ? '（空） / (empty)' : typeof data
    return { source: null, problems: [fileProblem(file, 1, 'SC002', zh, en, found, 'key: value')] }
  }
  return { source: { file, doc, lines, data }, problems: [] }
}

function lineText(text: string, line: number): string {
  const found = (text.split('\n')[line - 1] ?? '').trim()
  return found.length > 80 ? `${found.slice(0, 77)}…` : found
}

/** The line where a path stands: of its key when it has one, else of its first character; of the nearest parent that exists. */
export function lineOf(source: Source, path: Path): number {
  let node: unknown = source.doc.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (!pair) break
      offset = rangeStart(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step]
      if (item === undefined) break
      offset = rangeStart(item) ?? offset
      node = item
    } else break
  }
  return Math.max(1, source.lines.linePos(offset).line)
}

function rangeStart(node: unknown): number | null {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null
}

/** Names of the YAML files of a folder in order, and a problem for each that is named as one but would not be read. */
export function yamlFiles(dir: string): { names: string[]; misnamed: string[] } | null {
  try {
    const entries = readdirSync(dir, { withFileTypes: true }).filter((entry) => !entry.isDirectory())
    const names = entries.map((entry) => entry.name).sort()
    return {
      names: names.filter((name) => name.endsWith('.yaml')),
      misnamed: names.filter((name) => name.endsWith('.yml')),
    }
  } catch {
    return null
  }
}

/** The folders in a folder, in order of their names; none when it cannot be read. */
export function foldersIn(dir: string): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => inFolder(dir, entry.name))
      .sort()
  } catch {
    return []
  }
}

export const inFolder = (dir: string, name: string): string => join(dir, name).replaceAll('\\', '/')
