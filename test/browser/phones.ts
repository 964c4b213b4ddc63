import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import type { Language } from '../../src/scene/index.ts'
import { openPage, type Watched } from './page.ts'
import { Thumbs, tapInsteadOfClick } from './Thumbs.ts'

type Size = { width: number; height: number }
/** What the edges of the screen keep for themselves (a notch, rounded corners, the bar to swipe home by), in pixels. */
export type Edges = { top: number; right: number; bottom: number; left: number }

/** A phone of a kind, held upright; lying it is turned to the left, its notch on the left. */
type Make = Size & { userAgent: string; isApple: boolean; upright: Edges; lying: Edges; keyboard: number }

const NO_EDGES: Edges = { top: 0, right: 0, bottom: 0, left: 0 }

/** What is emulated: Chromium draws both, so an iPhone here is its size, its edges, its name and what its browser lacks, not its engine. */
export const MAKES = {
  android: {
    width: 360,
    height: 740,
    userAgent:
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    isApple: false,
    upright: NO_EDGES,
    lying: NO_EDGES,
    keyboard: 290,
  },
  iphone: {
    width: 390,
    height: 844,
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    isApple: true,
    upright: { top: 47, right: 0, bottom: 34, left: 0 },
    lying: { top: 0, right: 47, bottom: 21, left: 47 },
    keyboard: 336,
  },
} as const satisfies Record<string, Make>

export type PhoneOptions = {
  make: keyof typeof MAKES
  isLying?: boolean
  lang: Language
  /** How large words are, in percent, chosen beforehand in the comfort panel. */
  textPercent?: number
  /** What an iPhone's owner says when asked for its motion. */
  motion?: 'granted' | 'denied'
  density?: number
  /** A phone whose owner did not ask for less motion. */
  isLively?: boolean
}

/** A phone with our page open on it, done everything on by fingers alone. */
export class Phone {
  readonly watched: Watched
  readonly page: Page
  readonly thumbs: Thumbs
  private readonly make: Make
  private readonly cdp: CDPSession
  private isLying = false

  private constructor(watched: Watched, thumbs: Thumbs, cdp: CDPSession, make: Make) {
    this.watched = watched
    this.page = watched.page
    this.thumbs = thumbs
    this.cdp = cdp
    this.make = make
  }

  get size(): Size {
    const { width, height } = this.make
    return this.isLying ? { width: height, height: width } : { width, height }
  }

  get edges(): Edges {
    return this.isLying ? this.make.lying : this.make.upright
  }

  static async open(browser: Browser, url: string, options: PhoneOptions): Promise<Phone> {
    const make: Make = MAKES[options.make]
    const watched = await openPage(browser, url, {
      width: make.width,
      height: make.height,
      locale: options.lang === 'zh' ? 'zh-CN' : 'en-GB',
      isPhone: true,
      userAgent: make.userAgent,
      isLively: options.isLively ?? false,
      density: options.density ?? 1,
    })
    tapInsteadOfClick(watched.page)
    const cdp = await watched.context.newCDPSession(watched.page)
    await watched.page.addInitScript(keyboardOnGlass)
    if (make.isApple) await watched.page.addInitScript(likeSafari, options.motion ?? 'granted')
    if (options.textPercent !== undefined)
      await watched.page.addInitScript((textPercent) => {
        const key = 'doorstep.comfort'
        if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify({ textPercent }))
      }, options.textPercent)
    const phone = new Phone(watched, await Thumbs.on(watched.page), cdp, make)
    await phone.turn(options.isLying ?? false)
    // A browser forgets the edges with every page it leaves.
    watched.page.on('framenavigated', (frame) => {
      if (frame === watched.page.mainFrame()) phone.keepEdges().catch(() => undefined)
    })
    await watched.page.goto(url)
    return phone
  }

  /** Turns the phone, its edges with it. */
  async turn(isLying: boolean): Promise<void> {
    this.isLying = isLying
    await this.page.setViewportSize(this.size)
    await this.keepEdges()
  }

  private async keepEdges(): Promise<void> {
    await this.cdp.send('Emulation.setSafeAreaInsetsOverride' as never, { insets: this.edges } as never)
  }

  /** The keyboard comes up or goes: the page keeps its size and only what is seen of it shrinks, as on both kinds of phone. */
  async keyboard(isUp: boolean): Promise<void> {
    await this.page.evaluate(
      (pixels) => {
        Object.assign(globalThis, { keyboardPixels: pixels })
        visualViewport?.dispatchEvent(new Event('resize'))
      },
      isUp ? Math.min(this.make.keyboard, this.size.height * 0.55) : 0,
    )
    // The layout follows with the next picture.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }

  /** Whether all of it lies in what can be seen: above the keyboard, and off the edges. */
  async sees(one: Locator): Promise<boolean> {
    const box = await one.boundingBox()
    const seen = await this.page.evaluate(() => ({
      top: visualViewport?.offsetTop ?? 0,
      height: visualViewport?.height ?? innerHeight,
    }))
    if (!box) return false
    const { top, left, right } = this.edges
    return (
      box.x >= left &&
      box.x + box.width <= this.size.width - right &&
      box.y >= seen.top + top &&
      box.y + box.height <= seen.top + seen.height
    )
  }

  close(): Promise<void> {
    return this.watched.context.close()
  }
}

/** A keyboard drawn by the phone takes its height from what is seen. Runs in the page. */
function keyboardOnGlass(): void {
  const height = Object.getOwnPropertyDescriptor(VisualViewport.prototype, 'height')?.get
  if (!height) return
  Object.defineProperty(VisualViewport.prototype, 'height', {
    get() {
      return height.call(this) - ((globalThis as { keyboardPixels?: number }).keyboardPixels ?? 0)
    },
  })
}

/** No WebXR, no pointer lock, and motion only after a question that takes a finger to ask. Runs in the page. */
function likeSafari(answer: 'granted' | 'denied'): void {
  const navigatorOf = Navigator.prototype as Partial<Navigator & { xr: unknown }>
  delete navigatorOf.xr
  Object.assign(DeviceOrientationEvent, {
    async requestPermission() {
      if (!navigator.userActivation.isActive) throw new DOMException('a finger must ask', 'NotAllowedError')
      return answer
    },
  })
  const elementOf = Element.prototype as Partial<Element>
  delete elementOf.requestPointerLock
}
