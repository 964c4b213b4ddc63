import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { installPhone } from '../fixtures/ar/phone.ts'
import { installRealRoom } from '../fixtures/ar/realRoom.ts'
import { type At, furnish, type TrainingRoom } from '../fixtures/ar/room.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { wear } from './headsets.ts'
import { InRealRoom } from './InRealRoom.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'

/** Where the pictures lie, for people to look at. */
const PICTURES = '.cache/ar'
/** Small, since both eyes are drawn without a graphics card; as large as people look at when the pictures of docs/headsets.md are taken. */
const SIZE = process.env.DOORSTEP_PICTURES ? { width: 1120, height: 560 } : { width: 480, height: 300 }
/** The emulator, for the phone that it has no profile of. */
const IWER = createRequire(import.meta.url).resolve('iwer/build/iwer.min.js')
/** Where the emulated head is at first, which is where a device without a floor measures from. */
const EYES_METRES = 1.6
/** She sits on the marked chair within this, in metres. */
const ON_CHAIR = 0.05

let browser: Browser
let server: TestServer
let scene: FullScene
let room: TrainingRoom
const folder = temporaryFolder('ar')

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  const loaded = await loadScene(`${PROJECT}/scenes/${SCENE}`, { hasAdvice: false })
  if (!loaded.scene) throw new Error('the scene has errors')
  scene = loaded.scene
  room = furnish(scene)
  server = await serverIn(folder.path)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  folder.remove()
})

type How = { lang?: Language; without?: string[] }

/** Somebody with a headset, in a furnished room, in the middle of a visit. What is sent is written down as it goes out. */
async function inTheRoom({ lang = 'zh', without = [] }: How = {}) {
  const watched = await openPage(browser, server.url, { ...SIZE, locale: lang === 'zh' ? 'zh-CN' : 'en' })
  await wear(watched.context, 'quest-3', { without })
  await watched.context.addInitScript(installRealRoom, room)
  const sent: string[] = []
  watched.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  const trainee = new Trainee(watched.page, server.url, scene, lang)
  await trainee.introduce('小李')
  await beginsSeated(trainee)
  const visitor = new InRealRoom(trainee, sent, without.includes('local-floor') ? EYES_METRES : 0)
  await watched.page.locator('.visit__picture canvas').waitFor()
  const picture = (name: string) => watched.page.screenshot({ path: `${PICTURES}/${name}.jpg`, quality: 84 })
  return { ...watched, trainee, visitor, sent, picture }
}

/** From where one has been asked in and has sat down. */
async function beginsSeated(trainee: Trainee): Promise<void> {
  await trainee.page.goto(`${server.url}/scene/${SCENE}?seed=alpha`)
  const excerpt = scene.excerpts.find((one) => one.id === 'A4-good')
  if (!excerpt) throw new Error('no such excerpt')
  await trainee.button(trainee.pick(excerpt.title)).click()
  await trainee.arrive()
}

const far = (a: At, b: At) => Math.hypot(a.x - b.x, a.z - b.z)

