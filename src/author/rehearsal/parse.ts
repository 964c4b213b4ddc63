import { parseDocument } from 'yaml'
import type { DocumentFields } from '../../sim/index.ts'
import { readClaim } from './claims.ts'
import type { Order, Rehearsal } from './format.ts'
import { didYouMean } from './nearest.ts'
import { Unreadable, VERB_NAMES, VERBS, Words } from './orders.ts'
import { clock, clockOf, tokenise } from './tokens.ts'

/** What can stand at the start of a line instead of a time. */
const HEADS = ['seed', 'roll', 'start', 'pair', 'first', 'prepare', 'unseen', 'expect']

/**
 * Reads a rehearsal (design.md, "A rehearsal"). Never throws: everything that cannot be read becomes a problem with its line number,
 * and the rest is still read, so that a writer sees all problems at once.
 */
export function parseRehearsal(source: string, file: string): Rehearsal {
  const rehearsal: Rehearsal = {
    file,
    shows: '',
    seed: null,
    roll: null,
    startFrom: null,
    isPair: false,
    isFirstRun: false,
    prepare: [],
    unseen: [],
    steps: [],
    expectations: [],
    problems: [],
  }
  const lines = dedent(source)
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    const { tokens, comment, isOpen } = tokenise(lines[at] ?? '')
    if (comment && !rehearsal.shows) rehearsal.shows = comment
    try {
      if (isOpen) throw new Unreadable('引号没有关上。', 'A quotation is not closed.')
      const first = tokens[0]
      if (!first) continue
      const time = first.isQuoted ? null : clockOf(first.text)
      const words = new Words(tokens)
      if (time === null) head(rehearsal, words, line, (lines[at] ?? '').trim())
      else {
        words.next++
        const below = isWrite(words) ? fieldsBelow(lines, at) : null
        at = below?.last ?? at
        step(rehearsal, words, line, time, below?.read() ?? {})
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      rehearsal.problems.push({ file, line, zh: error.zh, en: error.en })
    }
  }
  return rehearsal
}

