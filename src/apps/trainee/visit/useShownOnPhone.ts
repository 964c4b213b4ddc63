import { useEffect, useRef } from 'react'
import type { Prompt } from '../../../session/index.ts'
import { useHud } from './hud.ts'

/** A prompt counts as shown once it was on screen so long (decisions A.7). */
export const SHOWN_MS = 20_000
const STEP_MS = 1_000

/** One more step on screen: how long in all, and whether that is now to be told. Each showing of a prompt is told once. */
export function shownAfter(shownMs: number, stepMs: number): { shownMs: number; isTold: boolean } {
  const next = shownMs + stepMs
  return { shownMs: next, isTold: shownMs < SHOWN_MS && next >= SHOWN_MS }
}

/** Counts how long a phone prompt is really before somebody's eyes: the page in front, the session clock running. */
export function useShownOnPhone(prompt: Extract<Prompt, { kind: 'event' }>): void {
  const { state, send } = useHud()
  const runs = state.view.session.clock.isRunning
  const shown = useRef(prompt.shownMs)
  const told = useRef(send)
  told.current = send
  // A prompt that comes again starts from nothing.
  if (prompt.shownMs < shown.current && shown.current >= SHOWN_MS) shown.current = prompt.shownMs
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      const next = shownAfter(shown.current, STEP_MS)
      shown.current = next.shownMs
      if (next.isTold) told.current({ type: 'show-message', event: prompt.event, shownMs: SHOWN_MS })
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [runs, prompt.event])
}
