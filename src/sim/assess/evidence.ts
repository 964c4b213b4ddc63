import type { Counts, RubricItem } from '../../scene/index.ts'
import type { Evidence } from '../assessment.ts'
import { catalogueOf } from '../catalogue.ts'
import type { Cause, EventOf } from '../event.ts'
import type { State } from '../state.ts'
import type { Standing } from './standing.ts'

/** A document complete, and free of what a rule can find wrong, is worth a point each; its quality waits for a person (decisions D.6). */
export const DOCUMENT_BY_RULE = 2

/** [D.6] Every line of evidence, in the order of the log: rules give what they can check, the rest waits for a person; words a rater took for a row give its points. */
export function evidenceOf(log: readonly Standing[], last: State, seat: string): Evidence[] {
  const out: Evidence[] = []
  for (const { event, taken } of log) {
    if (event.seat !== seat && event.seat !== 'system') continue
    const add = (counts: Counts | undefined, cause: Cause, judgedBy: Evidence['judgedBy'] = 'rule') => {
      for (const [item, points] of Object.entries(counts ?? {}) as [RubricItem, number][])
        if (points !== 0) out.push({ number: event.number, at: event.at, seat, item, points, cause, judgedBy })
    }
    if (taken) add(taken.counts, { kind: 'row', id: taken.row }, taken.isRated ? 'person' : 'rule')
    switch (event.type) {
      case 'prepared':
        add(event.counts, { kind: 'preparation', id: event.option })
        break
      case 'cue-noticed':
        add(event.counts, { kind: 'cue', id: event.cue })
        break
      case 'evidence-found':
        add(event.counts, event.cause)
        break
      case 'directed':
        add(event.counts, { kind: 'order', id: event.order })
        break
      case 'level-entered':
        add(event.counts, { kind: 'rule', id: 'level' })
        break
      case 'dilemma-reasoned':
        if (last.dilemmas[event.dilemma]?.number === event.number)
          add(event.counts, { kind: 'dilemma', id: event.dilemma, option: event.option }, 'waiting')
        break
      case 'document-written':
        if (last.documents[event.document]?.number === event.number) documentEvidence(event, last, add)
        break
      case 'hypothesis-rated':
        if (last.hypotheses[event.hypothesis]?.number === event.number) hypothesisEvidence(event, last, add)
        break
      default:
        break
    }
  }
  return out
}

type Add = (counts: Counts | undefined, cause: Cause, judgedBy?: Evidence['judgedBy']) => void

function documentEvidence(event: EventOf<'document-written'>, last: State, add: Add): void {
  const shape = last.scene.documents.find((one) => one.id === event.document)
  if (!shape) return
  const cause: Cause = { kind: 'document', id: shape.id }
  const { isComplete, breaches } = event.checks
  const item = shape.item
  if (isComplete) {
    add({ [item]: breaches.length === 0 ? DOCUMENT_BY_RULE : 1 }, cause)
    add({ [item]: shape.points - DOCUMENT_BY_RULE }, cause, 'waiting')
  }
  add({ [item]: -shape.penaltyPerBreach * breaches.length }, cause)
}

/** The four parts of a rated hypothesis (model 5.4); what it cites for or against also waits to be judged as the reading of a cue. */
export function hypothesisParts(
  last: State,
  id: string,
): { matches: number; corroborated: number; disconfirmed: number; unfounded: number } {
  const shape = last.scene.hypotheses.find((one) => one.id === id)
  const rated = last.hypotheses[id]
  if (!shape || !rated) return { matches: 0, corroborated: 0, disconfirmed: 0, unfounded: 0 }
  const supporting = rated.for.filter((one) => shape.supports.includes(one)).length
  const opposing = rated.against.filter((one) => shape.against.includes(one)).length
  const truth = shape.truth[last.seed] ?? 'possible'
  const cited = truth === 'unlikely' ? Math.max(supporting, opposing) : supporting
  return {
    matches: rated.level === truth ? 1 : 0,
    corroborated: cited >= 2 ? 1 : 0,
    disconfirmed: opposing > 0 || rated.alternative !== '' ? 1 : 0,
    unfounded: rated.level === 'likely' && rated.for.length === 0 ? -1 : 0,
  }
}

function hypothesisEvidence(event: EventOf<'hypothesis-rated'>, last: State, add: Add): void {
  const shape = last.scene.hypotheses.find((one) => one.id === event.hypothesis)
  if (!shape) return
  if (shape.item)
    for (const [part, points] of Object.entries(hypothesisParts(last, shape.id)))
      add({ [shape.item]: points }, { kind: 'hypothesis', id: shape.id, part: part as 'matches' })
  const { cues } = catalogueOf(last.scene)
  for (const id of new Set([...event.for, ...event.against])) {
    const isFirst = Object.values(last.hypotheses).every(
      (other) => other.number >= event.number || !(other.for.includes(id) || other.against.includes(id)),
    )
    if (cues.has(id) && isFirst) add({ R4: 1 }, { kind: 'cue', id }, 'waiting')
  }
}
