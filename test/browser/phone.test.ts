import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { PhoneTrainee } from './PhoneTrainee.ts'
import { openBrowser } from './page.ts'
import type { MAKES, PhoneOptions } from './phones.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('phone')

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

const pick = (options: PhoneOptions) => PhoneTrainee.open(browser, server.url, scene, options)

/** From the start page to the door, the picture drawn. */
async function atTheDoor(trainee: PhoneTrainee): Promise<void> {
  await trainee.introduce(trainee.lang === 'zh' ? '小李' : 'Li')
  await trainee.choose('alpha')
  await trainee.prepare(['A0-02'])
  await trainee.feels(4)
  await trainee.arrive()
  await trainee.phone.thumbs.seesPicture()
  await trainee.readsTip()
}

/** A cue in the picture: tapped, it says what can be done with it. */
async function tapsTheKey(trainee: PhoneTrainee): Promise<void> {
  const { page, phone } = trainee
  const key = scene.place.things.find((one) => one.id === 'front-door-key')
  if (!key?.label) throw new Error('no key in the door')
  await phone.thumbs.tap(await phone.thumbs.pointOf(key.at))
  await page.locator('.picked').getByText(trainee.pick(key.label)).waitFor()
  await trainee.button(trainee.say('aim.look'), page.locator('.picked')).click()
  await trainee.stored()
}

/** A drag to the left looks to the right and picks nothing; two fingers that part do nothing at all. */
async function dragsAndPinches({ page, phone }: PhoneTrainee): Promise<void> {
  const { thumbs, size } = phone
  const was = await thumbs.rests()
  const middle = { x: size.width * 0.4, y: size.height * 0.45 }
  await thumbs.drag([middle], [{ x: middle.x - 120, y: middle.y }])
  const turned = await thumbs.rests()
  expect(was.yaw - turned.yaw).toBeGreaterThan(0.3)
  expect(was.yaw - turned.yaw).toBeLessThan(0.8)
  await thumbs.drag(
    [middle, { x: middle.x + 20, y: middle.y + 20 }],
    [
      { x: middle.x - 80, y: middle.y - 60 },
      { x: middle.x + 100, y: middle.y + 80 },
    ],
  )
  const pinched = await thumbs.rests()
  expect(Math.abs(pinched.yaw - turned.yaw)).toBeLessThan(0.12)
  expect({ x: pinched.x, z: pinched.z }).toEqual({ x: turned.x, z: turned.z })
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
  expect(await page.locator('.picked').count()).toBe(0)
}

/** The floor, tapped, is gone to. */
async function tapsTheFloor({ phone }: PhoneTrainee): Promise<void> {
  const { thumbs, size } = phone
  const middle = { x: size.width * 0.4, y: size.height * 0.45 }
  await thumbs.drag([{ x: middle.x, y: middle.y + 100 }], [{ x: middle.x, y: middle.y - 60 }])
  await thumbs.rests()
  const to = [-0.5, 0, 3.3] as const
  await thumbs.tap(await thumbs.pointOf(to))
  const there = await thumbs.rests()
  expect(Math.hypot(there.x - to[0], there.z - to[2])).toBeLessThan(0.3)
}

/** What is felt before and after stands side by side in the debrief. */
const feltIn = ({ page }: PhoneTrainee) => page.locator('.wellness dd').allTextContents()

