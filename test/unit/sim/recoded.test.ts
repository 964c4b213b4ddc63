import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import type { Event } from '../../../src/sim/index.ts'
import { assessed, evidenceAt, last, queueOf, recode, redLines, SEATS, spoken } from './own-words.ts'
import { expectRefused, homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, { seats: SEATS, ...start }).inside()
const figures = (visit: Play) => assessed(visit).conversation

describe('[A.6] what a rater may recode', () => {
  it('is nothing but somebody’s own words, and to no row that does not exist', () => {
    const visit = play()
    const number = spoken(visit, 45, '说说他？')
    const ownWords = new Set(queueOf(visit).map((one) => one.number))
    for (const event of [...visit.events, { number: 0 }, { number: -1 }, { number: 1.5 }, { number: 9999 }] as Event[])
      if (!ownWords.has(event.number)) expectRefused('unknown-thing', () => recode(visit, 46, event.number, 'A2-03'))
    expectRefused('unknown-thing', () => recode(visit, 46, number, 'A9-99'))
    expectRefused('unknown-thing', () => recode(visit, 46, number, ''))
    expect(visit.of('recoded')).toEqual([])
    expect(recode(visit, 46, number, 'A2-03')).toHaveLength(1)
  })

  it('gives nothing for anything else that a log of old has recoded', () => {
    const visit = play()
    visit.act(45, { type: 'look', thing: 'portrait-cabinet' })
    const { number } = visit.events.at(-1) ?? { number: 0 }
    const before = assessed(visit)
    const more = { type: 'recoded', of: number, row: 'A2-16', counts: { R7: -3 } } as const
    visit.events.push({ ...more, number: number + 1, at: 46_000, seat: 'instructor' })
    expect(assessed(visit)).toEqual(before)
  })

  it('[D.2] is known by its event when the words have been erased', () => {
    const visit = play()
    const number = spoken(visit, 45, '一天都怎么过的', 'A2-06')
    visit.state = {
      ...visit.state,
      seen: visit.state.seen.map((event) => {
        const { words: _, ...rest } = event as Event & { words?: string }
        return rest as Event
      }),
    }
    expect(recode(visit, 46, number, 'A2-03')).toMatchObject([{ of: number, row: 'A2-03' }])
  })
})

describe('[B.3] words recoded count once, where they were said first', () => {
  it('gives nothing for words recoded to a row that had been said before', () => {
    const visit = play()
    visit.say(45, 'A2-03')
    const number = spoken(visit, 50, '说说他？')
    recode(visit, 51, number, 'A2-03')
    expect(evidenceAt(visit, number)).toEqual([])
    expect(evidenceAt(visit, visit.of('said').at(-1)?.number ?? 0)).toEqual([['R2', 2, 'rule']])
  })

  it('gives it to words recoded to a row that was said only afterwards, and no longer to the later ones', () => {
    const visit = play()
    const number = spoken(visit, 45, '说说他？')
    visit.say(50, 'A2-03')
    recode(visit, 51, number, 'A2-03')
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    expect(evidenceAt(visit, visit.of('said').at(-1)?.number ?? 0)).toEqual([])
  })

  it('passes it on to the repeat when the first saying was none', () => {
    const visit = play()
    const first = spoken(visit, 45, '一天都怎么过的', 'A2-06')
    visit.say(50, 'A2-06')
    const repeat = visit.of('said').at(-1)?.number ?? 0
    expect(evidenceAt(visit, repeat)).toEqual([])
    recode(visit, 51, first, null)
    expect(evidenceAt(visit, first)).toEqual([])
    expect(evidenceAt(visit, repeat)).toEqual([
      ['R3', 2, 'rule'],
      ['R5', 2, 'rule'],
    ])
  })

  it('gives nothing for what an excerpt says was said before it', () => {
    const excerpt = scene.excerpts.find((one) => one.said.length > 0)
    const row = scene.dialogue
      .flatMap(({ rows }) => rows)
      .find((one) => excerpt?.said.includes(one.id) && Object.keys(one.counts ?? {}).length > 0)
    if (!excerpt || !row) throw new Error('no excerpt in which something was said')
    const visit = new Play(scene, { seats: SEATS, excerpt: excerpt.id })
    const start = visit.state.clock / 1000
    if (visit.state.status === 'preparing') visit.act(start, { type: 'arrive' })
    const number = spoken(visit, visit.state.clock / 1000 + 5, '说说他？')
    recode(visit, visit.state.clock / 1000, number, row.id)
    expect(evidenceAt(visit, number)).toEqual([])
  })

  it('[A.3] counts an apology once for a slip that was felt, whichever words were the apology', () => {
    const visit = play()
    const before = spoken(visit, 45, '哎')
    visit.say(50, 'A2-14')
    const first = spoken(visit, 60, '怪我')
    visit.say(70, 'G-sorry')
    const apology = visit.of('said').at(-1)?.number ?? 0
    expect(evidenceAt(visit, apology)).toEqual([['R2', 1, 'rule']])
    recode(visit, 71, before, 'G-sorry')
    expect(evidenceAt(visit, before)).toEqual([])
    recode(visit, 72, first, 'G-sorry')
    expect(evidenceAt(visit, first)).toEqual([['R2', 1, 'person']])
    expect(evidenceAt(visit, apology)).toEqual([])
  })

  it('comes to the same as the visit in which the words had been understood so at once', () => {
    const rows = ['A2-03', 'A2-06', 'A2-08', 'A2-14', null]
    const taken = fc.record({ heard: fc.constantFrom(...rows), meant: fc.constantFrom(...rows) })
    const told = (as: readonly (string | null)[]) => {
      const visit = play()
      const numbers = as.map((row, i) =>
        spoken(visit, 45 + 10 * i, '随便什么话', row ?? undefined, { isConfirmed: true }),
      )
      return { visit, numbers }
    }
    const result = ({ visit, numbers }: ReturnType<typeof told>) => ({
      evidence: numbers.map((number) => evidenceAt(visit, number).map(([item, points]) => [item, points])),
      // Silences depend on what she answered, and that stays as it happened.
      figures: { ...figures(visit), counts: { ...figures(visit).counts, SIL: 0 } },
    })
    fc.assert(
      fc.property(fc.array(taken, { minLength: 1, maxLength: 4 }), fc.boolean(), (sayings, isBackwards) => {
        const recoded = told(sayings.map(({ heard: as }) => as))
        const order = sayings.map((_, i) => i)
        for (const i of isBackwards ? order.reverse() : order)
          recode(recoded.visit, 100, recoded.numbers[i] ?? 0, sayings[i]?.meant ?? null)
        expect(result(recoded)).toEqual(result(told(sayings.map(({ meant }) => meant))))
      }),
      { numRuns: 40, seed: 20261124 },
    )
  })
})

