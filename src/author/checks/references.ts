import type { Condition } from '../../scene/index.ts'
import type { Check, Draft } from '../draft.ts'
import { didYouMean } from '../nearest.ts'
import type { Path } from '../problem.ts'
import { KIND_NAMES, type Kind, type Vocabulary, vocabulary } from '../vocabulary.ts'
import { conditionsOf, isMapping, leavesOf, walk } from '../walk.ts'

/** What may stand at a place: ids of these kinds, or one of these words. */
type Wanted = { kinds: readonly Kind[]; words?: readonly string[] }

const of = (...kinds: Kind[]): Wanted => ({ kinds })
const AWAY = ['away']
const EVIDENCE = of('cue', 'disclosure', 'line', 'event')

/**
 * Where a scene names something by its id. "#" is a position in a list, "*" any key, "~" the keys themselves, "…" any way down to there.
 * Conditions, feelings and event reactions are followed separately.
 */
const PLACES: readonly [string, Wanted][] = [
  ['people/#/orders/#/moves', { kinds: ['spot'], words: AWAY }],
  ['place/start', of('spot')],
  ['place/rooms/#/openTo/#', of('room')],
  ['place/rooms/#/spot', of('spot')],
  ['place/doors/#/between/#', of('room')],
  ['place/doors/#/guards', of('cue')],
  ['place/things/#/room', of('room')],
  ['place/things/#/on', of('person')],
  ['place/spots/#/room', of('room')],
  ['place/marks/#/things/#', of('thing')],
  ['phases/#/addressees/#', of('person')],
  ['phases/#/exits/#/to', of('phase')],
  ['phases/#/entersFrom/#', of('phase')],
  ['phases/#/opening/#/by', of('person')],
  ['phases/#/stations/~', of('person')],
  ['phases/#/stations/*', { kinds: ['spot'], words: AWAY }],
  ['phases/#/workerAt', of('spot')],
  ['cues/#/things/#', of('thing', 'door')],
  ['cues/#/room', of('room')],
  ['cues/#/owner', of('person')],
  ['hypotheses/#/supports/#', EVIDENCE],
  ['hypotheses/#/against/#', EVIDENCE],
  ['hypotheses/#/truth/~', of('seed')],
  ['dialogue/#/phase', { kinds: ['phase'], words: ['any'] }],
  ['dialogue/#/rows/#/to', of('person')],
  ['dialogue/#/rows/#/during', of('event')],
  ['dialogue/#/rows/#/after', of('event')],
  ['dialogue/#/rows/#/asks', of('cue')],
  ['dialogue/#/rows/#/opens/to', of('phase')],
  ['dialogue/#/replies/~', of('person')],
  ['dialogue/#/silent/~', of('person')],
  ['dialogue/#/disclosures/#/by', of('person')],
  ['dialogue/#/disclosures/#/on/#', of('row')],
  ['examples/#/phase', { kinds: ['phase'], words: ['any'] }],
  ['examples/#/rows/~', of('row')],
  ['invitation/#/by', of('person')],
  ['notUnderstood/~', of('person')],
  ['events/#/hazard', of('red-line')],
  ['events/#/enters', of('phase')],
  ['events/#/floodsTurns/~', of('person')],
  ['events/#/reactions/#/as', of('row')],
  ['events/#/reactions/#/enters', of('phase')],
  ['level/right/#/level', of('level')],
  ['level/underRated', of('red-line')],
  ['endings/#/inPhases/#', of('phase')],
  ['endings/#/farewell/by', of('person')],
  ['fallbackEnding/#/ending', of('ending')],
  ['redLineEnding', of('ending')],
  ['entryRedLine', of('red-line')],
  ['redLines/#/caps/#', of('rubric-item')],
  ['…/says/#/by', of('person')],
  ['…/redLine', of('red-line')],
  ['…/moves/~', { kinds: ['person'], words: ['worker'] }],
  ['…/moves/*', { kinds: ['spot'], words: AWAY }],
  ['…/doors/~', of('door')],
  ['…/notices/#', of('cue')],
  ['…/permits/#', of('cue')],
  ['…/clears/#', of('flag')],
  ['events/#/seeds/#', of('seed')],
]

/** What each condition word names. */
const CONDITION_WORDS: Record<string, Wanted> = {
  noticed: of('cue'),
  said: of('row'),
  heard: of('line', 'disclosure'),
  prepared: of('preparation'),
  file: of('preparation'),
  flag: of('flag'),
  permitted: of('cue'),
  opened: of('cue', 'thing', 'door'),
  phase: of('phase'),
  reached: of('phase'),
  at: of('spot', 'room'),
  wrote: of('document'),
  level: of('level'),
  'red-line-of': of('red-line'),
  present: of('person'),
  rated: of('hypothesis'),
  'private-turns': of('phase'),
}

const EVENT_STATES = ['live', 'came', 'handled', 'ignored']

