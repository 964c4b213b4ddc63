import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { isClockRunning, type Say, view } from '../../../src/sim/index.ts'
import { assessed, evidenceAt, last, own, queueOf, recode, SEATS } from './own-words.ts'
import { expectRefused, homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, { seats: SEATS, ...start }).inside()

/** What the words may have meant, best first, each with its probability. */
const heardAs = (...likely: [row: string, confidence: number][]): Partial<Say> => ({
  candidates: likely.map(([row]) => row),
  heard: { by: 'grams', likely: likely.map(([row, confidence]) => ({ row, confidence })) },
})
/** Taken for a row in doubt, asked about, and denied. */
function denied(visit: Play, words = '他从前怎么样', more = heardAs(['A2-03', 0.7], ['A2-06', 0.2], ['A2-14', 0.1])) {
  visit.say(40, 'A2-01')
  visit.act(50, own(words, 'A2-03', { confidence: 0.7, ...more }))
  visit.act(50, { type: 'confirm', isMeant: false })
}
const offered = (visit: Play) => {
  const prompt = view(visit.state, 'trainee').prompts.find((one) => one.kind === 'candidates')
  return prompt?.kind === 'candidates' ? prompt : null
}
const rowsOffered = (visit: Play) => visit.of('denied').at(-1)?.candidates

