import { LIKELIHOODS } from '../../scene/index.ts'
import type { Order, PlainVerb } from './format.ts'
import { didYouMean } from './nearest.ts'
import { clockOf, type Token } from './tokens.ts'

/** A line that cannot be read: what was expected there. */
export class Unreadable extends Error {
  readonly zh: string
  readonly en: string
  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
    this.en = en
  }
}

/** Reads a line's words one by one. */
export class Words {
  readonly tokens: readonly Token[]
  next = 0
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }
  peek(): string | null {
    const token = this.tokens[this.next]
    return token && !token.isQuoted ? token.text : null
  }
  isQuoted(): boolean {
    return this.tokens[this.next]?.isQuoted ?? false
  }
  id(zh: string, en: string): string {
    const token = this.tokens[this.next]
    if (!token || token.isQuoted) throw new Unreadable(`这里应是${zh}。`, `Expected ${en} here.`)
    this.next++
    return token.text
  }
  quoted(): string {
    const token = this.tokens[this.next]
    if (!token?.isQuoted) throw new Unreadable('这里应是引号里的话。', 'Expected words in quotes here.')
    this.next++
    return token.text
  }
  oneOf<T extends string>(words: readonly T[]): T {
    const text = this.peek()
    const found = words.find((word) => word === text)
    if (!found) {
      const near = didYouMean(text ?? '', words)
      throw new Unreadable(
        `这里应是 ${words.join('、')} 之一，写的是“${text ?? ''}”${near.zh}`,
        `Expected one of ${words.join(', ')}; found "${text ?? ''}"${near.en}`,
      )
    }
    this.next++
    return found
  }
  accept(word: string): boolean {
    if (this.peek() !== word) return false
    this.next++
    return true
  }
  end(): void {
    const extra = this.tokens[this.next]
    if (extra) throw new Unreadable(`多出了“${extra.text}”。`, `"${extra.text}" is one word too many.`)
  }
}

const plain = (verb: PlainVerb) => (): Order => ({ verb })

const say =
  (verb: 'say' | 'speak' | 'do') =>
  (words: Words): Order => {
    if (!words.isQuoted()) return { verb, row: words.id('话语编号或引号里的话', 'a row id or words in quotes') }
    const text = words.quoted()
    return { verb, words: text, isConfirmed: words.accept('confirm') }
  }

const at =
  (verb: 'look' | 'approach' | 'hear' | 'ask' | 'open') =>
  (words: Words): Order => ({
    verb,
    id: words.id('线索或物件编号', 'the id of a cue or thing'),
  })

const AGAINST = ['against', 'alternative']

/** What can stand after the time, by its first word. `write` is read by the parser, since its fields follow on lines of their own. */
export const VERBS: Record<string, (words: Words) => Order> = {
  do: say('do'),
  say: say('say'),
  speak: say('speak'),
  look: at('look'),
  approach: at('approach'),
  hear: at('hear'),
  ask: at('ask'),
  open: at('open'),
  go: (words) => {
    if (words.accept('on')) return { verb: 'go on', isAccepted: words.oneOf(['yes', 'no']) === 'yes' }
    return { verb: 'go', to: words.id('房间或位置', 'a room or a named spot') }
  },
  sit: plain('sit'),
  stand: plain('stand'),
  wait: plain('wait'),
  leave: plain('leave'),
  finish: plain('finish'),
  pause: plain('pause'),
  resume: plain('resume'),
  take: (words) => {
    words.oneOf(['back'])
    return { verb: 'take back' }
  },
  answer: (words) => ({
    verb: 'answer',
    event: words.id('事件编号', 'the id of an event'),
    reaction: words.id('反应的名称，或 ignore', 'the name of a reaction, or ignore'),
  }),
  privacy: (words) => ({ verb: 'privacy', privacy: words.oneOf(['on', 'off', 'computed']) }),
  rate: (words) => {
    const hypothesis = words.id('假设编号', 'the id of a hypothesis')
    const level = words.oneOf(LIKELIHOODS)
    const list = () => {
      const ids: string[] = []
      while (words.peek() !== null && !AGAINST.includes(words.peek() as string) && words.peek() !== 'for')
        ids.push(words.id('证据编号', 'an id'))
      return ids
    }
    const supporting = words.accept('for') ? list() : []
    const against = words.accept('against') ? list() : []
    return {
      verb: 'rate',
      hypothesis,
      level,
      for: supporting,
      against,
      alternative: words.accept('alternative') ? words.quoted() : null,
    }
  },
  reason: (words) => ({
    verb: 'reason',
    dilemma: words.id('两难编号', 'the id of a dilemma'),
    option: words.id('选项名称', 'the name of an option'),
    words: words.quoted(),
  }),
  message: (words) => ({ verb: 'message', to: words.id('发给谁', 'whom it goes to'), words: words.quoted() }),
  level: (words) => ({
    verb: 'level',
    level: words.id('等级', 'a level'),
    words: words.isQuoted() ? words.quoted() : '',
  }),
  direct: (words) => ({
    verb: 'direct',
    person: words.id('同事编号', 'a partner'),
    order: words.id('要做的事', 'the name of an order'),
  }),
  help: (words) => ({ verb: 'help', with: words.id('什么帮助', 'what help') }),
  recode: (words) => {
    const time = words.id('那句话的时间', 'the time of the words')
    const saidAt = clockOf(time)
    if (saidAt === null) throw new Unreadable(`“${time}”不是“分:秒”。`, `"${time}" is not minutes:seconds.`)
    const row = words.id('话语编号，或 none', 'a row id, or none')
    return { verb: 'recode', saidAt, row: row === 'none' ? null : row }
  },
}

/** Every word that can follow a time. */
export const VERB_NAMES = [...Object.keys(VERBS), 'write']
