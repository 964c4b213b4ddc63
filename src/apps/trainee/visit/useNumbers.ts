import { useEffect, useRef } from 'react'

/** Whether somebody is writing, so that a key is theirs. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null

/** The numbers 1 to 9 choose from a list, wherever the focus is, as long as nobody writes. */
export function useNumbers<T>(list: readonly T[], choose: (one: T) => void, isOn = true): void {
  const latest = useRef({ list, choose })
  latest.current = { list, choose }
  useEffect(() => {
    if (!isOn) return
    const byNumber = (event: KeyboardEvent) => {
      if (isWriting(event.target) || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      if (!/^[1-9]$/.test(event.key) || document.querySelector('dialog[open]')) return
      const one = latest.current.list[Number(event.key) - 1]
      if (one === undefined) return
      event.preventDefault()
      latest.current.choose(one)
    }
    window.addEventListener('keydown', byNumber)
    return () => window.removeEventListener('keydown', byNumber)
  }, [isOn])
}
