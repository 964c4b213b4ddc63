import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { isClockRunning, legalRows, view } from '../../../src/sim/index.ts'
import { expectRefused, homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, start)

describe('[B.10, A.7] red lines', () => {
  it('let the reply play, then end the session as E-A6', () => {
    const visit = play().inside()
    visit.say(40, 'A2-16')
    expect(visit.state.status).toBe('visiting')
    const until = visit.of('red-line')[0]?.endsAt ?? 0
    expect(until).toBeGreaterThan(40_000)
    visit.act(until / 1000, { type: 'time-passes' }, 'system')
    expect(visit.state.ending).toEqual({ id: 'E-A6', isCapped: true })
    expectRefused('session-ended', () => visit.say(100, 'A2-01'))
  })

  it('CF-A1: leaving while the kettle is live', () => {
    const visit = play().inside()
    visit.act(400, { type: 'leave' })
    expect(visit.state.redLines.map((line) => line.id)).toEqual(['CF-A1'])
    expect(visit.state.ending?.id).toBe('E-A6')
  })

  it('CF-A8 needs both check-ins to have been shown for twenty seconds', () => {
    const unseen = play().inside()
    unseen.act(1690, { type: 'time-passes' }, 'system')
    expect(unseen.state.redLines).toHaveLength(0)
    const seen = play().inside()
    seen.act(1525, { type: 'show-message', event: 'E8', shownMs: 20_000 })
    seen.act(1645, { type: 'show-message', event: 'E8', shownMs: 20_000 })
    seen.act(1690, { type: 'time-passes' }, 'system')
    expect(seen.state.redLines.map((line) => [line.id, line.at])).toEqual([['CF-A8', 1_680_000]])
  })

  it('a message to the supervisor answers the check-in', () => {
    const visit = play().inside()
    visit.act(1505, { type: 'message', to: 'supervisor', words: '平安' })
    expect(visit.state.events.E8?.isHandled).toBe(true)
  })

  it('in a first practice run it warns and waits; going on returns to before it, and the record says so', () => {
    const visit = play({ isFirstRun: true }).inside()
    const before = visit.state
    visit.say(40, 'A2-16')
    expect(visit.of('red-line')[0]).toMatchObject({ isWarned: true, endsAt: null })
    expect(isClockRunning(visit.state)).toBe(false)
    expectRefused('not-now', () => visit.say(41, 'A2-01'))
    expect(view(visit.state, 'trainee').prompts).toMatchObject([{ kind: 'red-line', redLine: 'CF-A7' }])
    visit.act(50, { type: 'go-on', isAccepted: true })
    expect(visit.points('S.trust')).toBeCloseTo(
      before.people.S?.feelings.trust ? before.people.S.feelings.trust / 1000 : 0,
      0,
    )
    expect(visit.state.said).not.toHaveProperty('A2-16')
    expect(visit.state.redLines).toMatchObject([{ id: 'CF-A7', isWarned: true }])
    visit.say(visit.state.clock / 1000 + 1, 'A2-01')
    expect(visit.state.status).toBe('visiting')
  })

  it('declined, the run ends as it would', () => {
    const visit = play({ isFirstRun: true }).inside()
    visit.say(40, 'A2-16')
    visit.act(50, { type: 'go-on', isAccepted: false })
    expect(visit.state.ending).toEqual({ id: 'E-A6', isCapped: true })
    expect(visit.state.redLines).toMatchObject([{ id: 'CF-A7', isWarned: false }])
  })

  it('no warning in a class or an assessed session', () => {
    const visit = play({ isFirstRun: true, kind: 'assessed' }).inside()
    visit.say(40, 'A2-16')
    expect(visit.state.warning).toBeNull()
  })

  it('an instructor may let it run: the result stays capped', () => {
    const seats = [
      { seat: 'trainee', role: 'trainee' as const },
      { seat: 'instructor', role: 'instructor' as const },
    ]
    const visit = play({ kind: 'class', seats }).inside()
    visit.say(40, 'A2-16')
    visit.act(41, { type: 'intervene', what: 'let-run' }, 'instructor')
    visit.act(100, { type: 'wait' })
    expect(visit.state.status).toBe('visiting')
    visit.act(101, { type: 'leave' })
    visit.act(101, { type: 'finish' })
    expect(visit.state.ending).toEqual({ id: 'E-A6', isCapped: true })
  })
})

describe('[A.7] a red line before the door', () => {
  it('warns a first run before anything is done, and going on leaves it undone', () => {
    const visit = play({ isFirstRun: true })
    visit.act(0, { type: 'prepare', options: ['A0-01', 'A0-12'] })
    expect(visit.state.warning).toMatchObject({ redLine: 'CF-A9' })
    visit.act(0, { type: 'go-on', isAccepted: true })
    expect(visit.state.prepared).toEqual(['A0-01'])
    visit.act(0, { type: 'arrive' })
    expect(visit.state.status).toBe('visiting')
  })

  it('ends any other run at once', () => {
    const visit = play()
    visit.act(0, { type: 'prepare', options: ['A0-12'] })
    expect(visit.state.ending).toEqual({ id: 'E-A6', isCapped: true })
  })
})

