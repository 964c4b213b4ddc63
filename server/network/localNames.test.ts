import { describe, expect, it } from 'vitest'
import { isLocalAddress, isLoopback, isNoTopLevelDomain, namesOn } from './localNames.ts'

describe('addresses', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this computer', (address) => {
    expect(isLoopback(address)).toBe(true)
  })

  it.each(['192.168.1.5', '::ffff:192.168.1.5', 'fe80::1', '0.0.0.0', '::', '', 'localhost', undefined])(
    '%s is not this computer',
    (address) => {
      expect(isLoopback(address)).toBe(false)
    },
  )

  it('know private from public, at the edges too', () => {
    for (const one of ['10.255.255.255', '172.31.0.1', '192.168.0.1', '169.254.1.1', 'fdff::1', 'fe80::1'])
      expect(isLocalAddress(one), one).toBe(true)
    for (const one of ['11.0.0.1', '172.32.0.1', '192.169.0.1', '100.64.0.1', '192.0.2.2', '2001:db8::1', 'fe00::1'])
      expect(isLocalAddress(one), one).toBe(false)
  })
})

describe('names', () => {
  it('that could be domains of the internet are not vouched for alone', () => {
    for (const one of ['school', 'com', 'computer', 'xn--p1ai']) expect(isNoTopLevelDomain(one), one).toBe(false)
    for (const one of ['pc-7', 'desktop-ab12cd', 'lab3']) expect(isNoTopLevelDomain(one), one).toBe(true)
  })

  it('are those of where the server listens', () => {
    const found = { hosts: ['localhost'], addresses: ['10.0.0.7', 'fd00::7'], publicAddresses: ['192.0.2.2'] }
    expect(namesOn('::', found)).toEqual(found)
    expect(namesOn('0.0.0.0', found).addresses).toEqual(['10.0.0.7'])
    expect(namesOn('10.0.0.7', found)).toEqual({ hosts: ['localhost'], addresses: ['10.0.0.7'], publicAddresses: [] })
    expect(namesOn('pc.local', found).hosts).toEqual(['localhost', 'pc.local'])
  })
})
