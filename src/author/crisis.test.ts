import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FullScene } from '../scene/index.ts'
import { type ActBody, decide, type Event, evolve, initial, legalRows, type State, view } from '../sim/index.ts'
import { loadScene } from './load.ts'
import { linesOf } from './vocabulary.ts'
import { textsOf } from './walk.ts'

let scene: FullScene
beforeAll(async () => {
  const { scene: loaded, problems } = await loadScene(
    fileURLToPath(new URL('../../test/fixtures/crisis', import.meta.url)),
  )
  // Its lines are samples, not yet balanced as a fan to choose from (SC030, a warning).
  expect(problems.filter(({ code }) => code !== 'SC030')).toEqual([])
  if (!loaded) throw new Error('the fixture does not load')
  scene = loaded
})

/** A visit step by step: every act ten seconds after the one before, unless told otherwise. */
function visit(seed: string) {
  let state: State = initial(scene)
  const log: Event[] = []
  let at = 0
  const act = (body: ActBody, seat = 'trainee') => {
    for (const event of decide(state, { ...body, seat, at })) {
      state = evolve(state, event)
      log.push(event)
    }
  }
  const seats = [{ seat: 'trainee', role: 'trainee' as const }]
  act(
    { type: 'start-session', seed, roll: 1, kind: 'practice', isFirstRun: false, key: 'k', sceneHash: 'h', seats },
    'system',
  )
  act({ type: 'arrive' }, 'trainee')
  return {
    say: (...rows: string[]) => {
      for (const row of rows) {
        at += 10_000
        act({ type: 'say', row, means: 'picked' })
      }
    },
    act: (body: ActBody, ms = 10_000) => {
      at += ms
      act(body)
    },
    wait: (ms: number) => {
      at += ms
      act({ type: 'time-passes', isRecorded: true }, 'system')
    },
    privacy: (privacy: 'on' | 'off') => act({ type: 'set-privacy', privacy }, 'system'),
    rows: () => legalRows(state, 'trainee'),
    state: () => state,
    view: () => view(state, 'trainee'),
    log,
  }
}

const OPENING = ['B2-01', 'B2-02', 'B2-04', 'B2-05', 'B2-06', 'B2-07']

