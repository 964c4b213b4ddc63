import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { debrief } from '../../../src/sim/index.ts'
import { assessed, recode, redLines, SEATS, spoken } from './own-words.ts'
import { homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, { seats: SEATS, ...start }).inside()
const capsOn = (visit: Play, name: string) => assessed(visit).items.find(({ item }) => item === name)?.cappedBy

describe('[B.10, A.6] red lines and a rater', () => {
  /** A red-line row in own words, confirmed: the visit ends by it. */
  const crossing = (start = {}) => {
    const visit = play(start)
    const number = spoken(visit, 45, '您这是老年痴呆吧', 'A2-16', { isConfirmed: true })
    return { visit, number, redLine: visit.of('red-line')[0]?.number ?? 0 }
  }

  it('caps where a rater took the words for a red-line row, as the row would have; the visit went on', () => {
    const visit = play()
    const number = spoken(visit, 45, '您这脑子是不是不行了')
    visit.act(60, { type: 'leave' })
    visit.act(60, { type: 'finish' })
    const ended = visit.state.ending?.id
    recode(visit, 60, number, 'A2-16')
    expect(assessed(visit)).toMatchObject({ isCapped: true, ending: ended })
    expect(redLines(visit).at(-1)).toEqual(['CF-A7', number, false])
    expect(capsOn(visit, 'R7')).toContain('CF-A7')
    expect(debrief(visit.events, scene, 'trainee').redLines.at(-1)).toMatchObject({ id: 'CF-A7', number })
    recode(visit, 60, number, null)
    expect(redLines(visit).map(([id]) => id)).not.toContain('CF-A7')
    expect(visit.state.redLines.map(({ id }) => id)).not.toContain('CF-A7')
  })

  it.each([null, 'A2-03'])(
    'lifts the cap of confirmed words that a rater took for %s; the visit stays ended',
    (row) => {
      const { visit, number, redLine } = crossing()
      visit.act(100, { type: 'time-passes' }, 'system')
      expect(redLines(visit)).toEqual([['CF-A7', redLine, false]])
      recode(visit, 100, number, row)
      expect(assessed(visit)).toMatchObject({ isCapped: false, redLines: [], ending: 'E-A6' })
      expect(capsOn(visit, 'R7')).toEqual([])
      expect(debrief(visit.events, scene, 'trainee')).toMatchObject({ redLines: [], ending: { id: 'E-A6' } })
    },
  )

  it('leaves it where it was when a rater agrees, and moves it to another red line where they do not', () => {
    const { visit, number, redLine } = crossing()
    recode(visit, 45, number, 'A2-16')
    expect(redLines(visit)).toEqual([['CF-A7', redLine, false]])
    recode(visit, 45, number, 'A4-17')
    const { id, caps } = scene.redLines.find((one) => one.id === 'CF-A5') ?? { id: '', caps: [] }
    expect(redLines(visit)).toEqual([[id, number, false]])
    for (const item of caps) expect(capsOn(visit, item)).toEqual([id])
  })

  it('still caps when the same was said again, the first time being none', () => {
    const { visit, number } = crossing()
    visit.act(46, { type: 'intervene', what: 'let-run' }, 'instructor')
    visit.say(60, 'A2-16')
    recode(visit, 61, number, null)
    expect(redLines(visit)).toEqual([['CF-A7', visit.of('said').at(-1)?.number, false]])
  })

  it('is one red line, however often its row was said', () => {
    const { visit, redLine } = crossing()
    visit.act(46, { type: 'intervene', what: 'let-run' }, 'instructor')
    recode(visit, 61, spoken(visit, 60, '您脑子有病'), 'A2-16')
    expect(redLines(visit)).toEqual([['CF-A7', redLine, false]])
  })

  it('leaves what was crossed by no words', () => {
    const visit = play()
    const number = spoken(visit, 45, '您这脑子是不是不行了')
    visit.act(400, { type: 'leave' })
    const line = visit.of('red-line')[0]?.number
    expect(redLines(visit)).toEqual([['CF-A1', line, false]])
    recode(visit, 400, number, 'A2-16')
    expect(redLines(visit)).toEqual([
      ['CF-A7', number, false],
      ['CF-A1', line, false],
    ])
    recode(visit, 400, number, null)
    expect(redLines(visit)).toEqual([['CF-A1', line, false]])
  })

  it('[A.7] in a first run would have capped, no more; and no longer says so when the words were none', () => {
    const visit = play({ isFirstRun: true })
    const number = spoken(visit, 45, '您这脑子是不是不行了')
    recode(visit, 46, number, 'A2-16')
    expect(redLines(visit)).toEqual([['CF-A7', number, true]])
    expect(assessed(visit).isCapped).toBe(false)
    const warned = crossing({ isFirstRun: true })
    warned.visit.act(45, { type: 'go-on', isAccepted: true })
    expect(redLines(warned.visit)).toEqual([['CF-A7', warned.redLine, true]])
    recode(warned.visit, 46, warned.number, null)
    expect(redLines(warned.visit)).toEqual([])
  })
})