function head(rehearsal: Rehearsal, words: Words, line: number, text: string): void {
  const word = words.peek()
  if (word !== 'expect' && rehearsal.steps.length > 0 && HEADS.includes(word ?? '')) {
    throw new Unreadable(`“${word}”要写在第一个行动之前。`, `"${word}" belongs before the first act.`)
  }
  words.next++
  switch (word) {
    case 'seed':
      rehearsal.seed = words.id('种子名称', 'the name of a seed')
      break
    case 'roll': {
      const roll = words.id('数字', 'a number')
      if (!/^\d{1,9}$/.test(roll)) throw new Unreadable(`“${roll}”不是数字。`, `"${roll}" is not a number.`)
      rehearsal.roll = Number(roll)
      break
    }
    case 'start':
      words.oneOf(['from'])
      rehearsal.startFrom = words.id('片段名称', 'the name of an excerpt')
      break
    case 'pair':
      rehearsal.isPair = true
      break
    case 'first':
      words.oneOf(['run'])
      rehearsal.isFirstRun = true
      break
    case 'prepare':
      while (words.peek() !== null) rehearsal.prepare.push(words.id('准备编号', 'the id of a preparation'))
      break
    case 'unseen':
      rehearsal.unseen.push(words.id('事件编号', 'the id of an event'))
      break
    case 'expect': {
      const { claim, at } = readClaim(words)
      rehearsal.expectations.push({ line, text: text.replace(/\s+#.*$/, ''), at, claim })
      return
    }
    default: {
      const near = didYouMean(word ?? '', [...HEADS, ...VERB_NAMES])
      const isVerb = VERB_NAMES.includes(word ?? '')
      throw new Unreadable(
        isVerb ? `“${word}”前面要有时间，如 00:10 ${word} …` : `不认识“${word ?? '"…"'}”${near.zh}`,
        isVerb
          ? `"${word}" needs a time before it, as in 00:10 ${word} …`
          : `"${word ?? '"…"'}" is not known${near.en}`,
      )
    }
  }
  words.end()
}

function step(rehearsal: Rehearsal, words: Words, line: number, at: number, fields: DocumentFields): void {
  const before = rehearsal.steps.at(-1)
  if (before && at < before.at) {
    throw new Unreadable(
      `时间倒流：${clock(at)} 在 ${clock(before.at)} 之后。`,
      `Time runs backwards: ${clock(at)} after ${clock(before.at)}.`,
    )
  }
  const named = /^([A-Z]{1,12})[:：]$/.exec(words.peek() ?? '')
  if (named) words.next++
  const verb = words.peek()
  words.next++
  let order: Order
  if (verb === 'write') order = { verb, document: words.id('文书名称', 'the name of a document'), fields }
  else {
    const read = Object.hasOwn(VERBS, verb ?? '') ? VERBS[verb ?? ''] : undefined
    if (!read) {
      const near = didYouMean(verb ?? '', VERB_NAMES)
      const hint =
        verb === 'expect'
          ? {
              zh: '：时间写在后面，如 expect phase A3 at 08:00。',
              en: ': the time stands behind, as in expect phase A3 at 08:00.',
            }
          : near
      throw new Unreadable(`不认识行动“${verb ?? ''}”${hint.zh}`, `"${verb ?? ''}" is no act${hint.en}`)
    }
    order = read(words)
  }
  const mustBeRefused = words.accept('refused')
  words.end()
  rehearsal.steps.push({ line, at, by: named?.[1] ?? null, mustBeRefused, order })
}

function isWrite(words: Words): boolean {
  return words.tokens
    .slice(1, 3)
    .some((token, at) => token.text === 'write' && (at === 0 || /[:：]$/.test(words.tokens[1]?.text ?? '')))
}

/** The indented lines under a `write`: the last line they take, and what they say as YAML. */
function fieldsBelow(lines: readonly string[], at: number): { last: number; read: () => DocumentFields } {
  let last = at
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] ?? ''
    if (line.trim() === '') continue
    if (!/^\s/.test(line)) break
    last = next
  }
  return { last, read: () => fieldsOf(lines.slice(at + 1, last + 1).join('\n')) }
}

function fieldsOf(yaml: string): DocumentFields {
  const document = parseDocument(yaml)
  const broken = document.errors[0]
  const value: unknown = broken ? null : document.toJS()
  if (broken || (value !== null && (typeof value !== 'object' || Array.isArray(value)))) {
    throw new Unreadable(
      `文书的各栏不是 YAML 的“栏名: 内容”${broken ? `：${broken.message.split('\n')[0]}` : '。'}`,
      `The fields are no YAML of "field: content"${broken ? `: ${broken.message.split('\n')[0]}` : '.'}`,
    )
  }
  return asFields(value ?? {})
}

/** YAML's numbers, dates and lists as a person would have filled them in. */
function asFields(value: object): DocumentFields {
  const text = (cell: unknown): string =>
    cell === null || cell === undefined ? '' : Array.isArray(cell) ? cell.map(text).join('；') : String(cell)
  return Object.fromEntries(
    Object.entries(value).map(([field, cell]) => {
      if (typeof cell === 'boolean') return [field, cell]
      if (Array.isArray(cell) && cell.some((row) => typeof row === 'object' && row !== null)) {
        return [
          field,
          cell.map((row: object) =>
            Object.fromEntries(Object.entries(row).map(([column, entry]) => [column, text(entry)])),
          ),
        ]
      }
      return [field, text(cell)]
    }),
  )
}

/** Lines without the indentation they all share, so that a rehearsal may be quoted inside something else. */
function dedent(source: string): string[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0)
  const shared = indents.length ? Math.min(...indents) : 0
  return lines.map((line) => line.slice(shared).trimEnd())
}
