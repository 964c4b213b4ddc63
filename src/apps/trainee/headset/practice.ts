import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What a first-timer has to be able to do, in the order in which it is needed at a door. */
export const STEPS = ['look', 'move', 'point', 'talk', 'pause'] as const
export type Step = (typeof STEPS)[number]

/** Where a practice stands; `isTold` once a wrong press has had the step said again. */
export type Practice = { at: number; isTold: boolean }
export const BEGUN: Practice = { at: 0, isTold: false }

/** What somebody did: one of the steps, something else that was not asked, or leaving and repeating the practice. */
export type Did = Step | 'other' | 'skip' | 'again'

export const stepOf = ({ at }: Practice): Step | null => STEPS[at] ?? null
export const isDone = (practice: Practice): boolean => stepOf(practice) === null

/** Pure. The step asked for leads on; anything else has the same step say again what to press, and does nothing else. */
export function practise(practice: Practice, did: Did): Practice {
  if (did === 'again') return BEGUN
  if (did === 'skip') return { at: STEPS.length, isTold: false }
  if (isDone(practice)) return practice
  if (did === stepOf(practice)) return { at: practice.at + 1, isTold: false }
  // What one does by the way, as looking about while walking, is no mistake.
  return did === 'look' || did === 'move' ? practice : { ...practice, isTold: true }
}

const SEEN = 'doorstep.practice.seen'

/** Whether this browser's wearer has been through it, or past it. Handing over forgets it. */
export function hasPractised(): boolean {
  try {
    return localStorage.getItem(SEEN) === 'yes'
  } catch {
    return false
  }
}

/** Remembers it, or forgets it for the next wearer. */
export function rememberPractice(isSeen: boolean): void {
  try {
    if (isSeen) localStorage.setItem(SEEN, 'yes')
    else localStorage.removeItem(SEEN)
  } catch {
    // Without storage it is offered again next time.
  }
}

/** Null: not practising. */
const practising = createStore<{ now: Practice | null }>(() => ({ now: null }))

export const usePractice = (): Practice | null => useStore(practising, (s) => s.now)

export const beginPractice = (): void => practising.setState({ now: BEGUN })

export function endPractice(): void {
  rememberPractice(true)
  practising.setState({ now: null })
}

/** For whatever notices that somebody did something: outside a practice it means nothing. */
export function noticePractice(did: Did): void {
  const { now } = practising.getState()
  if (!now) return
  const next = practise(now, did)
  if (next !== now) practising.setState({ now: next })
}
