import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** How large words are, in percent of what the browser gives, or of the least that can be read in a headset. */
export const TEXT_PERCENTS = [100, 125, 150, 200] as const
/** How bright the picture is, in percent. */
export const BRIGHTNESSES = [70, 85, 100, 120] as const
/** How much longer than usual a hand may take. */
export const PACES = [1, 1.5, 2.5] as const
/** How long eyes rest on a thing before it counts as looked at, in milliseconds. */
export const LOOKS_MS = [800, 1200, 2000] as const
/** How long a pointer rests on a button before it presses, in milliseconds; null: never. */
export const DWELLS_MS = [null, 1000, 1600] as const
const TURNS = ['snap', 'smooth'] as const
export const HANDS = ['both', 'left', 'right'] as const
export const SIDES = ['left', 'right'] as const
const YES_NO = [true, false] as const
const SEATED = [null, true, false] as const

/** What makes a visit bearable for somebody, on whatever device: one set of choices, kept in this browser. */
export type Comfort = {
  textPercent: (typeof TEXT_PERCENTS)[number]
  brightness: (typeof BRIGHTNESSES)[number]
  hasCaptions: boolean
  pace: (typeof PACES)[number]
  /** Jumps with a short fade instead of gliding, and nothing that moves the view against the body, whatever the system says. */
  isStill: boolean
  /** The hand that does it all: buttons and lines come to it, and nothing asks for two. */
  hand: (typeof HANDS)[number]
  /** Of two hands, the one that is used more. */
  mainHand: (typeof SIDES)[number]
  /** The rest is a headset's. */
  turn: (typeof TURNS)[number]
  hasVignette: boolean
  isSmoothWalk: boolean
  /** Null: found out on entering. */
  isSeatedPlay: boolean | null
  lookMs: (typeof LOOKS_MS)[number]
  dwellMs: (typeof DWELLS_MS)[number]
}

/** Nothing moves the view against the body unless somebody asks for it: smooth turning and walking make many people ill. */
export const USUAL: Comfort = {
  textPercent: 100,
  brightness: 100,
  hasCaptions: true,
  pace: 1,
  isStill: false,
  hand: 'both',
  mainHand: 'right',
  turn: 'snap',
  hasVignette: true,
  isSmoothWalk: false,
  isSeatedPlay: null,
  lookMs: 1200,
  dwellMs: null,
}

/** Every value that a button gives: any other could hide the button that undoes it. */
const VALUES: { [K in keyof Comfort]: readonly Comfort[K][] } = {
  textPercent: TEXT_PERCENTS,
  brightness: BRIGHTNESSES,
  hasCaptions: YES_NO,
  pace: PACES,
  isStill: YES_NO,
  hand: HANDS,
  mainHand: SIDES,
  turn: TURNS,
  hasVignette: YES_NO,
  isSmoothWalk: YES_NO,
  isSeatedPlay: SEATED,
  lookMs: LOOKS_MS,
  dwellMs: DWELLS_MS,
}

const KEY = 'doorstep.comfort'

/** What was kept, as far as it makes sense. */
export function readComfort(kept: string | null): Comfort {
  try {
    const found: unknown = JSON.parse(kept ?? '{}')
    if (typeof found !== 'object' || found === null) return USUAL
    const known = Object.entries(found).filter(([name, value]) =>
      (VALUES as Record<string, readonly unknown[]>)[name]?.includes(value),
    )
    return { ...USUAL, ...Object.fromEntries(known) }
  } catch {
    return USUAL
  }
}

const comfort = createStore<Comfort>(() => USUAL)
/** Whether the view follows how the phone is held. Asked for anew each time the page is opened, so it is kept nowhere. */
const tilting = createStore(() => ({ isOn: false }))

const apply = ({ textPercent }: Comfort) => {
  document.documentElement.style.fontSize = textPercent === 100 ? '' : `${textPercent}%`
}

const kept = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Without storage a choice lives as long as the page.
    return null
  }
}

/** Before the first screen is drawn. */
export function startComfort(): void {
  comfort.setState(readComfort(kept()))
  apply(comfort.getState())
}

export const useComfort = (): Comfort => useStore(comfort)

export function setComfort(change: Partial<Comfort>): void {
  comfort.setState(change)
  apply(comfort.getState())
  try {
    localStorage.setItem(KEY, JSON.stringify(comfort.getState()))
  } catch {
    // As above.
  }
}

export const useTilting = (): boolean => useStore(tilting, (s) => s.isOn)
export const setTilting = (isOn: boolean): void => tilting.setState({ isOn })
