import { describe, expect, it } from 'vitest'
import { BadSetting } from '../config.ts'
import { openOpinions } from './openOpinions.ts'
import { isOwnAddress, whereIs } from './ownNetwork.ts'

describe('an address of the school', () => {
  it.each(['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.20', '169.254.7.7'])(
    'is %s',
    (address) => expect(isOwnAddress(address)).toBe(true),
  )
  it.each(['::1', 'fd00::1', 'fe80::1', 'fe80::1%eth0', '::ffff:192.168.1.20'])('is %s', (address) =>
    expect(isOwnAddress(address)).toBe(true),
  )
  it.each(['8.8.8.8', '172.32.0.1', '172.15.0.1', '100.64.0.1', '0.0.0.0', '192.169.0.1', '11.0.0.1', '224.0.0.1'])(
    'is not %s',
    (address) => expect(isOwnAddress(address)).toBe(false),
  )
  it.each(['::', '2001:4860:4860::8888', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'ff02::1', 'model.lan', ''])(
    'is not %j',
    (address) => expect(isOwnAddress(address)).toBe(false),
  )
})

describe('where a host lies', () => {
  const found =
    (...addresses: string[]) =>
    async () =>
      addresses
  const at = (text: string, resolve = found()) => whereIs(new URL(text), resolve)

  it('is known of addresses without asking, however they are written', async () => {
    const never = () => Promise.reject(new Error('asked'))
    expect(await whereIs(new URL('http://[::1]:8000/v1'), never)).toBe('own')
    expect(await whereIs(new URL('http://0x7f.1/'), never)).toBe('own')
    expect(await whereIs(new URL('http://134744072/'), never)).toBe('foreign')
    expect(await whereIs(new URL('http://[::ffff:808:808]/'), never)).toBe('foreign')
  })

  it('is the school’s own only when all addresses of its name are', async () => {
    expect(await at('http://model.lan', found('192.168.1.20', 'fd00::20'))).toBe('own')
    expect(await at('http://model.lan', found('192.168.1.20', '8.8.8.8'))).toBe('foreign')
    expect(await at('http://10.0.0.1.example.org', found('8.8.8.8'))).toBe('foreign')
  })

  it('is unknown when the name has no address', async () => {
    expect(await at('http://model.lan')).toBe('unknown')
    expect(await whereIs(new URL('http://model.lan'), () => Promise.reject(new Error('ENOTFOUND')))).toBe('unknown')
  })
})

describe('starting with a model', () => {
  const settings = (url: string) => ({ url, kind: 'chat-http' as const, name: 'm', key: () => 'sk-secret' })
  const start = (url: string, ...addresses: string[]) =>
    openOpinions(settings(url), { report: () => {}, resolve: async () => addresses })

  it('that is not set up means none', async () => {
    expect(await openOpinions(null, { report: () => {} })).toBeNull()
  })

  it('on the school’s network has a source that says who it is', async () => {
    expect(await start('http://model.lan/v1', '10.0.0.5')).toMatchObject({ id: 'chat-http', version: 'm/1' })
  })

  it.each([
    ['https://api.example.org/v1', ['203.0.113.9']],
    ['http://8.8.8.8/v1', []],
    ['http://model.lan/v1', ['10.0.0.5', '203.0.113.9']],
    ['http://nowhere.invalid/v1', []],
  ])('at %s is refused in both languages, with what to do and without the key', async (url, addresses) => {
    const refused = await start(url, ...addresses).catch((error: unknown) => error)
    if (!(refused instanceof BadSetting)) throw new Error('not refused')
    for (const text of [refused.zh, refused.message]) {
      expect(text).toContain('DOORSTEP_MODEL_URL')
      expect(text).toContain(new URL(url).hostname)
      expect(text).not.toContain('secret')
    }
    expect(refused.zh).toContain('请')
  })
})
