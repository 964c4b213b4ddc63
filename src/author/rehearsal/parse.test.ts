import { describe, expect, it } from 'vitest'
import { parseRehearsal } from './parse.ts'

const read = (text: string) => parseRehearsal(text, 'x.txt')

describe('reading a rehearsal', () => {
  it('reads every line of the form that design.md gives', () => {
    const found = read(`
      seed alpha                     # which hidden truth
      roll 7
      prepare A0-01 A0-03
      00:04 do   A1-06               # an intent that is an action, by id
      00:10 speak A1-01
      00:22 say  "现在方便进来吗" confirm
      00:40 look C02
      01:00 approach C06
      01:05 hear K07
      01:06 ask C07
      01:07 open C08 refused
      01:10 go   living
      01:20 sit
      01:30 stand
      02:00 wait
      06:20 answer E2 turn-off
      15:00 privacy on
      20:00 rate HA2 likely for C04 C09 against C13
      20:10 rate HA5 unlikely for C12 against C11 C13 alternative "可能是摔的"
      21:00 write record             # a document
              facts: 水壶烧着，已关火
              quotes:
                - 夜里最长
                - 不想给人添麻烦
              informed-at: "10:21"
              consent: yes
      21:20 write plan
              steps:
                - { what: 约药师, who: 小李, when: 周二 }
      21:30 reason DL1 respect "钱是她的；风险还在继续 # 不是注释"
      21:40 message supervisor “平安，已离开”
      21:41 level moderate "她点了头"
      21:42 go on yes
      21:43 direct ZHAO stay-with-father
      21:44 ZHAO: say B2-01
      21:50 recode 00:22 A1-02
      21:51 take back
      21:52 pause
      21:53 resume
      22:00 leave
      expect ending E-A2
      expect failure CF-A3
      expect no failure
      expect disclosed D-A1
      expect level R7 >= 3
      expect S.trust 55..65
      expect phase A3 at 08:00
      expect heard "夜里最长"
      expect noticed C05
      expect not noticed C07
      expect not offered A3-05 at 04:00
      expect event opened-uninvited C07
      expect no event red-line
    `)
    expect(found.problems).toEqual([])
    expect(found).toMatchObject({
      seed: 'alpha',
      roll: 7,
      prepare: ['A0-01', 'A0-03'],
      isFirstRun: false,
      isPair: false,
    })
    expect(found.shows).toBe('which hidden truth')
    expect(found.steps).toHaveLength(29)
    expect(found.steps[0]).toEqual({
      line: 5,
      at: 4000,
      by: null,
      mustBeRefused: false,
      order: { verb: 'do', row: 'A1-06' },
    })
    expect(found.steps[2]?.order).toEqual({ verb: 'say', words: '现在方便进来吗', isConfirmed: true })
    expect(found.steps.find((s) => s.line === 12)).toMatchObject({
      order: { verb: 'open', id: 'C08' },
      mustBeRefused: true,
    })
    expect(found.steps.map((s) => s.order).find((o) => o.verb === 'rate' && o.hypothesis === 'HA5')).toEqual({
      verb: 'rate',
      hypothesis: 'HA5',
      level: 'unlikely',
      for: ['C12'],
      against: ['C11', 'C13'],
      alternative: '可能是摔的',
    })
    expect(found.steps.find((s) => s.line === 21)?.order).toEqual({
      verb: 'write',
      document: 'record',
      fields: { facts: '水壶烧着，已关火', quotes: '夜里最长；不想给人添麻烦', 'informed-at': '10:21', consent: 'yes' },
    })
    expect(found.steps.map((s) => s.order).find((o) => o.verb === 'write' && o.document === 'plan')).toMatchObject({
      fields: { steps: [{ what: '约药师', who: '小李', when: '周二' }] },
    })
    expect(found.steps.find((s) => s.order.verb === 'reason')?.order).toMatchObject({
      words: '钱是她的；风险还在继续 # 不是注释',
    })
    expect(found.steps.find((s) => s.by === 'ZHAO')?.order).toEqual({ verb: 'say', row: 'B2-01' })
    expect(found.expectations.map((e) => e.claim)).toContainEqual({
      kind: 'feeling',
      person: 'S',
      feeling: 'trust',
      from: 55,
      to: 65,
    })
    expect(found.expectations.find((e) => e.claim.kind === 'phase')).toMatchObject({ at: 480_000, claim: { id: 'A3' } })
    expect(found.expectations.find((e) => e.claim.kind === 'offered')).toMatchObject({
      at: 240_000,
      claim: { isNot: true },
    })
  })

  it('says what an unknown word may have meant, in both languages, with its line', () => {
    const { problems } = read('seed alpha\n00:10 sya A1-01\nexpect disclosde D-A1\nexpect event opend-uninvited C07\n')
    expect(problems.map((p) => p.line)).toEqual([2, 3, 4])
    expect(problems[0]?.en).toContain('did you mean "say"?')
    expect(problems[0]?.zh).toContain('是否指 "say"')
    expect(problems[1]?.en).toContain('did you mean "disclosed"?')
    expect(problems[2]?.en).toContain('did you mean "opened-uninvited"?')
  })

  it('reports all problems at once and still reads the rest', () => {
    const found = read(
      '00:10 say A1-01 A1-02\n00:09 wait\n00:30 say "没有结束\n00:40 sit\nexpect level R13 >= 3\nexpect level R1 >= 9\n',
    )
    expect(found.problems.map((p) => p.line)).toEqual([1, 3, 5, 6])
    expect(found.steps.map((s) => s.order.verb)).toEqual(['wait', 'sit'])
  })

  it('refuses time that runs backwards, but not two lines at one time', () => {
    expect(read('00:10 wait\n00:10 sit\n').problems).toEqual([])
    const { problems } = read('00:10 wait\n00:09 sit\n')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 2, en: 'Time runs backwards: 00:09 after 00:10.' })
  })

  it.each([
    ['say A1-01', 'needs a time before it'],
    ['00:10 wait\nseed beta', 'belongs before the first act'],
    ['00:10 expect phase A3', 'the time stands behind'],
    ['expect ending E-A1 at 08:00', 'is judged at the end'],
    ['expect S.trust high', 'a range such as 55..65'],
    ['expect S.trus 1..2', 'did you mean "trust"?'],
    ['00:10 rate HA1 probable', 'Expected one of unlikely, possible, likely'],
    ['00:10 write record\n    - a list', 'no YAML of "field: content"'],
    ['00:10 write record\n    facts: [open', 'no YAML of "field: content"'],
    ['00:10 privacy maybe', 'Expected one of on, off, computed'],
    ['00:10 recode first A1-01', 'is not minutes:seconds'],
    ['roll seven', 'is not a number'],
  ])('gives one plain problem for %j', (text, words) => {
    const { problems } = read(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.en).toContain(words)
    expect(problems[0]?.zh).toMatch(/\p{Script=Han}/u)
  })
})
