import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { loadScene } from '../../src/author/index.ts'
import type { FullScene } from '../../src/scene/index.ts'
import { ensureBuilt } from '../../tools/setup.mjs'
import { openBrowser } from '../browser/page.ts'
import { serverIn, type TestServer, temporaryFolder } from '../server/harness.ts'
import { type Figure, report } from './report.ts'
import { PROFILES, type Profile, Stander } from './stageDevices.ts'
import { retainedMB } from './stageHeap.ts'
import { heaviestSpot, middleOf } from './stageSpots.ts'
import { ROOT } from './visit.ts'

/** A minute of a headset's frames. */
const MINUTE_FRAMES = 4_320
/** Until what is made once – shapes of objects, fonts, models of controllers – has been made. */
const WARM_FRAMES = 1_440
const HEAP_MB = 0.2

const BUDGET = { calls: 120, triangles: 350_000, textureMB: 128 }

type Measured = {
  calls: number
  triangles: number
  textureMB: number
  late: readonly string[]
  grown: number
  grownAgain: number
  faults: readonly string[]
}

/** Stands at that spot with everybody there, everybody speaking and the lines open, and watches what it costs. */
async function measure(
  browser: Browser,
  server: TestServer,
  scene: FullScene,
  profile: Profile,
  spot: string,
): Promise<Measured> {
  const stander = await Stander.open(browser, server, scene, profile, spot)
  const { page } = stander
  const speaks = async () => {
    await stander.talk()
    await stander.face(middleOf(scene, spot))
    await stander.frames(60)
  }
  try {
    await stander.enter()
    await speaks()
    const counted = await page.evaluate(() => ({
      ...globalThis.stageCounts.frame,
      textureMB: globalThis.stageCounts.textureBytes() / 1e6,
    }))
    await stander.triesEverything()
    const late = await page.evaluate(() => globalThis.stageCounts.late)
    const comesAgain = async () => {
      await stander.leave()
      await stander.enter()
      await speaks()
    }
    await comesAgain()
    await stander.frames(WARM_FRAMES)
    const before = await retainedMB(page)
    await stander.frames(MINUTE_FRAMES)
    const after = await retainedMB(page)
    await comesAgain()
    await stander.frames(MINUTE_FRAMES)
    const again = await retainedMB(page)
    return { ...counted, late, grown: after - before, grownAgain: again - after, faults: stander.faults }
  } finally {
    await stander.close()
  }
}

function figuresOf(measured: Measured, profile: Profile): Figure[] {
  const eyes = profile.headset ? 2 : 1
  const note = eyes === 2 ? 'both eyes' : 'one eye: half of a headset’s budget'
  return [
    { name: 'draw calls', value: measured.calls, unit: '', atMost: (BUDGET.calls * eyes) / 2, note },
    { name: 'triangles', value: measured.triangles, unit: '', atMost: (BUDGET.triangles * eyes) / 2, note },
    { name: 'textures', value: measured.textureMB, unit: 'MB', atMost: BUDGET.textureMB, note: 'with mip-maps' },
    {
      name: 'shaders compiled after the first frame',
      value: measured.late.length,
      unit: '',
      atMost: 0,
      note: measured.late.join('; '),
    },
    { name: 'heap grown', value: measured.grown, unit: 'MB', atMost: HEAP_MB, note: `${MINUTE_FRAMES} frames` },
    {
      name: 'heap grown, having left and entered',
      value: measured.grownAgain,
      unit: 'MB',
      atMost: HEAP_MB,
      note: `${MINUTE_FRAMES} more`,
    },
    { name: 'faults of the page', value: measured.faults.length, unit: '', atMost: 0, note: measured.faults[0] ?? '' },
  ]
}

/** Every scene on every kind of device at its heaviest view, as finely as that device ever draws it. Some five minutes on a quiet machine. */
export async function benchStage(): Promise<number> {
  if (!ensureBuilt()) throw new Error('the client does not build')
  const folder = temporaryFolder('bench-stage')
  const server = await serverIn(folder.path)
  const browser = await openBrowser()
  let over = 0
  try {
    for (const scene of await allScenes()) {
      const spot = heaviestSpot(scene).id
      for (const profile of PROFILES)
        over += report(
          `stage: ${scene.id} from ${spot}, ${profile.name}`,
          figuresOf(await measure(browser, server, scene, profile, spot), profile),
        )
    }
  } finally {
    await browser.close()
    await server.close()
    folder.remove()
  }
  return over
}

async function allScenes(): Promise<FullScene[]> {
  const found: FullScene[] = []
  for (const entry of await readdir(join(ROOT, 'scenes'), { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'resources') continue
    const { scene } = await loadScene(join(ROOT, 'scenes', entry.name), { hasAdvice: false })
    if (!scene) throw new Error(`${entry.name} has errors: npm run scenes says which`)
    found.push(scene)
  }
  return found
}
