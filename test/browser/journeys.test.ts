import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { spawnServer } from '../server/spawned.ts'
import { follow, linesOf } from './follow.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('journeys')

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

describe('a whole visit in a real browser', { timeout: 420_000 }, () => {
  it('goes from the start page to 《一件小事》 and its debrief, in Chinese', async () => {
    const { page, context, strangers, faults } = await openPage(browser, server.url)
    const trainee = new Trainee(page, server.url, scene, 'zh')
    const { lines, prepared } = await linesOf(SCENE, 'e-a1-one-small-thing.txt')
    await trainee.introduce('小李')
    await trainee.choose('alpha')
    await trainee.prepare(prepared)
    await trainee.arrive()
    await follow(trainee, lines)
    const ending = scene.endings.find((one) => one.id === 'E-A1')
    await page
      .getByText(ending?.title.zh ?? '')
      .first()
      .waitFor()
    await page
      .getByText(ending?.card.zh ?? '')
      .first()
      .waitFor()
    await trainee.lookBack()
    expect(await page.locator('body').textContent()).toContain('自动提示')
    expect(await page.getByText('您跟我说说他吧。').count()).toBeGreaterThan(0)
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('stops at a red line in a first run, the offer to go on declined, and ends at E-A6, in English', async () => {
    const { page, context, strangers, faults } = await openPage(browser, server.url, { locale: 'en-GB' })
    const trainee = new Trainee(page, server.url, scene, 'en')
    await trainee.introduce('Sam')
    await trainee.choose()
    await trainee.prepare(['A0-02'])
    await trainee.arrive()
    await trainee.step(4000)
    await trainee.choosesLine('A1-01')
    await trainee.step(15_000)
    await trainee.choosesLine('A1-02')
    await trainee.step(15_000)
    await trainee.go('living')
    await trainee.choosesLine('A2-01')
    await trainee.step(20_000)
    await trainee.choosesLine('A2-16')
    const redLine = scene.redLines.find((one) => one.id === 'CF-A7')
    await page.getByText(redLine?.text.en ?? '').waitFor()
    await page.getByText(redLine?.why.en ?? '').waitFor()
    await trainee.button(trainee.say('redline.decline')).click()
    const ending = scene.endings.find((one) => one.id === 'E-A6')
    await page
      .getByText(ending?.card.en ?? '')
      .first()
      .waitFor()
    await trainee.lookBack()
    expect(await page.locator('body').textContent()).toMatch(/not yet competent/i)
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})

describe('nothing acknowledged is lost', () => {
  it('a reload in mid-visit brings everything back', async () => {
    const { page, context } = await openPage(browser, server.url)
    const trainee = new Trainee(page, server.url, scene, 'zh')
    await trainee.introduce('小王')
    await trainee.choose('alpha')
    await trainee.arrive()
    await trainee.step(4000)
    await trainee.thing('landing-bulb', 'look')
    await trainee.choosesLine('A1-01')
    await trainee.step(15_000)
    await trainee.choosesLine('A1-02')
    await page.reload()
    await trainee.command('do.talk').waitFor()
    await trainee.findInTranscript(['A1-01', 'A1-02'])
    await trainee.panel('do.notebook')
    await page
      .locator('.panel')
      .getByText(scene.cues.find((cue) => cue.id === 'C01')?.name.zh ?? '')
      .first()
      .waitFor()
    await context.close()
  })

  it('a server killed in mid-visit and started again goes on from the last act', async () => {
    const home = temporaryFolder('killed')
    const env = { DOORSTEP_DATA: home.path, DOORSTEP_TEST: '1' }
    const first = await spawnServer(env)
    const port = new URL(first.url).port
    const { page, context } = await openPage(browser, first.url, { locale: 'en-GB' })
    const trainee = new Trainee(page, first.url, scene, 'en')
    await trainee.introduce('Robin')
    await trainee.choose('alpha')
    await trainee.arrive()
    await trainee.step(4000)
    await trainee.choosesLine('A1-01')
    await trainee.step(15_000)
    await trainee.choosesLine('A1-03')
    await first.end('SIGKILL')
    await page.getByText(trainee.say('state.offline')).first().waitFor()
    const second = await spawnServer({ ...env, DOORSTEP_PORT: port })
    await page.getByText(trainee.say('state.offline')).first().waitFor({ state: 'hidden' })
    await trainee.findInTranscript(['A1-01', 'A1-03'])
    await trainee.closePanel()
    await trainee.step(15_000)
    await trainee.choosesLine('A1-02')
    await trainee.findInTranscript(['A1-01', 'A1-03', 'A1-02'])
    await context.close()
    await second.end('SIGTERM')
    home.remove()
  })
})
