import type { FullScene } from '../../scene/index.ts'
import type { HeardAs, Millis, SeatId } from '../act.ts'
import type { Event, EventOf } from '../event.ts'
import { evolve } from '../evolve.ts'
import { initial, type State } from '../state.ts'

/** The likeliest rows kept with every utterance (decisions A.6). */
const LIKELIEST = 3

/** Something a trainee said in their own words, with what was made of it and by whom. */
export type Utterance = {
  /** The event that a rater's `recode` names. */
  number: number
  at: Millis
  seat: SeatId
  /** The phase in which it was said. */
  phase: string | null
  /** Null when they have been erased from beside the log (decisions D.2). */
  words: string | null
  lang: 'zh' | 'en'
  /** The row it counts as now, or none: the rater's, else the one the visit went on with. */
  takenFor: string | null
  /** The row that the people in the visit answered to; no rater changes what has happened. */
  answeredAs: string | null
  /** `machine`: sure enough to count; `trainee`: confirmed; `rater`: recoded, to a row or to none. */
  decidedBy: 'machine' | 'trainee' | 'rater' | 'nobody'
  /** The row that was asked about and that the trainee said was not meant. */
  denied: string | null
  /** The likeliest rows, best first; none where the log did not keep them. */
  likely: HeardAs['likely']
  /** With what it was understood. */
  by: string | null
  second: HeardAs['second'] | null
  /** Taken back within three seconds, or gone on from before it: it counts for nothing, whatever is made of it. */
  isTakenBack: boolean
  /** "Did you mean …?" has had no answer: the words reached nobody in the visit. */
  isUnanswered: boolean
  /** A person has still to say what it was. */
  isWaiting: boolean
}

type Said = EventOf<'said'> | EventOf<'done'>
type Entry = Omit<Utterance, 'isWaiting'>

/**
 * [A.6, B.15] Everything trainees said in their own words, in order: what a rater goes through. A question "did you mean …?" and its answer are one
 * utterance, numbered by the answer. Recoding follows the log exactly as `assess` does. Pure, and total over any log.
 */
export function ratersQueue(events: readonly Event[], scene: FullScene): Utterance[] {
  let entries: Entry[] = []
  let recoded: EventOf<'recoded'>[] = []
  let state = initial(scene)
  for (const event of events) {
    const entry = entryOf(state, event)
    if (entry) entries = [...entries.filter((one) => !isAnsweredBy(one, state, event)), entry]
    if (event.type === 'recoded') recoded.push(event)
    const undone = undoneFrom(event)
    if (undone !== null) {
      entries = entries.map((one) => (one.number >= undone ? { ...one, isTakenBack: true } : one))
      recoded = recoded.filter((one) => one.number < undone)
    }
    state = evolve(state, event)
  }
  const rows = new Map(recoded.map((event) => [event.of, event.row]))
  return entries.sort((a, b) => a.number - b.number).map((entry) => judged(entry, rows))
}

function judged(entry: Entry, rows: ReadonlyMap<number, string | null>): Utterance {
  const row = entry.isUnanswered ? undefined : rows.get(entry.number)
  if (row !== undefined) return { ...entry, takenFor: row, decidedBy: 'rater', isWaiting: false }
  return { ...entry, isWaiting: entry.decidedBy === 'nobody' && !entry.isTakenBack && !entry.isUnanswered }
}

function entryOf(state: State, event: Event): Entry | null {
  switch (event.type) {
    case 'said':
    case 'done':
      if (!isOwnWords(event)) return null
      return {
        ...basics(state, event),
        takenFor: event.row,
        answeredAs: event.row,
        decidedBy: event.isConfirmed ? 'trainee' : 'machine',
      }
    case 'not-understood':
      return { ...basics(state, event), denied: answersQuestion(state, event) ? (state.confirm?.row ?? null) : null }
    case 'confirm-asked':
      return { ...basics(state, event), isUnanswered: true }
    default:
      return null
  }
}

function basics(state: State, event: Said | EventOf<'not-understood'> | EventOf<'confirm-asked'>): Entry {
  const { number, at, seat, words, lang, heard } = event
  return {
    number,
    at,
    seat,
    phase: state.phase,
    words: words || null,
    lang: lang ?? 'zh',
    takenFor: null,
    answeredAs: null,
    decidedBy: 'nobody',
    denied: null,
    likely: heard?.likely.slice(0, LIKELIEST) ?? [],
    by: heard?.by ?? null,
    second: heard?.second ?? null,
    isTakenBack: false,
    isUnanswered: false,
  }
}

/** The count of words stays in the log when the words themselves are erased. */
const isOwnWords = (event: Said): boolean => event.words !== undefined || event.wordCount !== undefined

const isAnsweredBy = (entry: Entry, state: State, event: Event): boolean =>
  entry.isUnanswered && entry.seat === event.seat && !entry.isTakenBack && answersQuestion(state, event)

/** Whether an event is the answer to the question that stands, rather than something said instead. Erased words are told by what they were heard as. */
function answersQuestion({ confirm }: State, event: Event): boolean {
  if (!confirm || confirm.seat !== event.seat) return false
  if (event.type === 'said' || event.type === 'done') {
    if (!event.isConfirmed || event.row !== confirm.row) return false
  } else if (event.type !== 'not-understood') return false
  return confirm.words && event.words
    ? confirm.words === event.words
    : JSON.stringify(confirm.heard) === JSON.stringify(event.heard)
}

/** The first event that counts no longer (decisions D.3, A.7). */
function undoneFrom(event: Event): number | null {
  if (event.type === 'taken-back') return event.from
  return event.type === 'went-on' && event.isAccepted ? (event.from ?? null) : null
}
