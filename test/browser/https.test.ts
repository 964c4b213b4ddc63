import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { type Running, startServer } from '../../server/startServer.ts'
import { en } from '../../src/i18n/en.ts'
import { type Key, zh } from '../../src/i18n/zh.ts'
import { findBrowser, launchArgs } from '../../tools/browser.mjs'
import { ask, newcomer, newSession, temporaryFolder } from '../server/harness.ts'
import { openPage } from './page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const NAME = 'doorstep.local'

const folder = temporaryFolder('https')
let server: Running
/** Knows our server's key and no other; a made-up name, since loopback counts as secure in any case. */
let trusting: Browser
/** Like any device before it has trusted: it knows nobody's key. */
let stranger: Browser
let secure: string
let plain: string
let isForeign = false

const launch = (...more: string[]): Promise<Browser> => {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser to test with; npm test gets one, or set DOORSTEP_BROWSER')
  return chromium.launch({
    executablePath,
    args: [...launchArgs(), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`, ...more],
  })
}

beforeAll(async () => {
  server = await startServer(
    { ...readConfig({}), port: 0, httpsPort: 0, host: '0.0.0.0', dataFolder: folder.path, isTest: true },
    () => {},
    {
      isFromHere: () => !isForeign,
      names: () => ({ hosts: ['localhost', NAME], addresses: ['192.168.77.5'], publicAddresses: [] }),
      announce: null,
    },
  )
  secure = `https://${NAME}:${server.securePort}`
  plain = `http://${NAME}:${server.port}`
  const key = new X509Certificate(readFileSync(join(folder.path, 'tls', 'server.pem'))).publicKey
  const spki = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
  trusting = await launch(`--ignore-certificate-errors-spki-list=${spki}`)
  stranger = await launch()
})

afterAll(async () => {
  await trusting?.close()
  await stranger?.close()
  await server?.close()
  folder.remove()
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(on: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
      }
    }
    const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } })
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
  }, RULES)
}
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** As a program on this computer, which needs no certificate. */
const here = () => ({ url: `http://127.0.0.1:${server.port}` })

/** Somebody at a desktop with a session that has begun. */
async function atDesk(locale = 'zh-CN') {
  const me = await newcomer(here(), '王芳')
  const session = await newSession(here(), me.token)
  const watched = await openPage(trusting, secure, { locale })
  await watched.page.addInitScript((kept) => {
    if (!localStorage.getItem('doorstep.me')) localStorage.setItem('doorstep.me', kept)
  }, JSON.stringify(me))
  await watched.page.goto(`${secure}/session/${session.id}`)
  return { ...watched, me, session }
}
async function codeOn(page: Page, words: Record<Key, string>): Promise<string> {
  await page.getByRole('button', { name: words['device.open'] }).click()
  return (await page.locator('.device__code').textContent())?.replace(/\D/g, '') ?? ''
}
const isInSession = (page: Page, session: { id: string }, words: Record<Key, string>) =>
  Promise.all([
    page.waitForURL(`${secure}/session/${session.id}`),
    page.getByRole('heading', { name: words['prepare.title'] }).first().waitFor(),
  ])

describe('the pages over HTTPS', () => {
  it('open as a secure context with headset and microphone within reach, and ask nothing of any other origin', async () => {
    const { page, strangers, faults, context } = await openPage(trusting, secure)
    const response = await page.goto(secure)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await response?.securityDetails()).toMatchObject({ protocol: 'TLS 1.3', subjectName: 'Doorstep server' })
    expect(
      await page.evaluate(() => [isSecureContext, 'xr' in navigator, navigator.mediaDevices !== undefined]),
    ).toEqual([true, true, true])
    expect([strangers, faults]).toEqual([[], []])
    await context.close()
  })

  it('are refused by a browser that does not know the key', async () => {
    const { page, context } = await openPage(stranger, secure)
    await expect(page.goto(secure)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
    await context.close()
  })
})

