import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { bandOf, decide, driftTo } from '../../../src/sim/index.ts'
import { homeVisit, Play } from './play.ts'

let scene: FullScene
beforeAll(async () => {
  scene = await homeVisit()
})
const play = (start = {}) => new Play(scene, start)

describe('[B.1] numbers', () => {
  it('starts people at their start values', () => {
    const visit = play().arrive()
    expect(visit.points('S.trust')).toBe(30)
    expect(visit.points('S.face')).toBe(60)
    expect(visit.points('Z.burden')).toBe(85)
  })

  it('drifts an addressed person two points a minute towards the start value, from either side, and stops there', () => {
    const visit = play().arrive().feel('S.trust', 40).feel('S.face', 50)
    const minuteOn = driftTo(visit.state, 60_000)
    expect(minuteOn.people.S?.feelings.trust).toBe(38_000)
    expect(minuteOn.people.S?.feelings.face).toBe(52_000)
    expect(driftTo(visit.state, 3_600_000).people.S?.feelings).toMatchObject({ trust: 30_000, face: 60_000 })
  })

  it('leaves whom nobody talks to as they are', () => {
    const visit = play().arrive().feel('Z.trust', 60)
    expect(driftTo(visit.state, 600_000).people.Z?.feelings.trust).toBe(60_000)
  })

  it('cuts a span of time in two without a difference', () => {
    const visit = play().arrive().feel('S.trust', 77)
    for (const cut of [1, 29, 30, 31, 4999, 5000, 59_999])
      expect(driftTo(driftTo(visit.state, cut), 60_000).people.S).toEqual(driftTo(visit.state, 60_000).people.S)
  })

  it('clamps at 0 and 100 and writes exact and rounded values', () => {
    const visit = play().arrive()
    visit.act(0, { type: 'look', thing: 'front-door-key' })
    visit.feel('S.trust', 3)
    const [felt] = visit.say(0, 'A1-12').filter((event) => event.type === 'felt')
    expect(felt).toMatchObject({ by: { trust: -3000 }, to: { trust: 0 }, points: { trust: 0 } })
  })
})

describe('[5.2] bands', () => {
  it.each([
    [34.999, 'G'],
    [35, 'T'],
    [54.999, 'T'],
    [55, 'O'],
    [74.999, 'O'],
    [75, 'A'],
  ] as const)('[B.1] a threshold belongs to the upper band: %s is %s', (trust, band) => {
    expect(bandOf(play().arrive().feel('S.trust', trust).state, 'S')).toBe(band)
  })

  it('puts flooded before withdrawn before the bands', () => {
    const visit = play().arrive().feel('S.trust', 80).feel('S.face', 85)
    expect(bandOf(visit.state, 'S')).toBe('W')
    expect(bandOf(visit.feel('S.confusion', 75).state, 'S')).toBe('F')
    expect(bandOf(play().arrive().feel('S.distress', 85).state, 'S')).toBe('F')
  })
})

describe('[B.2] one act, in order', () => {
  it('tries gates on the values before the act, moves feelings, then answers in the new band', () => {
    const visit = play().inside().feel('S.trust', 39)
    const events = visit.say(visit.state.clock / 1000, 'A2-01')
    const order = events.map((event) => event.type)
    expect(order.indexOf('said') === -1 ? order.indexOf('done') : order.indexOf('said')).toBeLessThan(
      order.indexOf('felt'),
    )
    expect(order.indexOf('felt')).toBeLessThan(order.indexOf('replied'))
    expect(visit.points('S.trust')).toBeCloseTo(43, 0)
  })

  it('does not open a gate by the very act that would have reached it', () => {
    const visit = play().inside().feel('S.trust', 41)
    visit.say(40, 'A2-01')
    visit.feel('S.trust', 40)
    const at = visit.state.clock / 1000
    expect(visit.say(at, 'A2-07').some((event) => event.type === 'disclosed' && event.disclosure === 'D-A1')).toBe(true)
    const other = play().inside()
    other.say(40, 'A2-01')
    other.feel('S.trust', 64)
    expect(other.say(41, 'A2-08').some((event) => event.type === 'disclosed')).toBe(false)
    expect(other.points('S.trust')).toBeGreaterThan(65)
  })
})

describe('[B.3] diminishing returns, stacking, repeats', () => {
  it('halves the third and fourth of one leading code in a row and gives nothing from the fifth; evidence stays', () => {
    const visit = play().arrive(['A0-01', 'A0-02'])
    visit.act(1, { type: 'look', thing: 'front-door-key' })
    for (const [i, row] of ['A1-01', 'A1-04', 'A1-05', 'A1-08', 'A1-10'].entries()) visit.say(10 + i * 10, row)
    expect(visit.of('said').map((event) => [event.row, event.factor])).toEqual([
      ['A1-01', 1],
      ['A1-04', 1],
      ['A1-05', 0.5],
      ['A1-08', 0.5],
      ['A1-10', 0],
    ])
    expect(visit.of('said')[2]?.counts).toEqual({ R4: 1, R10: 1 })
    expect(visit.of('felt').find((event) => event.cause.id === 'A1-05')?.by.trust).toBe(1500)
    expect(visit.of('felt').some((event) => event.cause.id === 'A1-10')).toBe(false)
  })

  it('costs T−3 for the fourth question in a row and each further one; giving information neither counts nor resets', () => {
    const visit = play().inside()
    visit.say(40, 'A2-06')
    visit.say(50, 'A2-11')
    visit.say(60, 'A2-12')
    visit.act(62, { type: 'say', row: 'G-find-out', means: 'picked' })
    expect(visit.of('felt').some((event) => event.penalties)).toBe(false)
    visit.say(70, 'A2-13')
    const [felt] = visit.of('felt').slice(-1)
    expect(felt?.penalties).toEqual([{ rule: 'stacking', by: -3000 }])
  })

  it('resets the row of questions with a reflection', () => {
    const visit = play().inside()
    for (const [i, row] of ['A2-06', 'A2-11', 'A2-12'].entries()) visit.say(40 + i * 10, row)
    visit.act(71, { type: 'look', thing: 'portrait-cabinet' })
    visit.say(72, 'A2-04')
    visit.say(80, 'A2-13')
    expect(visit.of('felt').some((event) => event.penalties)).toBe(false)
  })

  it('gives a repeated row neither feelings nor evidence, but tries its gates again', () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.feel('S.trust', 60)
    visit.say(41, 'A2-08')
    visit.feel('S.trust', 66)
    const trust = visit.points('S.trust')
    const events = visit.say(visit.state.clock / 1000, 'A2-08')
    expect(events.find((event) => event.type === 'said')).toMatchObject({ isScored: false, factor: 0 })
    expect(events.find((event) => event.type === 'said')).not.toHaveProperty('counts')
    expect(events.some((event) => event.type === 'disclosed' && event.disclosure === 'D-A6')).toBe(true)
    expect(visit.points('S.trust')).toBe(trust)
  })
})

