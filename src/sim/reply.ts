import type { Band, Disclosure, Line, Text } from '../scene/index.ts'
import type { Millis, SeatId } from './act.ts'
import { bandOf, FALLBACK } from './band.ts'
import { catalogueOf, lineId, type PlacedRow } from './catalogue.ts'
import { shuffled } from './chance.ts'
import { holds } from './holds.ts'
import { applyFeelings, applyFlags } from './outcome.ts'
import { emit, type Run } from './run.ts'
import type { State } from './state.ts'
import {
  nextWording,
  spokenKey,
  spokenSoFar,
  startAmong,
  textOfWordingAt,
  wordingField,
  wordingsOf,
} from './wording.ts'

/** [B.5] A reply lasts as long as its Chinese caption takes to read, four characters a second, in either language; at least 1.5 s. */
const LEAST_MS = 1500
const MS_A_CHARACTER = 250

export function spokenMs(text: Text): Millis {
  const characters = text.zh.match(/\p{Script=Han}/gu)?.length ?? 0
  return Math.max(LEAST_MS, characters * MS_A_CHARACTER)
}

/** A line and the words it comes in; unsaid, the next wording of the line. */
export type LineChosen = { id: string; line: Line; wording?: number }

/** What will be answered, chosen before feelings move: a disclosure whose gate is met, or a special reply (decisions B.2). */
export type Chosen =
  | { kind: 'disclosure'; disclosure: Disclosure; text: number }
  | ({ kind: 'line' } & LineChosen)
  | null

/** [5.2] (1) and (2): gates are tried on the drifted values, again on every repetition; a locked topic opens nothing. */
export function specialReply(state: State, seat: SeatId, row: PlacedRow, to: string): Chosen {
  const { disclosuresOn } = catalogueOf(state.scene)
  const asking = { seat, to }
  const isLocked = (state.locks[row.phase] ?? 0) > state.turn
  if (!isLocked)
    for (const disclosure of disclosuresOn.get(row.id) ?? []) {
      if (disclosure.id in state.heard || !holds(state, disclosure.when, asking)) continue
      const text = disclosure.texts.findIndex((one) => holds(state, one.when, asking))
      if (text >= 0) return { kind: 'disclosure', disclosure, text }
    }
  for (const [i, line] of row.replies.entries()) {
    const id = lineId(line, `${row.id}/${i}`)
    // What answers a red line is worth hearing again, after going on from before it; a line with other wordings is said in those.
    const isFresh =
      row.worth === 'critical' || wordingsOf(line).length > 1 || (id !== state.reply?.line && id !== lastLine(state))
    if (isFresh && holds(state, line.when, asking)) return { kind: 'line', id, line }
  }
  return null
}

/** The last line anybody said, so that the same is never said twice in a row. */
function lastLine(state: State): string | null {
  for (let i = state.seen.length - 1; i >= 0; i--) {
    const event = state.seen[i]
    if (event?.type === 'replied') return event.line
    if (event?.type === 'disclosed') return event.disclosure
  }
  return null
}

/**
 * One of several lines, in any of their wordings: never what was said last, what was not heard yet before the rest. They stand in an order of chance that
 * belongs to the place, and each visit begins elsewhere in it.
 */
export function oneOf(state: State, by: string, place: string, lines: { id: string; line: Line }[]): LineChosen | null {
  const heard = spokenSoFar(state)
  const pool = shuffled(
    lines.flatMap(({ id, line }) => wordingsOf(line).map((_, wording) => ({ id, line, wording }))),
    0,
    0,
    place,
  )
  const from = startAmong(pool.length, state.roll)
  const inTurn = [...pool.slice(from), ...pool.slice(0, from)]
  const possible = inTurn.filter(
    ({ id, line, wording }) => spokenKey(id, wording) !== heard.at(-1) && holds(state, line.when, { to: by }),
  )
  const fresh = possible.find(({ id, wording }) => !heard.includes(spokenKey(id, wording)))
  if (fresh) return fresh
  // All have been heard: the one heard longest ago.
  const ago = ({ id, wording }: { id: string; wording: number }) => heard.lastIndexOf(spokenKey(id, wording))
  return possible.toSorted((a, b) => ago(a) - ago(b))[0] ?? null
}

