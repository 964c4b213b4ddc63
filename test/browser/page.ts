import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { findBrowser, launchArgs } from '../../tools/browser.mjs'

/** The one browser of a test file. Its flags draw 3D without a graphics card and ask nothing of the network. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser to test with; npm test gets one, or set DOORSTEP_BROWSER')
  return chromium.launch({ executablePath, args: launchArgs() })
}

export type Watched = {
  context: BrowserContext
  page: Page
  /** Requests to any other origin than ours: there must be none. */
  strangers: string[]
  /** What the page threw, or complained of. */
  faults: string[]
}

export type PageOptions = {
  width?: number
  height?: number
  locale?: string
  /** Fingers instead of a mouse. */
  isPhone?: boolean
  density?: number
  userAgent?: string
  /** For whoever did not ask for less motion: everything glides, and tests wait for it. */
  isLively?: boolean
}

/** A page of a person's own, with everything that goes wrong in it written down. */
export async function openPage(browser: Browser, url: string, options: PageOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1024, height: options.height ?? 640 },
    locale: options.locale ?? 'zh-CN',
    reducedMotion: options.isLively ? 'no-preference' : 'reduce',
    ...(options.userAgent && { userAgent: options.userAgent }),
    // Fingers instead of a mouse, and a page that is laid out as on a phone.
    ...(options.isPhone && { hasTouch: true, isMobile: true, deviceScaleFactor: options.density ?? 1 }),
  })
  const page = await context.newPage()
  pictureOfFailure(page)
  const strangers: string[] = []
  const faults: string[] = []
  const own = new URL(url).origin
  page.on('request', (request) => {
    const origin = new URL(request.url()).origin
    if (origin !== own && origin !== 'null' && !request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      strangers.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { context, page, strangers, faults }
}

/** Where the last picture of a failed test lies. */
const FAILURES = '.cache/failures'

/** A test that fails leaves a picture of what it saw. Outside a test (a bench) there is nothing to fail. */
function pictureOfFailure(page: Page): void {
  try {
    onTestFailed(async ({ task }) => {
      if (!page.isClosed())
        await page.screenshot({ path: `${FAILURES}/${task.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.png` })
    })
  } catch {
    return
  }
}