describe('[B.5] silence and interruption', () => {
  const disclosed = () => {
    const visit = play().inside()
    visit.say(40, 'A2-01')
    visit.feel('S.trust', 50)
    visit.say(50, 'A2-07')
    const told = visit.of('disclosed')[0]
    return { visit, until: (told?.until ?? 0) / 1000 }
  }

  it('holds the caption four Chinese characters a second, at least a second and a half', () => {
    const { visit, until } = disclosed()
    const text =
      scene.dialogue.flatMap((part) => part.disclosures).find((one) => one.id === 'D-A1')?.texts[0]?.text.zh ?? ''
    const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
    expect(until).toBeCloseTo(50 + Math.max(1.5, characters / 4), 3)
    expect(visit.of('disclosed')[0]?.isEmotional).toBe(true)
  })

  it.each([
    [1.9, 'missed'],
    [4, 'held'],
    [8, 'held'],
  ] as const)('judges %s s after an emotional line as %s', (seconds, verdict) => {
    const { visit, until } = disclosed()
    visit.say(until + seconds, 'A2-03')
    expect(visit.of('silence-judged')).toMatchObject([{ verdict }])
  })

  it.each([2, 3.9, 8.1, 15])('says nothing of %s s', (seconds) => {
    const { visit, until } = disclosed()
    visit.say(until + seconds - 0.001, 'A2-03')
    expect(visit.of('silence-judged').filter((event) => event.verdict !== 'missed')).toHaveLength(0)
  })

  it('costs D+4 once after fifteen seconds, by itself', () => {
    const { visit, until } = disclosed()
    const distress = visit.points('S.distress')
    visit.act(until + 200, { type: 'time-passes' }, 'system')
    expect(visit.of('silence-judged')).toMatchObject([{ verdict: 'long', at: Math.round((until + 15) * 1000) }])
    expect(visit.of('felt').filter((event) => event.cause.id === 'B.5')).toHaveLength(1)
    expect(visit.of('felt').find((event) => event.cause.id === 'B.5')?.by.distress).toBe(4000)
    expect(distress).toBeGreaterThan(0)
  })

  it('ends with composing: what is typed has begun', () => {
    const { visit, until } = disclosed()
    visit.act(until + 5, { type: 'begin-composing', how: 'typing' })
    expect(visit.of('silence-judged')).toMatchObject([{ verdict: 'held' }])
  })

  it('is not judged after a line that is not emotional', () => {
    const visit = play().arrive()
    visit.say(5, 'A1-01')
    visit.say(6, 'A1-02')
    expect(visit.of('silence-judged')).toHaveLength(0)
  })

  it('counts only a spoken line as interrupting', () => {
    const picked = play().arrive()
    picked.say(5, 'A1-01')
    picked.say(5.5, 'A1-02')
    expect(picked.of('felt').some((event) => event.penalties)).toBe(false)
    const spoken = play().arrive()
    spoken.say(5, 'A1-01')
    spoken.say(5.5, 'A1-02', 'spoken')
    expect(spoken.of('felt').at(-1)?.penalties).toEqual([{ rule: 'interruption', by: -3000 }])
  })
})

describe('[A.5] composing takes no time', () => {
  it('stands the clock still, so that nothing comes meanwhile', () => {
    const visit = play().inside()
    visit.act(100, { type: 'begin-composing', how: 'typing' })
    expect(decide(visit.state, { type: 'time-passes', seat: 'system', at: 1_500_000 })).toEqual([])
    visit.act(1500, { type: 'end-composing' })
    expect(visit.state.clock).toBe(100_000)
  })
})

describe('[A.3] repair', () => {
  it('gives back half of what the last harmful line took, once a slip', () => {
    const visit = play().arrive()
    visit.act(1, { type: 'look', thing: 'front-door-key' })
    visit.say(5, 'A1-12')
    const trust = visit.points('S.trust')
    visit.say(6, 'G-sorry')
    expect(visit.points('S.trust') - trust).toBeCloseTo(4, 1)
    expect(visit.of('said').at(-1)?.counts).toEqual({ R2: 1 })
    const again = visit.points('S.trust')
    visit.say(7, 'G-sorry')
    expect(visit.points('S.trust')).toBeCloseTo(again, 1)
    expect(visit.of('said').at(-1)).not.toHaveProperty('counts')
  })
})
