import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What an accessibility checker finds against WCAG 2.2 AA, as "rule: where". */
export async function violations(page: Page): Promise<string[]> {
  // By the debugger's way in, since the page's own policy lets no script in.
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(on: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
      }
    }
    const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } })
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
  }, RULES)
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
