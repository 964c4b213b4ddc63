import type { CDPSession, Locator, Page } from 'playwright-core'
import { PerspectiveCamera, Vector3 } from 'three'
import { AT_REST } from '../../src/apps/trainee/visit/measured.ts'
import { lensFor, pushFor } from '../../src/presence/touch/lens.ts'
import { EYE } from '../../src/presence/walker.ts'

type Where = { x: number; z: number; yaw: number; pitch: number; isWalking: boolean; isSeated: boolean }
type Point = { x: number; y: number }

/** A phone has no mouse: from here on, whatever a trainee of this file clicks or ticks is tapped. */
export function tapInsteadOfClick(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as {
    click: (this: Locator, options?: object) => Promise<void>
    check: (this: Locator, options?: object) => Promise<void>
  }
  locators.click = function tap() {
    return this.tap()
  }
  locators.check = async function tick() {
    if (!(await this.isChecked())) await this.tap()
  }
}

/** A software renderer on a busy machine takes its time for the first picture. */
const PICTURE_MS = 90_000

/** Fingers on the picture itself, and where they have taken one. */
export class Thumbs {
  private readonly page: Page
  private readonly fingers: CDPSession

  private constructor(page: Page, fingers: CDPSession) {
    this.page = page
    this.fingers = fingers
  }

  static async on(page: Page): Promise<Thumbs> {
    return new Thumbs(page, await page.context().newCDPSession(page))
  }

  /** Until the picture has been drawn once. */
  async seesPicture(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('doorstep:first-picture').length > 0, null, {
      timeout: PICTURE_MS,
    })
  }

  where(): Promise<Where> {
    return this.page.evaluate(() =>
      (globalThis as unknown as { doorstepMeter: { where: () => Where } }).doorstepMeter.where(),
    )
  }

  /** Until the view turns and walks no more by itself. */
  async rests(): Promise<Where> {
    let was = await this.where()
    for (let i = 0; i < 100; i++) {
      await this.page.waitForTimeout(250)
      const now = await this.where()
      if (!now.isWalking && now.yaw === was.yaw && now.pitch === was.pitch && now.x === was.x) return now
      was = now
    }
    throw new Error('the view does not come to rest')
  }

  /** Where on the screen a point of the room is drawn, in CSS pixels. */
  async pointOf(at: readonly [number, number, number]): Promise<Point> {
    const box = await this.box()
    const me = await this.where()
    const camera = new PerspectiveCamera(lensFor(box.width / box.height), box.width / box.height, 0.06, 40)
    camera.position.set(me.x, me.isSeated ? EYE.seated : EYE.standing, me.z)
    camera.rotation.set(me.pitch, me.yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    // As the picture is pushed while nothing is open over it.
    const { x, y } = pushFor(AT_REST[box.width > box.height ? 'lying' : 'upright'])
    camera.setViewOffset(box.width, box.height, x * box.width, y * box.height, box.width, box.height)
    const seen = new Vector3(...at).project(camera)
    return { x: box.x + ((seen.x + 1) / 2) * box.width, y: box.y + ((1 - seen.y) / 2) * box.height }
  }

  async tap({ x, y }: Point): Promise<void> {
    await this.page.touchscreen.tap(x, y)
  }

  /** Fingers put down at `from`, moved together to `to`, and lifted. */
  async drag(from: Point[], to: Point[], steps = 8): Promise<void> {
    await this.send('touchStart', from)
    for (let i = 1; i <= steps; i++)
      await this.send(
        'touchMove',
        from.map((at, finger) => {
          const end = to[finger] ?? at
          return { x: at.x + ((end.x - at.x) * i) / steps, y: at.y + ((end.y - at.y) * i) / steps }
        }),
      )
    await this.send('touchEnd', [])
  }

  send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]): Promise<unknown> {
    return this.fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    })
  }

  /** Holds the device so: as `deviceorientation` says it, in degrees. */
  hold(alpha: number, beta: number, gamma: number): Promise<unknown> {
    return this.fingers.send('DeviceOrientation.setDeviceOrientationOverride', { alpha, beta, gamma })
  }

  private async box() {
    const box = await this.page.locator('.visit__picture').boundingBox()
    if (!box) throw new Error('there is no picture')
    return box
  }
}
