import type { Offer, Prompt } from '../../../session/index.ts'
import { nameIn } from '../../parts/index.ts'
import * as commands from '../visit/commands.ts'
import { type Doing, Sheet, type Shown } from './Sheet.ts'

/** Lines at once: what can be taken in at a glance; the others are one press away. */
export const FAN_LINES = 5

const choose = (offer: Offer): Doing => ({
  acts: [{ type: offer.kind, offer: offer.token, means: 'picked' }],
  ui: { talk: 'closed' },
  here: { hasMore: false },
})

/** The fan: five lines, what one can do set apart, and the way to the others. */
export function fanSheet({ state, here, scene, say, pick }: Shown, canType: boolean): Sheet {
  const sheet = new Sheet(here.hasMore ? 'fan-more' : 'fan')
  const { offers } = state.view
  const inFan = offers.filter((o) => o.isInFan)
  const first = [...inFan.filter((o) => o.kind === 'say').slice(0, FAN_LINES), ...inFan.filter((o) => o.kind === 'do')]
  const others = offers.filter((o) => !first.includes(o))
  const shown = here.hasMore ? others : first
  const lines = shown.filter((o) => o.kind === 'say')
  const actions = shown.filter((o) => o.kind === 'do')
  const people = new Set(offers.map((o) => o.to))
  const to = (offer: Offer) =>
    people.size > 1 && offer.to ? { tag: say('talk.to', { name: nameIn(scene, pick, offer.to) }) } : {}
  if (shown.length === 0) sheet.text(say(canType ? 'talk.none' : 'visit.silence'), 'quiet')
  for (const line of lines) sheet.button(line.token, pick(line.text), choose(line), to(line))
  if (lines.length > 0 && actions.length > 0) sheet.rule()
  for (const action of actions)
    sheet.button(action.token, pick(action.text), choose(action), { tag: say('talk.doing') })
  if (here.hasMore) sheet.foot('fewer', say('headset.back'), { here: { hasMore: false } })
  else if (others.length > 0) sheet.foot('more', say('headset.otherLines'), { here: { hasMore: true } })
  if (canType) sheet.foot('type', say('do.type'), commands.type.act(state))
  sheet.foot('close', say('common.close'), { ...commands.endTalk(state), here: { hasMore: false } }, { look: 'plain' })
  return sheet
}

/** Words of one's own by the headset's keyboard; where it has none, it says so plainly. */
export function typingSheet({ state, say }: Shown, words: string, lang: 'zh' | 'en', canType: boolean): Sheet {
  const sheet = new Sheet('typing', say('talk.typing'))
  if (!canType) sheet.text(say('headset.typeAtDesk'), 'note')
  else {
    sheet.text(words || say('talk.hint'), words ? 'plain' : 'quiet')
    sheet.foot('keyboard', say('headset.keyboard'), { go: 'keyboard' })
    sheet.foot(
      'send',
      say('talk.send'),
      { save: { type: 'say', words, lang, means: 'typed' }, ui: { talk: 'closed' } },
      { look: 'main', isDisabled: !words },
    )
  }
  sheet.foot('lines', say('do.talk'), commands.talk.act(state))
  sheet.foot('close', say('common.close'), commands.endTalk(state), { look: 'plain' })
  return sheet
}

type Event = Extract<Prompt, { kind: 'event' }>

/** What waits for an answer; null when nothing does. A red line is asked apart, and taking back stands beside the captions. */
export function promptSheet({ state, say, pick }: Shown): Sheet | null {
  const sheet = new Sheet('prompts')
  for (const prompt of state.view.prompts) {
    if (prompt.kind === 'event') addEvent(sheet, prompt, { say, pick })
    if (prompt.kind === 'confirm') {
      sheet.text(say('talk.saidBy', { words: prompt.words.text }), 'quiet')
      sheet.text(say(prompt.isAction ? 'talk.confirmAction' : 'talk.confirm'))
      sheet.heading(pick(prompt.understood))
      sheet.row([
        ['confirm/yes', say('talk.confirmYes'), { acts: [{ type: 'confirm', isMeant: true }] }, { look: 'main' }],
        ['confirm/no', say('talk.confirmNo'), { acts: [{ type: 'confirm', isMeant: false }] }],
      ])
    }
    if (prompt.kind === 'candidates') {
      sheet.text(say('talk.saidBy', { words: prompt.words.text }), 'quiet')
      sheet.text(say(prompt.offers.length > 0 ? 'talk.candidates' : 'talk.noCandidates'))
      for (const offer of prompt.offers) sheet.button(`candidate/${offer.token}`, pick(offer.text), choose(offer))
      sheet.row([['as-said', say('talk.asSaid'), { acts: [{ type: 'leave-as-said' }] }, { look: 'plain' }]])
    }
  }
  for (const partner of state.view.partner.filter((one) => one.orders.length > 0)) {
    sheet.heading(say('pair.title'))
    for (const order of partner.orders)
      sheet.button(`order/${partner.person}/${order.id}`, pick(order.text), {
        acts: [{ type: 'direct', person: partner.person, order: order.id }],
      })
  }
  return sheet.content.parts.length > 0 ? sheet : null
}

function addEvent(sheet: Sheet, prompt: Event, { say, pick }: Pick<Shown, 'say' | 'pick'>): void {
  sheet.text(say(prompt.on === 'phone' ? 'event.message' : 'event.title'), 'quiet')
  sheet.heading(pick(prompt.title))
  for (const { id, text } of prompt.reactions)
    sheet.button(`answer/${prompt.event}/${id}`, pick(text), {
      acts: [{ type: 'answer', event: prompt.event, reaction: id }],
    })
}

/** Three seconds to take a line back; null when there is none to take back. */
export function takeBackSheet(shown: Shown): Sheet | null {
  const { state, say } = shown
  if (!commands.takeBack.can(state)) return null
  return new Sheet('take-back').button('take-back', say(commands.takeBack.label), commands.takeBack.act(state), {
    look: 'main',
  })
}

/** A first run's red line: stop, say why, and leave the choice (decisions A.7). */
export function redLineSheet({ state, say, pick }: Shown): Sheet | null {
  const prompt = state.view.prompts.find((p) => p.kind === 'red-line')
  if (!prompt) return null
  return new Sheet('red-line', say('redline.title'))
    .text(say('redline.text'))
    .text(pick(prompt.text), 'grave')
    .heading(say('redline.why'))
    .text(pick(prompt.why))
    .text(say('redline.offer'))
    .foot('back', say('redline.back'), { acts: [{ type: 'go-on', isAccepted: true }] }, { look: 'main' })
    .foot('decline', say('redline.decline'), { acts: [{ type: 'go-on', isAccepted: false }] })
}
