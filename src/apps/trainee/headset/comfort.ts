import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** How large words are, in parts of the least that can be read. */
export const TEXT_SCALES = [1, 1.15, 1.3, 1.6] as const
/** How bright the picture is, in parts of the usual. */
export const BRIGHTNESSES = [0.6, 0.8, 1, 1.2] as const
/** How long eyes rest on a thing before it counts as looked at, in milliseconds. */
export const LOOKS_MS = [800, 1200, 2000] as const
/** How long a pointer rests on a button before it presses, in milliseconds; null: never. */
export const DWELLS_MS = [null, 1000, 1600] as const
const TURNS = ['snap', 'smooth'] as const
const HANDS = ['left', 'right'] as const
const YES_NO = [true, false] as const
const SEATED = [null, true, false] as const

/** What makes a headset bearable for somebody; kept in this browser. A body reads part of it, the panels the rest. */
export type HeadsetComfort = {
  turn: (typeof TURNS)[number]
  hasVignette: boolean
  isSmoothWalk: boolean
  hand: (typeof HANDS)[number]
  isOneHanded: boolean
  /** Null: found out on entering. */
  isSeatedPlay: boolean | null
  lookMs: (typeof LOOKS_MS)[number]
  dwellMs: (typeof DWELLS_MS)[number]
  textScale: (typeof TEXT_SCALES)[number]
  brightness: (typeof BRIGHTNESSES)[number]
  hasCaptions: boolean
}

/** Nothing that moves the view against the body unless somebody asks for it: smooth turning and walking make many people ill. */
export const USUAL: HeadsetComfort = {
  turn: 'snap',
  hasVignette: true,
  isSmoothWalk: false,
  hand: 'right',
  isOneHanded: false,
  isSeatedPlay: null,
  lookMs: 1200,
  dwellMs: null,
  textScale: 1,
  brightness: 1,
  hasCaptions: true,
}

const KEY = 'doorstep.comfort.headset'

const oneOf = <T>(values: readonly T[], value: unknown, usual: T): T =>
  values.includes(value as T) ? (value as T) : usual

/** What was kept, as far as it makes sense: a value no button gives could hide the button that undoes it. */
export function readComfort(kept: string | null): HeadsetComfort {
  let found: Partial<Record<keyof HeadsetComfort, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) found = parsed
  } catch {
    return USUAL
  }
  return {
    turn: oneOf(TURNS, found.turn, USUAL.turn),
    hasVignette: oneOf(YES_NO, found.hasVignette, USUAL.hasVignette),
    isSmoothWalk: oneOf(YES_NO, found.isSmoothWalk, USUAL.isSmoothWalk),
    hand: oneOf(HANDS, found.hand, USUAL.hand),
    isOneHanded: oneOf(YES_NO, found.isOneHanded, USUAL.isOneHanded),
    isSeatedPlay: oneOf(SEATED, found.isSeatedPlay, USUAL.isSeatedPlay),
    lookMs: oneOf(LOOKS_MS, found.lookMs, USUAL.lookMs),
    dwellMs: oneOf(DWELLS_MS, found.dwellMs, USUAL.dwellMs),
    textScale: oneOf(TEXT_SCALES, found.textScale, USUAL.textScale),
    brightness: oneOf(BRIGHTNESSES, found.brightness, USUAL.brightness),
    hasCaptions: oneOf(YES_NO, found.hasCaptions, USUAL.hasCaptions),
  }
}

/** What holds in the end: who asked the system for less motion is not turned or walked smoothly, and keeps the vignette, whatever is chosen here. */
export const withLessMotion = (comfort: HeadsetComfort, isReduced: boolean): HeadsetComfort =>
  isReduced ? { ...comfort, turn: 'snap', isSmoothWalk: false, hasVignette: true } : comfort

const kept = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Without storage the choice lives as long as the page.
    return null
  }
}

export const comfort = createStore<HeadsetComfort>(() => readComfort(kept()))

export function setComfort(change: Partial<HeadsetComfort>): void {
  comfort.setState(change)
  try {
    localStorage.setItem(KEY, JSON.stringify(comfort.getState()))
  } catch {
    // As above.
  }
}

export const useHeadsetComfort = (): HeadsetComfort => useStore(comfort)
