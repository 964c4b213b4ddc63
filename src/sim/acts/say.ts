import type { Say } from '../act.ts'
import { catalogueOf, type PlacedRow } from '../catalogue.ts'
import { isLegal, rowOfToken } from '../legal.ts'
import { Refused } from '../refused.ts'
import { emit, type Run } from '../run.ts'
import type { State } from '../state.ts'
import { perform } from './perform.ts'
import { judgeSilence } from './silence.ts'
import { notUnderstood } from './unheard.ts'

/** [B.15] From free words a row is scored at this probability and clear of the next, or when the trainee confirms it. */
export const SCORED_FROM = 0.9

/** Words that were asked about reach somebody only with the answer, so that nobody is spoken over by them. */
export const ASKED_ABOUT = 'typed' as const

/** Saying or doing something: an offer taken, or words that were understood as a row, or as none. */
export function say(run: Run, act: Say): void {
  const { state, seat } = run
  if (state.seats[seat] === undefined || !(seat in state.workers)) throw new Refused('not-this-seat', seat)
  const row = rowFor(state, seat, act)
  if (state.composing?.seat === seat) emit(run, { type: 'composing-ended' })
  judgeSilence(run)
  if (row === null) {
    notUnderstood(run, act)
    return
  }
  if (act.words !== undefined && !act.isConfirmed && needsConfirming(row, act)) {
    emit(run, {
      type: 'confirm-asked',
      row: row.id,
      words: act.words ?? '',
      lang: act.lang ?? 'zh',
      confidence: act.confidence ?? 0,
      candidates: (act.candidates ?? []).filter((id) => id !== row.id),
      ...(act.heard && { heard: act.heard }),
    })
    return
  }
  perform(run, row, wordsMeantBy(state, seat, act, row) ?? act)
}

/** The row an act means, if it may be said now. Null: words that were not understood. */
function rowFor(state: State, seat: string, act: Say): PlacedRow | null {
  if (state.stopping) throw new Refused('not-now', 'the visit is being stopped')
  if (act.offer !== undefined) {
    const row = rowOfToken(state, seat, act.offer)
    if (!row) throw new Refused('not-offered', `offer ${act.offer}`)
    return row
  }
  if (act.row !== undefined) return legalRow(state, seat, act.row)
  if (act.words === undefined) throw new Refused('not-offered', 'neither an offer, a row nor words')
  return null
}

/** @throws Refused when the scene has no such row, or it may not be said now */
export function legalRow(state: State, seat: string, id: string): PlacedRow {
  if (state.stopping) throw new Refused('not-now', 'the visit is being stopped')
  const row = catalogueOf(state.scene).rows.get(id)
  if (!row) throw new Refused('unknown-thing', `row ${id}`)
  if (!isLegal(state, seat, row)) throw new Refused('not-offered', `row ${id} in ${state.phase ?? state.status}`)
  return row
}

/** [A.6, D.8] Harm, red lines, risk questions and actions never follow from free words alone. */
const needsConfirming = (row: PlacedRow, act: Say): boolean =>
  row.worth === 'harmful' ||
  row.worth === 'critical' ||
  row.structured ||
  row.kind === 'do' ||
  (act.confidence ?? 0) < SCORED_FROM ||
  act.isClear === false

/** The own words that an offered line stands for: denied as what they were first taken for, and meant as this one. */
function wordsMeantBy(state: State, seat: string, { offer }: Say, row: PlacedRow): Omit<Say, 'type'> | null {
  const { candidates } = state
  if (offer === undefined || !candidates?.denied || candidates.seat !== seat || !candidates.rows.includes(row.id))
    return null
  const { words, lang, denied } = candidates
  const confidence = denied.heard?.likely.find((one) => one.row === row.id)?.confidence ?? 0
  return {
    means: ASKED_ABOUT,
    words,
    lang,
    confidence,
    isConfirmed: true,
    ...(denied.heard && { heard: denied.heard }),
  }
}
