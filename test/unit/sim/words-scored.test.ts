import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene, Row } from '../../../src/scene/index.ts'
import { assess, debrief, legalPlacedRows, ratersQueue, type Say } from '../../../src/sim/index.ts'
import { assessed, evidenceAt, heard, last, own, queueOf, recode, SEATS } from './own-words.ts'
import { homeVisit, Play, sceneNamed } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = () => new Play(scene, { seats: SEATS }).inside()

describe('[A.6] a rater’s recoding', () => {
  it('gives words that were not understood the evidence of the row it names', () => {
    const visit = play()
    visit.act(50, own('说说他？'))
    const { number } = last(visit)
    expect(evidenceAt(visit, number)).toEqual([])
    const before = assessed(visit).items.find(({ item }) => item === 'R2')?.earned ?? 0
    recode(visit, 51, number, 'A2-03')
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    expect(assessed(visit).items.find(({ item }) => item === 'R2')?.earned).toBe(before + 2)
    expect(last(visit)).toMatchObject({ takenFor: 'A2-03', answeredAs: null, decidedBy: 'rater', isWaiting: false })
  })

  it('replaces the evidence of words that were taken for another row, and removes it with none', () => {
    const visit = play()
    visit.act(50, own('一天都怎么过的', 'A2-06'))
    const { number } = last(visit)
    expect(evidenceAt(visit, number)).toEqual([
      ['R3', 2, 'rule'],
      ['R5', 2, 'rule'],
    ])
    recode(visit, 51, number, 'A2-03')
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    recode(visit, 52, number, null)
    expect(evidenceAt(visit, number)).toEqual([])
    expect(last(visit)).toMatchObject({ takenFor: null, answeredAs: 'A2-06', decidedBy: 'rater' })
  })

  it('still counts after the session has ended', () => {
    const visit = play()
    visit.act(50, own('说说他？'))
    const { number } = last(visit)
    visit.act(60, { type: 'leave' })
    visit.act(60, { type: 'finish' })
    recode(visit, 60, number, 'A2-14')
    expect(evidenceAt(visit, number)).toEqual([
      ['R2', -2, 'person'],
      ['R8', -1, 'person'],
    ])
  })

  it('changes no feeling, no reply and no phase: what happened has happened', () => {
    const visit = play()
    visit.act(50, own('说说他？'))
    const { people, phase, said } = visit.state
    expect(recode(visit, 50, last(visit).number, 'A2-14').map((event) => event.type)).toEqual(['recoded'])
    expect({ people: visit.state.people, phase: visit.state.phase, said: visit.state.said }).toEqual({
      people,
      phase,
      said,
    })
  })
})

