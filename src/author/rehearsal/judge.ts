import type { FullScene } from '../../scene/index.ts'
import { assess, type Event, legalRows, type SeatId, type State, timeline } from '../../sim/index.ts'
import type { Claim, Op } from './format.ts'
import { unknown } from './known.ts'

type Words = { zh: string; en: string }
type Seen = { scene: FullScene; events: readonly Event[]; state: State; seat: SeatId }

const OPS: Record<Op, (a: number, b: number) => boolean> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
}

const both = (zh: string, en: string): Words => ({ zh, en })
const found = (words: string | null): Words => both(`实际是 ${words ?? '没有'}。`, `found ${words ?? 'none'}.`)

/** What is wrong with a claim in this state, or null when it holds. */
export function judge(claim: Claim, seen: Seen): Words | null {
  const { scene, state } = seen
  const events = seen.events.filter((event) => event.number <= state.number)
  switch (claim.kind) {
    case 'ending':
      return state.ending?.id === claim.id ? null : found(state.ending?.id ?? null)
    case 'failure':
    case 'no failure': {
      const crossed = state.redLines.filter((line) => !line.isWarned).map((line) => line.id)
      const holds = claim.kind === 'failure' ? crossed.includes(claim.id) : crossed.length === 0
      return holds ? null : found(crossed.join('、') || null)
    }
    case 'disclosed':
      return whether(claim.id in state.heard, claim.isNot)
    case 'noticed':
      return whether(claim.id in state.noticed, claim.isNot, Object.keys(state.noticed))
    case 'offered':
      return whether(legalRows(state, seen.seat).includes(claim.id), claim.isNot)
    case 'level': {
      const item = assess([...seen.events], scene, seen.seat).items.find((one) => one.item === claim.item)
      if (item?.level === null)
        return both(
          `机会不足，没有等级（得 ${item.earned}）。`,
          `too little was seen for a level (${item.earned} points).`,
        )
      const level = item?.level ?? 0
      return OPS[claim.op](level, claim.value) ? null : found(`${level} (${item?.earned ?? 0}/${item?.target ?? 0})`)
    }
    case 'feeling': {
      const value = state.people[claim.person]?.feelings[claim.feeling]
      if (value === undefined) return both('此人没有这种感受。', 'that person has no such feeling.')
      const points = Math.round(value / 1000)
      return points >= claim.from && points <= claim.to ? null : found(String(points))
    }
    case 'phase':
      return state.phase === claim.id ? null : found(state.phase)
    case 'heard':
      return whether(hears([...events], scene, seen.seat, claim.words), claim.isNot)
    case 'event': {
      const matching = standing(events).filter(
        (event) => event.type === claim.name && claim.ids.every((id) => names(event, id)),
      )
      return whether(matching.length > 0, claim.isNot)
    }
  }
}

function whether(holds: boolean, isNot: boolean, those?: string[]): Words | null {
  if (holds !== isNot) return null
  if (isNot) return both('却发生了。', 'it did.')
  return those
    ? both(`没有；只有 ${those.join('、') || '无'}。`, `it did not; only ${those.join(', ') || 'none'}.`)
    : both('没有发生。', 'it did not.')
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether some part of what was said or captioned holds these words, in either language, punctuation aside (decisions D.7). */
function hears(events: Event[], scene: FullScene, seat: SeatId, words: string): boolean {
  const wanted = bare(words)
  return timeline(events, seat, scene).moments.some((moment) => {
    if (moment.kind !== 'line' && moment.kind !== 'caption' && moment.kind !== 'message') return false
    const { text } = moment
    const texts = 'zh' in text ? [text.zh, text.en] : [text.text]
    return texts.some((one) => bare(one).includes(wanted))
  })
}

/** The log without what was taken back, or lived through only up to a warning that the trainee went on from. */
export function standing(events: readonly Event[]): Event[] {
  const gone = new Set<number>()
  const drop = (from: number, to: number) => {
    for (const { number, type } of events) if (number >= from && number < to && type !== 'red-line') gone.add(number)
  }
  for (const event of events) {
    if (event.type === 'taken-back') drop(event.from, event.number)
    if (event.type !== 'went-on' || !event.isAccepted) continue
    const line = events.findLast(
      (one) => one.type === 'red-line' && one.number < event.number && one.redLine === event.redLine,
    )
    const row = line?.type === 'red-line' && line.cause.kind === 'row' ? line.cause.id : null
    const said = events.findLast(
      (one) => (one.type === 'said' || one.type === 'done') && one.row === row && one.number < event.number,
    )
    drop(said?.number ?? line?.number ?? event.number, event.number)
  }
  return events.filter(({ number }) => !gone.has(number))
}

/** Whether an event names an id anywhere in what it says. */
function names(value: unknown, id: string): boolean {
  if (typeof value === 'string') return value === id
  if (Array.isArray(value)) return value.some((one) => names(one, id))
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, id))
}

/** Ids a claim names that the scene does not have. */
export function unknownClaim(scene: FullScene, claim: Claim): Words | null {
  switch (claim.kind) {
    case 'ending':
      return unknown(scene, 'ending', claim.id)
    case 'failure':
      return unknown(scene, 'redLine', claim.id)
    case 'disclosed':
      return unknown(scene, 'disclosure', claim.id)
    case 'noticed':
      return scene.cues.some((cue) => cue.id === claim.id)
        ? null
        : (unknown(scene, 'cue', claim.id) ?? both('这不是线索。', 'that is a thing, not a cue.'))
    case 'offered':
      return unknown(scene, 'row', claim.id)
    case 'phase':
      return unknown(scene, 'phase', claim.id)
    case 'feeling':
      return unknown(scene, 'person', claim.person)
    default:
      return null
  }
}
