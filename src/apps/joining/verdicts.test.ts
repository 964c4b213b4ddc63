import { describe, expect, it } from 'vitest'
import type { NetworkCheck } from '../../session/index.ts'
import {
  certificateVerdict,
  clockVerdict,
  microphoneVerdict,
  secureVerdict,
  serverVerdict,
  socketVerdict,
  type Verdict,
  xrVerdict,
} from './verdicts.ts'

const DAY_MS = 86_400_000
const NOW = '2027-01-15T08:00:00.000Z'
const inDays = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS).toISOString()
const certificate = (kind: 'own' | 'school', days: number) => ({
  kind,
  names: ['doorstep.local'],
  from: inDays(-400),
  until: inDays(days),
  fingerprint: kind === 'own' ? 'AA:BB' : null,
})
const check = (more: Partial<NetworkCheck> = {}): NetworkCheck => ({
  now: NOW,
  version: '1',
  isOpen: true,
  ports: { plain: 5180, secure: 5443 },
  secure: ['https://192.168.1.5:5443'],
  plain: ['http://192.168.1.5:5180'],
  unnamed: [],
  certificate: certificate('own', 300),
  ...more,
})
const closed = check({ isOpen: false, secure: [], plain: [], certificate: null })
const keys = ({ how, says, cure }: Verdict) => [how, ...says.map(({ key }) => key), ...cure.map(({ key }) => key)]

describe('the network check', () => {
  it('judges the page by the browser’s own word, and shows the way to the safe one', () => {
    expect(secureVerdict({ isSecure: true, protocol: 'https:' }, check()).how).toBe('good')
    expect(secureVerdict({ isSecure: true, protocol: 'http:' }, check()).how).toBe('note')
    const bad = secureVerdict({ isSecure: false, protocol: 'http:' }, check())
    expect([bad.how, bad.cure]).toEqual([
      'bad',
      [{ key: 'check.secureCure', values: { address: 'https://192.168.1.5:5443' } }],
    ])
    for (const none of [closed, null])
      expect(secureVerdict({ isSecure: false, protocol: 'http:' }, none).cure[0]?.key).toBe('check.secureCureNone')
  })

  it('counts the days of a certificate', () => {
    const own = certificateVerdict(check())
    expect(own.says[0]).toEqual({ key: 'check.certificateOwn', values: { days: 300 } })
    expect(keys(own)).toEqual(['good', 'check.certificateOwn', 'check.certificateLock', 'check.fingerprint'])
    const school = (days: number) => keys(certificateVerdict(check({ certificate: certificate('school', days) })))
    expect(school(30)).toEqual(['good', 'check.certificateSchool'])
    expect(school(29)).toEqual(['note', 'check.certificateSchool', 'check.certificateSoon'])
    expect(school(-1)).toEqual(['bad', 'check.certificateOver'])
    expect(keys(certificateVerdict(closed))).toEqual(['note', 'check.certificateNone'])
  })

  it('finds a clock that lost its date, whichever way', () => {
    for (const days of [0.9, -0.9]) expect(clockVerdict(Date.parse(inDays(days)), check()).how).toBe('good')
    for (const days of [400, -400])
      expect(clockVerdict(Date.parse(inDays(days)), check()).says).toEqual([
        { key: 'check.clockBad', values: { days: 400 } },
      ])
  })

  it('tells what kind of immersive mode there is, and never takes its absence for a fault', () => {
    expect(keys(xrVerdict(true, { vr: true, ar: true }))).toEqual(['good', 'check.xrBoth'])
    expect(keys(xrVerdict(true, { vr: true, ar: false }))).toEqual(['good', 'check.xrVr'])
    expect(keys(xrVerdict(true, { vr: false, ar: true }))).toEqual(['good', 'check.xrAr'])
    expect(keys(xrVerdict(true, { vr: false, ar: false }))).toEqual(['note', 'check.xrNone', 'check.xrCure'])
    expect(keys(xrVerdict(false, { vr: false, ar: false }))).toEqual(['note', 'check.xrInsecure'])
  })

  it('has a cure wherever something is missing', () => {
    expect(keys(microphoneVerdict(false))).toEqual(['note', 'check.micNone', 'check.micCure'])
    expect(microphoneVerdict(true).how).toBe('good')
    expect(keys(socketVerdict(null))).toEqual(['bad', 'check.socketBad', 'check.socketCure'])
    expect(keys(socketVerdict(900))).toEqual(['note', 'check.socketSlow', 'check.socketSlowCure'])
    expect(socketVerdict(20).how).toBe('good')
  })

  it('names ports, and addresses that the certificate cannot', () => {
    expect(serverVerdict(check()).says).toEqual([{ key: 'check.serverPorts', values: { ports: '5180, 5443' } }])
    const unnamed = serverVerdict(check({ secure: [], unnamed: ['192.0.2.2'] }))
    expect(keys(unnamed)).toEqual(['bad', 'check.serverPorts', 'check.serverUnnamed', 'check.serverCure'])
    expect(keys(serverVerdict(closed))).toEqual(['note', 'check.serverClosed'])
  })
})
