import type { Field, FullScene } from '../../scene/index.ts'
import type { ActBody, DocumentFields } from '../act.ts'
import { catalogueOf } from '../catalogue.ts'
import { tokenFor } from '../chance.ts'
import type { DocumentChecks } from '../event.ts'
import { holds } from '../holds.ts'
import { applyWhole } from '../outcome.ts'
import { crossRedLine, end, isWarnedFirst } from '../red-line.ts'
import { Refused } from '../refused.ts'
import { emit, type Run } from '../run.ts'
import type { State } from '../state.ts'
import { answerByPhone } from './timed.ts'

type Of<T extends ActBody['type']> = Extract<ActBody, { type: T }>

/** Choosing how to prepare, before the door; a red line chosen here ends the session at once. */
export function prepare(run: Run, act: Of<'prepare'>): void {
  const { state } = run
  if (state.status !== 'preparing' || state.excerpt) throw new Refused('not-now', 'preparation is over')
  const { limit, options } = state.scene.preparation
  const fresh = [...new Set(act.options.map((named) => preparationOf(state, named)))].filter(
    (id) => !state.prepared.includes(id),
  )
  if (state.prepared.length + fresh.length > limit) throw new Refused('not-offered', `at most ${limit} preparations`)
  const chosen = fresh.map((id) => {
    const option = options.find((one) => one.id === id)
    if (!option) throw new Refused('unknown-thing', `preparation ${id}`)
    return option
  })
  for (const option of chosen) {
    // A first run is warned before it has done what it chose, so that going on leaves it undone.
    if (option.redLine && isWarnedFirst(run.state)) {
      crossRedLine(run, option.redLine, { kind: 'preparation', id: option.id }, run.at)
      return
    }
    emit(run, { type: 'prepared', option: option.id, ...(option.counts ? { counts: option.counts } : {}) })
    const { counts: _, redLine, ...rest } = option
    applyWhole(run, rest, { kind: 'preparation', id: option.id }, {})
    if (redLine) {
      crossRedLine(run, redLine, { kind: 'preparation', id: option.id }, run.at)
      if (run.state.stopping) end(run, state.scene.redLineEnding)
      return
    }
  }
}

/** [D.1] Browsers name a preparation by its token, since ids stand in the order of worth; rehearsals by its id. */
const preparationOf = (state: State, named: string): string =>
  state.scene.preparation.options.find(({ id }) => named === tokenFor(state.key, 0, id))?.id ?? named

/** What a trainee can cite: cues noticed, things told, events that came. */
export const isCitable = (state: State, id: string): boolean =>
  id in state.noticed || id in state.heard || id in state.events

/** Whether a scene has a cue, a disclosure, a line or an event of this id at all. */
function isEvidence(scene: FullScene, id: string): boolean {
  const { cues, disclosures, lines, events } = catalogueOf(scene)
  return cues.has(id) || disclosures.has(id) || lines.has(id) || events.has(id)
}

export function rate(run: Run, act: Of<'rate'>): void {
  mustBeWorking(run)
  if (!run.state.scene.hypotheses.some((one) => one.id === act.hypothesis))
    throw new Refused('unknown-thing', `hypothesis ${act.hypothesis}`)
  const known = new Set([...act.for, ...act.against])
  for (const id of known) if (!isEvidence(run.state.scene, id)) throw new Refused('unknown-thing', `evidence ${id}`)
  // What has not been noticed or heard is no evidence: it is left out, not counted.
  const citable = (ids: readonly string[]) => [...new Set(ids)].filter((id) => isCitable(run.state, id))
  const alternative = act.alternative?.trim() ?? ''
  emit(run, {
    type: 'hypothesis-rated',
    hypothesis: act.hypothesis,
    level: act.level,
    for: citable(act.for),
    against: citable(act.against),
    hasAlternative: alternative !== '',
    ...(alternative ? { words: alternative } : {}),
  })
}

export function write(run: Run, act: Of<'write'>): void {
  const { state } = run
  const document = state.scene.documents.find((one) => one.id === act.document)
  if (!document) throw new Refused('unknown-thing', `document ${act.document}`)
  if (state.status === 'unstarted' || state.status === 'ended') throw new Refused('not-now', 'no document is due')
  if (state.status === 'preparing' && document.due !== 'before')
    throw new Refused('not-now', `${act.document} is not due yet`)
  const known = new Set(document.fields.map((field) => field.id))
  const unknown = Object.keys(act.fields).find((id) => !known.has(id))
  if (unknown) throw new Refused('unknown-thing', `field ${unknown} of ${act.document}`)
  emit(run, {
    type: 'document-written',
    document: document.id,
    checks: checked(state, document.fields, act.fields),
    wordCount: wordsIn(act.fields).join('').length,
    words: act.fields,
  })
}

const wordsOf = (value: DocumentFields[string] | undefined): string[] =>
  value === undefined || typeof value === 'boolean'
    ? []
    : typeof value === 'string'
      ? [value]
      : value.flatMap((row) => Object.values(row))

const wordsIn = (fields: DocumentFields): string[] => Object.values(fields).flatMap(wordsOf)

