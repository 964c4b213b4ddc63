import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { type Device, Wearer, wear, withSmallLetters } from './headsets.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('headset')

beforeAll(async () => {
  const loaded = await loadScene(`${PROJECT}/scenes/${SCENE}`, { hasAdvice: false })
  if (!loaded.scene) throw new Error('the scene has errors')
  scene = loaded.scene
  server = await serverIn(folder.path)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  folder.remove()
})

/** On the landing before the door, with an emulated headset on the table. What is sent is written down as it goes out. */
async function atTheDoor(device: Device | null, how: { without?: string[]; hasPractised?: boolean } = {}) {
  // Small, since both eyes are drawn without a graphics card.
  const watched = await openPage(browser, server.url, { width: 640, height: 400 })
  await withSmallLetters(watched.context)
  if (device) await wear(watched.context, device, how)
  const sent: string[] = []
  const asked: string[] = []
  watched.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  watched.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const trainee = new Trainee(watched.page, server.url, scene, 'zh')
  await trainee.introduce('小李')
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01'])
  await trainee.arrive()
  return { ...watched, trainee, wearer: new Wearer(watched.page), sent, asked }
}

async function enter(trainee: Trainee, wearer: Wearer): Promise<void> {
  await trainee.button(trainee.say('vr.enter')).click()
  await trainee.page.getByText(trainee.say('vr.within')).waitFor()
  await wearer.steadyClock()
  await wearer.frames(8)
}

const where = (page: Page) =>
  page.evaluate(() =>
    (
      globalThis as unknown as { doorstepMeter: { where: () => { x: number; z: number; yaw: number } } }
    ).doorstepMeter.where(),
  )

/** Until something has been sent that looks like this; pictures go on meanwhile. */
async function untilSent(wearer: Wearer, sent: readonly string[], what: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (sent.some((one) => what.test(one))) return
    await wearer.frames(4)
  }
  expect(sent.join('\n')).toMatch(what)
}

/** Three taps on the front door from where one stands on the landing, a step nearer. */
async function knock(wearer: Wearer): Promise<void> {
  await wearer.head([0, 1.6, -0.35])
  await wearer.frames(4)
  for (let tap = 0; tap < 3; tap++) {
    await wearer.hand('right', [0.05, 1.35, -0.7])
    await wearer.frames(2)
    await wearer.hand('right', [0.05, 1.35, -0.96])
    await wearer.frames(2)
  }
  await wearer.hand('right', [0.2, 1, -0.5])
}

/** Hands at one's sides, pointing at the floor: they mean nothing. */
async function handsDown(wearer: Wearer): Promise<void> {
  await wearer.hand('left', [-0.3, 1.15, -0.2])
  await wearer.hand('right', [0.3, 1.15, -0.2])
  for (const side of ['left', 'right'] as const) await wearer.turn(side, 0, -85)
}

