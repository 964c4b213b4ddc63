import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { assess, debrief, reachable, timeline, view } from '../../../src/sim/index.ts'
import { expectRefused, homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, start)
const item = (visit: Play, name: string) => {
  const found = assess(visit.events, scene).items.find((one) => one.item === name)
  if (!found) throw new Error(`no item ${name}`)
  return found
}

describe('evidence', () => {
  it('names its event, time, points and reason, and whether a rule or a person has yet to judge it', () => {
    const visit = play().arrive(['A0-02'])
    visit.say(5, 'A1-01')
    const said = visit.of('said')[0]
    expect(assess(visit.events, scene).evidence).toContainEqual({
      number: said?.number,
      at: 5000,
      seat: 'trainee',
      item: 'R1',
      points: 2,
      cause: { kind: 'row', id: 'A1-01' },
      judgedBy: 'rule',
    })
  })

  it('[5.4] counts the same row once a run', () => {
    const visit = play().arrive()
    visit.say(5, 'A1-03')
    visit.say(15, 'A1-03')
    expect(assess(visit.events, scene).evidence.filter((line) => line.cause.kind === 'row')).toHaveLength(2)
  })

  it('[D.3] forgets what was taken back', () => {
    const visit = play().inside()
    visit.say(40, 'A2-14')
    visit.act(42, { type: 'take-back' })
    expect(
      assess(visit.events, scene).evidence.some((line) => line.cause.kind === 'row' && line.cause.id === 'A2-14'),
    ).toBe(false)
  })

  it('[D.6] gives a document two points by rule and leaves the third to a person; breaches cost two each', () => {
    const visit = play().inside()
    const fields = { source: '网格员转介', purpose: '了解近况', 'limits-said': true, words: '“我没什么事”' }
    visit.act(60, { type: 'write', document: 'consent', fields })
    const lines = (of: Play) =>
      assess(of.events, scene)
        .evidence.filter((line) => line.item === 'R11')
        .map((line) => [line.points, line.judgedBy])
    expect(lines(visit)).toEqual([
      [2, 'rule'],
      [1, 'waiting'],
    ])
    visit.act(61, { type: 'write', document: 'consent', fields: { ...fields, words: '' } })
    expect(lines(visit)).toEqual([])
    const record = {
      facts: '她很可怜，有点糊涂',
      quotes: '“夜里最长”',
      inference: '可能漏服',
      actions: '约药师',
      'informed-at': '10:40',
    }
    visit.act(62, { type: 'write', document: 'record', fields: record })
    expect(lines(visit)).toEqual([
      [1, 'rule'],
      [1, 'waiting'],
      [-2, 'rule'],
    ])
  })

  it('[D.6] leaves written reasoning to a person, the last word on each dilemma', () => {
    const visit = play().inside()
    visit.act(60, { type: 'reason', dilemma: 'DL2', option: 'agree', words: '先拿走再说' })
    visit.act(61, { type: 'reason', dilemma: 'DL2', option: 'decline', words: '当面商量' })
    expect(assess(visit.events, scene).evidence.filter((line) => line.cause.kind === 'dilemma')).toMatchObject([
      { item: 'R7', points: 3, judgedBy: 'waiting' },
    ])
    expect(item(visit, 'R7')).toMatchObject({ waiting: 3 })
  })

  it('[5.4] scores a hypothesis for matching, corroboration and doubt, and takes a point for certainty without grounds', () => {
    const visit = play().inside()
    for (const thing of ['wall-calendar', 'landline-list', 'portrait-cabinet']) visit.act(60, { type: 'look', thing })
    const parts = (of: Play) => assess(of.events, scene).hypotheses.find((one) => one.id === 'HA2')?.parts
    visit.act(61, { type: 'rate', hypothesis: 'HA2', level: 'likely', for: [], against: [] })
    expect(parts(visit)).toEqual({ matches: 1, corroborated: 0, disconfirmed: 0, unfounded: -1 })
    visit.act(62, {
      type: 'rate',
      hypothesis: 'HA2',
      level: 'likely',
      for: ['C04', 'C09'],
      against: [],
      alternative: '也许只是爱听讲座',
    })
    expect(parts(visit)).toEqual({ matches: 1, corroborated: 1, disconfirmed: 1, unfounded: 0 })
    visit.act(63, { type: 'rate', hypothesis: 'HA2', level: 'likely', for: ['C08', 'C04'], against: [] })
    expect(visit.of('hypothesis-rated').at(-1)?.for).toEqual(['C04'])
    expectRefused('unknown-thing', () =>
      visit.act(64, { type: 'rate', hypothesis: 'HA2', level: 'likely', for: ['C99'], against: [] }),
    )
  })

  it('follows a rater who recodes words that were not understood', () => {
    const seats = [
      { seat: 'trainee', role: 'trainee' as const },
      { seat: 'instructor', role: 'instructor' as const },
    ]
    const visit = play({ seats }).inside()
    visit.act(50, { type: 'say', means: 'typed', words: '说说他？', lang: 'zh' })
    const number = visit.of('not-understood')[0]?.number ?? 0
    visit.act(51, { type: 'recode', number, row: 'A2-03' }, 'instructor')
    expect(assess(visit.events, scene).evidence).toContainEqual(
      expect.objectContaining({ number, item: 'R2', points: 2, judgedBy: 'person' }),
    )
  })
})