describe('the page of trust', () => {
  const asAnotherDevice = async (work: () => Promise<void>) => {
    isForeign = true
    try {
      await work()
    } finally {
      isForeign = false
    }
  }

  it('says that a device does not trust yet, shows how, and can be read at 360 px in both languages', async () => {
    await asAnotherDevice(async () => {
      for (const locale of ['zh-CN', 'en-GB']) {
        const { page, context } = await openPage(stranger, plain, { width: 360, height: 740, locale })
        await page.goto(`${plain}/j#123456`)
        const untrusted = page.locator(`#${locale.slice(0, 2)} .if-untrusted`)
        await untrusted.waitFor()
        expect(await untrusted.isVisible()).toBe(true)
        expect(new URL(page.url()).pathname).toBe('/j')
        const on = page.locator(`#${locale.slice(0, 2)} .button--main`)
        expect(await on.getAttribute('href')).toBe(`${secure}/j#123456`)
        for (const summary of await page.locator('summary').all()) await summary.click()
        expect(await overflow(page)).toBeLessThanOrEqual(0)
        expect(await violations(page)).toEqual([])
        await context.close()
      }
    })
  })

  it('leads a device that trusts on to where it wanted to go, by itself, with the code it had scanned', async () => {
    await asAnotherDevice(async () => {
      const { page, context } = await openPage(trusting, plain)
      await page.goto(`${plain}/check#123456`)
      await page.waitForURL(`${secure}/check#123456`)
      await context.close()
    })
  })

  it('stays when somebody came to read it', async () => {
    await asAnotherDevice(async () => {
      const { page, faults, context } = await openPage(trusting, plain)
      await page.goto(`${plain}/trust`)
      await page.locator('#zh .if-trusted').waitFor()
      expect(new URL(page.url()).pathname).toBe('/trust')
      expect(faults).toEqual([])
      await context.close()
    })
  })
})

describe('going on with another device', () => {
  it('takes six presses on large keys in the headset, and the desktop steps back', async () => {
    const desk = await atDesk()
    const code = await codeOn(desk.page, zh)
    expect(await violations(desk.page)).toEqual([])
    // Typed without a scheme it is plain HTTP: the page of trust leads on.
    expect(await desk.page.locator('.device__address').textContent()).toBe(`192.168.77.5:${server.port}/j`)
    await expect.poll(() => desk.page.locator('.device__qr').getAttribute('src')).toContain('data:image/svg+xml')
    const headset = await openPage(trusting, secure, { width: 360, height: 640 })
    await headset.page.goto(`${secure}/j`)
    await headset.page.getByRole('heading', { name: zh['join.title'] }).waitFor()
    expect([await overflow(headset.page), await violations(headset.page)]).toEqual([0, []])
    for (const digit of code) {
      const key = headset.page.getByRole('button', { name: digit, exact: true })
      const box = await key.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60)
      await key.click()
    }
    await isInSession(headset.page, desk.session, zh)
    await desk.page.keyboard.press('Escape')
    await desk.page.getByText(zh['state.superseded']).waitFor()
    expect([headset.strangers, headset.faults, desk.strangers, desk.faults]).toEqual([[], [], [], []])
    for (const one of [desk, headset]) await one.context.close()
  })

  it('goes by keyboard alone, and says in English what is wrong with a code', async () => {
    const desk = await atDesk('en-GB')
    const code = await codeOn(desk.page, en)
    const { page, context } = await openPage(trusting, secure, { locale: 'en-GB' })
    await page.goto(`${secure}/j`)
    await page.getByRole('heading', { name: en['join.title'] }).waitFor()
    await page.keyboard.type(code === '000000' ? '111111' : '000000')
    await page.getByRole('alert').getByText('There is no such code.').waitFor()
    await page.keyboard.type(`${code.slice(0, 4)}9`)
    await page.keyboard.press('Backspace')
    await page.keyboard.type(code.slice(4))
    await isInSession(page, desk.session, en)
    for (const one of [context, desk.context]) await one.close()
  })

  it('needs no typing where a camera has read the code, and leaves it in no address', async () => {
    const desk = await atDesk()
    const code = await codeOn(desk.page, zh)
    const { page, context } = await openPage(trusting, secure)
    await page.goto(`${secure}/j#${code}`)
    await isInSession(page, desk.session, zh)
    expect(page.url()).not.toContain(code)
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain(code)
    for (const one of [context, desk.context]) await one.close()
  })

  it('asks once more where somebody else is signed in', async () => {
    const desk = await atDesk()
    const code = await codeOn(desk.page, zh)
    const other = await atDesk()
    await other.page.goto(`${secure}/j#${code}`)
    await other.page.getByText(zh['join.replace'].split('{{name}}')[0] ?? '').waitFor()
    await other.page.getByRole('button', { name: zh['join.go'], exact: true }).click()
    await isInSession(other.page, desk.session, zh)
    expect((await ask(here(), '/api/me', { token: other.me.token })).status).toBe(401)
    for (const one of [desk, other]) await one.context.close()
  })

  it('ends with handing over: the page for the next code, and nothing of the last person left', async () => {
    const desk = await atDesk()
    const code = await codeOn(desk.page, zh)
    const { page, context, faults } = await openPage(trusting, secure, { width: 360, height: 640 })
    await page.goto(`${secure}/j#${code}`)
    await isInSession(page, desk.session, zh)
    await page.evaluate(() => localStorage.setItem('doorstep.body', 'a height and a hand'))
    const token = await page.evaluate(() => JSON.parse(localStorage.getItem('doorstep.me') ?? '{}').token as string)
    await page.getByRole('button', { name: zh['device.open'] }).click()
    await page.getByRole('button', { name: zh['handover.ask'] }).click()
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    await page.getByRole('button', { name: zh['handover.go'] }).click()
    await page.waitForURL(`${secure}/j`)
    await page.getByText(zh['handover.done']).waitFor()
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort())).toEqual([])
    expect((await ask(here(), '/api/me', { token })).status).toBe(401)
    expect((await ask(here(), '/api/me', { token: desk.me.token })).status).toBe(200)
    expect(faults).toEqual([])
    for (const one of [context, desk.context]) await one.close()
  })
})

