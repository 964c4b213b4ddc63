import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { openBrowser } from './page.ts'
import { type Wearing, wearing } from './wearing.ts'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('headset-troubles')

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

/** Five seconds and a little at the tests' thirty milliseconds a picture. */
const FIVE_SECONDS = 176

async function atTheDoor(): Promise<Wearing> {
  const one = await wearing(browser, server, scene, 'quest-3')
  await one.trainee.choose('alpha')
  await one.trainee.prepare(['A0-01'])
  await one.trainee.arrive()
  return one
}

describe('what can go wrong in a headset is told there, with a way on', { timeout: 300_000 }, () => {
  it('one controller, none at all, a wall, and a head that the device has lost', async () => {
    const { page, context, visitor, sent, faults } = await atTheDoor()
    await visitor.enters()

    await visitor.loses('left')
    await visitor.frames(FIVE_SECONDS)
    await visitor.untilPanel('trouble')
    await visitor.press('one-hand')
    expect(await page.evaluate(() => localStorage.getItem('doorstep.comfort'))).toContain('"hand":"right"')
    expect(await visitor.panels()).not.toContain('trouble')

    // With nothing to press with, resting the eyes on a button presses it.
    await visitor.loses('right')
    await visitor.frames(FIVE_SECONDS)
    await visitor.untilPanel('no-hands')
    const talk = await visitor.find('talk')
    await visitor.facesPoint(talk.at)
    await visitor.untilSent(/"type":"begin-composing"/)
    await visitor.untilPanel('fan')
    await visitor.loses('left', false)
    await visitor.loses('right', false)
    await visitor.faces(0)
    await visitor.frames(8)
    expect(await visitor.panels()).not.toContain('no-hands')
    await visitor.press('close')

    await visitor.head([0, 1.6, -1.3])
    await visitor.untilPanel('away')
    expect(sent.join('\n')).not.toMatch(/"type":"go"/)
    await visitor.head([0, 1.6, 0])
    await visitor.frames(6)
    expect(await visitor.panels()).not.toContain('away')

    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          globalThis.emulated.activeSession?.requestAnimationFrame((_, frame) => {
            const prototype = Object.getPrototypeOf(frame)
            const real = prototype.getViewerPose
            prototype.getViewerPose = () => null
            globalThis.findHead = () => {
              prototype.getViewerPose = real
            }
            resolve()
          })
        }),
    )
    await visitor.frames(40)
    await page.evaluate(() => globalThis.findHead())
    await visitor.untilPanel('quiet')
    await visitor.untilPanel('trouble')
    await visitor.press('got-it')
    await visitor.press('resume')
    await visitor.untilSent(/"type":"resume"/)
    expect(faults).toEqual([])
    await context.close()
  })

  it('sitting throughout, with the left hand: seen from a standing person’s height, all pointed at with the left', async () => {
    const { page, context, visitor, sent, faults } = await atTheDoor()
    await page.evaluate(() => localStorage.setItem('doorstep.comfort', JSON.stringify({ hand: 'left' })))
    await page.reload()
    await page.locator('canvas').waitFor()
    await visitor.head([0, 1.12, 0])
    await visitor.loses('right')
    await visitor.enters()
    const eyes = await visitor.eyeHeight()
    expect(eyes).toBeCloseTo(1.6, 1)
    await visitor.pressButton('left', 'x-button')
    await visitor.untilPanel('fan')
    const line = (await visitor.buttons()).find(({ panel, id }) => panel === 'fan' && !/^(more|close|type)$/.test(id))
    await visitor.press(line?.id ?? 'none', 'ray', 'left')
    await visitor.untilSent(/"type":"(say|do)","offer"/)
    expect(sent.join('\n')).toMatch(/"type":"begin-composing"/)

    // Another wearer, who stands: measured anew, their own height is theirs.
    await visitor.head([0, 1.68, 0])
    await visitor.pressButton('left', 'y-button')
    await visitor.untilPanel('menu')
    await visitor.press('comfort', 'ray', 'left')
    await visitor.press('measure', 'ray', 'left')
    await visitor.frames(12)
    expect(await visitor.eyeHeight()).toBeCloseTo(1.68, 1)
    expect(faults).toEqual([])
    await context.close()
  })
})

declare global {
  var findHead: () => void
}
