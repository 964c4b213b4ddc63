import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const KEY = 'doorstep.debug'

/** Asked for by the address, or earlier in this tab: the address changes from screen to screen. */
function isAsked(): boolean {
  try {
    if (new URLSearchParams(location.search).has('debug')) sessionStorage.setItem(KEY, 'on')
    return sessionStorage.getItem(KEY) === 'on'
  } catch {
    // Without storage the address alone says so.
    return new URLSearchParams(location.search).has('debug')
  }
}

const shown = createStore<{ isShown: boolean }>(() => ({ isShown: isAsked() }))

function toggle(): void {
  const isShown = !shown.getState().isShown
  shown.setState({ isShown })
  try {
    sessionStorage.setItem(KEY, isShown ? 'on' : 'off')
  } catch {
    // It is shown until the page is left.
  }
}

export const useFramesShown = (): boolean => useStore(shown, (s) => s.isShown)

/** F9 opens and closes it: no key that a browser, a screen reader or the visit uses. */
export function useFramesKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.repeat) return
      event.preventDefault()
      toggle()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
