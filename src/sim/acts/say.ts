import type { Say } from '../act.ts'
import { bandOf } from '../band.ts'
import { catalogueOf, type PlacedRow } from '../catalogue.ts'
import { shuffled } from '../chance.ts'
import { isPrivate } from '../hearing.ts'
import { isLegal, legalPlacedRows, rowOfToken, wordingOf } from '../legal.ts'
import { applyFeelings, applyOutcome, flagsOf } from '../outcome.ts'
import { questionsAfter, STACKING_FROM } from '../questions.ts'
import { crossRedLine, end } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { answer, bandReply, sayLine, silentReply, specialReply } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { addresseeOf, firstAddressee, type State } from '../state.ts'
import { askFor } from './notice.ts'
import { enterPhase } from './phase.ts'
import { judgeSilence } from './silence.ts'

/** [B.3] What stacked questions and speaking over the client cost the addressee's trust. */
const STACKING_COST = -3000
const INTERRUPTION_COST = -3000

/** [B.15] From free words a row is scored at this probability and clear of the next, or when the trainee confirms it. */
export const SCORED_FROM = 0.9
/** Candidate lines offered when words were not understood twice (decisions A.6). */
const CANDIDATES = 3

/** Saying or doing something: an offer taken, or words that were understood as a row, or as none. */
export function say(run: Run, act: Say): void {
  const { state } = run
  if (state.seats[run.seat] === undefined || !(run.seat in state.workers)) throw new Refused('not-this-seat', run.seat)
  const row = rowFor(state, run.seat, act)
  if (run.state.composing?.seat === run.seat) emit(run, { type: 'composing-ended' })
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
  perform(run, row, act)
}

