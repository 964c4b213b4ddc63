import type { Page } from 'playwright-core'
import type { Edges } from './phones.ts'

/** What scrolls by itself, and must do so downwards only. */
const SCROLLING =
  '.panel__body, .fan, .dock, .dock__rest, .visit__left, .dialog, .stopped, .page, .text-stage, .picked, .question'
/** What a finger is to find. */
const PRESSED = 'button, a[href], input, select, textarea, summary, [role="tab"]'

/** What does not fit on this screen, as sentences: what reaches beyond its sides, and what a finger should press but lies under an edge. */
export function misfits(page: Page, edges: Edges): Promise<string[]> {
  return page.evaluate(
    ([scrolling, pressed, { left, right, top, bottom }]) => {
      const found: string[] = []
      const width = document.documentElement.clientWidth
      const name = (one: Element) =>
        `${one.tagName.toLowerCase()}.${one.className} “${(one.textContent ?? '').trim().slice(0, 24)}”`
      const beyond = document.documentElement.scrollWidth - width
      if (beyond > 0) found.push(`the page is ${beyond} px too wide`)
      for (const one of document.querySelectorAll(scrolling)) {
        const over = one.scrollWidth - one.clientWidth
        if (over > 0) found.push(`${name(one)} scrolls ${over} px sideways`)
      }
      const seen = { top: visualViewport?.offsetTop ?? 0, height: visualViewport?.height ?? innerHeight }
      for (const one of document.querySelectorAll(pressed)) {
        const box = one.getBoundingClientRect()
        if (box.width === 0 || box.height === 0 || !one.checkVisibility({ visibilityProperty: true })) continue
        if (one.closest('.skip, .hidden-text')) continue
        if (box.left < left - 0.5 || box.right > width - right + 0.5) found.push(`${name(one)} lies under a side`)
        // What scrolls may pass under the top and the bottom; what stands still may not.
        if (!one.closest('.visit') || one.closest(scrolling.replace('.dock,', ''))) continue
        if (box.top < seen.top + top - 0.5 || box.bottom > seen.top + seen.height - bottom + 0.5)
          found.push(`${name(one)} lies under the top or the bottom`)
      }
      return [...new Set(found)]
    },
    [SCROLLING, PRESSED, edges] as const,
  )
}

/** Whether two things on the screen lie over each other, by more than a hair. */
export async function overlap(page: Page, one: string, other: string): Promise<boolean> {
  const boxes = []
  for (const selector of [one, other]) {
    const found = page.locator(selector).last()
    boxes.push((await found.count()) > 0 ? await found.boundingBox() : null)
  }
  const [a, b] = boxes
  if (!a || !b) return false
  return (
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1
  )
}