describe('a visit by touch alone', { timeout: 300_000 }, () => {
  it.each([
    ['an Android phone held upright', 'android', false, 'zh'],
    ['an Android phone that lies', 'android', true, 'en'],
    ['an iPhone held upright', 'iphone', false, 'en'],
    ['an iPhone that lies', 'iphone', true, 'zh'],
  ] as [string, keyof typeof MAKES, boolean, Language][])(
    'goes from the start page into the flat, out again and to its debrief on %s',
    async (_, make, isLying, lang) => {
      const trainee = await pick({ make, isLying, lang })
      const { page, phone } = trainee
      await atTheDoor(trainee)
      await tapsTheKey(trainee)
      await dragsAndPinches(trainee)
      await tapsTheFloor(trainee)

      await trainee.opensFan()
      await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
      await trainee.choosesLine('A1-01')
      await trainee.step(15_000)
      await trainee.choosesLine('A1-02')
      await trainee.step(15_000)
      await trainee.go('living')
      await trainee.choosesLine('A2-01')
      await trainee.step(15_000)
      await trainee.opensFan()
      await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
      await trainee.types(lang === 'zh' ? '今天早上我吃了两个包子。' : 'I had two dumplings this morning.')
      await trainee.step(15_000)

      await phone.turn(!isLying)
      await trainee.go('kitchen')
      await trainee.thing('fridge', 'ask')
      await phone.turn(isLying)

      await trainee.panel('do.notebook')
      const cue = scene.cues.find((one) => one.things.includes('front-door-key'))
      if (!cue) throw new Error('the key means nothing')
      await page.locator('.panel').getByText(trainee.pick(cue.name)).first().waitFor()
      await trainee.panel('do.documents')
      await trainee.write('consent', {
        source: lang === 'zh' ? '街道转介' : 'Referred by the street office',
        purpose: lang === 'zh' ? '听听她最近过得怎么样' : 'To hear how she has been',
        'limits-said': 'yes',
        words: lang === 'zh' ? '进来吧，外头冷' : 'Come in, it is cold out there',
      })
      await trainee.closePanel()
      await trainee.stopsAndGoesOn()
      await trainee.leave()
      await trainee.feels(2)
      await page.getByText(trainee.say('wellness.low')).waitFor()
      await trainee.finish()
      await trainee.lookBack()
      expect(await feltIn(trainee)).toEqual([`4 ${trainee.say('wellness.4')}`, `2 ${trainee.say('wellness.2')}`])
      expect(phone.watched.strangers).toEqual([])
      expect(phone.watched.faults).toEqual([])
      await phone.close()
    },
  )
})

describe('looking round by turning the phone', { timeout: 180_000 }, () => {
  it('comes only when asked for, and then by as much as the phone turns', async () => {
    const trainee = await pick({ make: 'iphone', lang: 'zh', motion: 'granted' })
    const { page, phone } = trainee
    await atTheDoor(trainee)
    const { thumbs } = phone
    await thumbs.hold(10, 90, 0)
    const was = await thumbs.rests()
    for (const alpha of [14, 18, 22, 26, 30]) await thumbs.hold(alpha, 90, 0)
    expect((await thumbs.where()).yaw).toBeCloseTo(was.yaw)
    await trainee.panel('do.comfort')
    await trainee.button(trainee.say('comfort.tiltOn')).click()
    // An iPhone answers with its first reading.
    await thumbs.hold(30.5, 90, 0)
    await page.getByText(trainee.say('comfort.tiltIsOn')).waitFor()
    await trainee.closePanel()
    for (const alpha of [30, 34, 38, 42, 46, 50]) {
      await thumbs.hold(alpha, 90, 0)
      await page.waitForTimeout(60)
    }
    const turned = (await thumbs.rests()).yaw - was.yaw
    expect((turned * 180) / Math.PI).toBeGreaterThan(10)
    expect((turned * 180) / Math.PI).toBeLessThan(21)
    await phone.close()
  })

  it('refused, it says so in one sentence, and dragging goes on', async () => {
    const trainee = await pick({ make: 'iphone', lang: 'en', motion: 'denied' })
    const { page, phone } = trainee
    await atTheDoor(trainee)
    await trainee.panel('do.comfort')
    await trainee.button(trainee.say('comfort.tiltOn')).click()
    await page.getByText(trainee.say('comfort.tiltRefused')).waitFor()
    await trainee.closePanel()
    const was = await phone.thumbs.rests()
    for (const alpha of [30, 50]) await phone.thumbs.hold(alpha, 90, 0)
    expect((await phone.thumbs.where()).yaw).toBeCloseTo(was.yaw)
    await dragsAndPinches(trainee)
    await phone.close()
  })
})

