import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Trouble, XrDoor } from '../../../presence/index.ts'

/** What the screen and the picture share about a headset: whether there is a way in, and whether one is in. */
type InHeadset = {
  door: XrDoor | null
  /** There is a headset, and not only a phone that shows things in a real room. */
  hasHeadset: boolean
  isIn: boolean
  trouble: Trouble | null
  /** Nothing is there to press with, so that resting on a button presses it. */
  isEmptyHanded: boolean
  /** Walked into a wall that the real room does not have. */
  isAway: boolean
}

export const inHeadset = createStore<InHeadset>(() => ({
  door: null,
  hasHeadset: false,
  isIn: false,
  trouble: null,
  isEmptyHanded: false,
  isAway: false,
}))

export const useInHeadset = (): InHeadset => useStore(inHeadset)
