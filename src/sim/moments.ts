import type { Text } from '../scene/index.ts'
import { catalogueOf } from './catalogue.ts'
import type { Event, EventOf } from './event.ts'
import { holds } from './holds.ts'
import { textOfWording } from './legal.ts'
import type { Moment } from './seat-view.ts'
import type { State } from './state.ts'
import { textOfWordingAt } from './wording.ts'

const NOTHING: Text = { zh: '……', en: '…' }

/** The words a row has for a speaker: its wording then, or their own words if they typed or spoke. */
export function wordsOf(state: State, event: Event): Text | { text: string; lang: 'zh' | 'en' } {
  if (event.type !== 'said' && event.type !== 'done') return NOTHING
  if (event.words !== undefined) return { text: event.words, lang: event.lang ?? 'zh' }
  const row = catalogueOf(state.scene).rows.get(event.row)
  return row ? textOfWording(row, event.variant) : NOTHING
}

/** What somebody's own words were taken for, so that they can see it. */
function understoodAs(state: State, event: EventOf<'said'> | EventOf<'done'>): { understoodAs?: Text } {
  const row = event.words === undefined ? undefined : catalogueOf(state.scene).rows.get(event.row)
  return row ? { understoodAs: textOfWording(row, event.variant) } : {}
}

const made = new WeakMap<Event, Moment[]>()

/** What one event is as a moment (or moments) in a view; made once an event. */
export function momentsOf(state: State, event: Event): Moment[] {
  const known = made.get(event)
  if (known) return known
  const moments = shape(state, event)
  made.set(event, moments)
  return moments
}

function shape(state: State, event: Event): Moment[] {
  const { lines, disclosures, events, phases, cues, people } = catalogueOf(state.scene)
  const { number, at } = event
  const line = (by: string, id: string, wording: number | undefined, until: number, isTyped: boolean): Moment[] => {
    const found = lines.get(id)
    if (!found) return []
    return [
      { number, at, kind: 'line', by, text: textOfWordingAt(found, wording), isSilent: found.silent, until, isTyped },
    ]
  }
  const typing = (by: string) => {
    const types = people.get(by)?.types
    return types !== undefined && holds(state, types)
  }
  switch (event.type) {
    case 'said':
    case 'done':
      return [
        {
          number,
          at,
          kind: 'own-words',
          seat: event.seat,
          text: wordsOf(state, event),
          isAction: event.type === 'done',
          to: event.to,
          ...understoodAs(state, event),
        },
      ]
    case 'replied':
      if (event.line === null)
        return [
          {
            number,
            at,
            kind: 'line',
            by: event.by,
            text: { text: event.words ?? '', lang: event.lang ?? 'zh' },
            isSilent: false,
            until: event.until,
            isTyped: false,
          },
        ]
      return line(event.by, event.line, event.wording, event.until, typing(event.by))
    case 'disclosed': {
      const told = disclosures.get(event.disclosure)?.texts[event.text]
      const text = told ? textOfWordingAt(told, event.wording) : NOTHING
      return [
        {
          number,
          at,
          kind: 'line',
          by: event.by,
          text,
          isSilent: false,
          until: event.until,
          isTyped: typing(event.by),
        },
      ]
    }
    case 'spoke':
      if (event.cause.kind === 'event' && events.get(event.cause.id)?.prompt === 'phone')
        return event.lines.map((one) => {
          const sent = lines.get(one.line)
          return {
            number,
            at,
            kind: 'message',
            from: one.by,
            text: sent ? textOfWordingAt(sent, one.wording) : NOTHING,
          }
        })
      return event.lines.flatMap((one) => line(one.by, one.line, one.wording, event.until, typing(one.by)))
    case 'timed-event': {
      const timed = events.get(event.event)
      if (!timed) return []
      const arrivals = Object.entries(timed.moves ?? {}).map(
        ([person]): Moment => ({ number, at, kind: 'arrival', person }),
      )
      const caption: Moment[] = timed.caption
        ? [{ number, at, kind: 'caption', text: timed.caption, sound: timed.sound }]
        : []
      return [...caption, ...arrivals]
    }
    case 'timed-event-stage': {
      const caption = events.get(event.event)?.stages[event.stage]?.caption
      return caption ? [{ number, at, kind: 'caption', text: caption }] : []
    }
    case 'timed-event-ignored': {
      const caption = events.get(event.event)?.ignored?.caption
      return caption ? [{ number, at, kind: 'caption', text: caption }] : []
    }
    case 'reacted': {
      const reaction = events.get(event.event)?.reactions.find((one) => one.id === event.reaction)
      return reaction && !reaction.as
        ? [{ number, at, kind: 'own-words', seat: event.seat, text: reaction.text, isAction: true, to: '' }]
        : []
    }
    case 'cue-noticed':
      return [{ number, at, kind: 'noticed', cue: event.cue, text: cues.get(event.cue)?.name ?? NOTHING }]
    case 'permission-given':
    case 'permission-refused':
      return [
        { number, at, kind: 'permission', cue: event.cue, isGiven: event.type === 'permission-given', by: event.by },
      ]
    case 'opened-uninvited':
      return []
    case 'phase-entered':
      return phases.has(event.phase) ? [{ number, at, kind: 'phase', phase: event.phase }] : []
    case 'taken-back':
      return [{ number, at, kind: 'taken-back', from: event.from }]
    case 'went-on':
      return event.from === undefined ? [] : [{ number, at, kind: 'taken-back', from: event.from }]
    case 'not-understood':
      return [{ number, at, kind: 'not-understood', text: { text: event.words ?? '', lang: event.lang ?? 'zh' } }]
    case 'denied':
      return [{ number, at, kind: 'denied', text: { text: event.words ?? '', lang: event.lang ?? 'zh' } }]
    case 'messaged':
      return [{ number, at, kind: 'own-message', to: event.to, text: event.words ?? '' }]
    case 'paused':
    case 'resumed':
    case 'left':
    case 'helped':
      return [{ number, at, kind: 'notice', what: event.type }]
    case 'ended':
      return event.isCapped ? [{ number, at, kind: 'notice', what: 'stopped' }] : []
    default:
      return []
  }
}
