import { createHash } from 'node:crypto'
import type { FullScene, PublicScene } from '../scene/index.ts'

/** What a browser may have: every field is named here, so that a new field of a scene stays secret until somebody decides otherwise. */
export function compilePublic(scene: FullScene): PublicScene {
  const { place } = scene
  return {
    id: scene.id,
    version: scene.version,
    hash: sceneHash(scene),
    title: scene.title,
    kind: scene.kind,
    card: scene.card,
    objectives: scene.objectives.map(({ id, text }) => ({ id, text })),
    people: scene.people.map(({ id, name, called, intro, figure, voiceOnly }) => ({
      id,
      name,
      called,
      intro,
      figure,
      voiceOnly,
    })),
    place: {
      outline: place.outline,
      rooms: place.rooms.map(({ id, name, x, z, floor, walls, outside, enterable, openTo, spot }) => ({
        id,
        name,
        x,
        z,
        floor,
        walls,
        outside,
        enterable,
        openTo,
        spot,
      })),
      doors: place.doors.map(({ id, name, between, along, at, from, to, kind, isOpen, sillCm, isEntrance }) => ({
        id,
        name,
        between,
        along,
        at,
        from,
        to,
        kind,
        isOpen,
        sillCm,
        isEntrance,
      })),
      things: place.things.map(({ id, model, room, at, turn, size, colour, label, on, blocks, shows }) => ({
        id,
        model,
        room,
        at,
        turn,
        size,
        colour,
        label,
        on,
        blocks,
        shows,
      })),
      spots: place.spots,
      start: place.start,
    },
    phases: scene.phases.map(({ id, title, aim }) => ({ id, title, aim })),
  }
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
