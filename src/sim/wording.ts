import type { Text } from '../scene/index.ts'
import type { Event } from './event.ts'
import type { State } from './state.ts'

/** Anything that can be said in more than one way. */
type Sayable = { text: Text; also?: Text[] | undefined }

const GOLDEN = 0.6180339887498949

/** All ways of saying a line, its own text first. */
export const wordingsOf = ({ text, also = [] }: Sayable): Text[] => [text, ...also]

export const textOfWordingAt = (said: Sayable, wording = 0): Text => wordingsOf(said)[wording] ?? said.text

/** A spoken line as one key: the same line in other words is another thing to hear. */
export const spokenKey = (line: string, wording = 0): string => `${line}#${wording}`

/** Every line spoken so far, in order, in the words it had. */
export const spokenSoFar = (state: State): string[] => state.seen.flatMap(spokenIn)

function spokenIn(event: Event): string[] {
  if (event.type === 'replied') return event.line === null ? [] : [spokenKey(event.line, event.wording)]
  if (event.type === 'disclosed') return [spokenKey(event.disclosure, event.wording)]
  if (event.type === 'spoke') return event.lines.map(({ line, wording }) => spokenKey(line, wording))
  return []
}

/**
 * Where to begin among so many wordings. Visits with neighbouring rolls begin far apart (steps of the golden ratio spread evenly whatever
 * their number), so that somebody who comes again hears other words.
 */
export function startAmong(count: number, roll: number): number {
  return Math.floor(((roll * GOLDEN) % 1) * count)
}

/** Which wording of a line comes now: one not heard yet, in turn from where this visit begins. */
export function nextWording(state: State, id: string, said: Sayable): number {
  const count = 1 + (said.also?.length ?? 0)
  if (count === 1) return 0
  const heard = spokenSoFar(state)
  const last = heard.at(-1)
  const inTurn = Array.from({ length: count }, (_, i) => (state.roll + i) % count)
  return (
    inTurn.find((wording) => !heard.includes(spokenKey(id, wording))) ??
    inTurn.find((wording) => spokenKey(id, wording) !== last) ??
    0
  )
}

/** As the event has it: the plain text needs no number. */
export const wordingField = (wording: number): { wording?: number } => (wording > 0 ? { wording } : {})

/** In which words a line was first heard. */
export function wordingHeard(state: State, id: string): number {
  const first = spokenSoFar(state).find((key) => key.startsWith(`${id}#`))
  return first ? Number(first.slice(id.length + 1)) : 0
}
