import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { practises } from './headsetPractice.ts'
import type { Device, Xyz } from './headsets.ts'
import { openBrowser } from './page.ts'
import { wearing } from './wearing.ts'

/** Where the pictures lie, for people to look at. */
const PICTURES = '.cache/headset'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('headset-visit')

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
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

async function person(device: Device, hasPractised: boolean) {
  const one = await wearing(browser, server, scene, device, { hasPractised })
  const picture = (name: string) => one.page.screenshot({ path: `${PICTURES}/${name}.png` })
  return { ...one, picture }
}

/** The middle of a thing of the scene, in the place's metres. */
function middleOf(id: string): Xyz {
  const thing = scene.place.things.find((one) => one.id === id)
  if (!thing) throw new Error(`no thing ${id}`)
  return [thing.at[0], thing.at[1] + (thing.size?.[1] ?? 0) / 2, thing.at[2]]
}

describe('a whole visit in an emulated headset', { timeout: 840_000 }, () => {
  it('on a Quest 3, from the practice to 《先保安全》: knocked, said by ray, finger and eyes, written, paused three ways, left, and gone on with at a desk', async () => {
    const { page, context, trainee, visitor, sent, picture, strangers, faults } = await person('quest-3', false)
    await trainee.choose('alpha')
    await trainee.prepare(['A0-01', 'A0-02', 'A0-04'])
    await trainee.arrive()
    await visitor.enters()
    await practises(visitor)
    await visitor.untilSent(/"type":"resume"/)
    expect(sent.filter((one) => /"type":"(look|approach|go|say|do)"/.test(one))).toEqual([])

    await visitor.looksAt(middleOf('front-door-key'), 'front-door-key')
    await visitor.knocks()
    await visitor.untilSent(/"type":"do","offer"/)
    await trainee.stored()
    await trainee.step(14_000)
    await visitor.says('A1-07')
    await trainee.step(12_000)
    await picture('door')
    await visitor.says('A1-01')
    await trainee.step(20_000)
    await visitor.says('A1-02')
    await trainee.step(18_000)
    await visitor.says('A1-04')
    await trainee.step(40_000)

    // Asked in, through the open door.
    await visitor.teleportsTo([1.15, 3])
    expect((await visitor.where()).x).toBeGreaterThan(0.4)
    await visitor.untilSent(/"type":"go","to":"(hall|rug)"/)
    await visitor.says('A2-01')
    await visitor.frames(12)
    expect((await visitor.where()).isSeated).toBe(true)
    await picture('seated')
    await trainee.step(8000)
    await visitor.doesWith('portrait-cabinet', 'look')
    await visitor.looksAt(middleOf('wall-calendar'), 'wall-calendar')
    await trainee.step(10_000)
    await visitor.holds('hand')
    await visitor.says('A2-02', 'poke')
    await picture('hands')
    await trainee.step(26_000)
    await visitor.says('A2-06', 'gaze')
    await visitor.holds('controller')
    await trainee.step(30_000)
    await visitor.says('A3-01')

    // A form's choice, a page of the notebook, the phone.
    await visitor.opens('documents')
    await visitor.press('document/consent')
    await visitor.press('limits-said=yes')
    await visitor.press('save')
    await visitor.untilSent(/"type":"write","document":"consent"/)
    await visitor.press('close')
    await visitor.press('notebook')
    await visitor.press('page=hypotheses')
    await visitor.press('hypothesis/HA2')
    await visitor.press('level=possible')
    await visitor.press('save')
    await visitor.untilSent(/"type":"rate","hypothesis":"HA2"/)
    await visitor.press('close')
    await visitor.press('phone')
    await visitor.untilPanel('phone')
    await visitor.press('close')

    // Both hands up, a button, the headset off: each is a quiet room within a second of its gesture's end.
    for (const stop of ['hands', 'button', 'off'] as const) {
      const before = sent.length
      if (stop === 'hands') await visitor.raisesHands()
      if (stop === 'button') await visitor.pressButton('left', 'thumbstick')
      if (stop === 'off') {
        await page.evaluate(() => globalThis.emulated.updateVisibilityState('hidden'))
        await visitor.untilPaused()
        await page.evaluate(() => globalThis.emulated.updateVisibilityState('visible'))
      }
      expect(await visitor.framesUntilQuiet(), stop).toBeLessThan(1000 / 30)
      if (stop === 'hands') await picture('quiet')
      await visitor.press('resume')
      await visitor.untilSent(/"type":"resume"/, before)
      await trainee.stored()
      await visitor.frames(4)
    }

    // The kettle at six minutes.
    await trainee.step(200_000)
    await visitor.says('A3-02')
    await trainee.step(6000)
    await visitor.goesTo('room/kitchen')
    await visitor.doesWith('scorched-pan', 'approach')
    await trainee.step(10_000)
    await visitor.goesTo('exit')
    await trainee.step(6000)
    await visitor.says('A6-10')
    await trainee.step(20_000)
    await visitor.says('A6-11')
    await trainee.step(20_000)
    await visitor.opens('leave')
    await visitor.press('go')
    await visitor.untilPanel('after')
    await picture('after')
    await visitor.press('device')
    await visitor.untilPanel('device')
    await visitor.press('close')
    await visitor.pressesOut()

    await page.getByRole('heading', { name: trainee.say('after.title') }).waitFor()
    await trainee.choosesLine('A6-12')
    await trainee.finish()
    const ending = scene.endings.find((one) => one.id === 'E-A5')
    await page
      .getByText(ending?.title.zh ?? '')
      .first()
      .waitFor()
    await trainee.lookBack()
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('an excerpt in an emulated Pico with bare hands', { timeout: 600_000 }, () => {
  it('talks by finger, by eyes and by a pinch from afar, asks before opening, and stops by both hands up', async () => {
    const { page, context, trainee, visitor, sent, picture, strangers, faults } = await person('pico-4', true)
    await page.goto(`${server.url}/scene/${SCENE}?seed=alpha`)
    const excerpt = scene.excerpts.find((one) => one.id === 'A4-good')
    await trainee.button(excerpt?.title.zh ?? '').click()
    await trainee.arrive()
    await visitor.enters()
    await visitor.holds('hand')
    for (const way of ['poke', 'gaze', 'ray'] as const) {
      const before = sent.length
      await visitor.press('talk', way)
      await visitor.untilPanel('fan')
      await picture(`pico-${way}`)
      const line = (await visitor.buttons()).find(({ panel, id }) => panel === 'fan' && !/^(more|close|type)$/.test(id))
      await visitor.press(line?.id ?? 'none', way)
      await visitor.untilSent(/"type":"(say|do)","offer"/, before)
      await trainee.stored()
      await trainee.step(15_000)
    }
    await visitor.opens('sight')
    const before = sent.length
    await visitor.press('door/small-room-door')
    await visitor.press('ask')
    await visitor.untilSent(/"type":"ask-permission"/, before)
    await visitor.raisesHands()
    expect(await visitor.framesUntilQuiet()).toBeLessThan(1000 / 30)
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('sleep', { timeout: 400_000 }, () => {
  it('a headset that slept with its line down comes back to the same moment, and nothing is done twice', async () => {
    const { page, context, trainee, visitor, sent } = await person('quest-3', true)
    await page.addInitScript(() => {
      const Real = globalThis.WebSocket
      const open: WebSocket[] = []
      class Watched extends Real {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(globalThis.isAsleep ? 'ws://127.0.0.1:9' : url, protocols)
          open.push(this)
        }
      }
      globalThis.WebSocket = Watched
      globalThis.sleep = (isAsleep) => {
        globalThis.isAsleep = isAsleep
        if (isAsleep) for (const socket of open.splice(0)) socket.close()
      }
    })
    await trainee.choose('alpha')
    await trainee.prepare(['A0-01'])
    await page.reload()
    await trainee.arrive()
    await visitor.enters()
    await visitor.says('A1-01')
    await trainee.step(15_000)
    // The line goes first: what is chosen then waits.
    await page.evaluate(() => globalThis.sleep(true))
    await visitor.frames(4)
    await visitor.chooses('A1-02')
    await visitor.frames(8)
    await page.evaluate(() => globalThis.emulated.updateVisibilityState('hidden'))
    await page.waitForTimeout(1500)
    await page.evaluate(() => {
      globalThis.sleep(false)
      globalThis.emulated.updateVisibilityState('visible')
    })
    await visitor.untilPaused()
    await trainee.stored()
    await visitor.untilPanel('quiet')
    await visitor.press('resume')
    await visitor.untilSent(/"type":"resume"/)
    await trainee.stored()
    await visitor.says('A1-04')
    await page.evaluate(() => globalThis.emulated.activeSession?.end())
    await trainee.findInTranscript(['A1-01', 'A1-02', 'A1-04'])
    for (const row of ['A1-01', 'A1-02', 'A1-04']) {
      const said = await page
        .locator('.panel .transcript__line')
        .filter({ hasText: new RegExp(trainee.wordingsOf(row).join('|')) })
      expect(await said.count(), row).toBe(1)
    }
    expect(sent.filter((one) => one.includes('"type":"pause"')).length).toBeGreaterThan(0)
    await context.close()
  })
})

declare global {
  var isAsleep: boolean | undefined
  var sleep: (isAsleep: boolean) => void
}
