import type { FullScene, Text } from '../scene/index.ts'
import type { SeatId } from './act.ts'
import { assess } from './assess/index.ts'
import { roomsEntered } from './assess/opportunities.ts'
import { ratersQueue, type Utterance } from './assess/queue.ts'
import { standing } from './assess/standing.ts'
import type { Debrief, Evidence } from './assessment.ts'
import { catalogueOf } from './catalogue.ts'
import type { Event } from './event.ts'
import { holds } from './holds.ts'
import { wordsOf } from './moments.ts'
import { whyOf } from './reasons.ts'
import type { State } from './state.ts'
import { timeline } from './timeline.ts'

const NO_ENDING = {
  id: '',
  title: { zh: '尚未结束', en: 'Not ended yet' },
  card: { zh: '', en: '' },
  isCapped: false,
  isGood: false,
}

/** The guided look back, with every reference resolved to words in both languages. Resources are the server's to add. */
export function debrief(events: readonly Event[], scene: FullScene, seat: SeatId): Debrief {
  const { log, last } = standing(events, scene)
  const assessment = assess(events, scene, seat)
  const byNumber = new Map(events.map((event) => [event.number, event]))
  const rooms = roomsEntered(log, last, seat)
  const ending = scene.endings.find((one) => one.id === last.ending?.id)
  return {
    scene: scene.id,
    title: scene.title,
    kind: last.kind,
    seed: { id: last.seed, note: scene.seeds.find((one) => one.id === last.seed)?.note ?? scene.title },
    assessment,
    evidence: assessment.evidence.map((line) => shown(last, line, byNumber.get(line.number))),
    redLines: last.redLines.map((line) => {
      const shape = scene.redLines.find((one) => one.id === line.id)
      const words = line.cause.kind === 'row' ? (catalogueOf(scene).rows.get(line.cause.id)?.text ?? null) : null
      return {
        id: line.id,
        number: line.number,
        at: line.at,
        isWarned: line.isWarned,
        text: shape?.text ?? scene.title,
        why: shape?.why ?? scene.title,
        words,
      }
    }),
    cues: scene.cues
      .filter((cue) => holds(last, cue.when))
      .map((cue) => ({
        id: cue.id,
        name: cue.name,
        seen: (cue.seen.find((one) => holds(last, one.when)) ?? cue.seen[0])?.text ?? cue.name,
        meaning: cue.meaning,
        context: cue.context.filter((one) => holds(last, one.when)).map((one) => one.text),
        isStrength: cue.strength,
        noticed: last.noticed[cue.id]?.number ?? null,
        wasReachable: rooms.has(cue.room) || cue.id in last.noticed,
      })),
    hypotheses: scene.hypotheses.map(({ id, statement, truth, alternatives }) => ({
      id,
      statement,
      rated: last.hypotheses[id]?.level ?? null,
      truth: truth[last.seed] ?? 'possible',
      alternatives: alternatives ?? null,
    })),
    documents: scene.documents.map((document) => documentShown(last, document)),
    notUnderstood: notUnderstood(events, scene, seat),
    timeline: timeline(events, seat, scene),
    ending: ending
      ? {
          id: ending.id,
          title: ending.title,
          card: ending.card,
          isCapped: last.ending?.isCapped ?? false,
          isGood: ending.isGood,
        }
      : NO_ENDING,
    reflection: scene.reflection,
    resources: null,
  }
}

/** [A.6] The trainee's own words that wait for a person or that one has judged. What the program guessed would teach the answer, and stays out. */
function notUnderstood(events: readonly Event[], scene: FullScene, seat: SeatId): Debrief['notUnderstood'] {
  const { rows } = catalogueOf(scene)
  const textOf = (row: string | null): Text | null =>
    row === null ? null : (rows.get(row)?.text ?? { zh: row, en: row })
  const isRecoded = (one: Utterance) =>
    one.decidedBy === 'rater' && (one.takenFor === null || one.takenFor !== one.answeredAs)
  return ratersQueue(events, scene)
    .filter((one) => one.seat === seat && !one.isTakenBack && (one.isWaiting || isRecoded(one)))
    .map(({ number, at, words, lang, answeredAs, decidedBy, takenFor }) => ({
      number,
      at,
      words: words === null ? null : { text: words, lang },
      answeredAs: textOf(answeredAs),
      judged: decidedBy === 'rater' ? { as: textOf(takenFor) } : null,
    }))
}

function shown(state: State, line: Evidence, event: Event | undefined): Debrief['evidence'][number] {
  const isSpeech = event?.type === 'said' || event?.type === 'done'
  const skills = line.cause.kind === 'row' ? (catalogueOf(state.scene).rows.get(line.cause.id)?.skills ?? []) : []
  const families = [...new Set(skills.map((tag) => tag.slice(0, 2) as 'zc' | 'yl' | 'yx'))]
  const { number, at, item, points, judgedBy, cause } = line
  return {
    number,
    at,
    item,
    points,
    judgedBy,
    why: whyOf(state, cause),
    words: isSpeech ? wordsOf(state, event) : writtenWords(event),
    ...(families.length > 0 ? { families } : {}),
  }
}

/** Own words that are no line of the scene's: a dilemma's reasons, in no particular language of ours, and what only a rater understood. */
function writtenWords(event: Event | undefined): Debrief['evidence'][number]['words'] {
  if (event?.type === 'dilemma-reasoned' && event.words) return { text: event.words, lang: 'zh' }
  if ((event?.type === 'not-understood' || event?.type === 'confirm-asked' || event?.type === 'denied') && event.words)
    return { text: event.words, lang: event.lang ?? 'zh' }
  return null
}

function documentShown(state: State, document: FullScene['documents'][number]): Debrief['documents'][number] {
  const written = state.documents[document.id]
  const label = (id: string): Text => document.fields.find((field) => field.id === id)?.label ?? document.title
  return {
    id: document.id,
    title: document.title,
    isWritten: written !== undefined,
    missing: (
      written?.checks.missing ?? document.fields.filter((field) => field.required).map((field) => field.id)
    ).map(label),
    breaches: (written?.checks.breaches ?? []).map(({ field, check }) => ({ field: label(field), check })),
  }
}
