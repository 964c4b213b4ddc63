import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene, Language } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'
import { violations } from './violations.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('screens')

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

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Goes by text through every screen of a short visit, and looks at each. */
async function everyScreen(trainee: Trainee, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = trainee
  await page.goto(trainee.url)
  await trainee.speak()
  await look('start')
  await trainee.introduce(trainee.lang === 'zh' ? '小李' : 'Li')
  await trainee.byText()
  await look('start, known')
  await page.goto(`${trainee.url}/scene/${scene.id}?seed=alpha`)
  await page.getByText(trainee.pick(scene.card.fiction)).waitFor()
  await look('pre-brief')
  await trainee.choose('alpha')
  await look('preparation')
  await trainee.arrive()
  await look('visit')
  await trainee.thing('landing-bulb', 'look')
  await trainee.panel('do.notebook')
  await look('notebook')
  await trainee.panel('do.documents')
  await look('documents')
  await trainee.closePanel()
  await trainee.choosesLine('A1-01')
  await trainee.leave()
  await look('aftermath')
  await trainee.finish()
  await trainee.lookBack()
  await look('debrief')
}

describe.each(['zh', 'en'] as const)('every screen, in %s', (lang: Language) => {
  it('has nothing that an accessibility checker objects to, and asks nobody else for anything', async () => {
    const { page, context, strangers, faults } = await openPage(browser, server.url, { width: 1366, height: 768 })
    const found: string[] = []
    await everyScreen(new Trainee(page, server.url, scene, lang), async (name) => {
      for (const one of await violations(page)) found.push(`${name} – ${one}`)
    })
    expect(found).toEqual([])
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it.each([
    ['in a window 360 pixels wide', 360, 740],
    ['at 200 % zoom', 683, 384],
  ])('fits %s without scrolling sideways', async (_, width, height) => {
    const { page, context } = await openPage(browser, server.url, { width, height })
    const found: string[] = []
    await everyScreen(new Trainee(page, server.url, scene, lang), async (name) => {
      const by = await overflow(page)
      if (by > 0) found.push(`${name}: ${by} px too wide`)
    })
    expect(found).toEqual([])
    await context.close()
  })
})

describe('languages', () => {
  it('switch at any time: what was said is there in both', async () => {
    const { page, context } = await openPage(browser, server.url)
    const zh = new Trainee(page, server.url, scene, 'zh')
    const en = new Trainee(page, server.url, scene, 'en')
    await zh.introduce('小李')
    await zh.byText()
    await zh.choose('alpha')
    await zh.arrive()
    await zh.choosesLine('A1-02')
    await zh.findInTranscript(['A1-02'])
    await en.speak()
    await en.findInTranscript(['A1-02'])
    expect(await page.title()).toContain('Doorstep')
    await context.close()
  })
})

describe('by keyboard alone', () => {
  it('one can come from the start page to the first line said', async () => {
    const { page, context } = await openPage(browser, server.url)
    const trainee = new Trainee(page, server.url, scene, 'zh')
    const { keyboard } = page
    /** Tab until the focus is on what is wanted. */
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 80; i++) {
        await keyboard.press('Tab')
        const text = await page.evaluate(
          () =>
            `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''} ${document.activeElement?.tagName ?? ''}`,
        )
        if (name.test(text)) return
      }
      throw new Error(`nothing named ${name} can be reached by Tab`)
    }
    await page.goto(server.url)
    await tabTo(/INPUT/)
    await keyboard.type('小周')
    await keyboard.press('Enter')
    await page.getByText(trainee.say('start.hello').replace('{{name}}', '小周')).waitFor()
    await trainee.byText()
    await tabTo(new RegExp(trainee.say('start.open')))
    await keyboard.press('Enter')
    await page.getByText(scene.card.fiction.zh).waitFor()
    await tabTo(new RegExp(`${trainee.say('scene.start')}|${trainee.say('scene.full')}`))
    await keyboard.press('Enter')
    await page
      .getByRole('heading', { name: trainee.say('prepare.title') })
      .first()
      .waitFor()
    await tabTo(new RegExp(trainee.say('prepare.go')))
    await keyboard.press('Enter')
    await trainee.command('do.talk').waitFor()
    await trainee.stored()
    await page.locator('body').click({ position: { x: 5, y: 300 } })
    await keyboard.press('Space')
    await page.locator('.fan .fan__line').first().waitFor()
    await keyboard.press('1')
    await trainee.stored()
    await trainee.panel('do.transcript')
    expect(await page.locator('.panel .transcript li, .panel li').count()).toBeGreaterThan(0)
    await context.close()
  })
})
