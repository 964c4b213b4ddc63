import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { USUAL } from '../../src/apps/trainee/comfort/comfort.ts'
import { comfortSheet, menuSheet, practiceSheet, quietSheet } from '../../src/apps/trainee/headset/menuSheets.ts'
import { documentSheet, hypothesisSheet, notebookSheet } from '../../src/apps/trainee/headset/paperSheets.ts'
import { beltSheet, thingSheet } from '../../src/apps/trainee/headset/placeSheets.ts'
import { BEGUN } from '../../src/apps/trainee/headset/practice.ts'
import { QUIET_HERE, type Sheet, type Shown } from '../../src/apps/trainee/headset/Sheet.ts'
import { fanSheet } from '../../src/apps/trainee/headset/talkSheets.ts'
import { QUIET } from '../../src/apps/trainee/visit/commands.ts'
import { compilePublic } from '../../src/author/index.ts'
import { en } from '../../src/i18n/en.ts'
import { type Language, said } from '../../src/i18n/language.ts'
import { zh } from '../../src/i18n/zh.ts'
import { ARM, BELT, type PanelSize, WALL } from '../../src/presence/space/sizes.ts'
import { view } from '../../src/sim/index.ts'
import { homeVisit, Play } from '../unit/sim/play.ts'
import { openBrowser } from './page.ts'

/** Where the pictures lie, for people to look at. */
const PICTURES = '.cache/panels'

let browser: Browser
let page: Page
let play: Play
let scene: Shown['scene']

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  const full = await homeVisit()
  scene = compilePublic(full)
  play = new Play(full).inside()
  const out = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL('./panelPainter.ts', import.meta.url).pathname, formats: ['iife'], name: 'panels' },
    },
  })
  const [made] = Array.isArray(out) ? out : [out]
  const code = made && 'output' in made && made.output[0].type === 'chunk' ? made.output[0].code : ''
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1400, height: 1300 } })).newPage()
  await page.setContent('<body style="margin:0;background:#444">')
  await page.addScriptTag({ content: code })
})
afterAll(() => browser?.close())

function shownIn(language: Language, more: Partial<Shown> = {}): Shown {
  const texts = { zh, en }[language]
  return {
    say: (key, values = {}) => texts[key].replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name])),
    pick: (text) => said(text, language),
    state: { view: view(play.state, 'trainee'), ui: QUIET, now: play.state.clock, hasSeat: true },
    here: QUIET_HERE,
    scene,
    ...more,
  }
}

type Painted = { pages: number; overflows: string[]; ids: string[] }

/** Every page of a panel, drawn one after the other; the first stays on screen. */
async function paint(
  name: string,
  sheet: Sheet,
  size: PanelSize,
  { scale = 1, hover = null as string | null } = {},
): Promise<{ pages: number; overflows: string[]; ids: string[]; first: string[] }> {
  const painted = await page.evaluate(
    ([content, panel, textScale, touched]) => {
      const { paintPanel } = globalThis as unknown as { paintPanel: (...all: unknown[]) => Painted }
      const draw = (at: number) => paintPanel(content, panel, textScale, touched, at)
      const { pages, ids: first } = draw(0)
      const all = Array.from({ length: pages }, (_, at) => draw(at))
      draw(0)
      return { pages, first, overflows: all.flatMap((one) => one.overflows), ids: all.flatMap((one) => one.ids) }
    },
    [sheet.content, size, scale, { hover, isPressed: false, progress: hover ? 0.5 : 0 }] as const,
  )
  if (scale === 1) await page.locator('canvas').screenshot({ path: `${PICTURES}/${name}.png` })
  return painted
}

describe.each(['zh', 'en'] as const)('panels on a real canvas in %s', (language) => {
  it('keep every word inside its button, at every text size, and lose no button', async () => {
    const shown = shownIn(language)
    const { hypotheses, documents, askable } = shown.state.view
    const [hypothesis, form] = [hypotheses[0], documents.find((d) => d.fields.some((f) => f.kind === 'choice'))]
    if (!hypothesis || !form) throw new Error('the scene has no hypothesis or no form with a choice')
    const rating = { level: 'likely' as const, for: [], against: [], alternative: '' }
    const sheets: [string, Sheet, PanelSize][] = [
      ['fan', fanSheet(shown, false), ARM],
      ['more', fanSheet(shownIn(language, { here: { ...QUIET_HERE, hasMore: true } }), true), ARM],
      ['menu', menuSheet(shown, language), WALL],
      ['belt', beltSheet(shown), BELT],
      ['quiet', quietSheet(shown), WALL],
      ['comfort', comfortSheet(shown, USUAL), WALL],
      ['practice', practiceSheet(shown, { ...BEGUN, isTold: true }), ARM],
      ['notebook', notebookSheet(shownIn(language, { here: { ...QUIET_HERE, page: 'hypotheses' } })), WALL],
      ['hypothesis', hypothesisSheet(shown, hypothesis, rating, true), WALL],
      ['form', documentSheet(shown, form, {}, false), WALL],
      ['thing', thingSheet(shown, askable[0]?.thing ?? ''), ARM],
    ]
    for (const [name, sheet, size] of sheets)
      for (const scale of [1, 1.6]) {
        const hover = [...sheet.doings.keys()][1] ?? null
        const painted = await paint(`${name}-${language}`, sheet, size, { scale, hover })
        expect(painted.overflows, `${name} ${scale}`).toEqual([])
        for (const id of sheet.doings.keys()) expect(painted.ids, `${name} ${scale}`).toContain(id)
      }
  })

  it('show all lines of a fan at once at the usual text size', async () => {
    const shown = shownIn(language)
    const sheet = fanSheet(shown, false)
    const { first } = await paint(`lines-${language}`, sheet, ARM)
    const lines = shown.state.view.offers.filter((o) => o.isInFan && o.kind === 'say').slice(0, 5)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(first).toContain(line.token)
  })
})