/** [5.2] (3) phase × band, falling back where a cell is missing; (4) a reaction without words. */
export function bandReply(state: State, by: string, phase: string, band: Band | null): LineChosen | null {
  const part = catalogueOf(state.scene).dialogue.get(phase)
  const cell = (band ? FALLBACK[band] : []).find((one) => part?.replies[by]?.[one])
  const lines = (cell && part?.replies[by]?.[cell]) ?? []
  const found = oneOf(
    state,
    by,
    `${phase}/${by}/${cell}`,
    lines.map((line, i) => ({ id: lineId(line, `${phase}/${by}/${cell}/${i}`), line })),
  )
  return found ?? silentReply(state, by, phase)
}

/** A reaction without words. */
export function silentReply(state: State, by: string, phase: string): LineChosen | null {
  const lines = catalogueOf(state.scene).dialogue.get(phase)?.silent[by] ?? []
  return oneOf(
    state,
    by,
    `${phase}/${by}/silent`,
    lines.map((line, i) => ({ id: lineId(line, `${phase}/${by}/silent/${i}`), line })),
  )
}

/**
 * The answer to a row, after feelings have moved. Nobody answers who is not there. Whoever is flooded finds no clear words except against
 * what hurts; whoever is withdrawn answers so unless the author wrote an answer for just that case.
 */
export function answer(run: Run, row: PlacedRow, to: string, chosen: Chosen): void {
  const person = run.state.people[to]
  const who = catalogueOf(run.state.scene).people.get(to)
  if (!person || !who || (person.spot === null && !who.voiceOnly)) return
  const band = bandOf(run.state, to)
  if (chosen?.kind === 'disclosure') {
    const { disclosure, text } = chosen
    const words = disclosure.texts[text]
    if (!words) return
    const wording = nextWording(run.state, disclosure.id, words)
    emit(run, {
      type: 'disclosed',
      disclosure: disclosure.id,
      by: disclosure.by,
      text,
      ...wordingField(wording),
      until: run.at + spokenMs(textOfWordingAt(words, wording)),
      isEmotional: disclosure.emotional,
    })
    applyFlags(run, disclosure.sets, undefined, { to })
    return
  }
  const phase = row.phase === 'any' ? (run.state.phase ?? '') : row.phase
  const hurts = row.worth === 'harmful' || row.worth === 'critical'
  const isForNow = chosen?.line.when !== undefined && (band !== 'F' || hurts)
  const isOverlaid = (band === 'F' || band === 'W') && chosen !== null && !isForNow
  const said =
    (isOverlaid ? bandReply(run.state, to, phase, band) : null) ?? chosen ?? bandReply(run.state, to, phase, band)
  if (said) sayLine(run, to, said, band, phase)
}

/** One authored line said in answer, with what it brings about. */
export function sayLine(
  run: Run,
  by: string,
  { id, line, ...said }: LineChosen,
  band: Band | null,
  phase: string,
): void {
  const wording = said.wording ?? nextWording(run.state, id, line)
  emit(run, {
    type: 'replied',
    by,
    to: run.seat,
    line: id,
    ...wordingField(wording),
    band,
    until: run.at + spokenMs(textOfWordingAt(line, wording)),
    isEmotional: line.emotional,
    ...(line.locksTurns ? { locks: { phase, untilTurn: run.state.turn + 1 + line.locksTurns } } : {}),
  })
  applyFlags(run, line.sets, undefined, { to: by })
  applyFeelings(run, line.feel, { kind: 'rule', id: `line ${id}` })
}

/** Lines nobody asked for: on entering a phase, with an event, on being invited in. */
export function speak(
  run: Run,
  says: readonly { by: string; line: Line }[],
  path: string,
  cause: { kind: 'event' | 'rule' | 'cue'; id: string },
): void {
  const able = says
    .map(({ by, line }, i) => ({ by, line, id: lineId(line, `${path}/${i}`) }))
    .filter(({ line, by }) => holds(run.state, line.when, { to: by }))
    .map((one) => ({ ...one, wording: nextWording(run.state, one.id, one.line) }))
  if (able.length === 0) return
  const from = Math.max(run.at, run.state.reply?.until ?? 0)
  const until = from + able.reduce((sum, { line, wording }) => sum + spokenMs(textOfWordingAt(line, wording)), 0)
  emit(run, {
    type: 'spoke',
    lines: able.map(({ by, id, wording }) => ({ by, line: id, ...wordingField(wording) })),
    cause,
    until,
  })
  for (const { by, line, id } of able) {
    applyFlags(run, line.sets, undefined, { to: by })
    applyFeelings(run, line.feel, { kind: 'rule', id: `line ${id}` })
  }
}
