import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Order, parseRehearsal } from '../../src/author/rehearsal/index.ts'
import { PROJECT } from '../server/harness.ts'
import type { Trainee } from './Trainee.ts'

export type Line = { at: number; order: Order }

/** The acts of one of the scene's rehearsals, for somebody to do by hand. */
export async function linesOf(scene: string, file: string): Promise<{ lines: Line[]; prepared: string[] }> {
  const text = await readFile(join(PROJECT, 'scenes', scene, 'rehearsals', file), 'utf8')
  const rehearsal = parseRehearsal(text, file)
  if (rehearsal.problems.length > 0) throw new Error(`${file} cannot be read`)
  return { lines: rehearsal.steps.map(({ at, order }) => ({ at, order })), prepared: rehearsal.prepare }
}

/** Does the lines one after another, letting the clock go on between them. */
export async function follow(trainee: Trainee, lines: readonly Line[], from = 0): Promise<number> {
  let now = from
  for (const { at, order } of lines) {
    await trainee.step(at - now)
    now = Math.max(now, at)
    await doOrder(trainee, order)
  }
  return now
}

async function doOrder(trainee: Trainee, order: Order): Promise<void> {
  const thing = (id: string) => trainee.scene.cues.find((cue) => cue.id === id)?.things[0] ?? id
  const openable = (id: string) => trainee.scene.place.doors.find((door) => door.guards === id)?.id ?? thing(id)
  switch (order.verb) {
    case 'say':
    case 'do':
      return 'row' in order ? trainee.choosesLine(order.row) : trainee.types(order.words)
    case 'look':
    case 'approach':
      return trainee.thing(thing(order.id), order.verb)
    case 'ask':
    case 'open':
      return trainee.thing(openable(order.id), order.verb)
    case 'go':
      return trainee.go(order.to)
    case 'answer':
      return trainee.answer(order.event, order.reaction)
    case 'rate':
      return trainee.rate(order.hypothesis, order.level, order.for, order.against, order.alternative ?? '')
    case 'write':
      return trainee.write(order.document, order.fields)
    case 'reason':
      return trainee.reason(order.dilemma, order.option, order.words)
    case 'leave':
      return trainee.leave()
    case 'finish':
      return trainee.finish()
    case 'sit':
      return trainee.press('do.sit')
    default:
      throw new Error(`a trainee at the screen cannot ${order.verb}`)
  }
}