describe('[A.6] free words', () => {
  const typed = { type: 'say', means: 'typed', lang: 'zh' } as const

  it('ask back when not sure, and a no offers other lines the second time', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    const guess = {
      ...typed,
      words: '他是怎样的人',
      row: 'A2-03',
      confidence: 0.7,
      isClear: true,
      candidates: ['A2-03', 'A2-06', 'A2-11'],
    }
    visit.act(50, guess)
    expect(visit.of('said').some((event) => event.row === 'A2-03')).toBe(false)
    visit.act(51, { type: 'confirm', isMeant: false })
    visit.act(60, guess)
    visit.act(61, { type: 'confirm', isMeant: false })
    const prompt = view(visit.state, 'trainee').prompts.find((one) => one.kind === 'candidates')
    expect(prompt?.kind === 'candidates' && prompt.offers.length).toBe(2)
  })

  it('count when sure and clear; harm and actions never without a yes', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(50, { ...typed, words: '您跟我说说他吧', row: 'A2-03', confidence: 0.97, isClear: true })
    expect(visit.of('said').at(-1)).toMatchObject({ row: 'A2-03', isScored: true })
    visit.act(60, { ...typed, words: '您要想开点', row: 'A2-14', confidence: 0.99, isClear: true })
    expect(visit.of('confirm-asked')).toMatchObject([{ row: 'A2-14' }])
  })
})

describe('[D.3] taking back', () => {
  it('folds the state without the line within three seconds, and no later', () => {
    const visit = play().inside()
    const trust = visit.points('S.trust')
    visit.say(40, 'A2-14')
    expect(visit.points('S.trust')).toBeLessThan(trust)
    visit.act(43, { type: 'take-back' })
    expect(visit.points('S.trust')).toBeCloseTo(trust, 0)
    expect(visit.state.said).not.toHaveProperty('A2-14')
    visit.say(50, 'A2-01')
    expectRefused('not-now', () => visit.act(53.1, { type: 'take-back' }))
  })
})

describe('[D.4] leaving and finishing', () => {
  it('stops the clock, opens the aftermath, and ends with finish', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(100, { type: 'leave' })
    expect(visit.state.status).toBe('aftermath')
    expect(legalRows(visit.state, 'trainee')).toEqual(['A6-12'])
    expectRefused('not-offered', () => visit.say(101, 'A2-06'))
    visit.act(200, { type: 'do', row: 'A6-12', means: 'picked' })
    expect(visit.state.clock).toBe(100_000)
    visit.act(300, { type: 'finish' })
    expect(visit.state.status).toBe('ended')
  })

  it('a trainee cannot finish a visit that is going on', () => {
    expectRefused('not-now', () => play().inside().act(40, { type: 'finish' }))
  })
})

describe('[B.11] endings', () => {
  it('E-A4: below trust 15 in the first phases she asks for another day', () => {
    const visit = play().inside()
    visit.say(38, 'A2-01')
    visit.feel('S.trust', 16)
    visit.say(40, 'A2-15')
    expect(visit.of('ending-neared')).toMatchObject([{ ending: 'E-A4' }])
    visit.act(60, { type: 'time-passes' }, 'system')
    expect(visit.state.ending?.id).toBe('E-A4')
  })
})

describe('[B.12] seed and roll', () => {
  it('gamma drops the fraud rows', () => {
    const rows = (seed: string) => {
      const visit = play({ seed }).inside()
      visit.act(40, { type: 'go', to: 'living' })
      for (const [i, row] of ['A2-01', 'A2-06', 'A3-01', 'A3-08'].entries()) visit.say(41 + i, row)
      visit.say(560, 'A4-01')
      visit.feel('S.trust', 70)
      return legalRows(visit.state, 'trainee')
    }
    expect(rows('alpha')).toEqual(expect.arrayContaining(['A4-11', 'A4-12']))
    for (const row of ['A4-05', 'A4-11', 'A4-12', 'A5-17']) expect(rows('gamma')).not.toContain(row)
  })

  it('refuses an unknown seed', () => {
    expectRefused('unknown-thing', () => play({ seed: 'omega' }))
  })
})

describe('who may try what', () => {
  it('keeps every seat to its acts', () => {
    const seats = [
      { seat: 'trainee', role: 'trainee' as const },
      { seat: 'observer', role: 'observer' as const },
      { seat: 'player', role: 'role-player' as const },
    ]
    const visit = play({ seats }).inside()
    expectRefused('not-this-seat', () => visit.act(40, { type: 'say', row: 'A2-01', means: 'picked' }, 'observer'))
    expectRefused('not-this-seat', () => visit.act(40, { type: 'recode', number: 1, row: null }))
    expectRefused('not-this-seat', () => visit.act(40, { type: 'leave' }, 'nobody'))
    visit.act(41, { type: 'voice', person: 'S', words: '哎。', lang: 'zh' }, 'player')
    expect(view(visit.state, 'trainee').moments.at(-1)).toMatchObject({
      kind: 'line',
      by: 'S',
      text: { text: '哎。', lang: 'zh' },
    })
  })
})
