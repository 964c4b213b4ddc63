import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { type Key, zh } from '../../src/i18n/zh.ts'
import { temporaryFolder } from '../server/harness.ts'
import { overflow, violations } from './accessible.ts'
import { openPage } from './page.ts'
import { ADDRESS, openSecureServer, type SecureServer } from './secureServer.ts'

const folder = temporaryFolder('https')
let opened: SecureServer | undefined
let secure: string
let plain: string
let ports: SecureServer['ports']
let trusting: SecureServer['trusting']
let stranger: SecureServer['stranger']
let asAnotherDevice: SecureServer['asAnotherDevice']

beforeAll(async () => {
  opened = await openSecureServer(folder.path)
  ;({ secure, plain, ports, trusting, stranger, asAnotherDevice } = opened)
})
afterAll(async () => {
  await opened?.close()
  folder.remove()
})

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
    await point('check.server').getByText(`https://${ADDRESS}:${ports.secure}`).waitFor()
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
    await page.getByText(`https://${ADDRESS}:${ports.secure}`).first().waitFor()
    await page.getByText(zh['check.xrInsecure']).waitFor()
    await context.close()
  })
})
