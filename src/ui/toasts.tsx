import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** `what` is a text's key, so that a word on screen changes with the language. */
type Toast = { id: number; what: string }

/** Long enough to read two lines twice. */
const SHOWN_MS = 6_000

const toasts = createStore<{ shown: Toast[]; made: number }>(() => ({ shown: [], made: 0 }))

/** A short word at the top of the page that goes by itself; never the only place where something stands. */
export function toast(what: string): void {
  const id = toasts.getState().made + 1
  toasts.setState((s) => ({ made: id, shown: [...s.shown.filter((t) => t.what !== what), { id, what }].slice(-3) }))
  setTimeout(() => toasts.setState((s) => ({ shown: s.shown.filter((t) => t.id !== id) })), SHOWN_MS)
}

export function Toasts({ inWords }: { inWords: (what: string) => string }) {
  const shown = useStore(toasts, (s) => s.shown)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((t) => (
        <p key={t.id} className="toast">
          {inWords(t.what)}
        </p>
      ))}
    </div>
  )
}
