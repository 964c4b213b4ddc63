import { describe, expect, it } from 'vitest'
import type { Prompt, SeatView } from '../../../session/index.ts'
import { commandFor } from '../../../ui/index.ts'
import * as commands from './commands.ts'

type Session = Partial<SeatView['session']>
const state = (
  more: {
    session?: Session
    me?: Partial<SeatView['me']>
    prompts?: Prompt[]
    ui?: Partial<commands.VisitUi>
    now?: number
    hasSeat?: boolean
  } = {},
) =>
  ({
    view: {
      seat: 'trainee',
      session: { isPaused: false, composing: null, ...more.session },
      me: { isInvited: true, isSeated: false, ...more.me },
      prompts: more.prompts ?? [],
    },
    ui: { ...commands.QUIET, ...more.ui },
    now: more.now ?? 0,
    hasSeat: more.hasSeat ?? true,
  }) as unknown as commands.VisitState
const redLine = { kind: 'red-line' } as Prompt
const words = { text: 'hm', lang: 'en' as const }
const confirm = { kind: 'confirm', understood: { zh: '嗯', en: 'mm' }, isAction: false, words } as Prompt
const candidates: Prompt = { kind: 'candidates', offers: [], words, isSaid: false }
const kettle = { kind: 'event', event: 'E2' } as Prompt
const press = (key: string, isWriting = false) => ({ key, isWriting, hasModifier: false, isRepeat: false })
const idFor = (key: string, at: commands.VisitState) => commandFor(commands.all, at, press(key))?.id

describe('commands of a visit', () => {
  it('opening the fan takes the floor, since composing stands the clock still (decisions A.5)', () => {
    expect(commands.talk.act(state())).toEqual({
      acts: [{ type: 'begin-composing', how: 'menu' }],
      ui: { talk: 'fan', picked: null },
    })
  })

  it('closing it gives the floor back, but only if it is ours', () => {
    const mine = state({ session: { composing: { seat: 'trainee', how: 'menu' } }, ui: { talk: 'fan' } })
    expect(commands.close.act(mine)).toEqual({ acts: [{ type: 'end-composing' }], ui: { talk: 'closed' } })
    const partners = state({ session: { composing: { seat: 'partner', how: 'menu' } }, ui: { talk: 'fan' } })
    expect(commands.close.act(partners)).toEqual({ ui: { talk: 'closed' } })
  })

  it('a line can be taken back until its time and not after (decisions D.3)', () => {
    const prompts: Prompt[] = [{ kind: 'take-back', until: 3000 }]
    expect(commands.takeBack.can(state({ prompts, now: 3000 }))).toBe(true)
    expect(commands.takeBack.can(state({ prompts, now: 3001 }))).toBe(false)
    expect(commands.takeBack.can(state())).toBe(false)
  })

  it('pausing is possible whatever goes on, a red line included, and stops the picture before the server answers (safety 5)', () => {
    const busy = state({ prompts: [redLine], ui: { talk: 'typing', isLeaving: true } })
    expect(commands.pause.can(busy)).toBe(true)
    expect(commands.pause.act(busy).ui).toMatchObject({ isStopped: true, talk: 'closed', isLeaving: false })
    expect(commands.pause.can(state({ session: { isPaused: true } }))).toBe(false)
  })

  it('nothing but continuing is possible while paused', () => {
    const paused = state({ session: { isPaused: true }, ui: { panel: null } })
    expect(commands.all.filter((c) => c.can(paused)).map((c) => c.id)).toEqual(['resume'])
  })

  it('while a red line waits nothing is said or done', () => {
    const warned = state({ prompts: [redLine] })
    for (const command of [commands.talk, commands.type, commands.leave, commands.sit])
      expect(command.can(warned), command.id).toBe(false)
  })

  it('nobody sits before being invited in, nor where there is no seat', () => {
    expect(commands.sit.can(state())).toBe(true)
    expect(commands.sit.can(state({ me: { isInvited: false } }))).toBe(false)
    expect(commands.sit.can(state({ hasSeat: false }))).toBe(false)
  })

  it('Esc closes the lines first, then the panel', () => {
    const both = state({ ui: { talk: 'fan', panel: 'notebook' } })
    expect(commands.close.act(both).ui).toEqual({ talk: 'closed' })
    expect(commands.close.act(state({ ui: { panel: 'notebook' } })).ui).toEqual({ panel: null })
  })

  it('one walks and looks only when nothing else has the keys', () => {
    expect(commands.isAfoot(state())).toBe(true)
    for (const ui of [
      { talk: 'fan' as const },
      { picked: 'fridge' },
      { panel: 'phone' as const },
      { isLeaving: true },
      { isStopped: true },
    ])
      expect(commands.isAfoot(state({ ui })), JSON.stringify(ui)).toBe(false)
    expect(commands.isAfoot(state({ prompts: [redLine] }))).toBe(false)
  })

  it('no two commands answer to one key at one time', () => {
    for (const s of [state(), state({ me: { isSeated: true } }), state({ ui: { talk: 'fan', panel: 'phone' } })]) {
      const keys = commands.all.filter((c) => c.can(s)).flatMap((c) => c.keys)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('a question whether something was meant has Y and N while it stands; the notebook has N again afterwards', () => {
    const asked = state({ prompts: [confirm] })
    expect([idFor('y', asked), idFor('n', asked)]).toEqual(['yes', 'no'])
    expect(commands.yes.act(asked)).toEqual({ acts: [{ type: 'confirm', isMeant: true }] })
    expect(commands.no.act(asked)).toEqual({ acts: [{ type: 'confirm', isMeant: false }] })
    expect([idFor('y', state()), idFor('n', state())]).toEqual([undefined, 'notebook'])
    expect(idFor('y', state({ prompts: [candidates] }))).toBeUndefined()
  })

  it('its letters are letters to who writes: words that begin with Y are no yes', () => {
    const asked = state({ prompts: [confirm], ui: { talk: 'typing' } })
    expect(commandFor(commands.all, asked, press('y', true))).toBeUndefined()
    expect(commandFor(commands.all, asked, press('n', true))).toBeUndefined()
  })

  it('Esc answers nothing: it closes the words, then puts the question aside, where no key answers it', () => {
    const writing = state({ prompts: [confirm], ui: { talk: 'typing' } })
    expect(idFor('Escape', writing)).toBe('close')
    const asked = state({ prompts: [confirm] })
    expect(idFor('Escape', asked)).toBe('put-aside')
    const effect = commands.putAside.act(asked)
    expect(effect.acts).toBeUndefined()
    const aside = state({ prompts: [confirm], ui: effect.ui ?? {} })
    expect([commands.yes.can(aside), commands.no.can(aside), commands.putAside.can(aside)]).toEqual([
      false,
      false,
      false,
    ])
    expect(commands.isAfoot(aside)).toBe(true)
  })

  it('of lines that are offered instead none need be meant; Esc leaves even that open', () => {
    const offered = state({ prompts: [candidates] })
    expect(commands.asSaid.act(offered)).toEqual({ acts: [{ type: 'leave-as-said' }] })
    expect(idFor('Escape', offered)).toBe('put-aside')
    expect(commands.asSaid.can(state({ prompts: [confirm] }))).toBe(false)
  })

  it('what is aimed at is named only while nothing waits for an answer', () => {
    expect(commands.namesAim(state())).toBe(true)
    expect(commands.namesAim(state({ prompts: [{ kind: 'take-back', until: 3000 }] }))).toBe(true)
    for (const prompt of [confirm, candidates, kettle, redLine])
      expect(commands.namesAim(state({ prompts: [prompt] })), prompt.kind).toBe(false)
  })
})
