import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** How large words are, in percent of what the browser gives. */
export const TEXT_PERCENTS = [100, 125, 150, 200] as const
/** How bright the picture is, in percent. */
export const BRIGHTNESSES = [70, 85, 100, 120] as const
/** How much longer than usual a hand may take. */
export const PACES = [1, 1.5, 2.5] as const
export const HANDS = ['both', 'left', 'right'] as const

/** What makes a screen bearable for somebody, on a desktop or a phone; kept in this browser. */
export type Comfort = {
  textPercent: (typeof TEXT_PERCENTS)[number]
  brightness: (typeof BRIGHTNESSES)[number]
  hasCaptions: boolean
  pace: (typeof PACES)[number]
  /** The hand that does it all; buttons and lines come to its thumb. */
  hand: (typeof HANDS)[number]
  /** Jumps with a short fade instead of gliding, whatever the system says. */
  isStill: boolean
}

export const USUAL: Comfort = {
  textPercent: 100,
  brightness: 100,
  hasCaptions: true,
  pace: 1,
  hand: 'both',
  isStill: false,
}

const KEY = 'doorstep.comfort.screen'

const oneOf = <T>(values: readonly T[], value: unknown, usual: T): T => values.find((one) => one === value) ?? usual

/** What was kept, as far as it makes sense. */
export function readComfort(kept: string | null): Comfort {
  let found: Partial<Record<keyof Comfort, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) found = parsed
  } catch {
    return USUAL
  }
  return {
    textPercent: oneOf(TEXT_PERCENTS, found.textPercent, USUAL.textPercent),
    brightness: oneOf(BRIGHTNESSES, found.brightness, USUAL.brightness),
    hasCaptions: oneOf([true, false], found.hasCaptions, USUAL.hasCaptions),
    pace: oneOf(PACES, found.pace, USUAL.pace),
    hand: oneOf(HANDS, found.hand, USUAL.hand),
    isStill: oneOf([true, false], found.isStill, USUAL.isStill),
  }
}

const comfort = createStore<Comfort>(() => USUAL)
/** Whether the view follows how the phone is held. Asked for anew each time the page is opened, so it is kept nowhere. */
const tilting = createStore(() => ({ isOn: false }))

const apply = ({ textPercent }: Comfort) => {
  document.documentElement.style.fontSize = textPercent === 100 ? '' : `${textPercent}%`
}

/** Before the first screen is drawn. */
export function startComfort(): void {
  comfort.setState(readComfort(localStorage.getItem(KEY)))
  apply(comfort.getState())
}

export const useComfort = (): Comfort => useStore(comfort)

export function setComfort(change: Partial<Comfort>): void {
  comfort.setState(change)
  apply(comfort.getState())
  localStorage.setItem(KEY, JSON.stringify(comfort.getState()))
}

export const useTilting = (): boolean => useStore(tilting, (s) => s.isOn)
export const setTilting = (isOn: boolean): void => tilting.setState({ isOn })
