import { describe, expect, it } from 'vitest'
import type { Offer, Prompt, SeatView } from '../../../session/index.ts'
import { USUAL } from '../comfort/comfort.ts'
import { QUIET, type VisitUi } from '../visit/commands.ts'
import { comfortSheet, menuSheet, practiceSheet, quietSheet } from './menuSheets.ts'
import { documentSheet, hypothesisSheet, type Rating } from './paperSheets.ts'
import { beltSheet, leavingSheet, thingSheet } from './placeSheets.ts'
import { BEGUN, STEPS } from './practice.ts'
import { QUIET_HERE, type Sheet, type Shown } from './Sheet.ts'
import { FAN_LINES, fanSheet, promptSheet, redLineSheet, takeBackSheet, typingSheet } from './talkSheets.ts'

const both = (text: string) => ({ zh: text, en: text })
const offer = (n: number, more: Partial<Offer> = {}): Offer => ({
  token: `t${n}`,
  kind: 'say',
  text: both(`line ${n}`),
  to: 'S',
  isInFan: true,
  ...more,
})
const shown = (view: Partial<SeatView> = {}, ui: Partial<VisitUi> = {}, more: Partial<Shown> = {}): Shown =>
  ({
    say: (key: string) => key,
    pick: (text: { zh: string } | { text: string }) => ('zh' in text ? text.zh : text.text),
    state: {
      view: {
        seat: 'trainee',
        session: { isPaused: false, composing: null, kind: 'class' },
        me: { isInvited: true, isSeated: false },
        offers: [],
        prompts: [],
        partner: [],
        askable: [],
        doors: {},
        citable: [],
        ...view,
      },
      ui: { ...QUIET, ...ui },
      now: 1000,
      hasSeat: true,
    },
    here: QUIET_HERE,
    scene: {
      place: {
        things: [{ id: 'K1', label: both('fridge') }],
        doors: [{ id: 'D1', name: both('door'), isOpen: false, isEntrance: true }],
      },
      people: [{ id: 'S', name: both('Mrs Zhao') }],
    },
    ...more,
  }) as unknown as Shown

const ids = (sheet: Sheet | null) =>
  sheet === null
    ? []
    : [
        ...sheet.content.parts.flatMap((p) =>
          p.kind === 'button'
            ? [p.id]
            : p.kind === 'row'
              ? p.buttons.map((b) => b.id)
              : p.kind === 'choices'
                ? p.options.map((o) => o.id)
                : [],
        ),
        ...(sheet.content.foot ?? []).map((b) => b.id),
      ]

describe('the fan', () => {
  const offers = [1, 2, 3, 4, 5, 6, 7].map((n) => offer(n, { isInFan: n < 7 })).concat(offer(8, { kind: 'do' }))
  it('has five lines, actions apart, the way to the others and out', () => {
    const sheet = fanSheet(shown({ offers }), false)
    expect(ids(sheet)).toEqual(['t1', 't2', 't3', 't4', 't5', 't8', 'more', 'close'])
    expect(FAN_LINES).toBe(5)
    const kinds = sheet.content.parts.map((p) => p.kind)
    expect(kinds.indexOf('rule')).toBe(5)
  })
  it('shows exactly the others on request, so that nothing can be found twice or never', () => {
    const more = fanSheet(shown({ offers }, {}, { here: { ...QUIET_HERE, hasMore: true } }), false)
    expect(ids(more)).toEqual(['t6', 't7', 'fewer', 'close'])
  })
  it('says a line as the desktop says it', () =>
    expect(fanSheet(shown({ offers }), false).doings.get('t2')).toMatchObject({
      acts: [{ type: 'say', offer: 't2', means: 'picked' }],
      ui: { talk: 'closed' },
    }))
  it('offers typing only where the headset has a keyboard, and says so plainly where not', () => {
    expect(ids(fanSheet(shown({ offers }), false))).not.toContain('type')
    expect(ids(fanSheet(shown({ offers }), true))).toContain('type')
    const without = typingSheet(shown(), '', 'zh', false)
    expect(without.content.parts).toContainEqual({ kind: 'text', text: 'headset.typeAtDesk', tone: 'note' })
    expect(ids(without)).not.toContain('send')
  })
})