/** The row an act means, if it may be said now. Null: words that were not understood. */
function rowFor(state: State, seat: string, act: Say): PlacedRow | null {
  if (state.stopping) throw new Refused('not-now', 'the visit is being stopped')
  if (act.offer !== undefined) {
    const row = rowOfToken(state, seat, act.offer)
    if (!row) throw new Refused('not-offered', `offer ${act.offer}`)
    return row
  }
  if (act.row === undefined) {
    if (act.words === undefined) throw new Refused('not-offered', 'neither an offer, a row nor words')
    return null
  }
  const row = catalogueOf(state.scene).rows.get(act.row)
  if (!row) throw new Refused('unknown-thing', `row ${act.row}`)
  if (!isLegal(state, seat, row)) throw new Refused('not-offered', `row ${act.row} in ${state.phase ?? state.status}`)
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

/** [B.2] One row, in order: gates on the drifted values → Δ × diminishing factor → penalties → clamp → band → reply → evidence. */
export function perform(run: Run, row: PlacedRow, act: Omit<Say, 'type'>): void {
  const { state } = run
  const to = addresseeOf(state, row)
  const asking = { seat: run.seat, to }
  const isAftermath = row.aftermath
  const chosen = isAftermath ? null : specialReply(state, run.seat, row, to)
  const flags = flagsOf(run, row.sets, asking)
  const slip = row.repairs && state.lastHarm && !state.lastHarm.isRepaired ? state.lastHarm : null
  const isScored = row.repairs ? slip !== null : !(row.id in state.said)
  const factor = isScored ? diminishing(state, row) : 0
  const penalties = isAftermath ? [] : penaltiesFor(run, row, act, to)
  emit(run, {
    type: row.kind === 'do' ? 'done' : 'said',
    row: row.id,
    to,
    phase: row.phase,
    codes: row.codes,
    means: act.means,
    isScored,
    factor,
    isPrivate: isPrivate(state, run.seat, to),
    variant: wordingOf(state, row, run.seat, act.offer !== undefined),
    ...(isScored && row.counts ? { counts: row.counts } : {}),
    ...(act.words !== undefined
      ? {
          words: act.words,
          lang: act.lang ?? 'zh',
          wordCount: act.words.length,
          confidence: act.confidence ?? 1,
          isConfirmed: act.isConfirmed ?? false,
          ...(act.heard && { heard: act.heard }),
        }
      : {}),
  })
  if (!isAftermath && state.open.includes(row.phase)) enterPhase(run, row.phase)
  applyFeelings(run, isScored ? row.feel : undefined, { kind: 'row', id: row.id }, factor, penalties)
  if (slip) repair(run, slip)
  applyOutcome(
    run,
    { ...row, sets: flags.map((flag) => ({ flag, when: undefined })) },
    { kind: 'row', id: row.id },
    asking,
    false,
  )
  if (row.opens && !run.state.open.includes(row.opens.to)) emit(run, { type: 'phase-opened', phase: row.opens.to })
  if (row.opens?.flag) emit(run, { type: 'flags-changed', set: [row.opens.flag], cleared: [] })
  if (row.asks) askFor(run, row.asks)
  else if (!isAftermath) answer(run, row, to, chosen)
  if (row.redLine) {
    crossRedLine(run, row.redLine, { kind: 'row', id: row.id }, Math.max(run.at, run.state.reply?.until ?? run.at))
    if (state.status === 'preparing') end(run, state.scene.redLineEnding)
  }
}

/** [B.3] Same leading code in a row: the third and fourth time half, from the fifth on nothing; feelings only, never evidence. */
function diminishing(state: State, row: PlacedRow): number {
  const [code] = row.codes
  if (code === undefined || row.structured || code !== state.talk.code) return 1
  const times = state.talk.run + 1
  return times >= 5 ? 0 : times >= 3 ? 0.5 : 1
}

/** [B.3, B.5] The fourth question in a row, and a spoken line over a reply, each cost trust. */
function penaltiesFor(
  run: Run,
  row: PlacedRow,
  act: Omit<Say, 'type'>,
  to: string,
): { person: string; rule: string; by: number }[] {
  const { state } = run
  const out = []
  const asksMore = !row.structured && row.codes.some((code) => code === 'Qo' || code === 'Qc')
  if (asksMore && questionsAfter(state.talk.questions, row.codes) >= STACKING_FROM)
    out.push({ person: to, rule: 'stacking', by: STACKING_COST })
  if (act.means === 'spoken' && state.reply && run.at < state.reply.until)
    out.push({ person: to, rule: 'interruption', by: INTERRUPTION_COST })
  return out
}

/** [A.3] An apology gives back half of what the last harmful line took, once per slip. */
function repair(run: Run, slip: NonNullable<State['lastHarm']>): void {
  for (const [person, took] of Object.entries(slip.took)) {
    const back = Object.fromEntries(
      Object.entries(took).map(([name, by]) => [`${person}.${name}`, -Math.round((by as number) / 2)]),
    )
    applyFeelings(run, back, { kind: 'rule', id: 'repair' })
  }
}

/** [A.6] Once: a neutral answer, without words where there is one, since a spoken line could be taken for an answer. Twice in a row: the person asks again, and practice offers three lines. Nothing is scored. */
function notUnderstood(run: Run, act: Say): void {
  const { state } = run
  const times = state.misses + 1
  const to = firstAddressee(state)
  const legal = new Set(legalPlacedRows(state, run.seat).map((row) => row.id))
  const candidates =
    times >= 2 && state.kind === 'practice'
      ? (act.candidates ?? []).filter((id) => legal.has(id)).slice(0, CANDIDATES)
      : []
  emit(run, {
    type: 'not-understood',
    times,
    candidates: shuffled(candidates, state.roll, state.turn, 'candidates'),
    words: act.words ?? '',
    lang: act.lang ?? 'zh',
    wordCount: act.words?.length ?? 0,
    ...(act.heard && { heard: act.heard }),
  })
  if (run.state.status !== 'visiting') return
  const phase = state.phase ?? ''
  const again = state.scene.notUnderstood[to]
  const band = bandOf(run.state, to)
  const line =
    times >= 2 && again
      ? { id: again.id ?? `again/${to}`, line: again }
      : (silentReply(run.state, to, phase) ?? bandReply(run.state, to, phase, band))
  if (line) sayLine(run, to, line, band, phase)
}

/** The trainee says whether what was understood is what they meant. */
export function confirm(run: Run, isMeant: boolean): void {
  const asked = run.state.confirm
  if (!asked || asked.seat !== run.seat) throw new Refused('not-now', 'nothing waits to be confirmed')
  const means = 'typed' as const
  const { words: said, lang, confidence, heard } = asked
  const words = { words: said, lang, confidence, ...(heard && { heard }) }
  if (!isMeant) {
    notUnderstood(run, { type: 'say', means, ...words, candidates: asked.candidates })
    return
  }
  const row = rowFor(run.state, run.seat, { type: 'say', means, row: asked.row, ...words, isConfirmed: true })
  if (row) perform(run, row, { means, ...words, isConfirmed: true })
}
