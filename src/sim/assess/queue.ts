import type { FullScene } from '../../scene/index.ts'
import type { HeardAs, Millis, SeatId } from '../act.ts'
import type { Event, EventOf, EventType } from '../event.ts'
import type { State } from '../state.ts'
import { answersQuestion, type Met, type Ratings, ratingsIn, retrace } from './standing.ts'

/** The likeliest rows kept with every utterance (decisions A.6). */
const LIKELIEST = 3

/** Something a trainee said in their own words, with what was made of it and by whom. */
export type Utterance = {
  /** The event that a rater's `recode` names; one that names the question answered here is about the same words. */
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
  /** "Did you mean …?" has had no answer, or a no and then something else: the words reached nobody in the visit. */
  isUnsaid: boolean
  /** Nobody has said yet what it was; a rater can. */
  isWaiting: boolean
}

type Said = EventOf<'said'> | EventOf<'done'>
type Entry = Omit<Utterance, 'isTakenBack' | 'isWaiting'>

/**
 * [A.6, B.15] Everything trainees said in their own words, in order: what a rater goes through. A question "did you mean …?", a no to it and what was
 * chosen then are one utterance, numbered by the last of them; a question without an answer stands for itself. Recoding is followed exactly as `assess` follows it. Pure, and total
 * over any log.
 */
export function ratersQueue(events: readonly Event[], scene: FullScene): Utterance[] {
  const { met } = retrace(events, scene)
  const ratings = ratingsIn(met)
  return met.flatMap((one) => {
    const entry = ratings.answers.has(one.event.number) ? null : entryOf(one.before, one.event)
    return entry ? [judged(entry, one, ratings)] : []
  })
}

/** Own words that are no row's, or not yet. */
const UTTERANCES: ReadonlySet<EventType> = new Set<EventType>(['not-understood', 'confirm-asked', 'denied'])

/** Whether an event holds somebody's own words, so that a rater can say what they were. Their count stays in the log when the words are erased. */
export function isOwnWords(event: Event): boolean {
  switch (event.type) {
    case 'said':
    case 'done':
      return event.words !== undefined || event.wordCount !== undefined
    default:
      return UTTERANCES.has(event.type)
  }
}

function judged(entry: Entry, { isUndone }: Met, { by }: Ratings): Utterance {
  const rating = by.get(entry.number)
  if (rating) return { ...entry, takenFor: rating.row, decidedBy: 'rater', isTakenBack: isUndone, isWaiting: false }
  return { ...entry, isTakenBack: isUndone, isWaiting: entry.decidedBy === 'nobody' && !isUndone }
}

function entryOf(state: State, event: Event): Entry | null {
  if (!isOwnWords(event)) return null
  switch (event.type) {
    case 'said':
    case 'done':
      return {
        ...basics(state, event),
        takenFor: event.row,
        answeredAs: event.row,
        decidedBy: event.isConfirmed ? 'trainee' : 'machine',
        denied: answersQuestion(state, event) ? (state.candidates?.denied?.row ?? null) : null,
      }
    case 'not-understood':
      return { ...basics(state, event), denied: answersQuestion(state, event) ? deniedIn(state) : null }
    case 'denied':
      return { ...basics(state, event), denied: event.row, isUnsaid: true }
    case 'confirm-asked':
      return { ...basics(state, event), isUnsaid: true }
    default:
      return null
  }
}

/** The row that words were not meant as, where they have been denied. Logs of old have no event of the denial itself. */
const deniedIn = ({ candidates, confirm }: State): string | null => candidates?.denied?.row ?? confirm?.row ?? null

function basics(state: State, event: Said | EventOf<'not-understood' | 'confirm-asked' | 'denied'>): Entry {
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
    isUnsaid: false,
  }
}