describe('[A.6] words that were not meant as they were taken', () => {
  it('reach nobody: no answer, no miss, and the record says they were left unsaid', () => {
    const visit = play()
    const before = { replies: 0, misses: visit.state.misses }
    visit.say(40, 'A2-01')
    before.replies = visit.of('replied').length + visit.of('disclosed').length
    visit.act(50, own('他从前怎么样', 'A2-03', { confidence: 0.7 }))
    visit.act(50, { type: 'confirm', isMeant: false })
    expect(visit.of('replied').length + visit.of('disclosed').length).toBe(before.replies)
    expect(visit.of('not-understood')).toEqual([])
    expect(visit.state.misses).toBe(before.misses)
    expect(view(visit.state, 'trainee').moments.at(-1)).toMatchObject({
      kind: 'denied',
      text: { text: '他从前怎么样' },
    })
  })

  it('bring the next likely lines at once in practice, never the one denied, and none in an assessed session', () => {
    const visit = play()
    denied(visit)
    expect(rowsOffered(visit)).toEqual(['A2-06'])
    expect(offered(visit)).toMatchObject({ isSaid: false, words: { text: '他从前怎么样' } })
    const assessedVisit = play({ kind: 'assessed' })
    denied(assessedVisit)
    expect(offered(assessedVisit)).toMatchObject({ isSaid: false, offers: [] })
  })

  it('are never met with a list of insults: a harmful line is offered only where it may well be what was said', () => {
    const unlikely = play()
    denied(unlikely, '嗯', heardAs(['A2-03', 0.5], ['A2-14', 0.19], ['A2-15', 0.01]))
    expect(rowsOffered(unlikely)).toEqual([])
    const likely = play()
    denied(likely, '嗯', heardAs(['A2-03', 0.5], ['A2-14', 0.2], ['A2-06', 0.01]))
    expect([...(rowsOffered(likely) ?? [])].sort()).toEqual(['A2-06', 'A2-14'])
  })

  it('count as the line that is chosen instead, as confirmed own words, and are one utterance with it', () => {
    const visit = play()
    denied(visit)
    const offer = offered(visit)?.offers[0]?.token ?? ''
    visit.act(51, { type: 'say', offer, means: 'picked' })
    expect(visit.of('said').at(-1)).toMatchObject({
      row: 'A2-06',
      words: '他从前怎么样',
      isConfirmed: true,
      isScored: true,
      confidence: 0.2,
    })
    expect(queueOf(visit)).toHaveLength(1)
    expect(last(visit)).toMatchObject({
      takenFor: 'A2-06',
      denied: 'A2-03',
      decidedBy: 'trainee',
      isUnsaid: false,
      isWaiting: false,
    })
    expect(offered(visit)).toBeNull()
  })

  it('[A.5] take no time from anybody until they are said, another way or as they were', () => {
    const visit = play()
    denied(visit)
    expect(isClockRunning(visit.state)).toBe(false)
    visit.act(51, own('您跟我说说他', 'A2-06'))
    expect(isClockRunning(visit.state)).toBe(true)
  })

  it('can be left just as they were said: then they are said, not understood, and wait for a rater', () => {
    const visit = play()
    denied(visit)
    visit.act(51, { type: 'leave-as-said' })
    expect(visit.of('not-understood')).toMatchObject([{ words: '他从前怎么样', times: 1, candidates: [] }])
    expect(visit.of('replied').at(-1)?.line).toMatch(/^puzzled\/S/)
    expect(queueOf(visit)).toHaveLength(1)
    expect(last(visit)).toMatchObject({ denied: 'A2-03', isUnsaid: false, isWaiting: true })
    expect(offered(visit)).toBeNull()
    recode(visit, 52, last(visit).number, 'A2-03')
    expect(evidenceAt(visit, last(visit).number)).toEqual([['R2', 2, 'person']])
  })

  it('can be said another way, and then wait for a person as words that were never said', () => {
    const visit = play()
    denied(visit)
    const { number } = last(visit)
    visit.act(60, own('您跟我说说他', 'A2-03'))
    expect(queueOf(visit)).toMatchObject([
      { number, denied: 'A2-03', isUnsaid: true, isWaiting: true, takenFor: null },
      { takenFor: 'A2-03', denied: null, decidedBy: 'machine' },
    ])
    expect(offered(visit)).toBeNull()
    recode(visit, 61, number, 'A2-06')
    expect(assessed(visit).evidence.some((line) => line.number === number && line.judgedBy === 'person')).toBe(true)
  })

  it('[A.6] a second miss in a row offers lines for words that were said: leaving them changes nothing', () => {
    const visit = play()
    visit.say(40, 'A2-01')
    const vague = { ...own('那个……'), ...heardAs(['A2-03', 0.4], ['A2-14', 0.1]) }
    visit.act(50, vague)
    expect(offered(visit)).toBeNull()
    visit.act(60, vague)
    expect(visit.of('not-understood').at(-1)?.candidates).toEqual(['A2-03'])
    expect(offered(visit)).toMatchObject({ isSaid: true })
    const heard = visit.of('replied').length
    visit.act(61, { type: 'leave-as-said' })
    expect(visit.events.at(-1)?.type).toBe('left-as-said')
    expect(visit.of('replied')).toHaveLength(heard)
    expect(offered(visit)).toBeNull()
    expectRefused('not-now', () => visit.act(62, { type: 'leave-as-said' }))
  })
})

describe('what own words were taken for', () => {
  it('is asked about and shown in the wording that fits the moment', () => {
    const texts = (preparation: string[]) => {
      const visit = new Play(scene, { seats: SEATS }).arrive(preparation)
      visit.act(5, own('沈阿姨好', 'A1-01', { confidence: 0.7 }))
      const asked = view(visit.state, 'trainee').prompts.find((one) => one.kind === 'confirm')
      visit.act(5, { type: 'confirm', isMeant: true })
      const moment = view(visit.state, 'trainee').moments.findLast((one) => one.kind === 'own-words')
      return [asked?.kind === 'confirm' && asked.understood.en, moment?.kind === 'own-words' && moment.understoodAs?.en]
    }
    const row = scene.dialogue.flatMap(({ rows }) => rows).find(({ id }) => id === 'A1-01')
    const [called, plain] = [row?.variants[0]?.text.en, row?.text.en]
    expect(called).not.toBe(plain)
    expect(texts(['A0-02'])).toEqual([called, called])
    expect(texts(['A0-01'])).toEqual([plain, plain])
  })
})
