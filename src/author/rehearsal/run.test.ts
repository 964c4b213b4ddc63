import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadScene } from '../index.ts'
import { parseRehearsal } from './parse.ts'
import { rehearse } from './run.ts'

const loaded = await loadScene(fileURLToPath(new URL('../../../scenes/third-floor-west', import.meta.url)))
const play = (text: string) => {
  if (!loaded.scene) throw new Error('the scene does not load')
  return rehearse(loaded.scene, parseRehearsal(text, 'x.txt'))
}
const linesOf = (text: string) => play(text).failures.map(({ line }) => line)
const IN = '00:10 say A1-01\n00:20 say A1-02\n00:30 say A1-04\n00:50 say A2-06\n'

describe('playing a rehearsal', () => {
  it('starts, arrives, acts and ends by itself', () => {
    const { ok, events, state, assessment } = play(`seed beta\nroll 4\nprepare A0-01\n${IN}`)
    expect(ok).toBe(true)
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1))
    expect(events.slice(0, 3).map(({ type }) => type)).toEqual(['session-started', 'prepared', 'arrived'])
    expect(state).toMatchObject({ seed: 'beta', roll: 4, status: 'ended', prepared: ['A0-01'] })
    expect(assessment?.ending).toBe(state.ending?.id)
  })

  it('fails with the line of an act that cannot be, unless it must be refused', () => {
    expect(linesOf('00:10 say A4-01\n')).toEqual([1])
    expect(linesOf('00:10 say A4-01 refused\n')).toEqual([])
    expect(linesOf('00:10 say A1-01 refused\n')).toEqual([1])
    expect(linesOf('00:10 say A9-99 refused\n')).toEqual([])
  })

  it('says what an unknown id may have meant, in acts and in expectations', () => {
    const { failures } = play(
      '00:10 say A1-0l\n00:20 open C99\n00:30 go kitchn\nexpect not noticed C98\nexpect not offered A3-0S\nexpect ending E-B1\n',
    )
    expect(failures.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6])
    expect(failures[2]?.en).toContain('did you mean "kitchen"?')
    expect(failures[2]?.zh).toContain('是否指 "kitchen"')
  })

  it('with a line that cannot be read plays nothing, and still names unknown ids', () => {
    const result = play('00:10 sya A1-01\n00:20 say A9-99\nexpect noticed C98\n')
    expect(result.failures.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(result).toMatchObject({ ok: false, events: [], assessment: null })
  })

  it('refuses an unknown seed, preparation or excerpt before it begins', () => {
    for (const head of ['seed delta', 'prepare A0-99', 'start from A4-perfect', 'unseen E99']) {
      expect(play(`${head}\n00:10 say A1-01\n`)).toMatchObject({ ok: false, events: [] })
    }
    expect(linesOf('prepare A0-01 A0-02 A0-03 A0-04 A0-05 A0-06 A0-07\n00:10 wait\n')).toEqual([1])
  })

  it.each([
    ['expect ending E-A1', 'expect ending E-A3'],
    ['expect failure CF-A3', 'expect no failure'],
    ['expect disclosed D-A1', 'expect not disclosed D-A1'],
    ['expect noticed C02', 'expect not noticed C02'],
    ['expect offered A1-01', 'expect not offered A1-01'],
    ['expect phase A1', 'expect phase A2'],
    ['expect phase A2 at 00:40', 'expect phase A1 at 00:40'],
    ['expect S.trust 0..20', 'expect S.trust 40..60'],
    ['expect S.trust >= 90', 'expect S.trust <= 90'],
    ['expect heard "没有这句话"', 'expect heard "不想给人添麻烦!"'],
    ['expect heard "no such words"', 'expect heard "I DON\'T want to be a bother"'],
    ['expect not heard "不想给人添麻烦"', 'expect not heard "没有这句话"'],
    ['expect event red-line', 'expect no event red-line'],
    ['expect event said A2-01', 'expect event said A2-06'],
    ['expect no event said A2-06', 'expect no event said A2-06 at 00:49'],
    ['expect event felt Z', 'expect event felt S'],
    ['expect level R1 < 1', 'expect level R1 >= 1'],
  ])('%s fails where %s holds', (fails, holds) => {
    expect(linesOf(`${IN}${fails}\n`)).toEqual([5])
    expect(linesOf(`${IN}${holds}\n`)).toEqual([])
  })

  it('judges at a time between two acts, after the acts of that very time', () => {
    expect(
      linesOf(`${IN}01:30 wait\nexpect phase A1 at 00:49\nexpect phase A2 at 00:50\nexpect offered A2-01 at 00:35\n`),
    ).toEqual([])
  })

  it('asking at a time changes nothing of what comes', () => {
    const plain = play(`${IN}06:30 do A3-02\n07:00 leave\n`)
    const asked = play(`${IN}06:30 do A3-02\n07:00 leave\nexpect S.trust 0..100 at 03:00\nexpect phase A2 at 06:10\n`)
    expect(asked.events).toEqual(plain.events)
  })

  it('lets a pause stop the session’s clock while the file’s goes on', () => {
    const { failures, events } = play(
      `${IN}05:00 pause\n08:00 resume\n08:50 wait\n09:10 do A3-02\nexpect no event timed-event E2 at 08:55\nexpect event timed-event E2 at 09:05\n`,
    )
    expect(failures).toEqual([])
    expect(events.find((event) => event.type === 'timed-event' && event.event === 'E2')?.at).toBe(360_000)
  })

  it('[A.7] shows a check-in for twenty seconds, unless the file says it was unseen', () => {
    const text = 'start from A6-good\n18:40 say A6-02\n28:30 leave\n'
    const shown = play(`${text.replace('28:30 leave\n', '')}expect event red-line CF-A8 at 28:05\n`)
    expect(shown.failures).toEqual([])
    expect(shown.events.filter(({ type }) => type === 'message-shown').map(({ at }) => at)).toEqual([
      1_520_000, 1_640_000,
    ])
    const unseen = play(`unseen E8\n${text}expect no failure\nexpect no event message-shown\n`)
    expect(unseen.failures).toEqual([])
  })

  it('keeps a partner’s lines to rehearsals of a pair', () => {
    expect(linesOf('00:10 S: say A1-01\n')).toEqual([1])
    const { events, failures } = play('pair\n00:10 XU: say A1-01\n')
    expect(failures).toEqual([])
    expect(events.find(({ type }) => type === 'said')?.seat).toBe('partner')
  })

  it('plays the same to the letter every time', () => {
    const text = `roll 9\n${IN}01:20 say "您平常一天是怎么过的"\n02:00 say A2-12\n`
    expect(play(text)).toEqual(play(text))
  })
})