/** Follows every id to what it names. */
export const references: Check = (draft) => {
  const known = vocabulary(draft.scene)
  const patterns = PLACES.map(([pattern, wanted]) => [asRegExp(pattern), wanted] as const)
  const cache = new Map<string, Wanted | null>()
  const wantedAt = (place: string): Wanted | null => {
    const before = cache.get(place)
    if (before !== undefined) return before
    const found = patterns.find(([pattern]) => pattern.test(place))?.[1] ?? null
    cache.set(place, found)
    return found
  }
  const follow = (id: string, path: Path, place: string) => {
    const wanted = wantedAt(place)
    if (wanted) claim(draft, known, id, path, wanted)
  }
  walk(draft.scene, (path, value) => {
    if (path[0] === 'excerpts') return
    const place = path.map((step) => (typeof step === 'number' ? '#' : step)).join('/')
    if (typeof value === 'string') follow(value, path, place)
    else if (isMapping(value)) for (const key of Object.keys(value)) follow(key, [...path, key], `${place}/~`)
    if (path.at(-2) === 'handles' && typeof value === 'string') reaction(draft, known, value, path)
  })
  for (const { path, condition } of conditionsOf(draft.scene))
    for (const leaf of leavesOf(condition)) claims(draft, known, leaf, path)
  mustBe(draft)
}

function asRegExp(pattern: string): RegExp {
  const body = pattern.replaceAll('*', '[^/~#]+').replace(/^…\//, '(?:.*/)?')
  return new RegExp(`^${body}$`)
}

function claim(draft: Draft, known: Vocabulary, id: string, path: Path, wanted: Wanted): void {
  if (known.has(id, ...wanted.kinds) || wanted.words?.includes(id)) return
  unknown(draft, id, path, wanted.kinds, [...known.idsOf(...wanted.kinds), ...(wanted.words ?? [])])
}

function unknown(draft: Draft, id: string, path: Path, kinds: readonly Kind[], ids: readonly string[]): void {
  const zh = kinds.map((kind) => KIND_NAMES[kind].zh).join('或')
  const en = kinds.map((kind) => KIND_NAMES[kind].en).join(' or ')
  say(draft, id, path, `本场景没有${zh} "${id}"`, `${en} "${id}" is not in this scene`, ids)
}

function say(draft: Draft, id: string, path: Path, zh: string, en: string, ids: readonly string[]): void {
  const hint = didYouMean(id, ids)
  const some = ids.length > 12 ? `${ids.slice(0, 12).join(', ')}, …` : ids.join(', ') || '（无） / (none)'
  draft.report(path, 'SC017', {
    found: `"${id}"`,
    expected: some,
    zh: zh + (hint.zh || '。'),
    en: en + (hint.en || '.'),
  })
}

function claims(draft: Draft, known: Vocabulary, leaf: Condition, path: Path): void {
  switch (leaf.is) {
    case 'feeling':
      claim(draft, known, leaf.person, path, of('person'))
      return
    case 'seed':
      for (const seed of leaf.seeds) claim(draft, known, seed, path, of('seed'))
      return
    case 'event':
      reaction(draft, known, `${leaf.id}.${leaf.state}`, path)
      return
    case 'reasoned': {
      claim(draft, known, leaf.id, path, of('dilemma'))
      const options = draft.scene.dilemmas.find((dilemma) => dilemma.id === leaf.id)?.options.map((option) => option.id)
      if (options && !options.includes(leaf.option)) {
        const [zh, en] = [
          `两难 ${leaf.id} 没有选项 "${leaf.option}"`,
          `dilemma ${leaf.id} has no option "${leaf.option}"`,
        ]
        say(draft, leaf.option, path, zh, en, options)
      }
      return
    }
    case 'private-turns':
      if (leaf.phase) claim(draft, known, leaf.phase, path, of('phase'))
      return
    default: {
      const wanted = CONDITION_WORDS[leaf.is]
      if (wanted && 'id' in leaf) claim(draft, known, leaf.id, path, wanted)
    }
  }
}

/** "E2", "E2.turn-off", and in conditions also "E2.live" and its like. */
function reaction(draft: Draft, known: Vocabulary, text: string, path: Path): void {
  const dot = text.indexOf('.')
  const id = dot < 0 ? text : text.slice(0, dot)
  const state = dot < 0 ? null : text.slice(dot + 1)
  const event = draft.scene.events.find((each) => each.id === id)
  if (!event) {
    unknown(draft, id, path, ['event'], known.idsOf('event'))
    return
  }
  if (state === null) return
  const states = event.reactions.map((each) => each.id)
  const isHere = path.includes('handles') ? states.includes(state) : [...EVENT_STATES, ...states].includes(state)
  if (isHere) return
  const [zh, en] = [`事件 ${id} 没有反应 "${state}"`, `event ${id} has no reaction "${state}"`]
  say(draft, state, path, zh, en, path.includes('handles') ? states : [...EVENT_STATES, ...states])
}

/** The value a form field must have is one that can be chosen there. */
function mustBe(draft: Draft): void {
  draft.scene.documents.forEach((document, d) => {
    document.fields.forEach((field, f) => {
      if (field.mustBe === undefined) return
      const choices = field.kind === 'yes-no' ? ['yes', 'no'] : field.options.map((option) => option.id)
      if (choices.includes(field.mustBe)) return
      const [zh, en] = [`这一栏没有选项 "${field.mustBe}"`, `this field has no option "${field.mustBe}"`]
      say(draft, field.mustBe, ['documents', d, 'fields', f, 'mustBe'], zh, en, choices)
    })
  })
}
