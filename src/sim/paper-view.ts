import type { SeatId } from './act.ts'
import { allLines, catalogueOf } from './catalogue.ts'
import { shuffled, tokenFor } from './chance.ts'
import { holds } from './holds.ts'
import type { Citable, CueNoted, DilemmaSeen, DocumentSeen, NotebookHypothesis, SeatView } from './seat-view.ts'
import type { State } from './state.ts'
import { textOfWordingAt, wordingHeard } from './wording.ts'

/** The notebook, the pad and the papers of a view: what the trainee has noticed, thinks and wrote. */
export function papersOf(
  state: State,
  seat: SeatId,
): Pick<SeatView, 'preparation' | 'cues' | 'hypotheses' | 'citable' | 'documents' | 'dilemmas' | 'level'> {
  const { scene } = state
  return {
    preparation: {
      limit: scene.preparation.limit,
      options: shuffled(scene.preparation.options, state.roll, 0, 'preparation').map(({ id, text }) => ({
        id: tokenFor(state.key, 0, id),
        text,
        isChosen: state.prepared.includes(id),
      })),
      learned: scene.preparation.options.flatMap((one) =>
        one.reveals && state.prepared.includes(one.id) ? [one.reveals] : [],
      ),
    },
    cues: cuesNoted(state),
    hypotheses: hypothesesSeen(state),
    citable: citables(state),
    documents: documentsSeen(state),
    dilemmas: dilemmasSeen(state, seat),
    level: scene.level
      ? {
          title: scene.level.title,
          options: scene.level.options.map(({ id, text }) => ({ id, text })),
          entered: state.level,
        }
      : null,
  }
}

function cuesNoted(state: State): CueNoted[] {
  const { cues } = catalogueOf(state.scene)
  return Object.entries(state.noticed).flatMap(([id, { number, at }]) => {
    const cue = cues.get(id)
    const seen = cue?.seen.find((one) => holds(state, one.when)) ?? cue?.seen[0]
    return cue && seen ? [{ id, name: cue.name, seen: seen.text, number, at, isStrength: cue.strength }] : []
  })
}

const hypothesesSeen = (state: State): NotebookHypothesis[] =>
  state.scene.hypotheses.map(({ id, statement }) => {
    const rated = state.hypotheses[id]
    return {
      id,
      statement,
      rating: rated
        ? { level: rated.level, for: rated.for, against: rated.against, alternative: rated.alternative }
        : null,
    }
  })

const named = new WeakMap<State['scene'], Set<string>>()

/** Lines with an id of their own are the ones something refers to; the rest is small talk nobody cites. */
function citableLines(state: State): Set<string> {
  const known = named.get(state.scene)
  if (known) return known
  const ids = new Set(allLines(state.scene).flatMap(({ line }) => (line.id ? [line.id] : [])))
  named.set(state.scene, ids)
  return ids
}

function citables(state: State): Citable[] {
  const { cues, disclosures, lines, events } = catalogueOf(state.scene)
  const out: Citable[] = []
  for (const id of Object.keys(state.noticed)) {
    const cue = cues.get(id)
    if (cue) out.push({ id, kind: 'cue', text: cue.name })
  }
  for (const id of Object.keys(state.heard)) {
    const told =
      disclosures.get(id)?.texts.find((one) => holds(state, one.when)) ??
      (citableLines(state).has(id) ? lines.get(id) : undefined)
    const text = told && textOfWordingAt(told, wordingHeard(state, id))
    if (text) out.push({ id, kind: 'heard', text })
  }
  for (const id of Object.keys(state.events)) {
    const event = events.get(id)
    if (event?.prompt === 'scene') out.push({ id, kind: 'event', text: event.title })
  }
  return out
}

const documentsSeen = (state: State): DocumentSeen[] =>
  state.scene.documents.map((document) => {
    const written = state.documents[document.id]
    return {
      id: document.id,
      title: document.title,
      purpose: document.purpose ?? null,
      due: document.due,
      isWritten: written !== undefined,
      isShared: document.isShared,
      fields: document.fields.map(({ id, label, hint, kind, options, columns, rowsMax, required }) => ({
        id,
        label,
        hint: hint ?? null,
        kind,
        options,
        columns,
        rowsMax,
        isRequired: required,
      })),
      values: written?.fields ?? {},
      missing: written?.checks.missing ?? [],
    }
  })

const dilemmasSeen = (state: State, seat: SeatId): DilemmaSeen[] =>
  state.scene.dilemmas
    .filter((one) => one.id in state.dilemmas || (state.status !== 'preparing' && holds(state, one.when, { seat })))
    .map(({ id, text, options }) => {
      const reasoned = state.dilemmas[id]
      return {
        id,
        text,
        isRaised: true,
        options: shuffled(options, state.roll, 0, id).map((one) => ({ id: one.id, text: one.text })),
        reasoned: reasoned ? { option: reasoned.option, words: reasoned.words } : null,
      }
    })
