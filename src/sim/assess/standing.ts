import type { Code, Counts, FullScene } from '../../scene/index.ts'
import { catalogueOf } from '../catalogue.ts'
import type { Event, EventOf, EventType } from '../event.ts'
import { evolve } from '../evolve.ts'
import { isWarnedFirst } from '../red-line.ts'
import { initial, type State } from '../state.ts'

/** What somebody's words or action count as: the row a rater took them for, else the one the visit went on with. */
export type Taken = {
  row: string
  codes: readonly Code[]
  /** The row's points where it counts: the first time it was said (decisions B.3), an apology once for each slip (A.3). */
  counts: Counts | undefined
  /** A rater said so, not the log. */
  isRated: boolean
}

/** An event that still stands, with the state it met and, where somebody spoke or did something, what it counts as. */
export type Standing = { event: Event; before: State; taken: Taken | null }

/** Any event of a log with the state it met; undone when it was taken back or gone on from later (decisions D.3, A.7). */
export type Met = { event: Event; before: State; isUndone: boolean }

/** What raters said of utterances. A question "did you mean …?" is one with its answer, whichever of the two a recode names. */
export type Ratings = {
  /** The last word on each utterance, by its event: the answer's, where a question was answered. */
  by: ReadonlyMap<number, EventOf<'recoded'>>
  /** From a question's or a denial's event to that of the last answer to it. */
  answers: ReadonlyMap<number, number>
}

type Spoken = EventOf<'said'> | EventOf<'done'>
type Line = State['redLines'][number]

/** What a person judged stays judged, and what was warned of stays on record, when the stretch around it is undone. */
const KEPT: ReadonlySet<EventType> = new Set<EventType>(['red-line', 'recoded'])
/** An excerpt's lines are said at its very beginning, by this event. */
const BEGINNING = 1

/**
 * The log as it counts, and the last state: less what was undone, with words that a rater recoded taken as if they had been understood so at once.
 * The state's red lines are those that count so; everything else in it stays as it happened.
 */
export function standing(events: readonly Event[], scene: FullScene): { log: Standing[]; last: State } {
  const { met, last } = retrace(events, scene)
  const ratings = ratingsIn(met)
  const log = takenIn(met, ratings, scene)
  return { log, last: ratings.by.size === 0 ? last : { ...last, redLines: redLinesOf(log, ratings, last) } }
}

/** A log gone through once, event by event. */
export function retrace(events: readonly Event[], scene: FullScene): { met: Met[]; last: State } {
  let state = initial(scene)
  const met: Met[] = []
  for (const event of events) {
    const undone = undoneFrom(state, event)
    if (undone !== null)
      for (const one of met) if (one.event.number >= undone && !KEPT.has(one.event.type)) one.isUndone = true
    met.push({ event, before: state, isUndone: false })
    state = evolve(state, event)
  }
  return { met, last: state }
}

/** The first event number that an event undoes, if it undoes any. Logs of old do not all say from where the trainee went on. */
function undoneFrom(state: State, event: Event): number | null {
  if (event.type === 'taken-back') return event.from
  if (event.type !== 'went-on' || !event.isAccepted) return null
  return event.from ?? (state.warning?.before ? state.warning.before.number + 1 : null)
}

export function ratingsIn(met: readonly Met[]): Ratings {
  const answers = new Map<number, number>()
  const recoded: EventOf<'recoded'>[] = []
  let asked: number[] = []
  for (const { event, before, isUndone } of met) {
    const isAnswer = answersQuestion(before, event)
    if (isAnswer) for (const number of asked) answers.set(number, event.number)
    if (event.type === 'confirm-asked') asked = [event.number]
    else if (event.type === 'denied' && isAnswer) asked = [...asked, event.number]
    if (event.type === 'recoded' && !isUndone) recoded.push(event)
  }
  return { by: new Map(recoded.map((event) => [answers.get(event.of) ?? event.of, event])), answers }
}

/** Whether an event is the answer to the question that stands, rather than something said instead. Erased words are told by what they were heard as. */
export function answersQuestion({ confirm, candidates }: State, event: Event): boolean {
  const denied = candidates?.denied
  const asked = confirm ? { ...confirm, rows: [confirm.row] } : denied && { ...candidates, heard: denied.heard }
  if (!asked || asked.seat !== event.seat) return false
  if (isSpoken(event)) {
    if (!event.isConfirmed || !asked.rows.includes(event.row)) return false
  } else if (event.type === 'denied') return event.row === confirm?.row
  else if (event.type !== 'not-understood') return false
  return asked.words && event.words
    ? asked.words === event.words
    : JSON.stringify(asked.heard) === JSON.stringify(event.heard)
}

