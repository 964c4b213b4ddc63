import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../../../src/scene/index.ts'
import { assess, holds, isPrivate, legalRows, view } from '../../../src/sim/index.ts'
import { expectRefused, Play, sceneNamed } from './play.ts'

/** Two phases of the second scene and its pair, as fixtures: what it needs is words in its files, and no `if` in the code. */
let scene: FullScene
beforeAll(async () => {
  scene = await sceneNamed('test/fixtures/crisis')
})

const PAIR = [
  { seat: 'trainee', role: 'trainee' as const },
  { seat: 'partner', role: 'partner' as const },
]
const play = (start = {}) => new Play(scene, { seed: 'mod', seats: PAIR, ...start }).arrive()
const door = (visit: Play) => visit.state.flags.includes('door-mode')

/** In her room, trusted and with nobody else in hearing. */
function inside(seed: string): Play {
  const visit = play({ seed }).feel('N.trust', 50)
  visit.say(5, 'B2-01')
  visit.say(15, 'B4-01')
  visit.act(20, { type: 'go', to: 'bedroom' })
  visit.act(21, { type: 'set-privacy', privacy: 'on' }, 'system')
  return visit
}

describe('[C.3] door mode', () => {
  it('opens by itself after six minutes when trust is 25–34, and she types', () => {
    const visit = play().feel('N.trust', 33)
    visit.act(359, { type: 'wait' })
    expect(door(visit)).toBe(false)
    visit.feel('N.trust', 28)
    visit.act(361, { type: 'time-passes' }, 'system')
    expect(visit.of('phase-opened')).toMatchObject([{ phase: 'B4', at: 360_000 }])
    expect(door(visit)).toBe(true)
    visit.say(370, 'B4-01')
    const line = view(visit.state, 'trainee')
      .moments.filter((one) => one.kind === 'line')
      .at(-1)
    expect(line).toMatchObject({ by: 'N', isTyped: true })
    expect(view(visit.state, 'trainee').looks).not.toHaveProperty('sketchbook')
  })

  it('is opened at once by B2-17, which is offered below trust 25 after six minutes', () => {
    const visit = play()
    expect(legalRows(visit.state, 'trainee')).not.toContain('B2-17')
    visit.act(361, { type: 'wait' })
    visit.act(365, { type: 'do', row: 'B2-17', means: 'picked' })
    expect(door(visit)).toBe(true)
    expect(visit.state.open).toContain('B4')
  })

  it('is not needed at trust 35: she lets the worker in', () => {
    const visit = play().feel('N.trust', 34)
    visit.say(5, 'B2-01')
    expect(visit.of('invited-in')).toHaveLength(1)
    expect(door(visit)).toBe(false)
  })
})

describe('structured risk questions', () => {
  it('[B.3] stand outside diminishing returns and stacking', () => {
    const visit = inside('mod')
    for (const [i, row] of ['B4-02', 'B4-03', 'B4-04', 'B4-05', 'B4-06', 'B4-07'].entries()) visit.say(30 + i * 10, row)
    expect(
      visit
        .of('said')
        .slice(-6)
        .map((event) => event.factor),
    ).toEqual([1, 1, 1, 1, 1, 1])
    expect(visit.of('felt').some((event) => event.penalties)).toBe(false)
  })

  it('skip on: items 3–5 come only after a yes to 2, the follow-up of 6 only after a yes to 6', () => {
    const visit = inside('mod')
    visit.say(30, 'B4-02')
    expect(legalRows(visit.state, 'trainee')).not.toContain('B4-04')
    visit.say(40, 'B4-03')
    expect(legalRows(visit.state, 'trainee')).toContain('B4-04')
    visit.say(50, 'B4-07')
    expect(legalRows(visit.state, 'trainee')).not.toContain('B4-21')
  })

  it('hold the truth behind trust 45 and privacy, whatever the seed', () => {
    const guarded = inside('mod').feel('N.trust', 40)
    guarded.say(30, 'B4-02')
    expect(guarded.state.flags).toContain('item1-guarded')
    const overheard = inside('mod')
    overheard.act(29, { type: 'set-privacy', privacy: 'off' }, 'system')
    overheard.say(30, 'B4-02')
    expect(overheard.state.flags).toContain('item1-guarded')
    const told = inside('mod')
    told.say(30, 'B4-02')
    expect(told.state.flags).toContain('item1-yes')
  })

  it('[A.6] are never scored from free words without a yes', () => {
    const visit = inside('mod')
    visit.say(28, 'B4-02')
    visit.act(30, {
      type: 'say',
      row: 'B4-03',
      means: 'typed',
      words: '你有没有想过结束生命',
      lang: 'zh',
      confidence: 0.99,
      isClear: true,
    })
    expect(visit.of('said').some((event) => event.row === 'B4-03')).toBe(false)
    visit.act(31, { type: 'confirm', isMeant: true })
    expect(visit.of('said').at(-1)).toMatchObject({ row: 'B4-03', isConfirmed: true })
  })
})