describe('a visit in a real room, on an emulated Quest 3', { timeout: 500_000 }, () => {
  it('by controllers: two touched marks, she sits on the marked chair, one line, a pause, out, and back in the same place by its anchor', async () => {
    const { page, context, trainee, visitor, picture, strangers, faults } = await inTheRoom()
    await visitor.head([-0.05, 1.6, 0.45])
    await visitor.faces(0, -14)
    await visitor.entersAr()
    await visitor.head([-0.05, 1.6, 0.45])
    await visitor.faces(0, -14)
    await visitor.frames(4)
    expect(await visitor.people()).toEqual([])
    await picture('corner')

    // The same place twice is no two marks, and says so.
    await visitor.touches(room.corner, room.table)
    await visitor.untilPanel('placing-seat')
    await visitor.touches(room.corner, room.table)
    await visitor.untilPanel('placing-corner')
    await visitor.touches(room.corner, room.table)
    await visitor.untilPanel('placing-seat')
    await picture('seat')
    await visitor.touches(room.her, room.seat)
    await visitor.untilPanel('placing-check')
    await visitor.frames(4)
    await picture('check')
    await visitor.press('right')
    await visitor.untilPanel('belt')
    await visitor.frames(8)
    await picture('her')
    const [her, ...others] = await visitor.people()
    expect(others).toEqual([])
    expect(far(her as At, room.her)).toBeLessThan(ON_CHAIR)

    await visitor.saysSomething()
    await visitor.frames(4)
    await picture('answer')
    await visitor.raisesHands()
    await visitor.untilPaused()
    expect(await visitor.people()).toEqual([])
    await picture('pause')
    await page.evaluate(() => globalThis.emulated.activeSession?.end())
    await trainee.button(trainee.say('do.resume')).click()
    const kept = await page.evaluate(() => localStorage.getItem('doorstep.ar.anchor'))
    expect(Object.keys(JSON.parse(kept ?? '{}')).sort()).toEqual(['anchor', 'plan'])

    await visitor.entersAr()
    await visitor.untilPanel('placing-check')
    await visitor.press('right')
    await visitor.untilPanel('belt')
    await visitor.frames(4)
    expect(far((await visitor.people())[0] as At, room.her)).toBeLessThan(ON_CHAIR)
    await visitor.press('again')
    await visitor.untilPanel('placing-corner')
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('by bare hands: a resting forefinger marks, and she sits on the marked chair', async () => {
    const { context, visitor, picture, strangers, faults } = await inTheRoom({ lang: 'en' })
    await visitor.entersAr()
    await visitor.holds('hand')
    await visitor.restsFingerOn(room.corner, room.table)
    await visitor.untilPanel('placing-seat')
    await visitor.restsFingerOn(room.her, room.seat)
    await visitor.untilPanel('placing-check')
    await picture('check-hands')
    await visitor.press('right', 'poke')
    await visitor.untilPanel('belt')
    await visitor.frames(4)
    await picture('her-hands')
    expect(far((await visitor.people())[0] as At, room.her)).toBeLessThan(ON_CHAIR)
    await visitor.saysSomething()
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('without a floor: asks where it is, and she sits on the chair all the same', async () => {
    const { context, visitor } = await inTheRoom({ without: ['local-floor', 'bounded-floor'] })
    await visitor.entersAr()
    await visitor.untilPanel('placing-floor')
    // The device measures from where the head was: the emulator's floor is its own 0 all the same.
    await visitor.touches({ x: 0.3, z: -0.4 }, 0)
    await visitor.untilPanel('placing-corner')
    await visitor.touches(room.corner, room.table)
    await visitor.touches(room.her, room.seat)
    await visitor.untilPanel('placing-check')
    await visitor.press('right')
    await visitor.untilPanel('belt')
    expect(far((await visitor.people())[0] as At, room.her)).toBeLessThan(ON_CHAIR)
    await context.close()
  })

  it('without marks: she comes before whoever asks so', async () => {
    const { context, visitor } = await inTheRoom()
    await visitor.entersAr()
    await visitor.press('before')
    await visitor.untilPanel('placing-check')
    await visitor.press('right')
    await visitor.untilPanel('belt')
    expect(far((await visitor.people())[0] as At, { x: 0, z: -1.3 })).toBeLessThan(ON_CHAIR)
    await context.close()
  })

  it('says how to go on: permission refused; last time’s anchor not found', async () => {
    const { context, page, trainee, visitor } = await inTheRoom()
    await page.evaluate(() => {
      const { xr } = navigator as unknown as { xr: { requestSession: unknown } }
      const real = xr.requestSession
      xr.requestSession = () => {
        xr.requestSession = real
        return Promise.reject(new DOMException('no', 'NotAllowedError'))
      }
    })
    await visitor.asksForAr()
    await page.getByText(trainee.say('ar.trouble.refused')).waitFor()
    await page.screenshot({ path: `${PICTURES}/refused.jpg`, quality: 84 })
    await trainee.button(trainee.say('common.close'), page.locator('.ar-trouble')).click()
    const { marks } = scene.place
    const plan = [scene.id, ...(marks[0]?.at ?? []), ...(marks[1]?.at ?? [])].join('/')
    await page.evaluate(
      (plan) => localStorage.setItem('doorstep.ar.anchor', JSON.stringify({ plan, anchor: 'gone' })),
      plan,
    )
    await visitor.entersAr()
    await visitor.untilPanel('placing-corner')
    await visitor.untilSays(trainee.say('ar.trouble.anchor-gone'))
    expect(await page.evaluate(() => localStorage.getItem('doorstep.ar.anchor'))).toBeNull()
    await context.close()
  })
})

describe('a visit in a real room, on an emulated Android phone', { timeout: 400_000 }, () => {
  it('by two taps: the ring lies on the furniture, she sits on the marked chair, and the visit goes on by touch', async () => {
    const watched = await openPage(browser, server.url, { width: 360, height: 740, isPhone: true })
    const { page, context, strangers, faults } = watched
    await context.addInitScript({ path: IWER })
    await context.addInitScript(installPhone)
    await context.addInitScript(installRealRoom, room)
    const trainee = new Trainee(page, server.url, scene, 'zh')
    await trainee.introduce('小李')
    await beginsSeated(trainee)
    await page.locator('.visit__picture canvas').waitFor()
    const phone = new InRealRoom(trainee, [])
    await phone.asksForAr()
    expect(await trainee.button(trainee.say('vr.enter')).count()).toBe(0)
    await page.waitForFunction(() => globalThis.emulated.activeSession !== undefined)
    await phone.liesOverCamera()
    await phone.steadyClock()
    await page.getByText(trainee.say('ar.title.corner')).waitFor()
    await phone.head([0, 1.5, 0.2])
    await phone.aimsCameraAt(room.corner, room.table)
    await page.screenshot({ path: `${PICTURES}/phone-corner.jpg`, quality: 84 })
    await phone.taps()
    await page.getByText(trainee.say('ar.title.seat')).waitFor()
    await phone.aimsCameraAt(room.her, room.seat)
    await page.screenshot({ path: `${PICTURES}/phone-seat.jpg`, quality: 84 })
    await phone.taps()
    await page.getByText(trainee.say('ar.title.check')).waitFor()
    await phone.facesPoint([room.her.x, 0.75, room.her.z])
    await phone.frames(4)
    await page.screenshot({ path: `${PICTURES}/phone-check.jpg`, quality: 84 })
    await trainee.button(trainee.say('ar.right')).click()
    await page.getByText(trainee.say('ar.title.check')).waitFor({ state: 'detached' })
    await trainee.stored()
    await phone.frames(8)
    await page.screenshot({ path: `${PICTURES}/phone-her.jpg`, quality: 84 })
    expect(far((await phone.people())[0] as At, room.her)).toBeLessThan(ON_CHAIR)

    await trainee.press('do.talk')
    await page.locator('.fan .fan__line').first().click()
    await trainee.stored()
    await phone.frames(4)
    await page.screenshot({ path: `${PICTURES}/phone-answer.jpg`, quality: 84 })
    await trainee.button(trainee.say('touch.more')).click()
    await trainee.button(trainee.say('ar.leave')).click()
    await page.waitForFunction(() => globalThis.emulated.activeSession === undefined)
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})
