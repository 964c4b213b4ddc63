import { Vector3 } from 'three'
import type { Box } from './build.ts'

/** Where something a person says can be shown, in the pixels of the picture; `isInView` is false behind the eye. */
export type Anchor = { x: number; y: number; metres: number; isInView: boolean }

export type LivePerson = {
  head: Vector3
  box: Box
  forearm: Vector3
  feet: Vector3
  anchor: Anchor
  isPresent: boolean
}

/** How much is drawn. Whoever watches the frames lowers it where a device cannot keep up, and raises it again. */
export type Lavishness = {
  /** People nearer than this are drawn in full, in metres, … */
  fullWithin: number
  /** … but no more than so many of them. */
  fullMost: number
  /** The soft shadow under somebody's feet, and steam. */
  hasSoftThings: boolean
}

/** All that a picture has where frames come in time. */
export const LAVISH: Readonly<Lavishness> = { fullWithin: 2, fullMost: 2, hasSoftThings: true }

/**
 * What changes every frame, outside React: the stage writes it, presence aims by it, and captions are placed by it.
 * One is made per picture and handed to both.
 */
export type StageLive = {
  people: Map<string, LivePerson>
  draws: number
  triangles: number
  /** Read every frame. */
  readonly lavishness: Lavishness
}

export const makeStageLive = (): StageLive => ({
  people: new Map(),
  draws: 0,
  triangles: 0,
  lavishness: { ...LAVISH },
})

export const makeLivePerson = (): LivePerson => ({
  head: new Vector3(),
  box: { min: [0, 0, 0], max: [0, 0, 0] },
  forearm: new Vector3(),
  feet: new Vector3(),
  anchor: { x: 0, y: 0, metres: 0, isInView: false },
  isPresent: false,
})
