import { useEffect } from 'react'

/**
 * Keeps the visit in what can really be seen: a phone's keyboard and address bar cover the page without telling it. Written as
 * `--seen` (height) and `--seen-top`, in pixels. A page that somebody has enlarged with two fingers is left as it is.
 */
export function useSeen(): void {
  useEffect(() => {
    const seen = window.visualViewport
    const { style } = document.documentElement
    if (!seen) return
    const look = () => {
      const isEnlarged = seen.scale > 1.01
      style.setProperty('--seen', isEnlarged ? '100dvh' : `${seen.height}px`)
      style.setProperty('--seen-top', isEnlarged ? '0px' : `${seen.offsetTop}px`)
    }
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
      style.removeProperty('--seen')
      style.removeProperty('--seen-top')
    }
  }, [])
}
