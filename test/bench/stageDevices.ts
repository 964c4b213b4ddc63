import type { Browser, Page } from 'playwright-core'
import type { FullScene } from '../../src/scene/index.ts'
import type { Device } from '../browser/headsets.ts'
import { Wearer, wear, withSmallLetters } from '../browser/headsets.ts'
import { openPage } from '../browser/page.ts'
import { Trainee } from '../browser/Trainee.ts'
import { atTheDoor, type TestServer } from '../server/harness.ts'
import { countStage } from './stageCounts.ts'
import { standStill } from './stageView.ts'

export type Profile = { name: string; headset: Device | null; isPhone: boolean; frameMs: number }

/** Whom the place is drawn for, each as finely as it ever is there. */
export const PROFILES: readonly Profile[] = [
  { name: 'Quest 3', headset: 'quest-3', isPhone: false, frameMs: 1000 / 72 },
  { name: 'Pico 4', headset: 'pico-4', isPhone: false, frameMs: 1000 / 72 },
  { name: 'desktop', headset: null, isPhone: false, frameMs: 1000 / 60 },
  { name: 'phone', headset: null, isPhone: true, frameMs: 1000 / 60 },
]

const PICTURE_MS = 120_000
/** Where an emulated headset begins, and how far before it hands are held up, in metres. */
const EYES = 1.6
const AHEAD = 0.45

/** A trainee who stands in the heaviest view of a scene with one kind of device, and whose frames are stepped by hand. */
export class Stander {
  readonly trainee: Trainee
  readonly wearer: Wearer
  readonly profile: Profile
  readonly faults: string[]
  /** How far the head is turned in the real room, in radians. */
  private headYaw = 0

  private constructor(trainee: Trainee, profile: Profile, faults: string[]) {
    this.trainee = trainee
    this.wearer = new Wearer(trainee.page)
    this.profile = profile
    this.faults = faults
  }

  static async open(
    browser: Browser,
    server: TestServer,
    scene: FullScene,
    profile: Profile,
    spot: string,
  ): Promise<Stander> {
    const size = profile.isPhone ? { width: 360, height: 740 } : { width: 1366, height: 768 }
    const { page, context, faults } = await openPage(browser, server.url, {
      // Both eyes share the canvas of an emulated headset; what is counted does not depend on its size.
      ...(profile.headset ? { width: 640, height: 400 } : size),
      isPhone: profile.isPhone,
    })
    // The runner names functions by a helper of its own, which no page knows.
    await context.addInitScript('globalThis.__name ??= (named) => named')
    await context.addInitScript(countStage)
    if (profile.headset) {
      await withSmallLetters(context)
      await wear(context, profile.headset)
    }
    const { player, me } = await atTheDoor(server, { scene: scene.id })
    player.close()
    await context.addInitScript((who) => localStorage.setItem('doorstep.me', JSON.stringify(who)), me)
    await standStill(page, scene, spot)
    await page.goto(`${server.url}/session/${player.session}`)
    const stander = new Stander(new Trainee(page, server.url, scene, 'zh'), profile, faults)
    try {
      await stander.sees()
    } catch (cause) {
      throw new Error(`no picture came on ${profile.name}: ${faults.join('; ') || 'the page complained of nothing'}`, {
        cause,
      })
    }
    return stander
  }

  get page(): Page {
    return this.trainee.page
  }

  /** Until the place has been drawn once; from then on frames come when they are asked for. */
  private async sees(): Promise<void> {
    await this.page.waitForFunction(() => globalThis.stageCounts.programsAtFirst !== null, null, {
      timeout: PICTURE_MS,
      polling: 200,
    })
    await this.page.evaluate((ms) => globalThis.stageCounts.hold(ms), this.profile.frameMs)
  }

  /** Frames, drawn or only counted. */
  async frames(count: number, isBlind = true): Promise<void> {
    await this.page.evaluate(
      async ([count, isBlind]) => {
        globalThis.stageCounts.isBlind = isBlind
        await globalThis.stageCounts.step(count)
      },
      [count, isBlind] as const,
    )
  }

  /** Puts the headset on; at a desk or with a phone one is in the picture already, or comes back to it from the text. */
  async enter(): Promise<void> {
    const { trainee, page } = this
    if (!this.profile.headset) {
      if ((await page.locator('canvas').count()) > 0) return
      await this.chooses('visit.pictureMode')
      await page.locator('canvas').first().waitFor()
      await this.frames(60)
      return
    }
    await page.evaluate(() => {
      globalThis.stageCounts.enters()
      globalThis.stageCounts.release()
    })
    await trainee.button(trainee.say('vr.enter')).click()
    await page.getByText(trainee.say('vr.within')).waitFor()
    await page.evaluate((ms) => globalThis.stageCounts.hold(ms), this.profile.frameMs)
    await this.frames(30)
  }

