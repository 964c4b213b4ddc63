import { useEffect } from 'react'
import { useComfort } from '../comfort/comfort.ts'

/** A keyboard takes at least this part of the page's height; an address bar takes less. */
const KEYBOARD_PART = 0.25
/** Fewer letters high than this there is room for one thing alone. */
const TIGHT_EM = 16

/**
 * Keeps the visit in what can really be seen: a phone's keyboard and address bar cover the page without telling it. Written as
 * `--seen` (height) and `--seen-top`, in pixels, `data-keyboard` while one writes on glass, and `data-tight` where only a few lines
 * fit. A page that somebody has enlarged with two fingers is left as it is.
 */
export function useSeen(): void {
  const { textPercent } = useComfort()
  // biome-ignore lint/correctness/useExhaustiveDependencies: larger words are a smaller screen
  useEffect(() => {
    const seen = window.visualViewport
    const { style, dataset } = document.documentElement
    if (!seen) return
    const look = () => {
      const isEnlarged = seen.scale > 1.01
      style.setProperty('--seen', isEnlarged ? '100dvh' : `${seen.height}px`)
      style.setProperty('--seen-top', isEnlarged ? '0px' : `${seen.offsetTop}px`)
      const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      set(dataset, 'keyboard', !isEnlarged && seen.height < document.documentElement.clientHeight * (1 - KEYBOARD_PART))
      set(dataset, 'tight', !isEnlarged && seen.height / em < TIGHT_EM)
    }
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
      style.removeProperty('--seen')
      style.removeProperty('--seen-top')
      set(dataset, 'keyboard', false)
      set(dataset, 'tight', false)
    }
  }, [textPercent])
}

function set(dataset: DOMStringMap, name: string, is: boolean): void {
  if (is) dataset[name] = ''
  else delete dataset[name]
}
