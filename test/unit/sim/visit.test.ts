import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { dueAt, isClockRunning, isPrivate, legalRows, view } from '../../../src/sim/index.ts'
import { expectRefused, homeVisit, Play, typesOf } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, start)

describe('[B.6] phases', () => {
  it('invites in by trust 35 and two helpful rows, or by three helpful rows', () => {
    const byTrust = play().arrive()
    byTrust.say(5, 'A1-01')
    expect(byTrust.of('invited-in')).toHaveLength(0)
    byTrust.say(15, 'A1-02')
    expect(byTrust.of('invited-in')).toHaveLength(1)
    const byRows = play().arrive().feel('S.trust', 16)
    for (const [i, row] of ['A1-06', 'A1-07', 'A1-03'].entries()) {
      expect(byRows.of('invited-in')).toHaveLength(0)
      byRows.say(5 + i * 10, row)
    }
    expect(byRows.of('invited-in')).toHaveLength(1)
  })

  it('changes the phase with the first act that belongs to an open later one, never by itself', () => {
    const visit = play().inside()
    expect(visit.state.phase).toBe('A1')
    visit.act(80, { type: 'time-passes' }, 'system')
    expect(visit.state.phase).toBe('A1')
    visit.say(81, 'A2-01')
    expect(visit.state.phase).toBe('A2')
    expectRefused('not-offered', () => visit.say(82, 'A1-03'))
  })

  it('opens A3 and A4 after two acts each, and does not offer a phase that is not open', () => {
    const visit = play().inside()
    expectRefused('not-offered', () => visit.say(40, 'A3-01'))
    visit.say(41, 'A2-01')
    expect(visit.state.open).not.toContain('A3')
    visit.say(42, 'A2-06')
    expect(visit.state.open).toContain('A3')
  })

  it('brings the worker in with the first line of A2, if still on the landing', () => {
    const visit = play().arrive()
    visit.say(5, 'A1-01')
    visit.say(15, 'A1-02')
    visit.say(25, 'A2-01')
    expect(visit.state.workers.trainee?.room).toBe('living')
  })

  it('opens A6 by walking to the door, also before the daughter comes, who then stays away', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(60, { type: 'go', to: 'door' })
    expect(visit.state.phase).toBe('A6')
    visit.act(1100, { type: 'time-passes' }, 'system')
    expect(visit.of('timed-event').map((event) => event.event)).not.toContain('E5')
  })

  it('offers a row bound to an event in every phase while it is live, without jumping ahead', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    expect(legalRows(visit.state, 'trainee')).not.toContain('A3-02')
    visit.act(361, { type: 'wait' })
    expect(legalRows(visit.state, 'trainee')).toContain('A3-02')
    visit.say(362, 'A3-02')
    expect(visit.state.phase).toBe('A2')
    expect(legalRows(visit.state, 'trainee')).not.toContain('A3-02')
    expect(visit.state.events.E2?.isHandled).toBe(true)
  })
})

describe('[B.7] permission', () => {
  it('is given from trust 35, and opening then notices', () => {
    const visit = play().inside().feel('S.trust', 36)
    expect(typesOf(visit.act(36, { type: 'ask-permission', thing: 'fridge' }))).toContain('permission-given')
    expect(typesOf(visit.act(37, { type: 'open', thing: 'fridge' }))).toContain('cue-noticed')
  })

  it('refuses the small room below trust 55, which costs nothing', () => {
    const visit = play().inside().feel('S.trust', 50)
    const trust = visit.points('S.trust')
    const events = visit.act(visit.state.clock / 1000, { type: 'ask-permission', thing: 'small-room-door' })
    expect(typesOf(events)).toContain('permission-refused')
    expect(visit.points('S.trust')).toBe(trust)
    expect(visit.state.redLines).toHaveLength(0)
  })

  it('takes T−8 P+8 for opening unasked and notices nothing; the fridge is no red line, the closed room is', () => {
    const visit = play().inside().feel('S.trust', 60)
    const events = visit.act(36, { type: 'open', thing: 'fridge' })
    expect(typesOf(events)).toEqual(['opened-uninvited', 'felt'])
    expect(events[1]).toMatchObject({ by: { trust: -8000, face: 8000 } })
    expect(visit.state.noticed).not.toHaveProperty('C07')
    visit.act(40, { type: 'open', thing: 'small-room-door' })
    expect(visit.state.redLines.map((line) => line.id)).toEqual(['CF-A3'])
  })

  it('crosses a red line on crossing the sill before being invited', () => {
    const visit = play().arrive()
    visit.act(10, { type: 'go', to: 'hall' })
    expect(visit.state.redLines.map((line) => line.id)).toEqual(['CF-A3'])
  })

  it('does not notice what has to be asked for by looking at it', () => {
    const visit = play().inside()
    visit.act(40, { type: 'go', to: 'kitchen' })
    visit.act(41, { type: 'look', thing: 'fridge' })
    expect(visit.state.noticed).not.toHaveProperty('C07')
  })
})

