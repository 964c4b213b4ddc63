import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { loadScene } from '../../src/author/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { openBrowser, openPage } from '../browser/page.ts'
import { Trainee } from '../browser/Trainee.ts'
import { spawnServer } from '../server/spawned.ts'
import { type Figure, report } from './report.ts'
import { ROOT } from './visit.ts'

const KB = 1000
const FRAME_SECONDS = 4

/** What a page asked for: counted as it crosses the wire, compressed. */
type Traffic = { requests: number; bytes: number; scriptBytes: number; strangers: number }

/** Counts requests and bytes of a page from now on; asking again counts on. */
async function watch(page: Page, origin: string): Promise<() => Traffic> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: false })
  const kinds = new Map<string, { isScript: boolean; isOwn: boolean }>()
  const traffic: Traffic = { requests: 0, bytes: 0, scriptBytes: 0, strangers: 0 }
  client.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (/^(data|blob):/.test(request.url)) return
    const isOwn = new URL(request.url).origin === origin
    kinds.set(requestId, { isScript: type === 'Script', isOwn })
    traffic.requests++
    if (!isOwn) traffic.strangers++
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.bytes += encodedDataLength
    if (kinds.get(requestId)?.isScript) traffic.scriptBytes += encodedDataLength
  })
  return () => ({ ...traffic })
}

/** Until the first picture of the place has been drawn. */
async function pictured(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('doorstep:first-picture').length > 0, undefined, {
    timeout: 60_000,
  })
  return page.evaluate(() => performance.getEntriesByName('doorstep:first-picture')[0]?.startTime ?? 0)
}

type Drawn = { calls: number; triangles: number; frames: number; workMs: number }

/** The stage's own count of what it draws, and of its time on the main thread, over a few seconds. */
async function drawn(page: Page): Promise<Drawn | null> {
  return page.evaluate(async (seconds) => {
    const meter = (globalThis as { doorstepMeter?: { start(): void; read(): Drawn } }).doorstepMeter
    if (!meter) return null
    meter.start()
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    return meter.read()
  }, FRAME_SECONDS)
}

/** The trainee's app in a real browser: what it weighs, what it asks for, what it draws. */
export async function benchApp(): Promise<number> {
  if (!ensureBuilt()) throw new Error('the client does not build')
  const { scene } = await loadScene(join(ROOT, 'scenes/third-floor-west'))
  if (!scene) throw new Error('the scene has errors: npm run scenes says which')
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-bench-'))
  const server = await spawnServer({ DOORSTEP_DATA: folder, DOORSTEP_TEST: '1' })
  let browser: Browser | null = null
  try {
    browser = await openBrowser()
    const { page, strangers } = await openPage(browser, server.url, { width: 1366, height: 768 })
    const traffic = await watch(page, server.url)
    await page.goto(server.url)
    await page.getByRole('heading').first().waitFor()
    const start = traffic()
    const trainee = new Trainee(page, server.url, scene, 'zh')
    await trainee.writesName('小李')
    await trainee.choose()
    await trainee.arrive()
    await pictured(page)
    const door = traffic()
    const atDoor = await drawn(page)
    await trainee.choosesLine('A1-01')
    await trainee.choosesLine('A1-02')
    await trainee.go('living')
    await trainee.choosesLine('A2-01')
    const inside = await drawn(page)
    const heaviest = [atDoor, inside].filter((one) => one !== null)
    const most = (of: (one: Drawn) => number) => (heaviest.length > 0 ? Math.max(...heaviest.map(of)) : null)
    const perFrame = most((one) => one.workMs / Math.max(1, one.frames))
    const figures: Figure[] = [
      {
        name: 'JavaScript of the start page',
        value: start.scriptBytes / KB,
        unit: 'kB',
        atMost: 150,
        note: 'compressed, before anything is loaded ahead',
      },
      {
        name: 'JavaScript before the first 3D picture',
        value: door.scriptBytes / KB,
        unit: 'kB',
        atMost: 450,
        note: 'compressed, all of it',
      },
      { name: 'requests to stand at the first door', value: door.requests, unit: '', atMost: 25 },
      { name: 'bytes to stand at the first door', value: door.bytes / KB / KB, unit: 'MB', atMost: 8 },
      { name: 'requests to other origins', value: door.strangers + strangers.length, unit: '', atMost: 0 },
      {
        name: 'draw calls, one eye',
        value: most((one) => one.calls),
        unit: '',
        atMost: 60,
        note: 'the budget is 120 for both eyes',
      },
      {
        name: 'triangles, one eye',
        value: most((one) => one.triangles),
        unit: '',
        atMost: 175_000,
        note: 'the budget is 350,000 for both eyes',
      },
      {
        name: 'frames a second',
        value: null,
        unit: '/s',
        atLeast: 30,
        note: 'a software renderer: its frame times are noise',
      },
      { name: 'main thread a frame', value: perFrame, unit: 'ms', note: 'without the drawing itself' },
    ]
    return report('app', figures)
  } finally {
    await browser?.close()
    await server.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