describe('a visit in an emulated headset', { timeout: 240_000 }, () => {
  it('on a Quest 3 with controllers: enters, looks at a cue, goes, turns and walks, stops by both hands up, and comes out', async () => {
    const { page, context, trainee, wearer, sent, asked, strangers, faults } = await atTheDoor('quest-3')
    await enter(trainee, wearer)
    await handsDown(wearer)
    const start = await where(page)
    expect(Math.hypot(start.x + 1, start.z - 3.5)).toBeLessThan(0.05)

    // The key in the lock, to the left and low, for longer than 1.2 s.
    await wearer.turn('head', 23, -30)
    await untilSent(wearer, sent, /"(look|approach)","thing":"front-door-key"/)

    await wearer.turn('head', 0)
    await wearer.frames(2)
    const before = await where(page)
    await wearer.stick('right', 1, 0)
    await wearer.frames(3)
    const turned = await where(page)
    expect(turned.yaw - before.yaw).toBeCloseTo(-Math.PI / 6, 2)
    expect(Math.hypot(turned.x - before.x, turned.z - before.z)).toBeLessThan(0.02)
    await wearer.stick('right', 0, 0)
    await wearer.frames(2)
    await wearer.stick('right', -1, 0)
    await wearer.frames(3)
    await wearer.stick('right', 0, 0)

    // At the shut door, an arc goes nowhere.
    await wearer.turn('right', 0, -10)
    await wearer.stick('right', 0, -1)
    await wearer.frames(3)
    await wearer.stick('right', 0, 0)
    await wearer.frames(6)
    expect((await where(page)).x).toBeCloseTo(before.x, 1)

    // Over the landing, to the left, it goes.
    await wearer.turn('right', 90, -45)
    await wearer.stick('right', 0, -1)
    await wearer.frames(3)
    await wearer.stick('right', 0, 0)
    await wearer.frames(8)
    const gone = await where(page)
    expect(gone.z).toBeLessThan(before.z - 0.3)
    await handsDown(wearer)

    // Walking in the real room walks in the place: half a metre to the right is half a metre back.
    await wearer.head([0.5, 1.6, 0])
    await wearer.frames(3)
    expect((await where(page)).z).toBeCloseTo(gone.z + 0.5, 1)
    expect(faults).toEqual([])
    expect(strangers).toEqual([])
    expect(asked.some((path) => path.startsWith('/headset/profiles/meta-quest-touch-plus/'))).toBe(true)

    await wearer.hand('left', [-0.25, 1.95, -0.2])
    await wearer.hand('right', [0.25, 1.95, -0.2])
    await untilSent(wearer, sent, /"type":"pause"/)
    await page.getByText(trainee.say('pause.title')).waitFor()
    await page.evaluate(() => globalThis.emulated.activeSession?.end())
    await trainee.button(trainee.say('do.resume')).click()
    await page.getByText(trainee.say('vr.trouble.ended')).waitFor()
    await context.close()
  })

  it.each(['controller', 'hand'] as const)(
    'knocks with a %s: three taps, and the scene’s own row comes of it',
    async (way) => {
      const { page, context, trainee, wearer, sent, faults } = await atTheDoor('quest-3')
      await enter(trainee, wearer)
      if (way === 'hand') {
        await wearer.bareHands()
        for (const side of ['left', 'right'] as const) await wearer.pose(side, 'point')
      }
      await handsDown(wearer)
      await wearer.turn('right', 0, 0)
      await wearer.frames(3)
      await knock(wearer)
      await untilSent(wearer, sent, /"type":"do","offer":/)
      await page.evaluate(() => globalThis.emulated.activeSession?.end())
      await trainee.stored()
      await trainee.findInTranscript(['A1-06'])
      expect(faults).toEqual([])
      await context.close()
    },
  )

  it('on a Pico: its own controllers from our own server, and both bare hands up stop everything', async () => {
    const { page, context, trainee, wearer, sent, asked, strangers, faults } = await atTheDoor('pico-4')
    await enter(trainee, wearer)
    await expect.poll(() => asked.some((path) => path.startsWith('/headset/profiles/pico-4/'))).toBe(true)
    await wearer.bareHands()
    await wearer.hand('left', [-0.25, 1.95, -0.2])
    await wearer.hand('right', [0.25, 1.95, -0.2])
    await untilSent(wearer, sent, /"type":"pause"/)
    await page.getByText(trainee.say('pause.title')).waitFor()
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('stops when the headset is taken off', async () => {
    const { page, context, trainee, wearer, sent } = await atTheDoor('quest-3')
    await enter(trainee, wearer)
    await page.evaluate(() => globalThis.emulated.updateVisibilityState('hidden'))
    await expect.poll(() => sent.some((one) => one.includes('"type":"pause"'))).toBe(true)
    await page.getByText(trainee.say('pause.title')).waitFor()
    await context.close()
  })

  it('says what it does without a floor, and lets one in', async () => {
    const { page, context, trainee, wearer } = await atTheDoor('quest-3', { without: ['local-floor', 'bounded-floor'] })
    await trainee.button(trainee.say('vr.enter')).click()
    await page.getByText(trainee.say('vr.trouble.no-floor')).waitFor()
    await wearer.frames(4)
    expect(await where(page)).toBeTruthy()
    await context.close()
  })

  it('says how to go on when permission is refused, and has no button where there is no headset', async () => {
    const refused = await atTheDoor('quest-3')
    await refused.page.evaluate(() => {
      const { xr } = navigator as unknown as { xr: { requestSession: () => Promise<never> } }
      xr.requestSession = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await refused.trainee.button(refused.trainee.say('vr.enter')).click()
    await refused.page.getByText(refused.trainee.say('vr.trouble.refused')).waitFor()
    await refused.context.close()

    const { context, page, trainee, asked } = await atTheDoor(null)
    await page.locator('canvas').waitFor()
    expect(await trainee.button(trainee.say('vr.enter')).count()).toBe(0)
    expect(asked.some((path) => path.includes('XrPresence'))).toBe(false)
    await context.close()
  })
})
