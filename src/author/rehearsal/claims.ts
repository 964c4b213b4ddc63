import { FEELINGS, RUBRIC_ITEMS } from '../../scene/index.ts'
import type { EventType } from '../../sim/index.ts'
import type { Claim, Op } from './format.ts'
import { didYouMean } from './nearest.ts'
import { Unreadable, type Words } from './orders.ts'
import { clockOf } from './tokens.ts'

/** Every name an event of the log can have; the type holds this list to the core's. */
const EVENT_NAMES: Record<EventType, true> = {
  'session-started': true,
  'seat-taken': true,
  'seat-left': true,
  'door-moved': true,
  'person-left': true,
  prepared: true,
  arrived: true,
  said: true,
  done: true,
  'confirm-asked': true,
  'not-understood': true,
  denied: true,
  'left-as-said': true,
  'taken-back': true,
  'silence-judged': true,
  felt: true,
  replied: true,
  disclosed: true,
  spoke: true,
  looked: true,
  'cue-noticed': true,
  'permission-asked': true,
  'permission-given': true,
  'permission-refused': true,
  opened: true,
  'opened-uninvited': true,
  'invited-in': true,
  'phase-opened': true,
  'phase-entered': true,
  'flags-changed': true,
  'timed-event': true,
  'timed-event-handled': true,
  'timed-event-ignored': true,
  'timed-event-stage': true,
  reacted: true,
  'evidence-found': true,
  moved: true,
  sat: true,
  stood: true,
  'privacy-changed': true,
  waited: true,
  messaged: true,
  directed: true,
  'hypothesis-rated': true,
  'document-written': true,
  'dilemma-reasoned': true,
  'level-entered': true,
  'red-line': true,
  'went-on': true,
  helped: true,
  paused: true,
  resumed: true,
  'time-passed': true,
  'composing-begun': true,
  'composing-ended': true,
  'message-shown': true,
  recoded: true,
  intervened: true,
  'note-flagged': true,
  'support-requested': true,
  left: true,
  'ending-neared': true,
  ended: true,
}
export const EVENT_TYPES = Object.keys(EVENT_NAMES) as EventType[]

const OPS: readonly Op[] = ['>=', '<=', '=', '>', '<']
/** What can stand after "expect" (and, for some, after "not" or "no"). */
export const CLAIM_WORDS = [
  'ending',
  'failure',
  'disclosed',
  'level',
  'phase',
  'heard',
  'noticed',
  'offered',
  'event',
  'not',
  'no',
]
/** These can be asked of a moment: "… at mm:ss". Everything else is judged at the end. */
const TIMED = new Set<Claim['kind']>(['phase', 'offered', 'feeling', 'noticed', 'disclosed', 'event', 'heard'])

/** Reads what stands after "expect". */
export function readClaim(words: Words): { claim: Claim; at: number | null } {
  const claim = claimOf(words)
  let time: number | null = null
  if (words.accept('at')) {
    const text = words.id('时间', 'a time')
    time = clockOf(text)
    if (time === null) throw new Unreadable(`“${text}”不是“分:秒”。`, `"${text}" is not minutes:seconds.`)
    if (!TIMED.has(claim.kind)) {
      throw new Unreadable(
        `“${claim.kind}”只能在结束时判断，不能写“at”。`,
        `"${claim.kind}" is judged at the end and takes no "at".`,
      )
    }
  }
  words.end()
  return { claim, at: time }
}

function claimOf(words: Words): Claim {
  const word = words.peek()
  if (word !== null && /^[A-Z]+\.[a-z]+$/.test(word)) return feeling(words)
  const isNot = words.accept('not')
  if (!isNot && words.accept('no')) {
    if (words.oneOf(['failure', 'event']) === 'failure') return { kind: 'no failure' }
    return event(words, true)
  }
  if (isNot) {
    const kind = words.oneOf(['disclosed', 'noticed', 'offered', 'heard'])
    return kind === 'heard' ? { kind, words: words.quoted(), isNot } : { kind, id: words.id('编号', 'an id'), isNot }
  }
  const known = CLAIM_WORDS.find((claim) => claim === word)
  if (!known) {
    const near = didYouMean(word ?? '', CLAIM_WORDS)
    throw new Unreadable(
      `“expect”后面不认识“${word ?? ''}”${near.zh}`,
      `"${word ?? ''}" is nothing that can be expected${near.en}`,
    )
  }
  words.accept(known)
  switch (known) {
    case 'heard':
      return { kind: known, words: words.quoted(), isNot: false }
    case 'event':
      return event(words, false)
    case 'level': {
      const item = words.oneOf(RUBRIC_ITEMS)
      const op = words.oneOf(OPS)
      return { kind: known, item, op, value: number(words, 5) }
    }
    case 'disclosed':
    case 'noticed':
    case 'offered':
      return { kind: known, id: words.id('编号', 'an id'), isNot: false }
    default:
      return { kind: known as 'ending' | 'failure' | 'phase', id: words.id('编号', 'an id') }
  }
}

function feeling(words: Words): Claim {
  const [person = '', name = ''] = words.id('感受', 'a feeling').split('.')
  const found = FEELINGS.find((f) => f === name)
  if (!found) {
    const near = didYouMean(name, FEELINGS)
    throw new Unreadable(`没有叫“${name}”的感受${near.zh}`, `There is no feeling "${name}"${near.en}`)
  }
  const range = words.peek() ?? ''
  const span = /^(\d{1,3})\.\.(\d{1,3})$/.exec(range)
  if (span) {
    words.next++
    return { kind: 'feeling', person, feeling: found, from: Number(span[1]), to: Number(span[2]) }
  }
  if (range === '>=' || range === '<=') {
    words.next++
    const value = number(words, 100)
    return {
      kind: 'feeling',
      person,
      feeling: found,
      from: range === '>=' ? value : 0,
      to: range === '>=' ? 100 : value,
    }
  }
  throw new Unreadable(
    `这里应是范围，如 55..65，写的是“${range}”。`,
    `Expected a range such as 55..65; found "${range}".`,
  )
}

function event(words: Words, isNot: boolean): Claim {
  const word = words.peek() ?? ''
  const name = EVENT_TYPES.find((type) => type === word)
  if (!name) {
    const near = didYouMean(word, EVENT_TYPES)
    throw new Unreadable(`没有叫“${word}”的事件${near.zh}`, `There is no event called "${word}"${near.en}`)
  }
  words.next++
  const ids: string[] = []
  while (words.peek() !== null && words.peek() !== 'at') ids.push(words.id('编号', 'an id'))
  return { kind: 'event', name, ids, isNot }
}

function number(words: Words, most: number): number {
  const text = words.id('数字', 'a number')
  if (!/^\d{1,3}$/.test(text) || Number(text) > most) {
    throw new Unreadable(
      `这里应是 0–${most} 的数字，写的是“${text}”。`,
      `Expected a number from 0 to ${most}; found "${text}".`,
    )
  }
  return Number(text)
}
