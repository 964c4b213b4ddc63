import { describe, expect, it } from 'vitest'
import { addressesOf } from './addresses.ts'
import { BadSetting, readConfig } from './config.ts'

describe('the settings', () => {
  it('suit one ordinary computer when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ port: 5180, host: '127.0.0.1', isTest: false, databaseUrl: undefined })
  })

  it('turn on the stepped clock only by the exact word', () => {
    expect(readConfig({ DOORSTEP_TEST: '1' }).isTest).toBe(true)
    for (const other of ['0', 'true', '']) expect(readConfig({ DOORSTEP_TEST: other }).isTest).toBe(false)
  })

  it.each(['http', '-1', '70000', '51 80', ''])('refuse "%s" as a port', (port) => {
    expect(() => readConfig({ DOORSTEP_PORT: port })).toThrow(BadSetting)
  })
})

describe('the addresses that are printed', () => {
  it('name this computer as localhost', () => {
    expect(addressesOf('127.0.0.1', 5180)).toEqual({ here: 'http://localhost:5180', network: [] })
  })

  it('name the one address that was chosen', () => {
    expect(addressesOf('10.0.0.7', 80)).toEqual({ here: 'http://10.0.0.7:80', network: ['http://10.0.0.7:80'] })
  })

  it('put brackets around IPv6', () => {
    expect(addressesOf('fd00::1', 80).here).toBe('http://[fd00::1]:80')
  })
})
