import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { dueAt, isClockRunning, isPrivate, legalRows } from '../../../src/sim/index.ts'
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
