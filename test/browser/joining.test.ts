import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { type Key, zh } from '../../src/i18n/zh.ts'
import { ask, newcomer, newSession, Player, temporaryFolder } from '../server/harness.ts'
import { overflow, violations } from './accessible.ts'
import { openPage } from './page.ts'
import { ADDRESS, openSecureServer, type SecureServer } from './secureServer.ts'

const folder = temporaryFolder('joining-pages')
let opened: SecureServer | undefined
let secure: string
let ports: SecureServer['ports']
let here: SecureServer['here']
let trusting: SecureServer['trusting']

beforeAll(async () => {
  opened = await openSecureServer(folder.path)
  ;({ secure, ports, here, trusting } = opened)
})
afterAll(async () => {
  await opened?.close()
  folder.remove()
})

/** Somebody at a desktop with a session that has begun. */
async function atDesk(locale = 'zh-CN') {
  const me = await newcomer(here, '王芳')
  const session = await newSession(here, me.token)
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

describe('going on with another device', () => {
  it('takes six presses on large keys in the headset, and the desktop steps back', async () => {
    const desk = await atDesk()
    const code = await codeOn(desk.page, zh)
    expect(await violations(desk.page)).toEqual([])
    // Typed without a scheme it is plain HTTP: the page of trust leads on.
    expect(await desk.page.locator('.device__address').textContent()).toBe(`${ADDRESS}:${ports.plain}/j`)
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

  it('is at hand in a visit that is paused, and the other device finds it paused', async () => {
    const desk = await atDesk()
    const player = new Player(here, desk.me.token, desk.session.id)
    await player.join()
    await player.does({ type: 'arrive' })
    player.close()
    await desk.page.evaluate(() => localStorage.setItem('doorstep.text-mode', 'on'))
    await desk.page.reload()
    await desk.page.getByRole('button', { name: new RegExp(`^${zh['do.pause']}`) }).click()
    const code = await codeOn(desk.page, zh)
    expect(await violations(desk.page)).toEqual([])
    const { page, context } = await openPage(trusting, secure)
    await page.goto(`${secure}/j#${code}`)
    await page.getByRole('heading', { name: zh['pause.title'] }).waitFor()
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
    expect((await ask(here, '/api/me', { token: other.me.token })).status).toBe(401)
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
    expect((await ask(here, '/api/me', { token })).status).toBe(401)
    expect((await ask(here, '/api/me', { token: desk.me.token })).status).toBe(200)
    expect(faults).toEqual([])
    for (const one of [context, desk.context]) await one.close()
  })
})