describe('[A.6] what a rater said stays said', () => {
  it('[D.3] when a later line is taken back', () => {
    const visit = play()
    const number = spoken(visit, 45, '说说他？')
    visit.say(50, 'A2-14')
    recode(visit, 51, number, 'A2-03')
    visit.act(52, { type: 'take-back' })
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    expect(last(visit)).toMatchObject({ number, takenFor: 'A2-03', decidedBy: 'rater', isWaiting: false })
  })

  it('[A.7] when the trainee goes on from before a red line', () => {
    const visit = play({ isFirstRun: true })
    const number = spoken(visit, 45, '说说他？')
    visit.say(50, 'A2-16')
    recode(visit, 50, number, 'A2-03')
    visit.act(50, { type: 'go-on', isAccepted: true })
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    expect(last(visit)).toMatchObject({ decidedBy: 'rater' })
  })

  it('[D.3] and gives nothing for words that were themselves taken back', () => {
    const visit = play()
    const number = spoken(visit, 45, '一天都怎么过的', 'A2-06')
    recode(visit, 46, number, 'A2-03')
    visit.act(47, { type: 'take-back' })
    recode(visit, 48, number, 'A2-16')
    expect(evidenceAt(visit, number)).toEqual([])
    expect(redLines(visit)).toEqual([])
    expect(figures(visit).counts).toEqual(figures(play()).counts)
  })
})

describe('[A.4, A.6] figures of the conversation', () => {
  it('follow a rater: codes and families of the row it was taken for, none for none', () => {
    const visit = play()
    const number = spoken(visit, 45, '说说他？')
    const bare = figures(visit)
    recode(visit, 46, number, 'A2-08')
    expect(figures(visit).counts).toEqual({ ...bare.counts, SR: 1, Qo: (bare.counts.Qo ?? 0) + 1 })
    expect(figures(visit).reflectionsPerQuestion.of).toBe(bare.reflectionsPerQuestion.of + 1)
    const tags = (of: typeof bare) => of.skills.flatMap((one) => Object.values(one.tags)).reduce((a, b) => a + b, 0)
    expect(tags(figures(visit))).toBeGreaterThan(tags(bare))
    recode(visit, 47, number, 'A2-14')
    expect(tags(figures(visit))).toBe(tags(bare))
    recode(visit, 48, number, null)
    expect(figures(visit)).toEqual(bare)
  })

  it('lose what was taken for a row and was none', () => {
    const visit = play()
    const bare = figures(visit)
    recode(visit, 46, spoken(visit, 45, '一天都怎么过的', 'A2-06'), null)
    expect(figures(visit)).toEqual(bare)
  })
})
