import type { Say } from '../act.ts'
import type { PlacedRow } from '../catalogue.ts'
import { isPrivate } from '../hearing.ts'
import { wordingOf } from '../legal.ts'
import { applyFeelings, applyOutcome, flagsOf } from '../outcome.ts'
import { questionsAfter, STACKING_FROM } from '../questions.ts'
import { crossRedLine, end } from '../red-line.ts'
import { answer, specialReply } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { addresseeOf, type State } from '../state.ts'
import { askFor } from './notice.ts'
import { enterPhase } from './phase.ts'

/** [B.3] What stacked questions and speaking over the client cost the addressee's trust. */
const STACKING_COST = -3000
const INTERRUPTION_COST = -3000

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
  if (row.asks && state.permissions[row.asks] !== 'given') askFor(run, row.asks)
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
