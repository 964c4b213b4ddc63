import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from './config.ts'

describe('the settings', () => {
  it('suit one ordinary computer when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 5180,
      httpsPort: 5443,
      host: '127.0.0.1',
      name: 'doorstep',
      certificate: null,
      isTest: false,
      databaseUrl: undefined,
    })
  })

  it('turn on the stepped clock only by the exact word', () => {
    expect(readConfig({ DOORSTEP_TEST: '1' }).isTest).toBe(true)
    for (const other of ['0', 'true', '']) expect(readConfig({ DOORSTEP_TEST: other }).isTest).toBe(false)
  })

  it.each(['http', '-1', '70000', '51 80', ''])('refuse "%s" as a port', (port) => {
    expect(() => readConfig({ DOORSTEP_PORT: port })).toThrow(BadSetting)
    expect(() => readConfig({ DOORSTEP_HTTPS_PORT: port })).toThrow(BadSetting)
  })

  it('refuse one port for both, unless any will do', () => {
    expect(() => readConfig({ DOORSTEP_PORT: '8443', DOORSTEP_HTTPS_PORT: '8443' })).toThrow(BadSetting)
    expect(readConfig({ DOORSTEP_PORT: '0', DOORSTEP_HTTPS_PORT: '0' })).toMatchObject({ port: 0, httpsPort: 0 })
  })

  it('take a plain name for the network, or none', () => {
    expect(readConfig({ DOORSTEP_NAME: 'doorstep-b' }).name).toBe('doorstep-b')
    expect(readConfig({ DOORSTEP_NAME: 'off' }).name).toBeNull()
    for (const name of ['', 'Doorstep', 'a.local', '-a', '入户'])
      expect(() => readConfig({ DOORSTEP_NAME: name }), name).toThrow(BadSetting)
  })

  it('take a certificate and its key together or not at all', () => {
    expect(readConfig({ DOORSTEP_CERT: '/a/c.pem', DOORSTEP_KEY: '/a/k.pem' }).certificate).toEqual({
      cert: resolve('/a/c.pem'),
      key: resolve('/a/k.pem'),
    })
    for (const alone of [{ DOORSTEP_CERT: '/c.pem' }, { DOORSTEP_KEY: '/k.pem' }])
      expect(() => readConfig(alone)).toThrow(BadSetting)
  })
})

describe("the settings of a school's own model", () => {
  const SET = {
    DOORSTEP_MODEL_URL: 'http://192.168.1.20:11434/v1/',
    DOORSTEP_MODEL_KIND: 'chat-http',
    DOORSTEP_MODEL_NAME: 'qwen2.5:7b-instruct',
  }
  const complaint = (env: Record<string, string>): BadSetting => {
    try {
      readConfig({ ...SET, ...env })
    } catch (error) {
      if (error instanceof BadSetting) return error
    }
    throw new Error('nothing was refused')
  }

  it('are off by default, and off without an address whatever else is set', () => {
    expect(readConfig({}).model).toBeNull()
    expect(readConfig({ ...SET, DOORSTEP_MODEL_URL: '', DOORSTEP_MODEL_KIND: 'nonsense' }).model).toBeNull()
  })

  it('are taken as they are, the address without its last slash', () => {
    const { model } = readConfig(SET)
    expect(model).toMatchObject({ url: 'http://192.168.1.20:11434/v1', kind: 'chat-http', name: 'qwen2.5:7b-instruct' })
    expect(model?.key()).toBeUndefined()
  })

  it('add /v1 to an address without a path', () => {
    expect(readConfig({ ...SET, DOORSTEP_MODEL_URL: 'https://model.lan' }).model?.url).toBe('https://model.lan/v1')
  })

  it('give the key only to who asks for it, so that printed settings do not hold it', () => {
    const config = readConfig({ ...SET, DOORSTEP_MODEL_KEY: 'sk-very-secret' })
    expect(config.model?.key()).toBe('sk-very-secret')
    expect(JSON.stringify(config) + inspect(config, { depth: null, showHidden: true })).not.toContain('very-secret')
  })

  it.each([
    ['DOORSTEP_MODEL_URL', '192.168.1.20:11434'],
    ['DOORSTEP_MODEL_URL', 'localhost:11434/v1'],
    ['DOORSTEP_MODEL_URL', 'file:///etc/passwd'],
    ['DOORSTEP_MODEL_URL', 'http://'],
    ['DOORSTEP_MODEL_URL', 'http://10.0.0.1/v1?key=1'],
    ['DOORSTEP_MODEL_KIND', ''],
    ['DOORSTEP_MODEL_KIND', 'openai'],
    ['DOORSTEP_MODEL_NAME', ''],
    ['DOORSTEP_MODEL_NAME', ' qwen'],
    ['DOORSTEP_MODEL_NAME', 'two\nlines'],
    ['DOORSTEP_MODEL_NAME', 'x'.repeat(121)],
    ['DOORSTEP_MODEL_KEY', 'two words'],
    ['DOORSTEP_MODEL_KEY', 'sk-1\r\nx-other: 1'],
  ])('say in both languages that %s may not be %j', (name, value) => {
    const { zh, message } = complaint({ [name]: value })
    expect(zh).toContain(name)
    expect(zh).toContain('应')
    expect(message).toContain(name)
    expect(message).toContain('must')
  })

  it('never show a secret in a complaint about it', () => {
    for (const { zh, message } of [
      complaint({ DOORSTEP_MODEL_URL: 'http://me:pass-word@10.0.0.1/v1' }),
      complaint({ DOORSTEP_MODEL_URL: 'http://10.0.0.1/v1?api_key=pass-word' }),
      complaint({ DOORSTEP_MODEL_URL: 'pass-word' }),
      complaint({ DOORSTEP_MODEL_KEY: 'pass-word and more' }),
    ])
      expect(zh + message).not.toContain('pass-word')
  })
})
