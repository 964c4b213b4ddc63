import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { PROJECT, SCENE, serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { Wearer, wear } from './headsets.ts'
import { openBrowser, openPage } from './page.ts'
import { Trainee } from './Trainee.ts'

/** Where the pictures lie, for people to look at. */
const PICTURES = '.cache/panels'

let browser: Browser
let server: TestServer
let scene: FullScene
const folder = temporaryFolder('space-panels')

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
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

async function inside(hasPractised: boolean) {
  const watched = await openPage(browser, server.url, { width: 960, height: 480 })
  await wear(watched.context, 'quest-3', { hasPractised })
  const sent: string[] = []
  watched.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  const trainee = new Trainee(watched.page, server.url, scene, 'zh')
  await trainee.introduce('小李')
  await trainee.choose('alpha')
  await trainee.prepare(['A0-01'])
  await trainee.arrive()
  await trainee.button(trainee.say('vr.enter')).click()
  await trainee.page.getByText(trainee.say('vr.within')).waitFor({ state: 'attached' })
  const wearer = new Wearer(watched.page)
  await wearer.hand('left', [-0.3, 1.15, -0.2])
  await wearer.hand('right', [0.3, 1.15, -0.2])
  for (const side of ['left', 'right'] as const) await wearer.turn(side, 0, -85)
  await wearer.frames(12)
  const picture = async (name: string) => {
    // The page's own words of pausing lie over its picture; who wears the headset does not see them.
    await watched.page.evaluate(() => document.querySelector('dialog')?.close())
    await watched.page.screenshot({ path: `${PICTURES}/headset-${name}.png` })
  }
  const until = async (what: RegExp) => {
    for (let i = 0; i < 60 && !sent.some((one) => what.test(one)); i++) await wearer.frames(3)
    expect(sent.join('\n')).toMatch(what)
  }
  const press = async (side: 'left' | 'right', button: string) => {
    await wearer.button(side, button, 1)
    await wearer.frames(3)
    await wearer.button(side, button, 0)
    await wearer.frames(3)
  }
  return { ...watched, trainee, wearer, sent, picture, until, press }
}

describe('panels in an emulated headset', { timeout: 300_000 }, () => {
  it('the fan opens by a button, takes the floor, and a line is said by pointing at it; the hip’s pause leads to the quiet room', async () => {
    const { context, wearer, until, press, picture, faults, strangers } = await inside(true)
    await press('right', 'a-button')
    await until(/"type":"begin-composing"/)
    await wearer.frames(6)
    await wearer.turn('head', 0, -20)
    await wearer.frames(4)
    await picture('fan')
    // From beside the head along the middle of the sight: the fan hangs there, 34 degrees down.
    await wearer.hand('right', [0.02, 1.6, 0])
    await wearer.turn('right', 0, -36)
    await wearer.frames(4)
    await picture('fan-aimed')
    await press('right', 'trigger')
    await until(/"type":"(say|do)","offer"/)
    await wearer.turn('head', 0)
    await wearer.frames(8)
    await picture('said')
    await wearer.hand('left', [-0.25, 1.95, -0.2])
    await wearer.hand('right', [0.25, 1.95, -0.2])
    await until(/"type":"pause"/)
    await wearer.frames(4)
    await picture('quiet')
    expect(faults).toEqual([])
    expect(strangers).toEqual([])
    await context.close()
  })

  it('the first time one practises in a stairwell of one’s own, with the visit’s clock standing still', async () => {
    const { context, wearer, sent, until, picture, faults } = await inside(false)
    await until(/"type":"pause"/)
    await picture('practice-look')
    await wearer.turn('head', 55)
    await wearer.frames(30)
    await wearer.turn('head', 0)
    await wearer.frames(4)
    await picture('practice-move')
    await wearer.head([0.5, 1.6, 0])
    await wearer.frames(6)
    await picture('practice-point')
    expect(sent.filter((one) => /"type":"(look|approach|go|say)"/.test(one))).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})
