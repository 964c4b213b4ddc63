import { describe, expect, it } from 'vitest'
import type { FullScene } from '../../scene/index.ts'
import type { Event, EventBody } from '../event.ts'
import { ratersQueue } from './queue.ts'

/** As much of a scene as folding a conversation looks at. */
const scene = {
  people: [],
  seeds: [],
  phases: [],
  cues: [],
  events: [],
  endings: [],
  dialogue: [],
  invitation: [],
  notUnderstood: {},
  place: { doors: [], rooms: [], spots: [], things: [] },
} as unknown as FullScene

/** A log, numbered as the core numbers it; one second apart. */
const log = (...bodies: (EventBody & { seat?: string; at?: number })[]): Event[] =>
  bodies.map((body, i) => ({ seat: 'trainee', at: i * 1000, ...body, number: i + 1 }))

const likely = ['A', 'B', 'C', 'D'].map((row, i) => ({ row, confidence: 0.5 - i / 10 }))
const heard = { by: 'grams', likely }
const entered: EventBody = { type: 'phase-entered', phase: 'A1' }
const said = (row: string, own?: { words?: string; isConfirmed?: boolean; wordCount?: number }): EventBody => ({
  type: 'said',
  row,
  to: 'S',
  phase: 'A2',
  codes: [],
  means: own ? 'typed' : 'picked',
  isScored: true,
  factor: 1,
  isPrivate: true,
  variant: -1,
  ...(own && { lang: 'zh', wordCount: 3, confidence: 0.95, isConfirmed: false, heard, ...own }),
})
const unheard = (words?: string): EventBody => ({
  type: 'not-understood',
  times: 1,
  candidates: [],
  lang: 'zh',
  wordCount: 3,
  heard,
  ...(words !== undefined && { words }),
})
const asked = (row: string, words: string): EventBody => ({
  type: 'confirm-asked',
  row,
  words,
  lang: 'zh',
  confidence: 0.7,
  heard,
})
const recoded = (of: number, row: string | null): EventBody => ({ type: 'recoded', of, row })
const queue = (...bodies: Parameters<typeof log>) => ratersQueue(log(...bodies), scene)

