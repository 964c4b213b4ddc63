import { type RefObject, useEffect, useRef } from 'react'
import type { Prompt } from '../../../session/index.ts'
import { useHud } from '../visit/hud.ts'
import { SHOWN_MS, shownAfter } from '../visit/useShownOnPhone.ts'

const STEP_MS = 1_000

type Props = { prompt: Extract<Prompt, { kind: 'event' }>; sight: RefObject<boolean> }

/** Counts how long a phone prompt was really in the wearer's sight, the session clock running: a red line needs a shown prompt (decisions A.7). */
export function ShownInSight({ prompt, sight }: Props) {
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
      if (!sight.current) return
      const next = shownAfter(shown.current, STEP_MS)
      shown.current = next.shownMs
      if (next.isTold) told.current({ type: 'show-message', event: prompt.event, shownMs: SHOWN_MS })
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [runs, prompt.event, sight])
  return null
}
