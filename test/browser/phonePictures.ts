import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadScene } from '../../src/author/index.ts'
import { LANGUAGES } from '../../src/scene/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { PROJECT, SCENE, serverIn, temporaryFolder } from '../server/harness.ts'
import { PhoneTrainee } from './PhoneTrainee.ts'
import { openBrowser } from './page.ts'

/** Takes `docs/pictures/phone-*.png` afresh, upright and lying, in both languages: `npx tsx test/browser/phonePictures.ts [zh|en]`. A person then looks at them. */
const FOLDER = join(PROJECT, 'docs/pictures')
/** A software renderer draws slowly: each picture is given time to settle. */
const SETTLE_MS = 4000
/** She walks to the sofa and sits down first. */
const WALK_MS = 20_000

async function take({ page, lang }: PhoneTrainee, name: string, settleMs = SETTLE_MS): Promise<void> {
  await page.waitForTimeout(settleMs)
  await page.screenshot({ path: join(FOLDER, `phone-${name}-${lang}.png`) })
  console.log(`phone-${name}-${lang}.png`)
}

async function takeAll(trainee: PhoneTrainee): Promise<void> {
  const { page, phone, lang } = trainee
  await trainee.introduce(lang === 'zh' ? '小李' : 'Li')
  await take(trainee, 'start', 800)
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01', 'A0-02'])
  await trainee.arrive()
  await phone.thumbs.seesPicture()
  await take(trainee, 'door')
  await trainee.readsTip()
  await trainee.choosesLine('A1-01')
  await trainee.step(15_000)
  await trainee.choosesLine('A1-02')
  await trainee.step(15_000)
  await trainee.go('living')
  await trainee.choosesLine('A2-01')
  await trainee.step(15_000)
  await page.waitForTimeout(WALK_MS)
  await trainee.choosesLine('A2-03')
  await trainee.step(4000)
  await take(trainee, 'living')
  await trainee.opensFan()
  await take(trainee, 'fan')
  await phone.turn(true)
  await take(trainee, 'lying-fan')
  await trainee.button(trainee.say('common.close'), page.locator('.fan')).click()
  await take(trainee, 'lying')
  await phone.turn(false)
  await trainee.panel('do.comfort')
  await take(trainee, 'comfort', 1000)
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
    const trainee = await PhoneTrainee.open(browser, server.url, scene, { make: 'android', lang, density: 2 })
    await takeAll(trainee)
    await trainee.phone.close()
  }
  await browser.close()
  await server.close()
  folder.remove()
}

await main()
