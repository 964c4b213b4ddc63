import { createHash } from 'node:crypto'
import type { Door, FullScene, PublicPerson, PublicScene, PublicThing, Room, Thing } from '../scene/index.ts'

type PublicPlace = PublicScene['place']

/**
 * What a browser may have. Every field is named one by one, and a new field of a room, door, thing or person does not compile until somebody has
 * decided here whether a trainee may see it.
 */
export function compilePublic(scene: FullScene): PublicScene {
  const { id, version, title, kind, card, place } = scene
  return {
    id,
    version,
    hash: sceneHash(scene),
    title,
    kind,
    card,
    objectives: scene.objectives.map((objective) => ({ id: objective.id, text: objective.text })),
    people: scene.people.map(publicPerson),
    place: {
      outline: place.outline,
      rooms: place.rooms.map(publicRoom),
      doors: place.doors.map(publicDoor),
      things: place.things.map(publicThing),
      spots: place.spots,
      start: place.start,
      marks: place.marks,
    },
    phases: scene.phases.map((phase) => ({ id: phase.id, title: phase.title, aim: phase.aim })),
    excerpts: scene.excerpts.map((excerpt) => ({ id: excerpt.id, title: excerpt.title, minutes: excerpt.minutes })),
  }
}

function publicPerson({ id, name, called, intro, figure, voiceOnly }: FullScene['people'][number]): PublicPerson {
  return { id, name, called, intro, figure, voiceOnly } satisfies Record<keyof PublicPerson, unknown>
}

function publicRoom(room: Room): PublicPlace['rooms'][number] {
  const { id, name, x, z, floor, walls, dado, outside, enterable, openTo, spot } = room
  const seen = { id, name, x, z, floor, walls, dado, outside, enterable, openTo, spot }
  return seen satisfies Record<keyof PublicPlace['rooms'][number], unknown>
}

function publicDoor(door: Door): PublicPlace['doors'][number] {
  const { id, name, between, along, at, from, to, kind, isOpen, sillCm, isEntrance } = door
  const seen = { id, name, between, along, at, from, to, kind, isOpen, sillCm, isEntrance }
  return seen satisfies Record<keyof PublicPlace['doors'][number], unknown>
}

function publicThing({ id, model, room, at, turn, size, colour, label, on, blocks, shows }: Thing): PublicThing {
  return { id, model, room, at, turn, size, colour, label, on, blocks, shows } satisfies Record<
    keyof PublicThing,
    unknown
  >
}

/** The same for the same content, whatever the order of keys in the files. */
export function sceneHash(scene: FullScene): string {
  return createHash('sha256').update(canonical(scene)).digest('hex').slice(0, 32)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
