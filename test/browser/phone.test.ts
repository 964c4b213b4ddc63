import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { openBrowser, openPage } from './page.ts'
import { Thumbs, tapInsteadOfClick } from './Thumbs.ts'
import { Trainee } from './Trainee.ts'
import { violations } from './violations.ts'

const UPRIGHT = { width: 360, height: 740 }

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

async function phone(size: { width: number; height: number }, lang: Language) {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB'
  const watched = await openPage(browser, server.url, { ...size, locale, isPhone: true })
  tapInsteadOfClick(watched.page)
  return { ...watched, trainee: new Trainee(watched.page, server.url, scene, lang) }
}

/** How far anything that can be seen reaches beyond the right edge, in pixels. Lists that scroll by themselves count as a fault too. */
const tooWide = (page: Page, width: number) =>
  page.evaluate((most) => {
    const { scrollWidth } = document.documentElement
    const inner = [...document.querySelectorAll('.panel__body, .fan, .dock, .visit__left, .dialog, .stopped, .page')]
    return Math.max(scrollWidth - most, 0, ...inner.map((one) => one.scrollWidth - one.clientWidth))
  }, width)

type Look = (name: string) => Promise<void>

/** Every screen of a short visit, the picture among them. */
async function everyScreen(trainee: Trainee, look: Look): Promise<void> {
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
  await (await Thumbs.on(page)).seesPicture()
  await look('visit')
  await trainee.button(trainee.say('touch.more'), page.locator('.dock')).click()
  await look('all tools')
  await trainee.button(trainee.say('touch.fewer'), page.locator('.dock')).click()
  for (const panel of ['do.notebook', 'do.documents', 'do.phone', 'do.sight', 'do.places', 'do.comfort'] as const) {
    await trainee.panel(panel)
    await look(panel)
  }
  await trainee.closePanel()
  await trainee.press('do.talk')
  await trainee.stored()
  await look('fan')
  await trainee.press('do.type')
  await trainee.stored()
  await look('typing')
  await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
  await page
    .locator('.visit__tools')
    .getByRole('button', { name: trainee.say('do.pause') })
    .click()
  await look('paused')
  await trainee.button(trainee.say('do.resume'), page.locator('.stopped')).click()
  await trainee.stored()
  await trainee.leave()
  await look('aftermath')
  await trainee.finish()
  await trainee.lookBack()
  await look('debrief')
}

describe('every screen on a phone', { timeout: 300_000 }, () => {
  it.each([['held upright, in Chinese', UPRIGHT, 'zh', 100]] as const)(
    '%s never scrolls sideways, and has nothing an accessibility checker objects to',
    async (...of) => {
      const [, size, lang, percent] = of
      const { page, context, trainee } = await phone(size, lang)
      await page.addInitScript((textPercent) => {
        localStorage.setItem('doorstep.comfort', JSON.stringify({ textPercent }))
      }, percent)
      const found: string[] = []
      await everyScreen(trainee, async (name) => {
        const by = await tooWide(page, size.width)
        if (by > 0) found.push(`${name}: ${by} px too wide`)
        for (const one of await violations(page)) found.push(`${name} – ${one}`)
      })
      expect(found).toEqual([])
      await context.close()
    },
  )
})