  /** Takes it off; without one, goes on by text, which takes the whole picture down. */
  async leave(): Promise<void> {
    const { page, trainee } = this
    if (!this.profile.headset) {
      // On a phone the lines lie over the tools.
      await page.keyboard.press('Escape')
      await this.frames(10)
      await this.chooses('visit.textMode')
      await this.frames(10)
      return
    }
    await page.evaluate(() => globalThis.emulated.activeSession?.end())
    await this.frames(10)
    await trainee.button(trainee.say('vr.enter')).waitFor()
  }

  /** Presses one of the screen's own tools, on a phone behind "more"; seen or not, since frames are held. */
  private async chooses(tool: 'visit.textMode' | 'visit.pictureMode'): Promise<void> {
    const { page, trainee } = this
    const press = (key: typeof tool | 'touch.more') =>
      page
        .getByRole('button', { name: trainee.say(key), includeHidden: true })
        .first()
        .evaluate((button: HTMLElement) => button.click())
    if ((await page.getByRole('button', { name: trainee.say(tool), includeHidden: true }).count()) === 0)
      await press('touch.more')
    await press(tool)
  }

  /** Opens the lines to say, by whatever opens them here; they may be open still. */
  async talk(): Promise<void> {
    if (this.profile.headset) {
      await this.wearer.button('right', 'a-button', 1)
      await this.frames(4)
      await this.wearer.button('right', 'a-button', 0)
    } else if (!(await this.trainee.command('do.talk').isDisabled())) await this.trainee.press('do.talk')
    await this.frames(60)
  }

  async where(): Promise<{ x: number; z: number; yaw: number }> {
    return this.page.evaluate(() =>
      (
        globalThis as unknown as { doorstepMeter: { where: () => { x: number; z: number; yaw: number } } }
      ).doorstepMeter.where(),
    )
  }

  /** Turns head and hands to a point of the floor plan, so that what they hold is in the picture; at a desk speaking to somebody turns one. */
  async face([x, z]: readonly [number, number]): Promise<void> {
    if (!this.profile.headset) return
    const me = await this.where()
    const wanted = Math.atan2(-(x - me.x), -(z - me.z))
    const yaw = wanted - me.yaw + this.headYaw
    this.headYaw = yaw
    const degrees = (yaw * 180) / Math.PI
    await this.wearer.turn('head', degrees, -5)
    for (const [side, aside] of [
      ['left', -0.18],
      ['right', 0.18],
    ] as const) {
      const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
      await this.wearer.hand(side, [cos * aside - sin * AHEAD, EYES - 0.2, -sin * aside - cos * AHEAD])
      await this.wearer.turn(side, degrees, 20)
    }
    await this.frames(10)
  }

  /** All that may come into sight for the first time later on: what is aimed at, the way of a jump, hands instead of controllers, the quiet room. */
  async triesEverything(): Promise<void> {
    const { page, wearer, trainee } = this
    if (!this.profile.headset) {
      await page.keyboard.press('Escape')
      await this.frames(20)
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press(']')
        await this.frames(12)
      }
      return
    }
    for (let yaw = -60; yaw <= 60; yaw += 12) {
      await wearer.turn('right', yaw, -20)
      await this.frames(6)
    }
    await wearer.turn('right', 0, 60)
    await wearer.stick('right', 0, -1)
    await this.frames(6)
    await wearer.stick('right', 0, 0)
    await this.frames(40)
    await page.evaluate(() => {
      globalThis.emulated.primaryInputMode = 'hand'
    })
    await this.frames(60)
    await wearer.hand('left', [-0.25, 1.95, -0.2])
    await wearer.hand('right', [0.25, 1.95, -0.2])
    await this.frames(150)
    await page.evaluate(() => {
      globalThis.emulated.primaryInputMode = 'controller'
    })
    await wearer.hand('left', [-0.25, 1.3, -0.3])
    await wearer.hand('right', [0.25, 1.3, -0.3])
    await this.frames(60)
    const resume = trainee.button(trainee.say('do.resume'))
    if ((await resume.count()) > 0) await resume.first().click()
    await this.frames(60)
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }
}
