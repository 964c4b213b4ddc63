import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { loadScene } from '../../src/author/index.ts'
import { LANGUAGES, type Language } from '../../src/scene/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { PROJECT, SCENE, serverIn, temporaryFolder } from '../server/harness.ts'
import { follow, linesOf } from './follow.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'
import { writtenIn } from './typedPapers.ts'
import { TYPED_VISITS } from './typedVisits.ts'

/**
 * Takes the pictures of `docs/pictures/` afresh, in both languages: `npx tsx test/browser/pictures.ts [zh|en] [visit|words|debrief]`. A person then looks at them.
 * A software renderer draws slowly: each picture is given time to settle.
 */
const FOLDER = join(PROJECT, 'docs/pictures')
const SETTLE_MS = 6000
/** She walks to the sofa and sits down first, which takes a slow renderer its time. */
const WALK_MS = 25_000

async function take(page: Page, name: string, lang: Language, settleMs = SETTLE_MS): Promise<void> {
  await page.waitForTimeout(settleMs)
  await page.screenshot({ path: join(FOLDER, `${name}-${lang}.png`) })
  console.log(`${name}-${lang}.png`)
}

/** Types a line, and says yes where the program asks whether it was meant. */
async function typesAndMeans(trainee: Trainee, words: string): Promise<void> {
  await trainee.types(words)
  const yes = trainee.page.getByRole('button', { name: trainee.say('talk.confirmYes'), exact: true })
  if (await yes.isVisible()) await yes.click()
  await trainee.stored()
  await trainee.step(15_000)
}

const PICTURES: Record<string, (trainee: Trainee) => Promise<void>> = {
  async visit(trainee) {
    const { page, lang } = trainee
    await page.goto(trainee.url)
    await trainee.speak()
    await take(page, 'start', lang, 1000)
    await trainee.introduce(lang === 'zh' ? '小李' : 'Li')
    await trainee.choose('alpha')
    await trainee.prepare(['A0-01', 'A0-02', 'A0-03', 'A0-04'])
    await trainee.arrive()
    await take(page, 'door', lang)
    await trainee.thing('front-door-key', 'look')
    await trainee.choosesLine('A1-01')
    await trainee.step(15_000)
    await trainee.choosesLine('A1-02')
    await trainee.step(15_000)
    await trainee.go('kitchen')
    await trainee.thing('scorched-pan', 'approach')
    await take(page, 'kitchen', lang)
    await trainee.go('living')
    await trainee.choosesLine('A2-01')
    for (const thing of ['portrait-cabinet', 'wall-calendar', 'pill-box', 'landline-list'])
      await trainee.thing(thing, 'look')
    await trainee.step(15_000)
    await page.waitForTimeout(WALK_MS)
    await trainee.choosesLine('A2-03')
    await take(page, 'living', lang)
    await trainee.panel('do.notebook')
    await take(page, 'notebook', lang, 1500)
  },
  /** The fan of lines, and one's own words: not understood, asked about, and in the transcript with what they were taken for. */
  async words(trainee) {
    const { page, lang } = trainee
    const { lines, smallTalk, diagnosis } = TYPED_VISITS[lang]
    await trainee.introduce(lang === 'zh' ? '小孙' : 'Sun')
    await trainee.choose('alpha')
    await trainee.prepare(['A0-01', 'A0-02'])
    await trainee.arrive()
    for (const row of ['A1-01', 'A1-02', 'A1-04']) await typesAndMeans(trainee, lines[row]?.[0] ?? '')
    await trainee.go('living')
    await trainee.choosesLine('A2-01')
    await trainee.thing('portrait-cabinet', 'look')
    await page.waitForTimeout(WALK_MS)
    await typesAndMeans(trainee, lines['A2-02']?.[0] ?? '')
    await trainee.command('do.talk').click()
    await take(page, 'fan', lang)
    await page.keyboard.press('Escape')
    await typesAndMeans(trainee, smallTalk[0])
    // No time passes before the picture, or what she answers is off the screen.
    await trainee.types(smallTalk[1])
    await page.getByText(smallTalk[1]).waitFor()
    await take(page, 'not-understood', lang, 1500)
    await trainee.step(15_000)
    await trainee.types(diagnosis)
    await page.getByText(trainee.say('talk.confirm')).waitFor()
    await take(page, 'did-you-mean', lang)
    await page.keyboard.press('n')
    await trainee.stored()
    // One of these is understood, so that the transcript has a line with what it was taken for.
    for (const row of ['A2-03', 'A2-06']) await typesAndMeans(trainee, lines[row]?.at(-1) ?? '')
    await trainee.panel('do.transcript')
    await page.locator('.panel .transcript__as').last().scrollIntoViewIfNeeded()
    await page.locator('.panel .transcript__line').last().scrollIntoViewIfNeeded()
    await take(page, 'transcript', lang, 1500)
  },
  async debrief(trainee) {
    const { lines, prepared } = await linesOf(SCENE, 'e-a1-one-small-thing.txt')
    await trainee.introduce(trainee.lang === 'zh' ? '小王' : 'Wang')
    await trainee.byText()
    await trainee.choose('alpha')
    await trainee.prepare(prepared)
    await trainee.arrive()
    await follow(trainee, writtenIn(trainee.lang, lines))
    await trainee.lookBack()
    await take(trainee.page, 'debrief', trainee.lang, 1500)
  },
}

async function main(): Promise<void> {
  if (!ensureBuilt()) throw new Error('the client does not build')
  const { scene } = await loadScene(join(PROJECT, 'scenes', SCENE))
  if (!scene) throw new Error('the scene has errors')
  mkdirSync(FOLDER, { recursive: true })
  const folder = temporaryFolder('pictures')
  const server = await serverIn(folder.path)
  const browser = await openBrowser()
  const wanted = process.argv.slice(2)
  const isWanted = (name: string, names: readonly string[]) =>
    wanted.includes(name) || !names.some((one) => wanted.includes(one))
  for (const lang of LANGUAGES) {
    if (!isWanted(lang, LANGUAGES)) continue
    const options = { width: 1366, height: 768, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' }
    for (const [name, picture] of Object.entries(PICTURES)) {
      if (!isWanted(name, Object.keys(PICTURES))) continue
      const { page, context } = await openPage(browser, server.url, options)
      await picture(new Trainee(page, server.url, scene, lang))
      await context.close()
    }
  }
  await browser.close()
  await server.close()
  folder.remove()
}

await main()