const isFilled = (value: DocumentFields[string] | undefined): boolean =>
  typeof value === 'boolean' || wordsOf(value).some((text) => text.trim() !== '')

/** A day or a clock time: 周二, 下周四, 10月29日, Tuesday, 29 Oct, 10:20, 2026-10-29. */
const DATE =
  /周[一二三四五六日天]|星期|\d+\s*[月日号天点]|明天|后天|今天|下周|本周|\d{1,2}:\d{2}|\d{4}-\d{1,2}-\d{1,2}|mon|tue|wed|thu|fri|sat|sun|today|tomorrow|week|\bjan|\bfeb|\bmar|\bapr|\bmay|\bjun|\bjul|\baug|\bsep|\boct|\bnov|\bdec/i
const TIME = /^\s*\d{1,2}[:：]\d{2}\s*$/

/** What a rule can check of a document, and no more (decisions D.6). */
function checked(state: State, fields: readonly Field[], values: DocumentFields): DocumentChecks {
  const missing: string[] = []
  const breaches: DocumentChecks['breaches'] = []
  for (const field of fields) {
    const value = values[field.id]
    if (!isFilled(value)) {
      if (field.required) missing.push(field.id)
      continue
    }
    const text = wordsOf(value).join('\n').toLowerCase()
    const words = [...state.scene.opinionWords.zh, ...state.scene.opinionWords.en]
    for (const check of field.checks) {
      const isBroken =
        (check === 'no-opinion-words' && words.some((word) => text.includes(word.toLowerCase()))) ||
        (check === 'no-third-party-names' &&
          state.scene.thirdParties.some((name) => text.includes(name.toLowerCase()))) ||
        (check === 'has-date' && !hasDates(value)) ||
        (check === 'is-time' && !TIME.test(text))
      if (isBroken) breaches.push({ field: field.id, check })
    }
    const said = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
    if (field.mustBe !== undefined && said !== field.mustBe) breaches.push({ field: field.id, check: 'must-be' })
  }
  return { isComplete: missing.length === 0, missing, breaches }
}

/** Every row that says anything has a date; a plain text has one somewhere. */
function hasDates(value: DocumentFields[string] | undefined): boolean {
  if (Array.isArray(value))
    return value
      .filter((row) => Object.values(row).some((text) => text.trim()))
      .every((row) => DATE.test(Object.values(row).join(' ')))
  return DATE.test(wordsOf(value).join(' '))
}

export function reason(run: Run, act: Of<'reason'>): void {
  mustBeWorking(run)
  const dilemma = run.state.scene.dilemmas.find((one) => one.id === act.dilemma)
  const option = dilemma?.options.find((one) => one.id === act.option)
  if (!dilemma || !option) throw new Refused('unknown-thing', `option ${act.option} of ${act.dilemma}`)
  const isChosen = run.state.dilemmas[dilemma.id]?.option === option.id
  emit(run, {
    type: 'dilemma-reasoned',
    dilemma: dilemma.id,
    option: option.id,
    ...(option.counts ? { counts: option.counts } : {}),
    wordCount: act.words.length,
    words: act.words,
  })
  // Reasons added later, as after a visit in a headset, belong to the same decision: what follows from it came with the choice.
  if (isChosen) return
  const { counts: _, redLine, ...rest } = option
  const cause = { kind: 'dilemma', id: dilemma.id, option: option.id } as const
  applyWhole(run, rest, cause, { seat: run.seat })
  if (redLine) crossRedLine(run, redLine, cause, run.at)
}

/** [C.1] The level the learner judges, held against what was elicited. */
export function enterLevel(run: Run, act: Of<'enter-level'>): void {
  mustBeWorking(run)
  const entry = run.state.scene.level
  const order = entry?.options.map((one) => one.id) ?? []
  if (!entry || !order.includes(act.level)) throw new Refused('unknown-thing', `level ${act.level}`)
  const right = entry.right.find((one) => holds(run.state, one.when))?.level ?? order[order.length - 1] ?? ''
  const weight = (id: string) => order.indexOf(entry.options.find((one) => one.id === id)?.treatedAs ?? id)
  const isUnderRated = weight(act.level) < weight(right)
  const isRight = act.level === right
  emit(run, {
    type: 'level-entered',
    level: act.level,
    right,
    isUnderRated,
    ...(isRight && entry.counts ? { counts: entry.counts } : {}),
    ...(act.words ? { words: act.words } : {}),
  })
  if (isUnderRated && entry.underRated) crossRedLine(run, entry.underRated, { kind: 'rule', id: 'level' }, run.at)
}

export function message(run: Run, act: Of<'message'>): void {
  mustBeWorking(run)
  emit(run, { type: 'messaged', to: act.to, words: act.words, wordCount: act.words.length })
  if (run.state.status === 'visiting') answerByPhone(run)
}

export function mustBeWorking(run: Run): void {
  if (run.state.status !== 'visiting' && run.state.status !== 'aftermath')
    throw new Refused('not-now', `the visit is ${run.state.status}`)
}