describe('comfort on a phone', { timeout: 180_000 }, () => {
  it('glides where a tap sends one, unless less motion is asked for in the panel or by the system', async () => {
    const trainee = await pick({ make: 'android', lang: 'zh', isLively: true })
    const { page, phone } = trainee
    await atTheDoor(trainee)
    const { thumbs } = phone
    const middle = { x: phone.size.width * 0.4, y: phone.size.height * 0.45 }
    // Down to one's own feet: the floor is free there.
    for (let i = 0; i < 2; i++) {
      await thumbs.drag([{ x: middle.x, y: middle.y + 100 }], [{ x: middle.x, y: middle.y - 60 }])
      await thumbs.rests()
    }
    const at = await thumbs.pointOf([-0.75, 0, 3.4])
    const glides = page.waitForFunction(
      () =>
        (globalThis as unknown as { doorstepMeter: { where: () => { isWalking: boolean } } }).doorstepMeter.where()
          .isWalking,
    )
    await thumbs.tap(at)
    await glides
    const far = await thumbs.rests()
    await trainee.panel('do.comfort')
    await page
      .locator('.panel .choice')
      .filter({ hasText: trainee.say('comfort.still') })
      .locator('input')
      .check()
    await trainee.closePanel()
    await thumbs.rests()
    const next = await thumbs.pointOf([-0.5, 0, 3.3])
    // In every picture from then on: either still there, or there already.
    const hasJumped = page.evaluate(
      (was) =>
        new Promise<boolean>((resolve) => {
          const { where } = (
            globalThis as unknown as { doorstepMeter: { where: () => { x: number; z: number; isWalking: boolean } } }
          ).doorstepMeter
          const look = () => {
            const { x, z, isWalking } = where()
            if (isWalking) resolve(false)
            else if (x !== was.x || z !== was.z) resolve(true)
            else requestAnimationFrame(look)
          }
          look()
          setTimeout(() => resolve(false), 15_000)
        }),
      { x: far.x, z: far.z },
    )
    await thumbs.tap(next)
    expect(await hasJumped).toBe(true)
    await phone.close()
  })

  it('may leave the question of how one feels unanswered', async () => {
    const trainee = await pick({ make: 'iphone', lang: 'zh' })
    const { page, phone } = trainee
    await trainee.introduce('小王')
    await trainee.byText()
    await trainee.choose('alpha')
    await trainee.button(trainee.say('wellness.decline')).click()
    await page.getByText(trainee.say('wellness.declined')).waitFor()
    await trainee.arrive()
    await trainee.leave()
    await trainee.feels(3)
    // Nobody follows private practice: there is nobody to show it to.
    expect(await page.getByText(trainee.say('wellness.share')).count()).toBe(0)
    await trainee.finish()
    await trainee.lookBack()
    expect(await feltIn(trainee)).toEqual([trainee.say('wellness.none'), `3 ${trainee.say('wellness.3')}`])
    await phone.close()
  })

  it('shows an instructor who follows the session how one feels only after a tick, and only once', async () => {
    const trainee = await pick({ make: 'android', lang: 'en' })
    const { page, phone } = trainee
    // As an instructor starts one: no screen does yet.
    const sent: string[] = []
    await page.routeWebSocket(/socket\.io/, (ours) => {
      const server = ours.connectToServer()
      ours.onMessage((frame) => {
        sent.push(String(frame))
        server.send(frame)
      })
      server.onMessage((frame) => ours.send(String(frame).replace('"kind":"practice"', '"kind":"class"')))
    })
    await trainee.introduce('Wang')
    await trainee.byText()
    await trainee.choose('alpha')
    await trainee.feels(5)
    await trainee.arrive()
    await trainee.leave()
    await trainee.feels(4)
    const send = trainee.button(trainee.say('wellness.send'))
    expect(await send.isDisabled()).toBe(true)
    const words = [trainee.say('wellness.5'), trainee.say('wellness.4')]
    const told = () => sent.filter((frame) => words.some((one) => frame.includes(one)))
    expect(told()).toEqual([])
    await page.locator('.wellness').getByText(trainee.say('wellness.share')).tap()
    await send.click()
    await page.getByText(trainee.say('wellness.sent')).waitFor()
    await trainee.stored()
    expect(told()).toHaveLength(1)
    expect(told()[0]).toContain('"to":"instructor"')
    expect(await send.count()).toBe(0)
    await phone.close()
  })
})
