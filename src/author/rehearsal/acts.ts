import type { FullScene } from '../../scene/index.ts'
import {
  type ActBody,
  type DocumentFields,
  legalRows,
  openPhases,
  type SeatId,
  type State,
  SYSTEM,
} from '../../sim/index.ts'
import { understand, type WordsModel } from '../../words/index.ts'
import type { Order } from './format.ts'
import { type Kind, unknown } from './known.ts'

/** The rater's seat, taken only where a rehearsal recodes what was said. */
export const RATER: SeatId = 'instructor'

/** What a line of a rehearsal has to work with when its time comes. */
export type Setting = { scene: FullScene; state: State; seat: SeatId; words: () => WordsModel }

export type Sent = { seat: SeatId; body: ActBody }

/** The act a line means now. Rehearsals name cues by their id, acts name a thing. */
export function actOf(order: Order, setting: Setting): Sent {
  const { scene, seat } = setting
  const mine = (body: ActBody): Sent => ({ seat, body })
  switch (order.verb) {
    case 'say':
    case 'speak':
    case 'do': {
      const means = order.verb === 'speak' ? 'spoken' : 'row' in order ? 'picked' : 'typed'
      if ('row' in order) return mine({ type: order.verb === 'do' ? 'do' : 'say', row: order.row, means })
      return mine(freeWords(order.words, order.isConfirmed, means === 'spoken' ? 'spoken' : 'typed', setting))
    }
    case 'look':
    case 'approach':
    case 'hear':
      return mine({ type: order.verb, thing: thingOf(scene, order.id) })
    case 'ask':
      return mine({ type: 'ask-permission', thing: openableOf(scene, order.id) })
    case 'open':
      return mine({ type: 'open', thing: openableOf(scene, order.id) })
    case 'go':
      return mine({ type: 'go', to: order.to })
    case 'answer':
      return mine({ type: 'answer', event: order.event, reaction: order.reaction })
    case 'privacy':
      return { seat: SYSTEM, body: { type: 'set-privacy', privacy: order.privacy } }
    case 'rate': {
      const { hypothesis, level, against, alternative } = order
      return mine({
        type: 'rate',
        hypothesis,
        level,
        for: order.for,
        against,
        ...(alternative === null ? {} : { alternative }),
      })
    }
    case 'write':
      return mine({ type: 'write', document: order.document, fields: fieldsFor(scene, order.document, order.fields) })
    case 'reason':
      return mine({ type: 'reason', dilemma: order.dilemma, option: order.option, words: order.words })
    case 'message':
      return mine({ type: 'message', to: order.to, words: order.words })
    case 'level':
      return mine({ type: 'enter-level', level: order.level, ...(order.words ? { words: order.words } : {}) })
    case 'go on':
      return mine({ type: 'go-on', isAccepted: order.isAccepted })
    case 'direct':
      return mine({ type: 'direct', person: order.person, order: order.order })
    case 'help':
      return mine({ type: 'help', with: order.with })
    case 'take back':
      return mine({ type: 'take-back' })
    case 'recode':
      return { seat: RATER, body: { type: 'recode', number: numberAt(setting.state, order.saidAt), row: order.row } }
    default:
      return mine({ type: order.verb })
  }
}

/** [D.7] Free words go through the plain matcher, never the sentence model. */
function freeWords(text: string, isConfirmed: boolean, means: 'typed' | 'spoken', setting: Setting): ActBody {
  const { scene, state, seat } = setting
  const lang = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const understood = understand(setting.words(), {
    text,
    lang,
    phases: openPhases(state),
    rows: legalRows(state, seat),
  })
  const kind = scene.dialogue.flatMap(({ rows }) => rows).find((row) => row.id === understood.row)?.kind ?? 'say'
  return {
    type: kind,
    means,
    words: text,
    lang,
    confidence: understood.confidence,
    isClear: understood.isClear,
    candidates: understood.candidates.map(({ row }) => row),
    ...(understood.row === null ? {} : { row: understood.row }),
    ...(isConfirmed ? { isConfirmed } : {}),
  }
}

const thingOf = (scene: FullScene, id: string): string => scene.cues.find((cue) => cue.id === id)?.things[0] ?? id

/** What is asked about or opened for a cue: the door that guards it, else its first thing. */
const openableOf = (scene: FullScene, id: string): string =>
  scene.place.doors.find((door) => door.guards === id)?.id ?? thingOf(scene, id)

/** "yes" and "no" are answers where a document asks for one, and words elsewhere. */
function fieldsFor(scene: FullScene, document: string, fields: DocumentFields): DocumentFields {
  const shape = scene.documents.find((one) => one.id === document)
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => {
      const isYesNo = shape?.fields.some((field) => field.id === id && field.kind === 'yes-no')
      return [id, isYesNo && (value === 'yes' || value === 'no') ? value === 'yes' : value]
    }),
  )
}

/** The number of the words said (or not understood) at a session time. */
function numberAt(state: State, at: number): number {
  return (
    state.seen.find(
      (event) => event.at === at && ['said', 'done', 'not-understood', 'confirm-asked'].includes(event.type),
    )?.number ?? 0
  )
}

/** Ids a line names that the scene does not have. */
export function unknownIn(order: Order, scene: FullScene): { zh: string; en: string } | null {
  const check = (kind: Kind, id: string) => unknown(scene, kind, id)
  switch (order.verb) {
    case 'say':
    case 'speak':
    case 'do':
      return 'row' in order ? check('row', order.row) : null
    case 'look':
    case 'approach':
    case 'hear':
    case 'ask':
    case 'open':
      return check('cue', order.id)
    case 'go':
      return check('place', order.to)
    case 'answer':
      return check('event', order.event) ?? check('reaction', order.reaction)
    case 'rate':
      return check('hypothesis', order.hypothesis)
    case 'write':
      return check('document', order.document)
    case 'reason':
      return check('dilemma', order.dilemma)
    case 'direct':
      return check('person', order.person)
    case 'recode':
      return order.row === null ? null : check('row', order.row)
    default:
      return null
  }
}