describe('[B.15] what free words may score', () => {
  let crisis: FullScene
  beforeAll(async () => {
    crisis = await sceneNamed('test/fixtures/crisis')
  })
  const grave = (row: Row) => row.worth === 'harmful' || row.worth === 'critical' || row.structured
  /** Every phase of a scene as it would be entered, so that rows of all kinds come within reach. */
  const atPhases = (of: FullScene) =>
    of.phases.map(({ id }) => () => {
      const visit = new Play(of, { seed: of.seeds[0]?.id ?? '', seats: SEATS }).arrive()
      visit.state = { ...visit.state, phase: id }
      return visit
    })

  it('is nothing for a harmful, critical or risk-question row, an action or a doubt, until the trainee confirms it', () => {
    const tried = new Set<string>()
    for (const of of [scene, crisis])
      for (const start of atPhases(of))
        for (const row of legalPlacedRows(start().state, 'trainee').filter((one) => grave(one) || one.kind === 'do')) {
          const visit = start()
          const events = visit.act(5, own('随便什么话', row.id))
          expect(events.at(-1), row.id).toMatchObject({ type: 'confirm-asked', row: row.id })
          expect(last(visit), row.id).toMatchObject({ takenFor: null, isUnsaid: true, isWaiting: true })
          expect(evidenceAt(visit, last(visit).number), row.id).toEqual([])
          expect(visit.of('felt'), row.id).toEqual([])
          expect(visit.of('red-line'), row.id).toEqual([])
          tried.add(row.structured ? 'structured' : row.kind === 'do' ? 'do' : row.worth)
        }
    expect([...tried].sort()).toEqual(['critical', 'do', 'harmful', 'structured'])
  })

  it('[A.6] is a harmful row’s evidence once the trainee confirms it', () => {
    const visit = play()
    visit.act(50, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(50, { type: 'confirm', isMeant: true })
    expect(queueOf(visit)).toHaveLength(1)
    expect(last(visit)).toMatchObject({ takenFor: 'A2-14', decidedBy: 'trainee', isWaiting: false })
    expect(evidenceAt(visit, last(visit).number)).toEqual([
      ['R2', -2, 'rule'],
      ['R8', -1, 'rule'],
    ])
  })

  it('[A.6] is nothing when the trainee denies it, until a rater recodes it', () => {
    const visit = play()
    visit.act(50, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(50, { type: 'confirm', isMeant: false })
    expect(queueOf(visit)).toHaveLength(1)
    const { number } = last(visit)
    expect(last(visit)).toMatchObject({ denied: 'A2-14', decidedBy: 'nobody', isWaiting: true })
    expect(evidenceAt(visit, number)).toEqual([])
    recode(visit, 51, number, 'A2-14')
    expect(evidenceAt(visit, number)).toEqual([
      ['R2', -2, 'person'],
      ['R8', -1, 'person'],
    ])
  })

  it.each([
    ['less than nine in ten sure', { confidence: 0.89, isClear: true }],
    ['not clear of the next row', { confidence: 0.99, isClear: false }],
    ['of unknown certainty', { confidence: undefined }],
  ] as const)('is nothing when %s', (_, more) => {
    const visit = play()
    const { confidence, ...rest } = more as Partial<Say>
    const { confidence: _sure, ...said } = own('一天都怎么过的', 'A2-06')
    visit.act(50, { ...said, ...rest, ...(confidence !== undefined && { confidence }) })
    expect(last(visit)).toMatchObject({ isUnsaid: true, takenFor: null })
    expect(evidenceAt(visit, last(visit).number)).toEqual([])
  })
})

describe('[A.6] the queue of a visit', () => {
  it('can be made of any part of a log, and never says otherwise than the assessment', () => {
    const visit = play()
    visit.act(50, own('一天都怎么过的', 'A2-06'))
    visit.act(60, own('说说他？'))
    recode(visit, 61, last(visit).number, 'A2-03')
    visit.act(70, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(70, { type: 'confirm', isMeant: true })
    recode(visit, 71, queueOf(visit)[0]?.number ?? 0, 'A2-03')
    visit.act(72, { type: 'take-back' })
    recode(visit, 73, queueOf(visit)[0]?.number ?? 0, 'A2-08')
    visit.act(80, own('哎'))
    for (let n = 0; n <= visit.events.length; n++) {
      const part = visit.events.slice(0, n)
      const { evidence } = assess(part, scene, 'trainee')
      const counted = new Set<string>()
      for (const entry of ratersQueue(part, scene)) {
        const judges = new Set(evidence.filter((line) => line.number === entry.number).map((line) => line.judgedBy))
        const counts = !entry.isTakenBack && entry.takenFor !== null && !counted.has(entry.takenFor)
        const expected = counts ? [entry.decidedBy === 'rater' ? 'person' : 'rule'] : []
        if (counts && entry.takenFor) counted.add(entry.takenFor)
        expect([...judges], `event ${entry.number} after ${n}`).toEqual(expected)
      }
    }
    expect(queueOf(visit).map((one) => [one.decidedBy, one.isTakenBack, one.isWaiting])).toEqual([
      ['rater', false, false],
      ['rater', false, false],
      ['trainee', true, false],
      ['nobody', false, true],
    ])
  })

  it('says in which phase something was said, before anything came of it', () => {
    const visit = new Play(scene, { seats: SEATS }).arrive(['A0-01', 'A0-02'])
    visit.act(5, own('沈阿姨好', 'A1-01'))
    expect(last(visit)).toMatchObject({ phase: 'A1', at: 5000, by: 'grams', likely: heard.likely.slice(0, 3) })
  })

  it('[D.2] is the same without words as with them, but for the words', () => {
    const visit = play()
    visit.act(50, own('一天都怎么过的', 'A2-06'))
    visit.act(60, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(60, { type: 'confirm', isMeant: false })
    const erased = visit.events.map((event) => {
      if (!('words' in event)) return event
      const { words: _, ...rest } = event
      return (event.type === 'confirm-asked' ? { ...rest, words: '' } : rest) as typeof event
    })
    expect(ratersQueue(erased, scene)).toEqual(queueOf(visit).map((one) => ({ ...one, words: null })))
  })
})

describe('[A.6] what the debrief says of words not understood', () => {
  const shown = (visit: Play) => debrief(visit.events, scene, 'trainee').notUnderstood

  it('is their own words, waiting, and then what a rater made of them', () => {
    const visit = play()
    visit.act(50, own('说说他？'))
    visit.act(60, own('哎'))
    const [first, second] = queueOf(visit)
    expect(shown(visit)).toEqual([
      { number: first?.number, at: 50_000, words: { text: '说说他？', lang: 'zh' }, answeredAs: null, judged: null },
      { number: second?.number, at: 60_000, words: { text: '哎', lang: 'zh' }, answeredAs: null, judged: null },
    ])
    recode(visit, 61, first?.number ?? 0, 'A2-03')
    recode(visit, 61, second?.number ?? 0, null)
    const row = scene.dialogue.flatMap(({ rows }) => rows).find(({ id }) => id === 'A2-03')
    expect(shown(visit).map((one) => one.judged)).toEqual([{ as: row?.text }, { as: null }])
    expect(debrief(visit.events, scene, 'trainee').evidence).toContainEqual(
      expect.objectContaining({ number: first?.number, judgedBy: 'person', words: { text: '说说他？', lang: 'zh' } }),
    )
  })

  it('never holds what the program had guessed', () => {
    const visit = play()
    visit.act(50, own('说说他？'))
    visit.act(60, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(60, { type: 'confirm', isMeant: false })
    const sent = JSON.stringify(shown(visit))
    expect(shown(visit)).toHaveLength(2)
    for (const { row } of heard.likely) {
      expect(sent).not.toContain(row)
      const { text } = legalPlacedRows(visit.state, 'trainee').find(({ id }) => id === row) ?? {}
      if (text) expect(sent).not.toContain(text.zh)
    }
  })

  it('leaves out what was understood or taken back, and another’s words; words asked about and never answered are in it', () => {
    const visit = play()
    visit.act(50, own('一天都怎么过的', 'A2-06'))
    visit.act(51, own('哎'))
    visit.act(52, { type: 'take-back' })
    expect(shown(visit)).toEqual([])
    visit.act(60, own('您这个岁数就别想那么多了', 'A2-14'))
    visit.act(70, own('说说他？'))
    expect(shown(visit).map((one) => [one.words?.text, one.answeredAs, one.judged])).toEqual([
      ['您这个岁数就别想那么多了', null, null],
      ['说说他？', null, null],
    ])
    expect(debrief(visit.events, scene, 'instructor').notUnderstood).toEqual([])
  })

  it('shows what a rater took otherwise than the visit did, beside what it had been taken for', () => {
    const visit = play()
    visit.act(50, own('一天都怎么过的', 'A2-06'))
    const { number } = last(visit)
    recode(visit, 51, number, 'A2-06')
    expect(shown(visit)).toEqual([])
    recode(visit, 52, number, 'A2-03')
    expect(shown(visit)).toMatchObject([{ number, answeredAs: { zh: expect.any(String) }, judged: { as: {} } }])
  })
})