describe('[D.7] what can be seen from where', () => {
  it('refuses a look into a room that is not in sight, and notices from the right place', () => {
    const visit = play().arrive()
    expectRefused('out-of-reach', () => visit.act(5, { type: 'look', thing: 'scorched-pan' }))
    visit.act(5, { type: 'look', thing: 'landing-bulb' })
    expect(visit.state.noticed).toHaveProperty('C01')
    expectRefused('unknown-thing', () => visit.act(6, { type: 'look', thing: 'no-such-thing' }))
  })

  it('needs stepping up to the pan, not a glance from the door', () => {
    const visit = play().inside()
    visit.act(40, { type: 'go', to: 'kitchen' })
    visit.act(41, { type: 'look', thing: 'scorched-pan' })
    expect(visit.state.noticed).not.toHaveProperty('C06')
    visit.act(42, { type: 'approach', thing: 'scorched-pan' })
    expect(visit.state.noticed).toHaveProperty('C06')
  })
})

describe('[B.8] privacy', () => {
  it('is private while nobody else is there, and not beside the daughter in the same room', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    expect(isPrivate(visit.state, 'trainee', 'S')).toBe(true)
    visit.act(961, { type: 'wait' })
    expect(visit.state.phase).toBe('A5')
    expect(isPrivate(visit.state, 'trainee', 'S')).toBe(false)
  })

  it('can be declared in a rehearsal until it is computed again', () => {
    const visit = play().inside()
    visit.act(40, { type: 'set-privacy', privacy: 'off' }, 'system')
    expect(isPrivate(visit.state, 'trainee', 'S')).toBe(false)
    visit.act(41, { type: 'set-privacy', privacy: 'computed' }, 'system')
    expect(isPrivate(visit.state, 'trainee', 'S')).toBe(true)
    expectRefused('not-this-seat', () => visit.act(42, { type: 'set-privacy', privacy: 'on' }))
  })
})

describe('[B.9] timed events', () => {
  const times = (visit: Play) =>
    Object.fromEntries(visit.of('timed-event').map((event) => [event.event, event.at / 1000]))

  it('come at their times, each at its own, however far time is moved at once', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(1799, { type: 'wait' })
    expect(times(visit)).toEqual({ E2: 360, E3: 540, E4: 660, E6: 900, E5: 960, E7: 1080, E8: 1500 })
  })

  it('[D.5] wait for the worker to be inside', () => {
    const visit = play().arrive()
    visit.act(959, { type: 'wait' })
    expect(Object.keys(times(visit))).toEqual(['E1'])
  })

  it('E2 comes one minute after entry when entry is late', () => {
    const visit = play().arrive()
    visit.act(400, { type: 'wait' })
    visit.say(410, 'A1-01')
    visit.say(420, 'A1-02')
    visit.act(600, { type: 'wait' })
    expect(times(visit).E2).toBe(480)
  })

  it('E2 ignored: the smell at ninety seconds, and it stays live to be dealt with late', () => {
    const visit = play().inside()
    visit.act(449, { type: 'wait' })
    expect(visit.state.events.E2?.wasIgnored).toBe(false)
    const distress = visit.points('S.distress')
    visit.act(451, { type: 'wait' })
    expect(visit.points('S.distress') - distress).toBeCloseTo(8, 0)
    visit.say(452, 'A3-02')
    expect(visit.state.events.E2).toMatchObject({ isHandled: true, wasIgnored: true })
  })

  it('[A.5] E5 waits for six private turns of A4, and comes at sixteen minutes whatever happens', () => {
    const visit = play().inside()
    visit.act(959, { type: 'wait' })
    expect(visit.state.phase).not.toBe('A5')
    visit.act(960, { type: 'wait' })
    expect(visit.state.phase).toBe('A5')
    expect(visit.state.people.Z?.spot).toBe('daughter')
  })

  it('a pause stops the clock and what is due', () => {
    const visit = play().inside()
    visit.act(300, { type: 'pause' })
    expect(isClockRunning(visit.state)).toBe(false)
    expect(dueAt(visit.state)).toBeNull()
    expectRefused('paused', () => visit.say(301, 'A1-03'))
    visit.act(301, { type: 'resume' })
    expect(visit.state.clock).toBe(300_000)
  })

  it('noticing the bruise meets E4', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(665, { type: 'look', thing: 'shen-forearm' })
    expect(visit.state.events.E4).toMatchObject({ isHandled: true, reaction: 'notice' })
  })

  it('a person flooded by E7 answers so for three turns', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.act(500, { type: 'go', to: 'door' })
    visit.act(1081, { type: 'wait' })
    visit.say(1090, 'A6-13')
    expect(visit.of('replied').at(-1)?.band).toBe('F')
  })

  it('the visit ends by itself after thirty minutes', () => {
    const visit = play().inside()
    visit.act(370, { type: 'answer', event: 'E2', reaction: 'turn-off' })
    visit.act(1501, { type: 'answer', event: 'E8', reaction: 'answer' })
    visit.act(2000, { type: 'time-passes' }, 'system')
    expect(visit.of('left')).toMatchObject([{ how: 'time', at: 1_800_000 }])
  })
})

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
