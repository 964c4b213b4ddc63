import { z } from 'zod'
import { FEELINGS, type Feeling, LIKELIHOODS, type Likelihood, POINT } from './feeling.ts'
import { durationMs } from './text.ts'

/**
 * A condition in a scene file, parsed. Feelings are in thousandths of a point, times in milliseconds.
 * The one grammar for gates, exits, endings and events, so that an author learns it once.
 */
export type Condition =
  | { is: 'and' | 'or'; of: Condition[] }
  | { is: 'not'; of: Condition }
  | { is: 'at-least'; count: number; of: Condition[] }
  | { is: 'feeling'; person: string; feeling: Feeling; op: '>=' | '<'; value: number; peak: boolean }
  | { is: CountWord; op: '>=' | '<'; value: number; phase?: string }
  | { is: RefWord; id: string }
  | { is: 'event'; id: string; state: string }
  | { is: 'rated'; id: string; level: Likelihood }
  | { is: 'reasoned'; id: string; option: string }
  | { is: 'seed'; seeds: string[] }
  | { is: FlatWord }

/** Words that stand alone. */
const FLAT = ['private', 'invited', 'inside', 'left', 'red-line', 'always', 'first-run'] as const
type FlatWord = (typeof FLAT)[number]

/** Words that take one id. */
const REFS = [
  'noticed',
  'said',
  'heard',
  'prepared',
  'file',
  'flag',
  'permitted',
  'opened',
  'phase',
  'reached',
  'at',
  'wrote',
  'level',
  'red-line-of',
  'present',
] as const
type RefWord = (typeof REFS)[number]

/** Words that are compared with a number or a time. "acts" and "helpful-rows" count within the current phase. */
const COUNTS = ['acts', 'helpful-rows', 'private-turns', 'in-phase', 'since-invited', 'time'] as const
type CountWord = (typeof COUNTS)[number]

const TIMES: readonly string[] = ['in-phase', 'since-invited', 'time']

/** Where a condition could not be read: column (0-based), what stood there, what was expected. */
export class ConditionError extends Error {
  readonly column: number
  readonly found: string
  readonly expected: string
  constructor(column: number, found: string, expected: string) {
    super(`column ${column + 1}: found ${found || 'the end'}, expected ${expected}`)
    this.column = column
    this.found = found
    this.expected = expected
  }
}

type Token = { text: string; column: number }

/**
 * Reads e.g. `S.trust >= 40 and (noticed C02 or heard D-A1)`, `at least 2 of (said A6-02, said A6-05)`, `event E2 live`,
 * `private-turns A4 >= 6`, `peak Z.trust >= 48`, `seed alpha gamma`.
 * @throws ConditionError
 */
export function parseCondition(source: string): Condition {
  const tokens: Token[] = [...source.matchAll(/\(|\)|,|>=|<|[^\s(),<>]+/g)].map((m) => ({
    text: m[0],
    column: m.index,
  }))
  let next = 0
  const peek = () => tokens[next]?.text ?? ''
  const fail = (expected: string): never => {
    throw new ConditionError(tokens[next]?.column ?? source.length, peek(), expected)
  }
  const take = (expected?: string) => {
    const token = tokens[next]
    if (!token || (expected !== undefined && token.text !== expected)) return fail(expected ?? 'a word')
    next++
    return token.text
  }
  const id = (what: string) => (/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(peek()) ? take() : fail(what))
  const number = () => (/^\d+$/.test(peek()) ? Number(take()) : fail('a number'))
  const op = () => (peek() === '>=' || peek() === '<' ? (take() as '>=' | '<') : fail('>= or <'))

  function any(): Condition {
    const of = [all()]
    while (peek() === 'or') {
      take()
      of.push(all())
    }
    return of.length === 1 ? (of[0] as Condition) : { is: 'or', of }
  }
  function all(): Condition {
    const of = [one()]
    while (peek() === 'and') {
      take()
      of.push(one())
    }
    return of.length === 1 ? (of[0] as Condition) : { is: 'and', of }
  }
  function feeling(peak: boolean): Condition {
    const word = take()
    const [person = '', name = ''] = word.split('.')
    if (!(FEELINGS as readonly string[]).includes(name)) {
      next--
      return fail('a feeling such as S.trust')
    }
    return { is: 'feeling', person, feeling: name as Feeling, op: op(), value: number() * POINT, peak }
  }
  function one(): Condition {
    const word = peek()
    if (word === '(') {
      take()
      const inner = any()
      take(')')
      return inner
    }
    if (word === 'not') {
      take()
      return { is: 'not', of: one() }
    }
    if (word === 'peak') {
      take()
      return feeling(true)
    }
    if (/^[A-Z]+\.[a-z]+$/.test(word)) return feeling(false)
    take()
    if (word === 'at' && peek() === 'least') {
      take()
      const count = number()
      take('of')
      take('(')
      const of = [any()]
      while (peek() === ',') {
        take()
        of.push(any())
      }
      take(')')
      return { is: 'at-least', count, of }
    }
    if (word === 'event')
      return { is: 'event', id: id('an event'), state: id('live, came, handled, ignored or a reaction') }
    if (word === 'rated') {
      const hypothesis = id('a hypothesis')
      const level = LIKELIHOODS.find((l) => l === peek()) ?? fail(LIKELIHOODS.join(', '))
      take()
      return { is: 'rated', id: hypothesis, level }
    }
    if (word === 'reasoned') return { is: 'reasoned', id: id('a dilemma'), option: id('an option') }
    if (word === 'seed') {
      const seeds = [id('a seed')]
      while (/^[a-z][a-z-]*$/.test(peek()) && !['and', 'or'].includes(peek())) seeds.push(take())
      return { is: 'seed', seeds }
    }
    const counted = COUNTS.find((c) => c === word)
    if (counted) {
      const phase = counted === 'private-turns' ? id('a phase') : undefined
      const how = op()
      const value = TIMES.includes(counted) ? clock() : number()
      return { is: counted, op: how, value, ...(phase ? { phase } : {}) }
    }
    const ref = REFS.find((r) => r === word)
    if (ref) return { is: ref, id: id('an id') }
    const flat = FLAT.find((f) => f === word)
    if (flat) return { is: flat }
    next--
    return fail('a condition word (noticed, said, heard, private, S.trust >= 40, …)')
  }
  function clock(): number {
    if (!/^\d{1,3}:[0-5]\d$/.test(peek())) fail('minutes:seconds')
    return durationMs(take())
  }
  const condition = any()
  if (next < tokens.length) fail('and, or, or the end')
  return condition
}

/** Every id a condition names, with the word that names it: what the checker follows. */
export function conditionRefs(condition: Condition): { word: string; id: string }[] {
  switch (condition.is) {
    case 'and':
    case 'or':
    case 'at-least':
      return condition.of.flatMap(conditionRefs)
    case 'not':
      return conditionRefs(condition.of)
    case 'feeling':
      return [{ word: 'person', id: condition.person }]
    case 'seed':
      return condition.seeds.map((id) => ({ word: 'seed', id }))
    case 'private-turns':
      return condition.phase ? [{ word: 'phase', id: condition.phase }] : []
    default:
      return 'id' in condition ? [{ word: condition.is, id: condition.id }] : []
  }
}

/** The schema form: a line of text in the file, a parsed condition in the program. */
export const When = z
  .string()
  .transform((source, context): Condition => {
    try {
      return parseCondition(source)
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error
      context.addIssue({ code: 'custom', message: error.message, params: { kind: 'condition', column: error.column } })
      return z.NEVER
    }
  })
  .describe('条件 / condition, e.g. "S.trust >= 40 and noticed C02"')