describe('[A.6] the raters’ queue', () => {
  it('holds what was said in own words, with where, when, how it was understood and the three likeliest rows', () => {
    expect(queue(entered, said('A', { words: '您好呀' }))).toEqual([
      {
        number: 2,
        at: 1000,
        seat: 'trainee',
        phase: 'A1',
        words: '您好呀',
        lang: 'zh',
        takenFor: 'A',
        answeredAs: 'A',
        decidedBy: 'machine',
        denied: null,
        likely: likely.slice(0, 3),
        by: 'grams',
        second: null,
        isTakenBack: false,
        isUnsaid: false,
        isWaiting: false,
      },
    ])
  })

  it('holds nothing that was picked, and nothing of an empty log', () => {
    expect(queue(entered, said('A'))).toEqual([])
    expect(ratersQueue([], scene)).toEqual([])
  })

  it('waits for a person where nobody understood', () => {
    expect(queue(entered, unheard('嗯那个'))).toMatchObject([
      { words: '嗯那个', takenFor: null, answeredAs: null, decidedBy: 'nobody', denied: null, isWaiting: true },
    ])
  })

  it('is one utterance when the trainee says “yes, that is what I meant”', () => {
    expect(queue(entered, asked('A', '您好'), said('A', { words: '您好', isConfirmed: true }))).toMatchObject([
      { number: 3, takenFor: 'A', decidedBy: 'trainee', isWaiting: false },
    ])
  })

  it('is one utterance, which waits, when the trainee says “no, just as I said it”', () => {
    expect(queue(entered, asked('A', '您好'), unheard('您好'))).toMatchObject([
      { number: 3, takenFor: null, denied: 'A', decidedBy: 'nobody', isWaiting: true },
    ])
  })

  it('is two when something else was said instead of an answer; words without one reached nobody, and wait', () => {
    expect(queue(entered, asked('A', '您好'), unheard('天气真好'))).toMatchObject([
      { number: 2, words: '您好', isUnsaid: true, decidedBy: 'nobody', isWaiting: true },
      { number: 3, words: '天气真好', denied: null, isWaiting: true },
    ])
    expect(queue(entered, asked('A', '您好'), said('B'))).toMatchObject([{ number: 2, isUnsaid: true }])
  })

  it('answers only the last question: one that was passed over for another waits by itself', () => {
    expect(
      queue(entered, asked('A', '您好'), asked('B', '天气真好'), said('B', { words: '天气真好', isConfirmed: true })),
    ).toMatchObject([
      { number: 2, words: '您好', isUnsaid: true, isWaiting: true },
      { number: 4, takenFor: 'B', decidedBy: 'trainee' },
    ])
  })

  it('does not let one trainee answer what another was asked', () => {
    expect(
      queue(entered, asked('A', '您好'), { ...said('A', { words: '您好', isConfirmed: true }), seat: 'partner' }),
    ).toMatchObject([
      { seat: 'trainee', isUnsaid: true },
      { seat: 'partner', decidedBy: 'trainee' },
    ])
  })

  it('follows a rater’s last word, to a row or to none; what was answered at the time stays', () => {
    expect(queue(entered, unheard('嗯'), recoded(2, 'A'), recoded(2, 'B'))).toMatchObject([
      { takenFor: 'B', answeredAs: null, decidedBy: 'rater', isWaiting: false },
    ])
    expect(queue(entered, said('A', { words: '您好' }), recoded(2, null))).toMatchObject([
      { takenFor: null, answeredAs: 'A', decidedBy: 'rater', isWaiting: false },
    ])
  })

  it('follows a recode to the answer of a question, whichever of the two it names', () => {
    const utterance = [entered, asked('A', '您好'), unheard('您好')]
    expect(queue(...utterance, recoded(2, 'B'))).toMatchObject([{ number: 3, takenFor: 'B', decidedBy: 'rater' }])
    expect(queue(entered, asked('A', '您好'), recoded(2, 'B'), said('C'))).toMatchObject([
      { number: 2, takenFor: 'B', answeredAs: null, isUnsaid: true, isWaiting: false },
    ])
  })

  it('[D.3] marks what was taken back, and lets nobody wait for it', () => {
    expect(
      queue(entered, unheard('嗯'), said('A', { words: '您好' }), unheard('哦'), { type: 'taken-back', from: 3 }),
    ).toMatchObject([
      { number: 2, isTakenBack: false, isWaiting: true },
      { number: 3, isTakenBack: true, isWaiting: false },
      { number: 4, isTakenBack: true, isWaiting: false },
    ])
  })

  it('[A.7] marks what was gone on from, and nothing when the trainee let it end', () => {
    const upTo = (isAccepted: boolean): EventBody => ({ type: 'went-on', isAccepted, redLine: 'CF-A7', from: 2 })
    expect(queue(entered, said('A', { words: '您好' }), upTo(true))).toMatchObject([{ isTakenBack: true }])
    expect(queue(entered, said('A', { words: '您好' }), upTo(false))).toMatchObject([{ isTakenBack: false }])
  })

  it('[D.2] keeps an utterance whose words were erased, in the same place and decided by the same', () => {
    const erased = queue(
      entered,
      said('A', {}),
      unheard(),
      asked('B', ''),
      said('B', { isConfirmed: true }),
      asked('C', ''),
      unheard(),
    )
    expect(erased.map(({ number, words, decidedBy, denied }) => [number, words, decidedBy, denied])).toEqual([
      [2, null, 'machine', null],
      [3, null, 'nobody', null],
      [5, null, 'trainee', null],
      [7, null, 'nobody', 'C'],
    ])
  })

  it('does without what older logs did not keep', () => {
    const { heard: _, ...old } = unheard('嗯') as EventBody & { type: 'not-understood' }
    expect(queue(entered, old)).toMatchObject([{ likely: [], by: null, isWaiting: true }])
  })
})
