import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BadSetting, readConfig } from '../config.ts'
import { serverCertificate } from './certificates.ts'
import { openNetwork } from './openNetwork.ts'
import { namesThatLeadHere, readSchoolCertificate } from './schoolCertificate.ts'

const NOW = Date.UTC(2027, 0, 15)
const DAY_MS = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'doorstep-school-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const mine = pair()
const other = pair()
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const certificate = (names: string[], from = NOW - DAY_MS, until = NOW + 90 * DAY_MS) =>
  serverCertificate({
    subject: 'school',
    subjectKey: mine.publicKey,
    issuer: 'a public authority',
    signingKey: other.privateKey,
    from: new Date(from),
    until: new Date(until),
    names,
  })

const good = file('good.pem', certificate(['doorstep.school.example']))
const key = file('key.pem', pem(mine.privateKey))
const files = (cert: string, itsKey = key) => ({ cert, key: itsKey })
const locked = mine.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
  .toString()

describe("a school's own certificate", () => {
  it('is taken with its names, days and the chain that follows it', () => {
    const chain = certificate(['doorstep.school.example', '*.lab.example', '10.0.0.8']) + certificate(['between'])
    const read = readSchoolCertificate(files(file('chain.pem', chain)), [], NOW)
    expect(read).toMatchObject({
      names: ['doorstep.school.example', '*.lab.example', '10.0.0.8'],
      from: new Date(NOW - DAY_MS),
      until: new Date(NOW + 90 * DAY_MS),
    })
    expect(read.chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
  })

  it.each([
    ['a file that is not there', files(join(folder, 'none.pem')), 'DOORSTEP_CERT', /ENOENT/],
    ['a key that is not there', files(good, join(folder, 'none.pem')), 'DOORSTEP_KEY', /ENOENT/],
    ['no certificate', files(key), 'DOORSTEP_CERT', /no certificate/],
    ['no key', files(good, good), 'DOORSTEP_KEY', /no private key/],
    ['a locked key', files(good, file('locked.pem', locked)), 'DOORSTEP_KEY', /password/],
    ['a key of another certificate', files(good, file('other.pem', pem(other.privateKey))), 'DOORSTEP_KEY', /belong/],
    [
      'one that expired',
      files(file('old.pem', certificate(['a.example'], 0, NOW - DAY_MS))),
      'DOORSTEP_CERT',
      /expired on 2027-01-14/,
    ],
    [
      'one of the future',
      files(file('new.pem', certificate(['a.example'], NOW + DAY_MS))),
      'DOORSTEP_CERT',
      /not valid before 2027-01-16/,
    ],
    ['one without a name', files(file('nameless.pem', certificate([]))), 'DOORSTEP_CERT', /names no host/],
    [
      'one for another address',
      files(file('elsewhere.pem', certificate(['10.0.0.9']))),
      'DOORSTEP_CERT',
      /10\.0\.0\.8/,
    ],
  ])('is refused in both languages: %s', (_name, found, setting, says) => {
    try {
      readSchoolCertificate(found, ['10.0.0.8'], NOW)
    } catch (error) {
      if (!(error instanceof BadSetting)) throw error
      expect(error.message).toMatch(says)
      for (const text of [error.message, error.zh]) expect(text).toContain(setting)
      expect(error.zh).toMatch(/\p{Script=Han}/u)
      return
    }
    throw new Error('it was taken')
  })

  it('is found under those of its names that lead to this computer', async () => {
    const names = ['localhost', '10.0.0.8', '10.0.0.9', '*.lab.example', 'no-such-name.invalid']
    expect(await namesThatLeadHere(names, ['10.0.0.8'])).toEqual(['localhost', '10.0.0.8'])
  })

  it('starts with a word of warning when none of its names leads here', async () => {
    const told: string[] = []
    const network = await openNetwork(
      { ...readConfig({}), host: '0.0.0.0', certificate: files(file('far.pem', certificate(['far.invalid']))) },
      { tell: (zh, en) => told.push(zh, en), report: () => {} },
      { now: () => NOW, names: () => ({ hosts: ['localhost'], addresses: ['10.0.0.8'], publicAddresses: [] }) },
    )
    expect(told).toEqual([expect.stringContaining('far.invalid'), expect.stringContaining('far.invalid')])
    expect(network.facts()).toMatchObject({ secure: [], unnamed: ['10.0.0.8'], certificate: { kind: 'school' } })
    const page = network.doorway.reply({
      method: 'GET',
      path: '/trust/doorstep-ca.crt',
      host: '',
      cameInAt: '',
      languages: '',
      agent: '',
    })
    expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8'])
  })
})
