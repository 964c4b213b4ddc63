import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'

const IWER = createRequire(import.meta.url).resolve('iwer/build/iwer.min.js')

/** The two kinds of headset that Chinese schools have. IWER knows no Pico: this is its profile as far as a browser can tell them apart. */
export type Device = 'quest-3' | 'pico-4'

export type Xyz = [x: number, y: number, z: number]
type Handle = { set: (x: number, y: number, z: number) => void }
type Turn = { set: (x: number, y: number, z: number, w: number) => void }
type Held = {
  position: Handle
  quaternion: Turn
  connected: boolean
  updateButtonValue: (id: string, value: number) => void
  updateAxes: (id: string, x: number, y: number) => void
}
type Bare = {
  position: Handle
  quaternion: Turn
  connected: boolean
  updatePinchValue: (v: number) => void
  poseId: string
}
type Emulated = {
  position: Handle
  quaternion: Turn
  primaryInputMode: 'controller' | 'hand'
  controllers: { left: Held; right: Held }
  hands: { left: Bare; right: Bare }
  activeSession: XRSession | undefined
  updateVisibilityState: (state: string) => void
  /** Draws both eyes side by side, and not only one. */
  stereoEnabled: boolean
}
declare global {
  var emulated: Emulated
}

/** Puts an emulated headset on this person's browser; before any page of theirs is opened. */
export async function wear(
  context: BrowserContext,
  device: Device,
  { without = [], hasPractised = true }: { without?: readonly string[]; hasPractised?: boolean } = {},
): Promise<void> {
  await context.addInitScript({ path: IWER })
  await context.addInitScript(
    ({ device, without, hasPractised }) => {
      // biome-ignore lint/suspicious/noExplicitAny: the emulator hangs itself on the page, without types
      const { XRDevice, metaQuest3 } = (globalThis as any).IWER
      const pico = {
        ...metaQuest3,
        name: 'Pico 4',
        controllerConfig: {
          ...metaQuest3.controllerConfig,
          profileId: 'pico-4',
          fallbackProfileIds: ['generic-trigger-squeeze-thumbstick'],
        },
        supportedFrameRates: [72, 90],
        internalNominalFrameRate: 72,
      }
      const config = device === 'pico-4' ? pico : metaQuest3
      const emulated = new XRDevice({
        ...config,
        supportedFeatures: config.supportedFeatures.filter((one: string) => !without.includes(one)),
      })
      emulated.installRuntime({ forceInstall: true })
      globalThis.emulated = emulated
      localStorage.setItem('doorstep.practice.seen', hasPractised ? 'yes' : 'no')
    },
    { device, without, hasPractised },
  )
}

/** Letters half as large: a small window, quickly drawn, is then laid out as a headset's browser is. Before any page is opened. */
export async function withSmallLetters(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { font-size: 8px }')
    document.adoptedStyleSheets = [sheet]
  })
}

/** Who wears it: moves head, hands and sticks in the real room's metres, and waits for frames instead of time. */
export class Wearer {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Lets so many pictures pass, so that what was moved has been seen. */
  async frames(count: number): Promise<void> {
    await this.page.evaluate(
      (left) =>
        new Promise<void>((resolve) => {
          const session = globalThis.emulated.activeSession
          if (!session) throw new Error('no session')
          const tick = (n: number) => (n <= 0 ? resolve() : void session.requestAnimationFrame(() => tick(n - 1)))
          tick(left)
        }),
      count,
    )
  }

  /** From now on each picture takes so long, whatever the machine: three taps in 1.5 s are a matter of pictures then, not of load. The machine's own clock is back when the session is over. */
  async steadyClock(ms = 30): Promise<void> {
    await this.page.evaluate((ms) => {
      const session = globalThis.emulated.activeSession
      const real = performance.now
      let now = performance.now()
      const tick = () => {
        now += ms
        session?.requestAnimationFrame(tick)
      }
      tick()
      performance.now = () => now
      session?.addEventListener('end', () => {
        performance.now = real
      })
    }, ms)
  }

  async head(at: Xyz): Promise<void> {
    await this.page.evaluate(([x, y, z]) => globalThis.emulated.position.set(x, y, z), at)
  }

  /** Turns a head or hand: yaw to the left and pitch up, in degrees. */
  async turn(what: 'head' | 'left' | 'right', yaw: number, pitch = 0): Promise<void> {
    await this.page.evaluate(
      ([what, yaw, pitch]) => {
        const { emulated } = globalThis
        const [sy, cy] = [Math.sin(yaw / 2), Math.cos(yaw / 2)]
        const [sp, cp] = [Math.sin(pitch / 2), Math.cos(pitch / 2)]
        const turned = [cy * sp, sy * cp, -sy * sp, cy * cp] as const
        if (what === 'head') emulated.quaternion.set(...turned)
        else {
          emulated.controllers[what].quaternion.set(...turned)
          emulated.hands[what].quaternion.set(...turned)
        }
      },
      [what, (yaw * Math.PI) / 180, (pitch * Math.PI) / 180] as const,
    )
  }

  async hand(side: 'left' | 'right', [x, y, z]: Xyz): Promise<void> {
    await this.page.evaluate(
      ([side, x, y, z]) => {
        globalThis.emulated.controllers[side].position.set(x, y, z)
        globalThis.emulated.hands[side].position.set(x, y, z)
      },
      [side, x, y, z] as const,
    )
  }

  async stick(side: 'left' | 'right', x: number, y: number): Promise<void> {
    await this.page.evaluate(([side, x, y]) => globalThis.emulated.controllers[side].updateAxes('thumbstick', x, y), [
      side,
      x,
      y,
    ] as const)
  }

  async button(side: 'left' | 'right', id: string, value: number): Promise<void> {
    await this.page.evaluate(
      ([side, id, value]) => globalThis.emulated.controllers[side].updateButtonValue(id, value),
      [side, id, value] as const,
    )
  }

  async bareHands(): Promise<void> {
    await this.holds('hand')
  }

  /** Puts the controllers down, or takes them up again. */
  async holds(what: 'hand' | 'controller'): Promise<void> {
    await this.page.evaluate((what) => {
      globalThis.emulated.primaryInputMode = what
    }, what)
    await this.frames(3)
  }

  /** A controller goes out, or a hand is lost from sight. */
  async loses(side: 'left' | 'right', isLost = true): Promise<void> {
    await this.page.evaluate(
      ([side, isLost]) => {
        globalThis.emulated.controllers[side].connected = !isLost
        globalThis.emulated.hands[side].connected = !isLost
      },
      [side, isLost] as const,
    )
  }

  async pose(side: 'left' | 'right', pose: 'default' | 'pinch' | 'point'): Promise<void> {
    await this.page.evaluate(
      ([side, pose]) => {
        globalThis.emulated.hands[side].poseId = pose
      },
      [side, pose] as const,
    )
  }
}
