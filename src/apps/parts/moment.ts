import type { Say, useLanguage } from '../../i18n/index.ts'
import type { Moment, PublicScene } from '../../session/index.ts'

/** A moment as one line of a transcript or a caption. */
export type MomentLine = { who: string | null; text: string; tone: 'own' | 'said' | 'action' | 'note' | 'phase' }

type Tongue = { say: Say; pick: ReturnType<typeof useLanguage>['pick'] }

/** What a person of the scene is called on screen. */
export function nameIn(scene: PublicScene, pick: Tongue['pick'], id: string): string {
  const person = scene.people.find((p) => p.id === id)
  return person ? pick(person.name) : id
}

/** How a moment reads. */
export function momentLine(moment: Moment, scene: PublicScene, { say, pick }: Tongue): MomentLine {
  const name = (id: string) => nameIn(scene, pick, id)
  switch (moment.kind) {
    case 'own-words':
      return { who: say('app.you'), text: pick(moment.text), tone: moment.isAction ? 'action' : 'own' }
    case 'line':
      return { who: name(moment.by), text: pick(moment.text), tone: moment.isSilent ? 'action' : 'said' }
    case 'caption':
      return { who: null, text: pick(moment.text), tone: 'note' }
    case 'noticed':
      return { who: say('transcript.noticed'), text: pick(moment.text), tone: 'note' }
    case 'permission':
      return {
        who: null,
        text: say(moment.isGiven ? 'aim.given' : 'aim.refusedBy', { name: name(moment.by) }),
        tone: 'note',
      }
    case 'phase': {
      const phase = scene.phases.find((p) => p.id === moment.phase)
      return {
        who: null,
        text: say('transcript.phase', { title: phase ? pick(phase.title) : moment.phase }),
        tone: 'phase',
      }
    }
    case 'arrival':
      return { who: null, text: say('transcript.arrives', { name: name(moment.person) }), tone: 'note' }
    case 'taken-back':
      return { who: null, text: say('transcript.takenBack'), tone: 'note' }
    case 'not-understood':
      return { who: null, text: say('talk.notUnderstood', { words: moment.text.text }), tone: 'note' }
    case 'denied':
      return { who: null, text: say('talk.denied', { words: moment.text.text }), tone: 'note' }
    case 'message':
      return { who: name(moment.from), text: pick(moment.text), tone: 'said' }
    case 'own-message':
      return { who: say('app.you'), text: moment.text, tone: 'own' }
    case 'notice':
      return { who: null, text: say(`transcript.${moment.what}`), tone: 'note' }
  }
}
