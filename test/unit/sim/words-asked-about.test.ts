import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { isClockRunning, view } from '../../../src/sim/index.ts'
import { assessed, evidenceAt, last, own, queueOf, recode, redLines, SEATS, spoken } from './own-words.ts'
import { expectRefused, homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, { seats: SEATS, ...start }).inside()
const figures = (visit: Play) => assessed(visit).conversation

describe('[A.6] words asked about', () => {
  it('wait for a person when the question has no answer, and give what a rater takes them for', () => {
    const visit = play()
    const number = spoken(visit, 45, '您这个岁数就别想那么多了', 'A2-14')
    visit.say(60, 'A2-01')
    const waiting = { number, isUnsaid: true, decidedBy: 'nobody', takenFor: null, isWaiting: true }
    expect(last(visit)).toMatchObject(waiting)
    const bare = figures(visit)
    recode(visit, 61, number, 'A2-03')
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    expect(figures(visit).counts.Qo).toBe((bare.counts.Qo ?? 0) + 1)
    expect(last(visit)).toMatchObject({ takenFor: 'A2-03', answeredAs: null, decidedBy: 'rater', isWaiting: false })
    recode(visit, 62, number, 'A2-16')
    expect(redLines(visit)).toEqual([['CF-A7', number, false]])
    recode(visit, 63, number, null)
    expect(evidenceAt(visit, number)).toEqual([])
    expect(last(visit)).toMatchObject({ takenFor: null, decidedBy: 'rater', isWaiting: false })
  })

  it.each([true, false])('are one with the answer (%s): a recode of either is about the same words', (isMeant) => {
    const visit = play()
    const question = spoken(visit, 45, '您这个岁数就别想那么多了', 'A2-14')
    recode(visit, 45, question, 'A2-03')
    visit.act(45, { type: 'confirm', isMeant })
    const { number } = last(visit)
    expect(queueOf(visit)).toHaveLength(1)
    expect(last(visit)).toMatchObject({ takenFor: 'A2-03', decidedBy: 'rater', isWaiting: false })
    expect(evidenceAt(visit, question)).toEqual([])
    expect(evidenceAt(visit, number)).toEqual([['R2', 2, 'person']])
    recode(visit, 46, number, 'A2-06')
    recode(visit, 46, question, 'A2-08')
    expect(last(visit).takenFor).toBe('A2-08')
    expect(evidenceAt(visit, question)).toEqual([])
    recode(visit, 47, question, null)
    expect(evidenceAt(visit, number)).toEqual([])
  })

  it('[D.3] give nothing once the answer has been taken back, and wait for nobody', () => {
    const visit = play()
    const question = spoken(visit, 45, '您这个岁数就别想那么多了', 'A2-14')
    visit.act(45, { type: 'confirm', isMeant: true })
    visit.act(46, { type: 'take-back' })
    recode(visit, 47, question, 'A2-03')
    expect(queueOf(visit)).toMatchObject([{ isTakenBack: true, isWaiting: false }])
    expect(evidenceAt(visit, question)).toEqual([])
  })

  it('[D.3, A.5] are not asked about again when the line is taken back: the clock runs', () => {
    const visit = play()
    visit.act(45, own('您这个岁数就别想那么多了', 'A2-14'))
    expect(isClockRunning(visit.state)).toBe(false)
    visit.act(45, { type: 'confirm', isMeant: true })
    visit.act(46, { type: 'take-back' })
    expect(isClockRunning(visit.state)).toBe(true)
    expect(view(visit.state, 'trainee').prompts.map((one) => one.kind)).not.toContain('confirm')
    expectRefused('not-now', () => visit.act(47, { type: 'confirm', isMeant: true }))
    visit.act(60, { type: 'wait' })
    expect(visit.state.clock).toBe(60_000)
  })

  it('[A.7] nor when the trainee goes on from before the red line they confirmed', () => {
    const visit = play({ isFirstRun: true })
    visit.act(45, own('您这是老年痴呆吧', 'A2-16'))
    visit.act(45, { type: 'confirm', isMeant: true })
    visit.act(45, { type: 'go-on', isAccepted: true })
    expect(isClockRunning(visit.state)).toBe(true)
    expect(view(visit.state, 'trainee').prompts.map((one) => one.kind)).not.toContain('confirm')
  })
})
