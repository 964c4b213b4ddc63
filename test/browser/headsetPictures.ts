import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadScene } from '../../src/author/index.ts'
import { LANGUAGES, type Language } from '../../src/scene/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { PROJECT, SCENE, serverIn, temporaryFolder } from '../server/harness.ts'
import { practises } from './headsetPractice.ts'
import { openBrowser } from './page.ts'
import { type Wearing, wearing } from './wearing.ts'

/** Takes `docs/pictures/headset-*.jpg` afresh: `npx tsx test/browser/headsetPictures.ts [zh|en]`. A person then looks at them. */
const FOLDER = join(PROJECT, 'docs/pictures')
const QUALITY = 82
const ONE_EYE = { width: 720, height: 450 }
const BOTH_EYES = { width: 1280, height: 640 }

/** What the wearer sees: the page's own words over its picture are not theirs. */
async function take({ page, trainee }: Wearing, name: string): Promise<void> {
  const file = `headset-${name}-${trainee.lang}.jpg`
  await page.evaluate(() => document.querySelector('dialog')?.close())
  const clip = await page.locator('canvas').first().boundingBox()
  await page.screenshot({ path: join(FOLDER, file), type: 'jpeg', quality: QUALITY, ...(clip && { clip }) })
  console.log(file)
}

async function practice(one: Wearing): Promise<void> {
  const { trainee, visitor } = one
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01'])
  await trainee.arrive()
  await visitor.enters()
  await practises(visitor, (step) => take(one, `practice-${step}`))
}

async function fan(one: Wearing): Promise<void> {
  const { page, trainee, visitor } = one
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01'])
  await trainee.arrive()
  await trainee.choosesLine('A1-01')
  await trainee.step(15_000)
  await trainee.choosesLine('A1-02')
  await page.evaluate(() => {
    globalThis.emulated.stereoEnabled = true
  })
  await visitor.enters()
  await visitor.pressButton('right', 'a-button')
  await visitor.untilPanel('fan')
  await visitor.faces(0, -16)
  const line = (await visitor.buttons()).filter(({ panel }) => panel === 'fan')[1]
  if (line) {
    await visitor.hand('right', [0.2, 1.28, -0.25])
    await visitor.aims('right', [0.2, 1.28, -0.25], line.at)
  }
  await visitor.frames(12)
  await take(one, 'fan')
}

async function main(): Promise<void> {
  if (!ensureBuilt()) throw new Error('the client does not build')
  const { scene } = await loadScene(join(PROJECT, 'scenes', SCENE))
  if (!scene) throw new Error('the scene has errors')
  mkdirSync(FOLDER, { recursive: true })
  const folder = temporaryFolder('headset-pictures')
  const server = await serverIn(folder.path)
  const browser = await openBrowser()
  const wanted = process.argv.slice(2)
  const isWanted = (lang: Language) => wanted.includes(lang) || !LANGUAGES.some((one) => wanted.includes(one))
  for (const lang of LANGUAGES.filter(isWanted)) {
    for (const [picture, size, hasPractised] of [
      [fan, BOTH_EYES, true],
      [practice, ONE_EYE, false],
    ] as const) {
      const one = await wearing(browser, server, scene, 'quest-3', { hasPractised, size, lang })
      // What runs this script gives inner functions names by a helper that a page does not have.
      await one.page.addInitScript('globalThis.__name = (made) => made')
      await picture(one)
      await one.context.close()
    }
  }
  await browser.close()
  await server.close()
  folder.remove()
}

await main()
