import { useLayoutEffect, useState } from 'react'
import type { Covered } from '../../../presence/index.ts'
import { useComfort } from '../comfort/comfort.ts'
import { AT_REST, type Box, measured } from './measured.ts'
import type { Shape } from './useShape.ts'

/** What lies over a face when lines, a menu or a question are open, or something has happened. */
const OVER_FACES = '.visit__foot > :not(.hidden-text), .visit__left > .prompts'
const BESIDE_FACES = '.fan, .picked, .question'

/** What part of the picture is covered while something is open over it: as laid out on a wide screen, as measured on a small one, where words are seldom twice as long. */
export function useCovered(shape: Shape, isOpen: boolean, onWide: Covered): Covered {
  const [covered, setCovered] = useState<Covered>(onWide)
  const { hand } = useComfort()
  useLayoutEffect(() => {
    if (shape === 'wide') return
    if (!isOpen) {
      setCovered(AT_REST[shape])
      return
    }
    const look = () => {
      const over = [...document.querySelectorAll(OVER_FACES)]
        .filter((one) => shape === 'upright' || !one.matches(BESIDE_FACES))
        .map(boxOf)
        .filter((box) => box.bottom > box.top)
      const picture = document.querySelector('.visit__picture')
      const top = document.querySelector('.visit__top')
      if (!picture || !top) return
      const next = measured(shape, { picture: boxOf(picture), top: boxOf(top), over }, hand)
      setCovered((was) => (was.right === next.right && was.below === next.below ? was : next))
    }
    look()
    const watch = new ResizeObserver(look)
    for (const one of document.querySelectorAll('.visit, .visit__top, .visit__foot, .visit__foot > *, .prompts'))
      watch.observe(one)
    return () => watch.disconnect()
  }, [shape, isOpen, hand])
  return shape === 'wide' ? onWide : covered
}

function boxOf(one: Element): Box {
  const { top, bottom } = one.getBoundingClientRect()
  return { top, bottom }
}
