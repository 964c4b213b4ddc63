import type { Say } from '../act.ts'
import { bandOf } from '../band.ts'
import { catalogueOf, lineId } from '../catalogue.ts'
import { shuffled } from '../chance.ts'
import { legalPlacedRows } from '../legal.ts'
import { bandReply, oneOf, sayLine, silentReply } from '../reply.ts'
import { emit, type Run } from '../run.ts'
import { firstAddressee, type State } from '../state.ts'

/** Lines offered when words were not understood twice, or when what was understood was not meant (decisions A.6). */
const CANDIDATES = 3
/** Small talk must not be answered with a list of insults: a harmful line is offered only where it may well be what was said. */
const HARMFUL_FROM = 0.2

/**
 * [A.6] Once: a neutral reaction, without words, since a spoken line could be taken for an answer. Twice in a row: the person asks again, and practice
 * offers three lines. Nothing is scored.
 */
export function notUnderstood(run: Run, act: Omit<Say, 'type' | 'means'>): void {
  const { state } = run
  const times = state.misses + 1
  const to = firstAddressee(state)
  emit(run, {
    type: 'not-understood',
    times,
    candidates: times >= 2 ? likelyLines(state, run.seat, act) : [],
    words: act.words ?? '',
    lang: act.lang ?? 'zh',
    wordCount: act.words?.length ?? 0,
    ...(act.heard && { heard: act.heard }),
  })
  if (run.state.status !== 'visiting') return
  const phase = state.phase ?? ''
  const band = bandOf(run.state, to)
  const puzzled = state.scene.notUnderstood[to]
  const line = !puzzled
    ? (silentReply(run.state, to, phase) ?? bandReply(run.state, to, phase, band))
    : times >= 2
      ? { id: lineId(puzzled.again, `again/${to}`), line: puzzled.again }
      : oneOf(
          run.state,
          to,
          `puzzled/${to}`,
          puzzled.first.map((one, i) => ({ id: lineId(one, `puzzled/${to}/${i}`), line: one })),
        )
  if (line) sayLine(run, to, line, band, phase)
}

/** In practice, up to three legal lines that own words may have meant, in an order of chance; none in an assessed session. */
export function likelyLines(
  state: State,
  seat: string,
  { candidates = [], heard }: Pick<Say, 'candidates' | 'heard'>,
): string[] {
  if (state.kind !== 'practice') return []
  const legal = new Set(legalPlacedRows(state, seat).map((row) => row.id))
  const { rows } = catalogueOf(state.scene)
  const isOffered = (id: string): boolean => {
    const worth = rows.get(id)?.worth
    if (worth !== 'harmful' && worth !== 'critical') return true
    return (heard?.likely.find((one) => one.row === id)?.confidence ?? 0) >= HARMFUL_FROM
  }
  const likely = candidates.filter((id) => legal.has(id) && isOffered(id)).slice(0, CANDIDATES)
  return shuffled(likely, state.roll, state.turn, 'candidates')
}