describe('[C.1] the level', () => {
  it('is moderate or high by what was answered; too low is a critical failure', () => {
    const visit = inside('hi-intent')
    for (const [i, row] of ['B4-02', 'B4-03', 'B4-04', 'B4-05'].entries()) visit.say(30 + i * 10, row)
    visit.act(80, { type: 'enter-level', level: 'moderate' })
    expect(visit.of('level-entered')).toMatchObject([{ right: 'high', isUnderRated: true }])
    expect(visit.state.redLines.map((line) => line.id)).toEqual(['CF-B10'])
  })

  it('[C.1] counts an undetermined level as at least moderate', () => {
    const visit = inside('mod').feel('N.trust', 40)
    visit.say(30, 'B4-02')
    visit.act(40, { type: 'enter-level', level: 'low' })
    expect(visit.of('level-entered')).toMatchObject([{ right: 'undetermined', isUnderRated: true }])
  })

  it('left undetermined because the gate was not met, "undetermined" earns full points', () => {
    const visit = inside('mod').feel('N.trust', 40)
    visit.say(30, 'B4-02')
    visit.act(40, { type: 'enter-level', level: 'undetermined' })
    expect(visit.of('level-entered')).toMatchObject([
      { right: 'undetermined', isUnderRated: false, counts: { R6: 4, R10: 2 } },
    ])
  })
})

describe('[C.5] the pair', () => {
  it('directs the partner the program plays; what is done counts for who asked', () => {
    const visit = play()
    visit.act(5, { type: 'direct', person: 'ZHAO', order: 'stay-with-father' })
    expect(visit.state.people.ZHAO?.spot).toBe('zhao-seat')
    expect(
      assess(visit.events, scene, 'trainee').evidence.some(
        (line) => line.item === 'R12' && line.cause.kind === 'order',
      ),
    ).toBe(true)
    expect(assess(visit.events, scene, 'partner').evidence).toEqual([])
    visit.act(600, { type: 'wait' })
    expect(visit.of('timed-event').map((event) => event.event)).not.toContain('E3')
  })

  it('two seats act in one session, each with its own evidence', () => {
    const visit = play()
    visit.act(5, { type: 'say', row: 'B2-02', means: 'picked' }, 'partner')
    expect(assess(visit.events, scene, 'partner').evidence.map((line) => line.item)).toEqual(['R2', 'R7'])
    expect(assess(visit.events, scene, 'trainee').evidence).toEqual([])
    visit.act(6, { type: 'begin-composing', how: 'typing' }, 'partner')
    expectRefused('not-now', () => visit.act(7, { type: 'begin-composing', how: 'typing' }))
  })

  it('[B.8] counts the team as no third person, the father in hearing as one', () => {
    const visit = play()
    visit.act(5, { type: 'direct', person: 'ZHAO', order: 'stand-by-her' })
    expect(isPrivate(visit.state, 'trainee', 'N')).toBe(true)
    expect(holds(visit.state, { is: 'private' }, { seat: 'trainee', to: 'N' })).toBe(true)
    visit.act(481, { type: 'wait' })
    expect(visit.state.people.F?.spot).toBe('father-at-door')
    expect(isPrivate(visit.state, 'trainee', 'N')).toBe(false)
  })
})

describe('what else the second scene needs', () => {
  it('speaks to several people in one phase, each with feelings of their own', () => {
    const toFather = scene.dialogue.find((part) => part.phase === 'B2')?.rows.find((row) => row.to === 'F')
    expect(toFather).toBeDefined()
    const visit = play()
    const events = visit.say(5, toFather?.id ?? '')
    expect(events.find((event) => event.type === 'replied')).toMatchObject({ by: 'F' })
  })

  it('writes the plan card together', () => {
    const card = scene.documents.find((one) => one.isShared)
    const visit = inside('mod')
    visit.act(30, { type: 'write', document: card?.id ?? '', fields: { signals: '不想画了' } })
    const seen = view(visit.state, 'partner').documents.find((one) => one.id === card?.id)
    expect(seen).toMatchObject({ isShared: true, isWritten: true, values: { signals: '不想画了' } })
  })

  it('[C.2] raises the danger flag only in the high seeds, and help is called for at once', () => {
    const shaken = (seed: string) => {
      const visit = inside(seed)
      visit.act(300, { type: 'answer', event: 'E2', reaction: 'hand-to-zhao' })
      visit.act(900, { type: 'wait' })
      return visit
    }
    expect(shaken('mod').state.flags).not.toContain('imminent')
    const high = shaken('hi-intent')
    expect(high.state.flags).toContain('imminent')
    expect(high.state.events.E8?.isLive).toBe(true)
    high.act(901, { type: 'answer', event: 'E8', reaction: 'call' })
    high.act(930, { type: 'time-passes' }, 'system')
    expect(high.state.ending?.id).toBe('E-B3')
  })
})
