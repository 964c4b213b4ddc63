import type { Cue, FullScene, Line, Outcome, Row } from '../../scene/index.ts'
import { type Context, type Facts, hindrance, isBandPossible } from './facts.ts'
import { canNotice, roomsWithin } from './rooms.ts'

/** Where a row can be offered: its own phase, every phase, or every phase in which its event can be live. */
export function isOfferedIn(row: Row, home: string, phase: string): boolean {
  return home === 'any' || home === phase || row.during !== undefined || row.after !== undefined
}

/** Adds to a phase's facts all that can happen in it, given what is there already. Called until nothing new comes. */
export function happen(context: Context, phase: string): void {
  const { scene, facts } = context
  const holds = (...conditions: Parameters<typeof hindrance>[1][]) =>
    conditions.every((each) => hindrance(context, each) === null)
  facts.words.add(`reached ${phase}`)
  facts.words.add(`phase ${phase}`)
  const says = (lines: readonly { by: string; line: Line }[], from: string) => {
    for (const [i, { line }] of lines.entries()) speak(`${from}/${i}`, line)
  }
  const speak = (source: string, line: Line) => {
    if (!holds(line.when)) return
    if (line.id) facts.words.add(`heard ${line.id}`)
    follow(facts, `line ${line.id ?? source}`, line)
  }
  const within = roomsWithin(context)
  for (const cue of scene.cues) if (canNotice(context, cue, within) && holds(cue.when)) see(facts, cue)
  for (const event of scene.events) {
    const isHere = (!event.seeds || event.seeds.includes(context.seed)) && holds(event.when)
    if (!isHere) continue
    facts.words.add(`event ${event.id}`)
    for (const [i, outcome] of [
      event,
      ...event.reactions,
      ...event.stages,
      ...(event.ignored ? [event.ignored] : []),
    ].entries()) {
      follow(facts, `event ${event.id}/${i}`, outcome)
      says(outcome.says, `event ${event.id}/${i}`)
    }
  }
  for (const part of scene.dialogue) {
    for (const row of part.rows) {
      if (
        !isOfferedIn(row, part.phase, phase) ||
        !isTimely(facts, row, part.phase, phase) ||
        !holds(row.offered, row.source)
      )
        continue
      facts.words.add(`said ${row.id}`)
      follow(facts, `row ${row.id}`, row)
      for (const [i, line] of row.replies.entries()) speak(`${row.id}/${i}`, line)
      if (row.opens?.flag) facts.words.add(`flag ${row.opens.flag}`)
      const asked = scene.cues.find((cue) => cue.id === row.asks)
      if (asked && isGranted(context, asked)) see(facts, asked)
    }
    for (const disclosure of part.disclosures) {
      if (!disclosure.on.some((row) => facts.words.has(`said ${row}`)) || !holds(disclosure.when)) continue
      facts.words.add(`heard ${disclosure.id}`)
      for (const flag of disclosure.sets ?? []) facts.words.add(`flag ${flag}`)
    }
    if (part.phase === phase || part.phase === 'any') cells(context, part.phase, speak)
  }
  for (const person of scene.people) {
    speakAgain(scene, person.id, speak)
    for (const order of person.orders)
      if (holds(order.when))
        follow(facts, `order ${person.id}.${order.id}`, {
          sets: order.sets?.map((flag) => ({ flag, when: undefined })),
        })
  }
  for (const dilemma of scene.dilemmas) {
    if (holds(dilemma.when))
      for (const option of dilemma.options) follow(facts, `option ${dilemma.id}.${option.id}`, option)
  }
  const here = scene.phases.find((each) => each.id === phase)
  if (here) says(here.opening, `opening ${phase}`)
  for (const exit of here?.exits ?? []) for (const flag of exit.sets) facts.words.add(`flag ${flag}`)
}

function speakAgain(scene: FullScene, person: string, speak: (source: string, line: Line) => void): void {
  const puzzled = scene.notUnderstood[person]
  if (!puzzled) return
  for (const [i, line] of puzzled.first.entries()) speak(`puzzled/${person}/${i}`, line)
  speak(`again/${person}`, puzzled.again)
}

function cells(context: Context, home: string, speak: (source: string, line: Line) => void): void {
  const part = context.scene.dialogue.find((each) => each.phase === home)
  for (const [id, bands] of Object.entries(part?.replies ?? {})) {
    const person = context.scene.people.find((each) => each.id === id)
    for (const [band, lines] of Object.entries(bands)) {
      if (person && !isBandPossible(context, person, band)) continue
      for (const [i, line] of (lines ?? []).entries()) speak(`${home}/${id}/${band}/${i}`, line)
    }
  }
  for (const [id, lines] of Object.entries(part?.silent ?? {}))
    for (const [i, line] of lines.entries()) speak(`${home}/${id}/silent/${i}`, line)
}

/** Facts and rises that an outcome brings. */
export function follow(
  facts: Facts,
  source: string,
  outcome: Partial<Pick<Outcome, 'feel' | 'notices' | 'permits'>> & {
    sets?: readonly (string | { flag: string })[] | undefined
  },
): void {
  if (outcome.feel) facts.rises.set(source, outcome.feel)
  for (const set of outcome.sets ?? []) facts.words.add(`flag ${typeof set === 'string' ? set : set.flag}`)
  for (const cue of outcome.notices ?? []) facts.words.add(`noticed ${cue}`)
  for (const cue of outcome.permits ?? []) facts.words.add(`permitted ${cue}`)
}

function see(facts: Facts, cue: Cue): void {
  facts.words.add(`noticed ${cue.id}`)
  for (const id of [cue.id, ...cue.things]) facts.words.add(`opened ${id}`)
  if (cue.permission === 'ask') facts.words.add(`permitted ${cue.id}`)
}

/** Asking for a look succeeds at a trust the owner can reach (decisions B.7). */
export function isGranted(context: Context, cue: Cue): boolean {
  if (!cue.owner) return true
  return (
    hindrance(context, {
      is: 'feeling',
      person: cue.owner,
      feeling: 'trust',
      op: '>=',
      value: cue.asksAt,
      peak: false,
    }) === null
  )
}

function isTimely(facts: Facts, row: Row, home: string, phase: string): boolean {
  if (row.during) return facts.words.has(`event ${row.during}`)
  if (row.after) return facts.words.has(`event ${row.after}`)
  return home === 'any' || home === phase
}
