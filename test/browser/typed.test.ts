import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { OwnWords, shareUnderstood } from './OwnWords.ts'
import { openBrowser, openPage } from './page.ts'
import { playTyping } from './playTyping.ts'
import { Trainee } from './Trainee.ts'
import { TYPED_VISITS } from './typedVisits.ts'

/** Of typed sentences so many must come across, at once or after a yes. */
const SHARE_MIN = 0.8

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('typed')

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

describe('a whole visit played by typing only', { timeout: 420_000 }, () => {
  it.each(['zh', 'en'] as const)('comes to 《一件小事》 in %s, and its debrief quotes what was typed', async (lang) => {
    const options = { width: 1366, height: 768, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' }
    const { page, context, strangers, faults } = await openPage(browser, server.url, options)
    const trainee = new Trainee(page, server.url, scene, lang)
    const own = new OwnWords(trainee)
    const visit = TYPED_VISITS[lang]
    await trainee.introduce(lang === 'zh' ? '小李' : 'Li')
    await trainee.byText()
    await trainee.choose('alpha')
    await playTyping(trainee, own, visit)

    const { atOnce, afterYes, astray, missed } = own.tally
    const share = shareUnderstood(own.tally)
    console.log(
      `typed, ${lang}: ${atOnce} understood at once, ${afterYes} after a yes, ${astray} astray, ${missed} not understood: ${Math.round(share * 100)} %`,
    )
    for (const one of own.strayed) console.log(`  ${one}`)
    expect(share).toBeGreaterThanOrEqual(SHARE_MIN)

    const ending = scene.endings.find((one) => one.id === 'E-A1')
    for (const text of [ending?.title, ending?.card])
      await page
        .getByText(text ? trainee.pick(text) : '')
        .first()
        .waitFor()
    await trainee.lookBack()
    const quoted = await page.locator('.evidence__words').allInnerTexts()
    const counted = own.meant.filter((words) => quoted.some((one) => one.includes(words)))
    expect(counted.length).toBeGreaterThan(own.meant.length / 2)
    for (const words of [visit.slip, visit.harmful, ...visit.smallTalk])
      expect(quoted.filter((one) => one.includes(words))).toEqual([])

    // Nothing but the trainee's own words and those of the scene, all in one language.
    if (lang === 'en') expect(await page.locator('.lookback').textContent()).not.toMatch(/\p{Script=Han}/u)

    const transcript = page.locator('#transcript .transcript__line')
    const [takenFor = ''] = trainee.say('transcript.understoodAs').split('{{line}}')
    for (const words of own.meant)
      expect(await transcript.filter({ hasText: words }).locator('.transcript__as').first().textContent()).toContain(
        takenFor.trim(),
      )
    expect(await transcript.filter({ hasText: visit.slip }).getAttribute('data-gone')).toBe('true')
    expect(strangers).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})
