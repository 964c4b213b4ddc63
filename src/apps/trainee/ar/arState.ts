import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ArGround, Marks, Placing } from '../../../presence/ar/index.ts'
import type { Asked } from '../../../presence/index.ts'
import type { Cut } from '../../../stage/index.ts'
import type { PlacingPress } from './placingWords.ts'

/** Why AR did not open, or was closed. */
export type ArTrouble = 'no-ar' | 'refused' | 'busy' | 'failed' | 'ended'

type Ar = {
  /** What AR needs of this scene; null where there is no AR, or the scene cannot be laid out in a real room. */
  offered: { asked: Asked; marks: Marks; ground: ArGround } | null
  /** Whether this browser has AR at all; null until it was asked. */
  can: boolean | null
  /** AR was asked for: the session that begins, or runs, is one. */
  isAr: boolean
  /** A phone or tablet, with the page itself over the camera’s picture. */
  isHeld: boolean
  /** Null until a session runs. */
  placing: Placing | null
  /** The visit's time was stopped for placing, and has not gone on yet. */
  isHolding: boolean
  /** The camera has found no surface for long. */
  isBlind: boolean
  /** One stands behind a wall of the flat that the real room does not have. */
  isAstray: boolean
  /** Real things hide what is behind them, where the device knows how far away they are. */
  isHiding: boolean
  /** What is drawn where the real room stands in for part of the place; null outside AR. */
  cut: Cut | null
  trouble: ArTrouble | null
  /** Whether the device said where the floor is. */
  hasFloor: boolean
  /** What a press on a phone’s screen does while a place is laid out; null while no session runs. */
  onPress: ((press: PlacingPress) => void) | null
}

const OUT = {
  isAr: false,
  isHeld: false,
  placing: null,
  isHolding: false,
  isBlind: false,
  isAstray: false,
  onPress: null,
  cut: null,
} as const

/** What the screen and the picture share about AR. Nothing of it is the session's, and nothing of a real room is in it but where the place lies. */
export const arState = createStore<Ar>(() => ({
  ...OUT,
  offered: null,
  can: null,
  isHiding: true,
  trouble: null,
  hasFloor: true,
}))

export const useAr = <T>(select: (state: Ar) => T): T => useStore(arState, select)

/** While a place is being laid out nothing of it is drawn, and its time stands still. */
export const isPlacing = ({ isAr, placing, isHolding }: Pick<Ar, 'isAr' | 'placing' | 'isHolding'>): boolean =>
  isAr && (isHolding || placing?.step !== 'done')

/** Out of AR again, by one's own wish or with what happened. */
export const leftAr = (trouble: ArTrouble | null): void => arState.setState({ ...OUT, trouble })
