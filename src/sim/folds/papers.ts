import type { Folds } from './fold.ts'

/** What was written, rated and judged. */
export const PAPERS: Folds<'hypothesis-rated' | 'document-written' | 'dilemma-reasoned' | 'level-entered'> = {
  'hypothesis-rated': (state, event) => ({
    ...state,
    hypotheses: {
      ...state.hypotheses,
      [event.hypothesis]: {
        level: event.level,
        for: event.for,
        against: event.against,
        alternative: event.words ?? '',
        number: event.number,
      },
    },
  }),
  'document-written': (state, event) => ({
    ...state,
    documents: {
      ...state.documents,
      [event.document]: { checks: event.checks, fields: event.words ?? {}, number: event.number },
    },
  }),
  'dilemma-reasoned': (state, event) => ({
    ...state,
    dilemmas: {
      ...state.dilemmas,
      [event.dilemma]: { option: event.option, words: event.words ?? '', number: event.number },
    },
  }),
  'level-entered': (state, { level }) => ({ ...state, level }),
}