describe('the crisis scene can be said in the format, and the core plays it', () => {
  it('opens her door by trust, and lets the learner in', () => {
    const run = visit('mod')
    run.say(...OPENING)
    expect(run.state().open).toContain('B4')
    expect(run.log.some((event) => event.type === 'invited-in')).toBe(true)
  })

  it('[C.3] opens door mode after six minutes of half a trust, and she types', () => {
    const run = visit('mod')
    run.say('B2-10')
    run.wait(4 * 60_000)
    run.say('B2-01')
    expect(run.state().open).not.toContain('B4')
    run.wait(2 * 60_000)
    run.say('B2-07')
    expect(run.state().flags).toContain('door-mode')
    run.say('B4-01')
    expect(run.state().phase).toBe('B4')
    const line = run.view().moments.findLast((moment) => moment.kind === 'line')
    expect(line).toMatchObject({ by: 'N', isTyped: true })
    expect(() => run.act({ type: 'look', thing: 'sleeves' })).toThrow()
  })

  it('[C.3] offers B2-17 below that, which opens door mode at once', () => {
    const run = visit('mod')
    run.say('B2-10')
    expect(run.rows()).not.toContain('B2-17')
    run.wait(6 * 60_000)
    expect(run.rows()).toContain('B2-17')
    run.say('B2-17')
    expect(run.state().flags).toContain('door-mode')
    expect(run.state().open).toContain('B4')
  })

  it('tells the truth only when trusted and alone, and follows the skips', () => {
    const guarded = visit('hi-intent')
    guarded.privacy('off')
    guarded.say(...OPENING, 'B4-02', 'B4-03')
    expect(guarded.state().flags).toEqual(expect.arrayContaining(['item1-guarded', 'item2-guarded']))
    expect(guarded.rows()).not.toContain('B4-05')
    expect(guarded.rows()).toContain('B4-07')
    const open = visit('hi-intent')
    open.privacy('on')
    open.say(...OPENING, 'B2-08', 'B4-01', 'B4-02', 'B4-03')
    expect(open.state().flags).toEqual(expect.arrayContaining(['item1-yes', 'item2-yes']))
    open.say('B4-04', 'B4-05', 'B4-06', 'B4-07')
    expect(open.state().flags).toEqual(expect.arrayContaining(['item3-yes', 'item4-yes', 'item5-no', 'item6-no']))
    expect(open.rows()).not.toContain('B4-21')
  })

  const levels: [string, string][] = [
    ['mod', 'moderate'],
    ['hi-intent', 'high'],
    ['hi-behav', 'high'],
    ['low-rise', 'low'],
  ]
  it.each(levels)('[C.1] in seed %s the level that the answers ask for is %s', (seed, level) => {
    const run = visit(seed)
    run.privacy('on')
    run.say(...OPENING, 'B2-08', 'B4-01', 'B4-02', 'B4-03')
    for (const row of ['B4-04', 'B4-05', 'B4-06', 'B4-07', 'B4-21']) if (run.rows().includes(row)) run.say(row)
    run.act({ type: 'enter-level', level })
    const entered = run.log.findLast((event) => event.type === 'level-entered')
    expect(entered).toMatchObject({ level, right: level, isUnderRated: false })
  })

  it('[C.1] an answer without truth leaves the level undetermined', () => {
    const run = visit('mod')
    run.privacy('off')
    run.say(...OPENING, 'B4-02', 'B4-03', 'B4-07')
    run.act({ type: 'enter-level', level: 'undetermined' })
    expect(run.log.findLast((event) => event.type === 'level-entered')).toMatchObject({ right: 'undetermined' })
  })

  it('[C.1] a level below the answers given is the critical failure', () => {
    const run = visit('hi-intent')
    run.privacy('on')
    run.say(...OPENING, 'B2-08', 'B4-01', 'B4-02', 'B4-03', 'B4-04', 'B4-05')
    run.act({ type: 'enter-level', level: 'moderate' })
    expect(run.log.findLast((event) => event.type === 'level-entered')).toMatchObject({
      right: 'high',
      isUnderRated: true,
    })
    expect(run.log.some((event) => event.type === 'red-line' && event.redLine === 'CF-B10')).toBe(true)
  })

  it('[C.2] sets imminent when the sharing is ignored in a high seed, and the partner asks for help', () => {
    const run = visit('hi-intent')
    run.privacy('on')
    run.act({ type: 'direct', person: 'ZHAO', order: 'stay-with-father' })
    run.say(...OPENING, 'B4-01')
    run.wait(11 * 60_000)
    run.wait(2 * 60_000)
    expect(run.state().flags).toContain('imminent')
    expect(run.log.some((event) => event.type === 'timed-event' && event.event === 'E8')).toBe(true)
  })

  it('[C.5] the partner can be directed, by four orders', () => {
    const run = visit('mod')
    const orders = scene.people.find((person) => person.id === 'ZHAO')?.orders.map((order) => order.id)
    expect(orders).toEqual(['stay-with-father', 'take-call', 'lock-cupboard', 'stand-by-her'])
    run.act({ type: 'direct', person: 'ZHAO', order: 'stand-by-her' })
    expect(run.log.some((event) => event.type === 'directed' && event.order === 'stand-by-her')).toBe(true)
    expect(run.state().people.ZHAO?.spot).toBe('by-her-door')
    expect(scene.roles).toContain('partner')
  })

  it('warns once and counts the second shaming line as the critical failure', () => {
    const run = visit('mod')
    run.privacy('on')
    run.say(...OPENING, 'B2-13')
    expect(run.log.some((event) => event.type === 'red-line')).toBe(false)
    run.say('B4-01', 'B4-18')
    run.wait(5_000)
    expect(run.log.some((event) => event.type === 'red-line' && event.redLine === 'CF-B6')).toBe(true)
  })
})

describe('[safety 1] what the fixture never says', () => {
  it('answers item 3 by a nod or a shake of the head, without content', () => {
    const row = scene.dialogue.flatMap((part) => part.rows).find((each) => each.id === 'B4-04')
    const answers = row?.replies.map((line) => [line.silent, line.text.zh, line.text.en])
    expect(answers).toEqual([
      [true, '（她点了点头。系统不呈现内容。）', '(She nods. The system presents no content.)'],
      [true, '（她摇了摇头。系统不呈现内容。）', '(She shakes her head. The system presents no content.)'],
    ])
    expect(row?.examples).toBeUndefined()
  })

  it('asks for no method, shows no inside of kitchen or bathroom and holds no sharp thing', () => {
    expect(scene.dialogue.flatMap((part) => part.rows.map((each) => each.id))).not.toContain('B4-19')
    expect(scene.place.rooms.map((room) => room.id)).toEqual(['hall', 'living', 'bedroom'])
    expect(scene.place.things.map((thing) => thing.model)).toEqual([
      'tray',
      'calendar',
      'cat',
      'sleeves',
      'phone',
      'sketchbook',
    ])
    expect(textsOf(scene).filter(({ text }) => /办法|工具|[刀绳]/.test(text.zh))).toEqual([])
    expect(linesOf(scene).length).toBeGreaterThan(40)
  })
})