describe('what waits for an answer', () => {
  const words = { text: 'hm', lang: 'en' as const }
  it('is nothing while nothing waits', () => expect(promptSheet(shown())).toBeNull())
  it('asks what was meant, and takes a line said again for an answer', () => {
    const prompts: Prompt[] = [{ kind: 'candidates', offers: [offer(1)], words, isSaid: true }]
    const sheet = promptSheet(shown({ prompts }))
    expect(sheet?.doings.get('candidate/t1')).toMatchObject({ acts: [{ type: 'say', offer: 't1', means: 'picked' }] })
    expect(sheet?.doings.get('as-said')?.acts).toEqual([{ type: 'leave-as-said' }])
  })
  it('confirms or denies', () => {
    const sheet = promptSheet(shown({ prompts: [{ kind: 'confirm', understood: both('x'), isAction: false, words }] }))
    expect(sheet?.doings.get('confirm/yes')?.acts).toEqual([{ type: 'confirm', isMeant: true }])
    expect(sheet?.doings.get('confirm/no')?.acts).toEqual([{ type: 'confirm', isMeant: false }])
  })
  it('lets a line be taken back for three seconds', () => {
    expect(
      takeBackSheet(shown({ prompts: [{ kind: 'take-back', until: 3000 }] }))?.doings.get('take-back')?.acts,
    ).toEqual([{ type: 'take-back' }])
    expect(takeBackSheet(shown({ prompts: [{ kind: 'take-back', until: 900 }] }))).toBeNull()
  })
  it('stops at a red line with both ways open', () =>
    expect(
      ids(redLineSheet(shown({ prompts: [{ kind: 'red-line', redLine: 'CF', text: both('x'), why: both('y') }] }))),
    ).toEqual(['back', 'decline']))
})

describe('things, menu, leaving, pausing', () => {
  it('offers to ask before opening only where asking counts', () => {
    const askable: SeatView['askable'] = [{ thing: 'K1', text: both('fridge'), state: 'ask' }]
    expect(ids(thingSheet(shown({ askable }), 'K1'))).toEqual(['look', 'approach', 'ask', 'open', 'close'])
    expect(ids(thingSheet(shown(), 'K1'))).toEqual(['look', 'approach', 'close'])
    expect(ids(thingSheet(shown(), 'D1'))).toEqual(['close'])
  })
  it('has talking, sitting, phone, notebook, pausing and leaving in the menu, in either language', () => {
    const menu = ids(menuSheet(shown(), 'zh'))
    for (const id of ['talk', 'sit', 'phone', 'notebook', 'pause', 'leave', 'comfort', 'practice', 'language'])
      expect(menu).toContain(id)
    expect(menuSheet(shown(), 'zh').doings.get('language')).toEqual({ language: 'en' })
    expect(
      menuSheet(shown({ me: { isInvited: true, isSeated: true } as SeatView['me'] }), 'en').doings.get('stand')?.acts,
    ).toEqual([{ type: 'stand' }])
  })
  it('pauses from the hip with one press, and asks once more before leaving', () => {
    expect(beltSheet(shown()).doings.get('pause')).toMatchObject({ acts: [{ type: 'pause' }], ui: { isStopped: true } })
    expect(menuSheet(shown(), 'zh').doings.get('leave')).not.toHaveProperty('acts')
    expect(leavingSheet(shown()).doings.get('go')?.acts).toEqual([{ type: 'leave' }])
  })
  it('has a way back, a way out and help in the quiet room', () => {
    const quiet = quietSheet(shown({}, { isStopped: true }))
    expect(ids(quiet)).toEqual(['support', 'resume', 'home', 'device', 'exit'])
    expect(quiet.doings.get('resume')).toEqual({ acts: [{ type: 'resume' }], ui: { isStopped: false } })
  })
  it('sets each comfort to what its choice says', () => {
    const sheet = comfortSheet(shown(), USUAL)
    expect(sheet.doings.get('turn=smooth')).toEqual({ comfort: { turn: 'smooth' } })
    expect(sheet.doings.get('dwellMs=null')).toEqual({ comfort: { dwellMs: null } })
    expect(sheet.doings.get('isSeatedPlay=true')).toEqual({ comfort: { isSeatedPlay: true } })
  })
})

