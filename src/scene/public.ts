import type { Figure } from './person.ts'
import type { Door, Mark, Room, Spot } from './place.ts'
import type { FullScene } from './scene.ts'
import type { Text } from './text.ts'

/** A thing as any browser may have it: how it can look, never when or why. */
export type PublicThing = {
  id: string
  model: string
  room: string
  at: [number, number, number]
  turn: number
  size?: [number, number, number] | undefined
  colour?: string | undefined
  label?: Text | undefined
  on?: string | undefined
  blocks: boolean
  shows?: Text | undefined
}

export type PublicPerson = {
  id: string
  name: Text
  called: Text
  intro: Text
  figure?: Figure | undefined
  voiceOnly: boolean
}

/**
 * What browsers may have of a scene: place, looks and screen texts. No valence, gate, truth, points or cue.
 * Documents, preparation options, hypotheses and dilemmas come through views, each in its time.
 */
export type PublicScene = {
  id: string
  version: string
  hash: string
  title: Text
  kind: Text
  card: FullScene['card']
  objectives: { id: string; text: Text }[]
  people: PublicPerson[]
  place: {
    outline: FullScene['place']['outline']
    rooms: Omit<Room, 'closed'>[]
    doors: Omit<Door, 'guards'>[]
    things: PublicThing[]
    spots: Spot[]
    start: string
    /** Real things by which this place is laid out in a real room; none where it cannot be. */
    marks: Mark[]
  }
  phases: { id: string; title: Text; aim?: Text | undefined }[]
  /** Starting points that practise one part (decisions A.9): what they are called and how long they take, nothing of what they hold. */
  excerpts?: { id: string; title: Text; minutes: number }[] | undefined
}
