import { useEffect, useState } from 'react'
import { useComfort } from '../comfort/comfort.ts'

/** How the visit is laid out: at ease on a desktop or tablet, one above the other on a phone held upright, side by side on one that lies. */
export type Shape = 'wide' | 'upright' | 'lying'

/** Lower than this many letters, a screen has no room for lines under the picture. */
const LOW_EM = 30
/** Narrower than this many letters, it has no room for all buttons in a row. */
const NARROW_EM = 45
/** A phone held upright is narrower than this in pixels, also when its keyboard leaves it lower than wide. */
const LYING_PIXELS = 480

/** By what fits, in letters: large words on a desktop are a small screen too. */
export function shapeOf(width: number, height: number, em: number): Shape {
  if (height / em < LOW_EM && width > height && width >= LYING_PIXELS) return 'lying'
  return width / em < NARROW_EM ? 'upright' : 'wide'
}

const shapeHere = (): Shape =>
  shapeOf(innerWidth, innerHeight, Number.parseFloat(getComputedStyle(document.documentElement).fontSize))

export function useShape(): Shape {
  const { textPercent } = useComfort()
  const [shape, setShape] = useState(shapeHere)
  // biome-ignore lint/correctness/useExhaustiveDependencies: larger words are a smaller screen
  useEffect(() => {
    const look = () => setShape(shapeHere())
    look()
    addEventListener('resize', look)
    return () => removeEventListener('resize', look)
  }, [textPercent])
  return shape
}