describe('[B.13] targets by seed and run', () => {
  it('sums what the tables give: the base seed reaches what the scene states, less what only the other seeds have', () => {
    const base = reachable(scene, 'alpha')
    const gamma = reachable(scene, 'gamma')
    expect(base.all.R4).toBe(scene.sums.R4)
    expect(base.all.R11).toBe(22)
    expect((base.all.R6 ?? 0) - (gamma.all.R6 ?? 0)).toBeGreaterThan(0)
  })

  it('leaving at once shows too little of most items instead of a level', () => {
    const visit = play().arrive()
    visit.say(5, 'A1-06')
    visit.act(20, { type: 'leave' })
    visit.act(20, { type: 'finish' })
    const blank = assess(visit.events, scene)
      .items.filter((one) => one.isTooLittleSeen)
      .map((one) => one.item)
    expect(blank).toEqual(expect.arrayContaining(['R2', 'R3', 'R9', 'R10']))
    for (const name of blank) expect(item(visit, name).level).toBeNull()
  })

  it('never asks less than half of the seed’s target', () => {
    const visit = play().arrive()
    const r9 = item(visit, 'R9')
    expect(r9.target).toBeCloseTo((scene.targets.R9 ?? 0) / 2, 1)
  })

  it('[5.5] caps the items a critical failure is linked to at level 2, and the whole result', () => {
    const visit = play().inside()
    visit.say(40, 'A2-16')
    visit.act(60, { type: 'time-passes' }, 'system')
    const result = assess(visit.events, scene)
    expect(result.isCapped).toBe(true)
    const r7 = result.items.find((one) => one.item === 'R7')
    expect(r7?.cappedBy).toEqual(['CF-A7'])
    expect(r7?.level === null || (r7?.level ?? 9) <= 2).toBe(true)
  })
})

describe('figures', () => {
  it('gives no figure where there is nothing to divide by', () => {
    const { conversation } = assess(play().arrive().events, scene)
    expect(conversation.reflectionsPerQuestion).toEqual({ value: null, of: 0 })
    expect(conversation.complexOfReflections).toEqual({ value: null, of: 0 })
    expect(conversation.openOfQuestions).toEqual({ value: null, of: 0 })
  })

  it('[A.4] counts a reflection that ends in a question as both', () => {
    const visit = play().inside()
    visit.say(40, 'A2-08')
    const { conversation } = assess(visit.events, scene)
    expect(conversation.counts).toMatchObject({ SR: 1, Qo: 1 })
    expect(conversation.reflectionsPerQuestion).toEqual({ value: 1, of: 1 })
  })

  it('does not count a hurtful line as a skill', () => {
    const visit = play().inside()
    visit.say(40, 'A2-03')
    const skills = () =>
      assess(visit.events, scene)
        .conversation.skills.flatMap((one) => Object.values(one.tags))
        .reduce((a, b) => a + b, 0)
    const before = skills()
    visit.say(50, 'A2-14')
    expect(skills()).toBe(before)
  })

  it('tells hits, misses, what was out of reach, and false alarms of cues', () => {
    const visit = play().inside()
    visit.act(41, { type: 'look', thing: 'portrait-cabinet' })
    visit.act(42, { type: 'rate', hypothesis: 'HA7', level: 'likely', for: ['C10'], against: [] })
    visit.act(43, { type: 'rate', hypothesis: 'HA3', level: 'possible', for: ['C10'], against: [] })
    const { cues } = assess(visit.events, scene)
    expect(cues.hits.map((one) => one.cue)).toEqual(['C10'])
    expect(cues.misses.map((one) => one.cue)).toEqual(expect.arrayContaining(['C04', 'C05', 'C09', 'C01', 'C02']))
    expect(cues.notReached).toEqual(expect.arrayContaining(['C08', 'C14']))
    expect(cues.falseAlarms).toMatchObject([{ cue: 'C10', hypothesis: 'HA3' }])
  })
})

describe('the look back', () => {
  it('shows trust and distress only once the session has ended', () => {
    const visit = play().inside()
    expect(timeline(visit.events, 'trainee', scene).people).toEqual([])
    visit.act(50, { type: 'leave' })
    visit.act(50, { type: 'finish' })
    const told = timeline(visit.events, 'trainee', scene)
    expect(told.people.map((one) => one.id)).toEqual(
      ['S', 'Z', 'HE'].filter((id) => scene.people.find((one) => one.id === id)?.bands),
    )
    expect(told.people[0]?.points[0]).toMatchObject({ trust: 30, distress: 40 })
    expect(told.moments).toEqual(view(visit.state, 'trainee').moments)
  })

  it('resolves every line of evidence to why and to the words it came from, in both languages', () => {
    const visit = play().inside()
    visit.say(40, 'A2-03')
    visit.act(50, { type: 'leave' })
    visit.act(50, { type: 'finish' })
    const shown = debrief(visit.events, scene, 'trainee')
    expect(shown.evidence.find((line) => line.item === 'R2')).toMatchObject({
      why: { zh: '开放式提问', en: 'open question' },
      words: scene.dialogue.flatMap((part) => part.rows).find((row) => row.id === 'A2-03')?.text,
    })
    for (const line of shown.evidence) for (const text of [line.why.zh, line.why.en]) expect(text).not.toBe('')
    expect(shown.hypotheses).toHaveLength(scene.hypotheses.length)
    expect(shown.cues.find((cue) => cue.id === 'C05')).toMatchObject({ noticed: null, wasReachable: true })
  })
})