const isSpoken = (event: Event): event is Spoken => event.type === 'said' || event.type === 'done'

/** The row an event counts as, if any. */
function rowOf(event: Event, { by }: Ratings): string | null {
  const rating = by.get(event.number)
  if (isSpoken(event)) return rating ? rating.row : event.row
  const isUtterance = event.type === 'not-understood' || event.type === 'confirm-asked' || event.type === 'denied'
  return isUtterance && rating ? rating.row : null
}

/** [B.3] Rows that a recode takes points from or gives them to are counted anew from the beginning; all others count as the log has them. */
function takenIn(met: readonly Met[], ratings: Ratings, scene: FullScene): Standing[] {
  const { rows } = catalogueOf(scene)
  const isApology = (row: string) => rows.get(row)?.repairs ?? false
  const touched = touchedBy(met, ratings)
  const mendsAnew = [...touched].some(isApology)
  const counted = new Set<string>()
  const mended = new Set<number>()
  const points = new Map<string, Counts>()

  const isFirst = (row: string, { said, lastHarm }: State): boolean => {
    if (!isApology(row)) {
      if (counted.has(row) || said[row] === BEGINNING) return false
      counted.add(row)
      return true
    }
    if (!lastHarm || mended.has(lastHarm.number)) return false
    mended.add(lastHarm.number)
    return true
  }
  const takenFor = (event: Event, before: State): Taken | null => {
    const logged = isSpoken(event) ? event : null
    if (logged?.counts && !points.has(logged.row)) points.set(logged.row, logged.counts)
    const row = rowOf(event, ratings)
    if (row === null) return null
    const rating = ratings.by.get(event.number)
    const isAnew = touched.has(row) || (mendsAnew && isApology(row))
    const isScored = isAnew ? isFirst(row, before) : (logged?.isScored ?? false)
    return {
      row,
      codes: (logged?.row === row ? logged.codes : rows.get(row)?.codes) ?? [],
      counts: isScored ? (rating ? rating.counts : (logged?.counts ?? points.get(row))) : undefined,
      isRated: rating !== undefined,
    }
  }
  return met
    .filter((one) => !one.isUndone)
    .map(({ event, before }) => ({ event, before, taken: takenFor(event, before) }))
}

function touchedBy(met: readonly Met[], { by }: Ratings): Set<string> {
  const rows = new Set<string>()
  for (const { event } of met) {
    const rating = by.get(event.number)
    if (!rating) continue
    if (rating.row !== null) rows.add(rating.row)
    if (isSpoken(event)) rows.add(event.row)
  }
  return rows
}

/**
 * [B.10] Red lines after raters: words that were none lift theirs, words taken for a red-line row cross it where they were said. In a first run such
 * a line is noted and does not cap, since nobody was warned of it (A.7).
 */
function redLinesOf(log: readonly Standing[], { by }: Ratings, last: State): Line[] {
  const { rows } = catalogueOf(last.scene)
  const lineOf = (row: string | null | undefined) => (row ? rows.get(row)?.redLine : undefined)
  const wordsOf = new Map<number, number>()
  for (const { event, before } of log)
    if (event.type === 'red-line' && event.cause.kind === 'row' && before.undo)
      wordsOf.set(event.number, before.undo.from)
  const isLifted = (line: Line) => {
    const rating = by.get(wordsOf.get(line.number) ?? 0)
    return rating !== undefined && lineOf(rating.row) !== line.id
  }
  const lifted = new Set(last.redLines.filter(isLifted).map((line) => line.id))
  const kept = last.redLines.filter((line) => !isLifted(line))
  const known = new Set(kept.map((line) => wordsOf.get(line.number)))
  const crossed = log.flatMap(({ event: { number, at }, before, taken }): Line[] => {
    const id = lineOf(taken?.row)
    // A line crossed before is not written down again, so what repeats a lifted one crosses it now.
    if (!taken || !id || known.has(number) || !(taken.isRated || lifted.has(id))) return []
    const isWarned = isWarnedFirst(before) && before.status !== 'aftermath'
    return [{ id, number, at, isWarned, cause: { kind: 'row', id: taken.row } }]
  })
  const lines = [...kept, ...crossed].sort((a, b) => a.number - b.number)
  return lines.filter(({ id }, i) => !lines.slice(0, i).some((one) => one.id === id && !one.isWarned))
}
