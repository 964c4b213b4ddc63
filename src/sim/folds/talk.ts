import { catalogueOf } from '../catalogue.ts'
import type { EventOf } from '../event.ts'
import { questionsAfter } from '../questions.ts'
import type { State } from '../state.ts'
import { counted, type Fold, type Folds, person } from './fold.ts'
import { restored } from './restore.ts'

const spoken = (state: State, event: EventOf<'said'> | EventOf<'done'>): State => {
  const rows = catalogueOf(state.scene).rows
  const row = rows.get(event.row)
  const isHelpful = row?.worth === 'helpful' && event.phase !== 'any'
  const phase = event.phase === 'any' ? (state.phase ?? '') : event.phase
  const helpful = state.helpfulIn[phase] ?? []
  const [code = null] = event.codes
  const isInChain = event.isScored && code !== null && !row?.structured
  return {
    ...state,
    said: event.row in state.said ? state.said : { ...state.said, [event.row]: event.number },
    actsIn: { ...state.actsIn, [phase]: (state.actsIn[phase] ?? 0) + 1 },
    helpfulIn:
      isHelpful && !helpful.includes(event.row)
        ? { ...state.helpfulIn, [phase]: [...helpful, event.row] }
        : state.helpfulIn,
    talk: {
      code: isInChain ? code : state.talk.code,
      run: isInChain ? (code === state.talk.code ? state.talk.run + 1 : 1) : state.talk.run,
      questions: row?.structured ? state.talk.questions : questionsAfter(state.talk.questions, event.codes),
      isPrivate: event.isPrivate,
    },
    misses: 0,
    confirm: null,
    candidates: null,
    reply: null,
    undo: { from: event.number, at: event.at, before: { ...state, undo: null } },
  }
}

const felt: Fold<'felt'> = (state, event) => {
  const was = state.people[event.person]
  return was ? person(state, event.person, { feelings: { ...was.feelings, ...event.to } }) : state
}

const turned = (state: State): State => {
  const phase = state.phase ?? ''
  return {
    ...state,
    turn: state.turn + 1,
    privateTurnsIn: state.talk.isPrivate
      ? { ...state.privateTurnsIn, [phase]: (state.privateTurnsIn[phase] ?? 0) + 1 }
      : state.privateTurnsIn,
  }
}

const heardIds = (state: State, ids: string[], number: number): State => {
  const fresh = ids.filter((id) => !(id in state.heard))
  return fresh.length === 0
    ? state
    : { ...state, heard: { ...state.heard, ...Object.fromEntries(fresh.map((id) => [id, number])) } }
}

/** What was said, felt and told. */
export const TALK: Folds<
  | 'said'
  | 'done'
  | 'confirm-asked'
  | 'not-understood'
  | 'denied'
  | 'left-as-said'
  | 'taken-back'
  | 'silence-judged'
  | 'felt'
  | 'replied'
  | 'disclosed'
  | 'spoke'
  | 'messaged'
  | 'directed'
> = {
  said: spoken,
  done: spoken,
  'confirm-asked': (state, event) => {
    const { seat, row, words, lang, confidence, candidates = [], heard } = event
    return {
      ...state,
      confirm: { seat, row, words, lang, confidence, candidates, ...(heard && { heard }) },
      candidates: null,
      // No moment of its own, yet kept with those: words that are never answered for are a rater's to name.
      seen: [...state.seen, event],
    }
  },
  'not-understood': (state, event) => ({
    ...state,
    misses: event.times,
    confirm: null,
    reply: null,
    candidates:
      event.candidates.length > 0
        ? { seat: event.seat, rows: event.candidates, words: event.words ?? '', lang: event.lang ?? 'zh', denied: null }
        : null,
  }),
  denied: (state, { seat, row, candidates, words = '', lang = 'zh', heard }) => ({
    ...state,
    confirm: null,
    candidates: { seat, rows: candidates, words, lang, denied: { row, ...(heard && { heard }) } },
  }),
  'left-as-said': (state) => ({ ...state, candidates: null }),
  'taken-back': (state, event) => (state.undo ? restored(state, state.undo.before, event) : state),
  'silence-judged': (state, { verdict }) => ({
    ...state,
    reply: state.reply && { ...state.reply, isJudged: true },
    talk: verdict === 'held' ? { ...state.talk, questions: 0 } : state.talk,
  }),
  felt: (state, event) => {
    const after = felt(state, event)
    if (event.cause.kind === 'rule' && event.cause.id === 'repair')
      return { ...after, lastHarm: after.lastHarm && { ...after.lastHarm, isRepaired: true } }
    if (event.cause.kind !== 'row') return after
    const row = catalogueOf(state.scene).rows.get(event.cause.id)
    if (!row || (row.worth !== 'harmful' && row.worth !== 'critical')) return after
    const isSame = state.lastHarm !== null && state.undo !== null && state.lastHarm.number >= state.undo.from
    const took = isSame ? state.lastHarm?.took : {}
    return {
      ...after,
      lastHarm: { number: event.number, took: { ...took, [event.person]: event.by }, isRepaired: false },
    }
  },
  replied: (state, event) => {
    const line = event.line ?? ''
    const locked = event.locks ? { ...state.locks, [event.locks.phase]: event.locks.untilTurn } : state.locks
    const said = heardIds({ ...state, locks: locked }, line ? [line] : [], event.number)
    return turned({
      ...said,
      reply: {
        number: event.number,
        by: event.by,
        until: event.until,
        isEmotional: event.isEmotional,
        isJudged: false,
        line,
      },
    })
  },
  disclosed: (state, event) => {
    const told = heardIds(state, [event.disclosure], event.number)
    return turned({
      ...told,
      reply: {
        number: event.number,
        by: event.by,
        until: event.until,
        isEmotional: event.isEmotional,
        isJudged: false,
        line: event.disclosure,
      },
    })
  },
  spoke: (state, event) => {
    const heard = heardIds(
      state,
      event.lines.map((one) => one.line),
      event.number,
    )
    const last = event.lines[event.lines.length - 1]
    if (!last) return heard
    return {
      ...heard,
      reply: {
        number: event.number,
        by: last.by,
        until: event.until,
        isEmotional: false,
        isJudged: false,
        line: last.line,
      },
    }
  },
  messaged: (state) => state,
  directed: (state) => counted(state),
}
