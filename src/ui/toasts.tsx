import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

type Toast = { id: number; text: string }

/** Long enough to read two lines twice. */
const SHOWN_MS = 6_000

const toasts = createStore<{ shown: Toast[]; made: number }>(() => ({ shown: [], made: 0 }))

/** A short word at the top of the page that goes by itself; never the only place where something stands. */
export function toast(text: string): void {
  const id = toasts.getState().made + 1
  toasts.setState((s) => ({ made: id, shown: [...s.shown.filter((t) => t.text !== text), { id, text }].slice(-3) }))
  setTimeout(() => toasts.setState((s) => ({ shown: s.shown.filter((t) => t.id !== id) })), SHOWN_MS)
}

export function Toasts() {
  const shown = useStore(toasts, (s) => s.shown)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((t) => (
        <p key={t.id} className="toast">
          {t.text}
        </p>
      ))}
    </div>
  )
}
