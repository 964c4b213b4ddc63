import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { misfits, overlap } from './fits.ts'
import { PhoneTrainee } from './PhoneTrainee.ts'
import { openBrowser } from './page.ts'
import type { PhoneOptions } from './phones.ts'
import { violations } from './violations.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('phone-screens')

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

type Look = (name: string) => Promise<void>

const PANELS = [
  'do.notebook',
  'do.documents',
  'do.phone',
  'do.sight',
  'do.places',
  'do.transcript',
  'do.comfort',
  'touch.help',
] as const

async function beforeTheDoor(trainee: PhoneTrainee, look: Look): Promise<void> {
  const { page } = trainee
  await page.goto(trainee.url)
  await trainee.speak()
  await look('start')
  await trainee.introduce(trainee.lang === 'zh' ? '小李' : 'Li')
  await page.goto(`${trainee.url}/scene/${scene.id}?seed=alpha`)
  await page.getByText(trainee.pick(scene.card.fiction)).waitFor()
  await look('pre-brief')
  await trainee.choose('alpha')
  await look('preparation')
  await trainee.arrive()
}

async function inTheVisit(trainee: PhoneTrainee, look: Look): Promise<void> {
  const { page, phone } = trainee
  await phone.thumbs.seesPicture()
  await look('visit')
  await trainee.readsTip()
  await trainee.button(trainee.say('touch.more'), page.locator('.dock')).click()
  await look('all tools')
  await trainee.button(trainee.say('touch.fewer'), page.locator('.dock')).click()
  for (const panel of PANELS) {
    await trainee.panel(panel)
    await look(panel)
  }
  await trainee.panel('do.phone')
  await phone.keyboard(true)
  await look('writing to the supervisor')
  await phone.keyboard(false)
  await trainee.closePanel()
  await trainee.choosesLine('A1-01')
  await trainee.opensFan()
  await look('fan')
  await trainee.button(trainee.say('do.more'), page.locator('.fan')).click()
  await look('more lines')
  await trainee.button(trainee.say('do.type'), page.locator('.fan, .dock').locator('visible=true')).first().click()
  await trainee.stored()
  await look('typing')
  await phone.keyboard(true)
  await look('typing, the keyboard open')
  await phone.keyboard(false)
  await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
  await trainee.press('touch.more')
  await trainee.button(trainee.say('visit.textMode'), page.locator('.dock')).click()
  await look('by text')
  await page
    .locator('.visit__tools')
    .getByRole('button', { name: trainee.say('do.pause') })
    .click()
  await look('paused')
  await trainee.button(trainee.say('do.resume'), page.locator('.stopped')).click()
  await trainee.stored()
}

describe('every screen on a phone', { timeout: 300_000 }, () => {
  it.each([
    ['held upright, in Chinese', { make: 'android', lang: 'zh' }],
    ['that lies, in English', { make: 'android', lang: 'en', isLying: true }],
    ['held upright with words twice as large, in English', { make: 'android', lang: 'en', textPercent: 200 }],
    [
      'that lies with words twice as large, in Chinese',
      { make: 'android', lang: 'zh', isLying: true, textPercent: 200 },
    ],
    ['with a notch above, in English', { make: 'iphone', lang: 'en' }],
    ['with a notch at the side, in Chinese', { make: 'iphone', lang: 'zh', isLying: true }],
  ] as [string, PhoneOptions][])(
    '%s fits, never scrolls sideways, and has nothing an accessibility checker objects to',
    async (_, options) => {
      const trainee = await PhoneTrainee.open(browser, server.url, scene, options)
      const { page, phone } = trainee
      const found: string[] = []
      const look: Look = async (name) => {
        for (const one of await misfits(page, phone.edges)) found.push(`${name} – ${one}`)
        for (const one of await violations(page)) found.push(`${name} – ${one}`)
        if (await overlap(page, '.captions', '.fan')) found.push(`${name} – captions under the lines`)
      }
      await beforeTheDoor(trainee, look)
      await inTheVisit(trainee, look)
      await trainee.leave()
      await look('aftermath')
      await trainee.finish()
      await look('ended')
      await trainee.lookBack()
      await look('debrief')
      expect(found).toEqual([])
      await phone.close()
    },
  )
})
