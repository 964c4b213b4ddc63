import { useEffect, useRef } from 'react'
import type { Press } from './command.ts'

const WRITING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'

/** Listens for keys while the screen is up. The handler says whether it took the key; a dialog that is open keeps its own. */
export function useKeys(onPress: (press: Press) => boolean): void {
  const latest = useRef(onPress)
  latest.current = onPress
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (document.querySelector('dialog[open]')) return
      // Space and Enter on a button press that button.
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest('button, a, summary, label')) return
      const isTaken = latest.current({
        key: event.key,
        isWriting: target?.closest(WRITING) != null,
        hasModifier: event.ctrlKey || event.altKey || event.metaKey,
        isRepeat: event.repeat,
      })
      if (isTaken) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
