import type { Event, EventBody, EventType } from '../../src/sim/index.ts'

/** The kinds of event that cannot be without their words: an erased one gets these empty ones, so that its type still holds. */
type Wordy = Extract<EventBody, { words: unknown }>

const ERASED: { [T in Wordy['type']]: Extract<Wordy, { type: T }>['words'] } = {
  'confirm-asked': '',
  messaged: '',
  'document-written': {},
  'dilemma-reasoned': '',
  'note-flagged': '',
}

const isWordy = (type: EventType): type is Wordy['type'] => type in ERASED

/** Takes the personal words out of an event: the log holds what was decided, a table beside it what was typed (decisions D.2). */
export function splitWords(event: Event): { body: string; words: string | null } {
  const { number: _number, at: _at, seat: _seat, type: _type, ...rest } = event
  if (!('words' in rest)) return { body: JSON.stringify(rest), words: null }
  const { words, ...body } = rest
  return { body: JSON.stringify(body), words: words === undefined ? null : JSON.stringify(words) }
}

/** Puts an event together again; words that were erased are simply not there, or empty where the event needs some. */
export function joinWords(
  row: { number: number; at: number; seat: string; type: string; body: string },
  words: string | null,
): Event {
  const type = row.type as EventType
  const kept = words !== null ? { words: JSON.parse(words) } : isWordy(type) ? { words: ERASED[type] } : {}
  return { ...JSON.parse(row.body), ...kept, type, number: row.number, at: row.at, seat: row.seat } as Event
}
