import { Vector3 } from 'three'

/** Something one points with: a controller or a bare hand from afar (ray), a finger tip (poke), or the eyes (gaze). Mutated in place each frame. */
export type SpacePointer = {
  readonly id: 'left' | 'right' | 'gaze'
  kind: 'ray' | 'poke' | 'gaze'
  /** In metres, in the room's own measure. A poking finger's tip, else where the ray begins. */
  readonly origin: Vector3
  /** Of length 1. */
  readonly direction: Vector3
  /** Trigger or pinch, now and a frame ago: the edge is whoever reads it to find. For gaze, the pinch of either hand. */
  isPressed: boolean
  wasPressed: boolean
  /** False while the device has lost it; origin and direction are then old. */
  isTracked: boolean
  /** Set by the panel that this pointer is on, and emptied at the start of each frame; the world is not aimed at meanwhile. */
  hit: string | null
}

/** All that may point; the same three objects for as long as a session lasts. A finger and its hand's ray share one, which changes its kind near a panel. */
export type SpacePointers = { readonly all: readonly SpacePointer[] }

const makePointer = (id: SpacePointer['id']): SpacePointer => ({
  id,
  kind: id === 'gaze' ? 'gaze' : 'ray',
  origin: new Vector3(),
  direction: new Vector3(0, 0, -1),
  isPressed: false,
  wasPressed: false,
  isTracked: false,
  hit: null,
})

export const makePointers = (): SpacePointers => ({
  all: [makePointer('left'), makePointer('right'), makePointer('gaze')],
})

/** A frame begins: what was pressed is now the past, and no panel has spoken yet. */
export function turnPointers(pointers: SpacePointers): void {
  for (const pointer of pointers.all) {
    pointer.wasPressed = pointer.isPressed
    pointer.isPressed = false
    pointer.hit = null
  }
}

/** Whether any panel has been pointed at this frame. */
export const isOnPanel = (pointers: SpacePointers): boolean => pointers.all.some((one) => one.hit !== null)