describe('the network check', () => {
  it.each([
    ['zh-CN', zh],
    ['en-GB', en],
  ] as const)('has a verdict on each point, at 360 px too: %s', async (locale, words) => {
    const { page, strangers, faults, context } = await openPage(trusting, secure, { width: 360, height: 740, locale })
    await page.goto(`${secure}/check`)
    const point = (key: Key) =>
      page.locator('.checks__one').filter({ has: page.getByRole('heading', { name: words[key] }) })
    const has = (key: Key, what: Key) =>
      point(key)
        .getByText(words[what].split('{{')[0] ?? '')
        .first()
        .waitFor()
    await has('check.secure', 'check.secureGood')
    await has('check.certificate', 'check.certificateLock')
    await has('check.clock', 'check.clockGood')
    await has('check.xr', 'check.xrNone')
    await has('check.mic', 'check.mic')
    await has('check.socket', 'check.socketGood')
    await has('check.server', 'check.serverPorts')
    await point('check.server').getByText(`https://192.168.77.5:${server.securePort}`).waitFor()
    expect(await page.getByText(words['check.waiting'], { exact: true }).count()).toBe(0)
    expect([await overflow(page), await violations(page)]).toEqual([0, []])
    expect([strangers, faults]).toEqual([[], []])
    await context.close()
  })

  it('lets two devices find each other', async () => {
    const [one, two] = [await openPage(trusting, secure), await openPage(trusting, secure)]
    for (const { page } of [one, two]) await page.goto(`${secure}/check`)
    const number = two.page.locator('.checks__one .device__code')
    await expect.poll(() => number.textContent()).toMatch(/^\d{3} \d{3}$/)
    await one.page.getByLabel(zh['check.pairLabel']).fill((await number.textContent())?.replace(' ', '') ?? '')
    await one.page.getByRole('button', { name: zh['check.pairGo'] }).click()
    await one.page.getByText(zh['check.pairGood']).waitFor()
    await two.page.getByText(zh['check.pairSeen']).waitFor()
    await one.page.getByLabel(zh['check.pairLabel']).fill('000000')
    await one.page.getByRole('button', { name: zh['check.pairGo'] }).click()
    await one.page.getByText(zh['check.pairNone']).waitFor()
    for (const { context } of [one, two]) await context.close()
  })

  it('says over plain HTTP under a made-up name that the page is not safe, and where to go', async () => {
    // A page of this computer, by a name that browsers do not take for it.
    const { page, context } = await openPage(trusting, plain)
    await page.goto(`${plain}/check`)
    await page.getByText(zh['check.secureBad']).waitFor()
    await page.getByText(`https://192.168.77.5:${server.securePort}`).first().waitFor()
    await page.getByText(zh['check.xrInsecure']).waitFor()
    await context.close()
  })
})