describe('paper', () => {
  const rating: Rating = { level: null, for: ['C1'], against: [], alternative: '' }
  const hypothesis = { id: 'H1', statement: both('memory'), rating: null }
  const citable: SeatView['citable'] = [{ id: 'C1', kind: 'cue', text: both('pot') }]
  it('rates by choosing, and cites on one side at a time', () => {
    const sheet = hypothesisSheet(shown({ citable }), hypothesis, rating, true)
    expect(sheet.doings.get('level=likely')).toEqual({ draft: { ...rating, level: 'likely' } })
    expect(sheet.doings.get('cite/C1=against')).toEqual({ draft: { ...rating, for: [], against: ['C1'] } })
    expect(sheet.doings.get('cite/C1=neither')).toEqual({ draft: { ...rating, for: [], against: [] } })
    expect(sheet.content.foot?.[0]).toMatchObject({ id: 'save', isDisabled: true })
    const rated = hypothesisSheet(shown({ citable }), hypothesis, { ...rating, level: 'likely' }, true)
    expect(rated.doings.get('save')?.save).toEqual({
      type: 'rate',
      hypothesis: 'H1',
      level: 'likely',
      for: ['C1'],
      against: [],
    })
  })
  it('fills choices, leaves writing for a desk and keeps what was written there', () => {
    const field = (id: string, kind: string, more = {}) => ({
      id,
      label: both(id),
      hint: null,
      kind,
      options: [],
      columns: [],
      rowsMax: 5,
      isRequired: false,
      ...more,
    })
    const fields = [
      field('when', 'time'),
      field('alone', 'yes-no'),
      field('who', 'choice', { options: [{ id: 'a', text: both('a') }] }),
    ]
    const form = { id: 'F1', title: both('form'), fields } as unknown as SeatView['documents'][number]
    const values = { when: '10:20' }
    const sheet = documentSheet(shown(), form, values, true)
    expect(sheet.doings.get('alone=no')).toEqual({ draft: { when: '10:20', alone: false } })
    expect(sheet.doings.get('who=a')).toEqual({ draft: { when: '10:20', who: 'a' } })
    expect(sheet.doings.get('save')?.save).toEqual({ type: 'write', document: 'F1', fields: { when: '10:20' } })
    expect(sheet.content.parts).toContainEqual({ kind: 'text', text: 'headset.someAtDesk', tone: 'note' })
  })
})

describe('the practice on its panel', () => {
  it('lets talking be tried in two presses, only at its step', () => {
    const at = STEPS.indexOf('talk')
    const first = practiceSheet(shown(), { at, isTold: false })
    expect(first.doings.get('talk')).toEqual({ here: { isTrying: true } })
    const trying = practiceSheet(shown({}, {}, { here: { ...QUIET_HERE, isTrying: true } }), { at, isTold: false })
    expect(trying.doings.get('line')).toMatchObject({ did: 'talk' })
    expect(practiceSheet(shown(), BEGUN).doings.get('talk')).toEqual({ did: 'talk' })
  })
  it('can be skipped on every step and repeated at the end', () => {
    for (const at of STEPS.keys()) expect(ids(practiceSheet(shown(), { at, isTold: false }))).toContain('skip')
    expect(ids(practiceSheet(shown(), { at: STEPS.length, isTold: false }))).toEqual(['start', 'again'])
  })
})
