import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { loadScene } from '../../src/author/index.ts'
import { LANGUAGES, type Language } from '../../src/scene/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { PROJECT, SCENE, serverIn, temporaryFolder } from '../server/harness.ts'
import { openBrowser, openPage } from './page.ts'
import { Thumbs, tapInsteadOfClick } from './Thumbs.ts'
import { Trainee } from './Trainee.ts'

/** Takes `docs/pictures/phone-*.png` afresh, upright and lying, in both languages: `npx tsx test/browser/phonePictures.ts [zh|en]`. A person then looks at them. */
const FOLDER = join(PROJECT, 'docs/pictures')
/** A software renderer draws slowly: each picture is given time to settle. */
const SETTLE_MS = 5000
/** She walks to the sofa and sits down first. */
const WALK_MS = 20_000
const UPRIGHT = { width: 360, height: 740 }
const LYING = { width: 740, height: 360 }

async function take(page: Page, name: string, lang: Language, settleMs = SETTLE_MS): Promise<void> {
  await page.waitForTimeout(settleMs)
  await page.screenshot({ path: join(FOLDER, `phone-${name}-${lang}.png`) })
  console.log(`phone-${name}-${lang}.png`)
}

async function takeAll(trainee: Trainee): Promise<void> {
  const { page, lang } = trainee
  tapInsteadOfClick(page)
  await trainee.introduce(lang === 'zh' ? '小李' : 'Li')
  await take(page, 'start', lang, 800)
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01', 'A0-02'])
  await trainee.arrive()
  const thumbs = await Thumbs.on(page)
  await thumbs.seesPicture()
  await take(page, 'door', lang)
  await trainee.choosesLine('A1-01')
  await trainee.step(15_000)
  await trainee.choosesLine('A1-02')
  await trainee.step(15_000)
  await trainee.go('living')
  await trainee.choosesLine('A2-01')
  await trainee.step(15_000)
  await page.waitForTimeout(WALK_MS)
  await trainee.choosesLine('A2-03')
  await take(page, 'living', lang)
  await trainee.press('do.talk')
  await trainee.stored()
  await take(page, 'fan', lang)
  await page.setViewportSize(LYING)
  await take(page, 'lying-fan', lang)
  await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
  await take(page, 'lying', lang)
  await page.setViewportSize(UPRIGHT)
  await trainee.panel('do.comfort')
  await take(page, 'comfort', lang, 1000)
}

async function main(): Promise<void> {
  if (!ensureBuilt()) throw new Error('the client does not build')
  const { scene } = await loadScene(join(PROJECT, 'scenes', SCENE))
  if (!scene) throw new Error('the scene has errors')
  mkdirSync(FOLDER, { recursive: true })
  const folder = temporaryFolder('phone-pictures')
  const server = await serverIn(folder.path)
  const browser = await openBrowser()
  const wanted = process.argv.slice(2)
  for (const lang of LANGUAGES) {
    if (wanted.length > 0 && !wanted.includes(lang)) continue
    const options = { ...UPRIGHT, locale: lang === 'zh' ? 'zh-CN' : 'en-GB', isPhone: true, density: 2 }
    const { page, context } = await openPage(browser, server.url, options)
    await takeAll(new Trainee(page, server.url, scene, lang))
    await context.close()
  }
  await browser.close()
  await server.close()
  folder.remove()
}

await main()
