import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadScene } from '../../src/author/index.ts'
import { parseRehearsal, rehearse } from '../../src/author/rehearsal/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import type { Act, ActBody, Event } from '../../src/sim/index.ts'

export const ROOT = join(import.meta.dirname, '../..')
const SCENE = 'scenes/third-floor-west'
const WHOLE_VISIT = 'e-a1-one-small-thing.txt'

/** The scene and its best whole visit as a log, for benches: the rehearsal that ends in E-A1. */
export async function wholeVisit(): Promise<{ scene: FullScene; events: Event[]; acts: Act[] }> {
  const { scene } = await loadScene(join(ROOT, SCENE))
  if (!scene) throw new Error(`${SCENE} has errors: npm run scenes says which`)
  const text = await readFile(join(ROOT, SCENE, 'rehearsals', WHOLE_VISIT), 'utf8')
  const result = rehearse(scene, parseRehearsal(text, WHOLE_VISIT))
  if (!result.ok) throw new Error(`${WHOLE_VISIT} fails: npm run rehearse says why`)
  return { scene, events: result.events, acts: result.events.flatMap((event) => actBehind(scene, event)) }
}

/** The act that an event is the mark of, if any: enough to play the visit again. */
function actBehind(scene: FullScene, event: Event): Act[] {
  const act = (body: ActBody): Act[] => [{ ...body, seat: event.seat, at: event.at }]
  switch (event.type) {
    case 'session-started': {
      const { type: _, number: __, format: ___, scene: ____, sceneVersion: _____, ...start } = event
      return [{ ...start, type: 'start-session' }]
    }
    case 'prepared':
      return act({ type: 'prepare', options: [event.option] })
    case 'arrived':
      return act({ type: 'arrive' })
    case 'said':
    case 'done':
      return event.seat === 'system' ? [] : act({ type: 'say', row: event.row, means: 'picked' })
    case 'looked':
      return act({ type: event.how, thing: event.thing })
    case 'permission-asked': {
      const [thing] = scene.cues.find((cue) => cue.id === event.cue)?.things ?? []
      return thing ? act({ type: 'ask-permission', thing }) : []
    }
    case 'reacted':
      return act({ type: 'answer', event: event.event, reaction: event.reaction })
    case 'document-written':
      return act({ type: 'write', document: event.document, fields: event.words })
    case 'dilemma-reasoned':
      return act({ type: 'reason', dilemma: event.dilemma, option: event.option, words: event.words })
    case 'messaged':
      return act({ type: 'message', to: event.to, words: event.words })
    case 'opened':
      return act({ type: 'open', thing: event.thing })
    case 'moved':
      return event.who === event.seat ? act({ type: 'go', to: event.spot }) : []
    case 'hypothesis-rated':
      return act({
        type: 'rate',
        hypothesis: event.hypothesis,
        level: event.level,
        for: event.for,
        against: event.against,
        alternative: event.words ?? '',
      })
    case 'left':
      return event.how === 'chosen' ? act({ type: 'leave' }) : []
    case 'ended':
      return act({ type: 'finish' })
    default:
      return []
  }
}
