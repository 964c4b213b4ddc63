import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { afterAll, describe, expect, it } from 'vitest'
import { BadSetting } from '../config.ts'
import { Authority, TLS_FOLDER } from './Authority.ts'
import { permittedHosts } from './certificates.ts'
import type { LocalNames } from './localNames.ts'
import { OwnAuthority } from './OwnAuthority.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2027, 2, 1)
const folder = mkdtempSync(join(tmpdir(), 'doorstep-authority-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const named = (addresses: string[], hosts = ['localhost', 'doorstep.local']): LocalNames => ({
  hosts,
  addresses,
  publicAddresses: [],
})

/** What a client that trusts `ca` says of a server that is asked for by this name. */
function handshake(served: { key: string; chain: string }, ca: string, name: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer({ key: served.key, cert: served.chain }, (socket) => socket.end())
    server.on('tlsClientError', () => {})
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      const isAddress = /^[\d.]+$|:/.test(name)
      const client = connect({
        port,
        host: '127.0.0.1',
        ca,
        ...(!isAddress && { servername: name }),
        checkServerIdentity: (_asked, seen) => checkedAs(name, seen.raw),
      })
      const end = (says: string) => {
        client.destroy()
        server.close(() => resolve(says))
      }
      client.once('secureConnect', () => end(client.authorized ? 'trusted' : String(client.authorizationError)))
      // OpenSSL's own words where Node has no name for them.
      client.once('error', (error) =>
        end('code' in error && error.code !== 'UNSPECIFIED' ? String(error.code) : error.message),
      )
    })
  })
}

function checkedAs(name: string, raw: Buffer): Error | undefined {
  const certificate = new X509Certificate(raw)
  const isNamed = /^[\d.]+$|:/.test(name) ? certificate.checkIP(name) : certificate.checkHost(name)
  return isNamed === undefined ? Object.assign(new Error(name), { code: 'NOT_NAMED' }) : undefined
}

describe('the authority of this installation', () => {
  const data = join(folder, 'authority')
  mkdirSync(data)
  const hosts = ['localhost', 'doorstep.local', 'pc-7', 'school']
  const authority = Authority.open(data, hosts, NOW)

  it('is trusted for local names and private addresses', async () => {
    const names = [
      'doorstep.local',
      'localhost',
      'pc-7',
      '192.168.1.5',
      '10.9.8.7',
      '172.20.0.1',
      '169.254.3.4',
      'fd00::5',
      'fe80::1',
    ]
    const served = authority.sign(names, Date.now())
    for (const name of names) expect(await handshake(served, authority.root, name), name).toBe('trusted')
    expect(await handshake(served, authority.root, 'other.local')).toBe('NOT_NAMED')
  })

  it.each(['bank.example', 'school', 'doorstep.local.example', '8.8.8.8', '172.32.0.1', '192.0.2.2', '2001:db8::1'])(
    'is refused when it signs for %s, whoever trusts it',
    async (name) => {
      expect(await handshake(authority.sign([name], Date.now()), authority.root, name)).toBe(
        'permitted subtree violation',
      )
    },
  )

  it('carries its limits in every certificate that could sign, and no key of the root is left', () => {
    const read = (name: string) => readFileSync(join(data, TLS_FOLDER, name), 'utf8')
    for (const file of ['authority.crt', 'issuer.crt'])
      expect(permittedHosts(read(file))).toEqual(['local', 'localhost', 'pc-7'])
    expect(
      new X509Certificate(read('issuer.crt')).publicKey.equals(new X509Certificate(read('authority.crt')).publicKey),
    ).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('keeps its key for the account that runs the server', () => {
    expect(statSync(join(data, TLS_FOLDER, 'issuer.key')).mode & 0o777).toBe(0o600)
  })

  it('is the same after a restart, and valid to a headset whose clock lies years back', () => {
    expect(Authority.open(data, [], NOW + DAY_MS).root).toBe(authority.root)
    expect(new Date(new X509Certificate(authority.root).validFrom).getUTCFullYear()).toBeLessThanOrEqual(2018)
  })

  it('says what to do when its folder is damaged, and makes nothing new by itself', () => {
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    const { root } = Authority.open(broken, hosts, NOW)
    rmSync(join(broken, TLS_FOLDER, 'issuer.key'))
    expect(() => Authority.open(broken, hosts, NOW)).toThrow(BadSetting)
    expect(readFileSync(join(broken, TLS_FOLDER, 'authority.crt'), 'utf8')).toBe(root)
  })
})

describe('the certificate of the server', () => {
  const data = join(folder, 'leaf')
  mkdirSync(data)
  const own = new OwnAuthority(data, named(['192.168.1.5']), NOW)
  const daysOf = ({ from, until }: { from: Date; until: Date }) => [
    (NOW - from.getTime()) / DAY_MS,
    (until.getTime() - NOW) / DAY_MS,
  ]

  it('is backdated a year and more, and short enough for every system', () => {
    const [back = 0, ahead = 0] = daysOf(own.current)
    expect(back).toBeGreaterThan(365)
    expect(ahead).toBeLessThanOrEqual(398)
    expect(back + ahead).toBeLessThanOrEqual(825)
  })

  it('stays while nothing changes, also over a restart', () => {
    const before = own.current.chain
    expect(own.renew(named(['192.168.1.5']), NOW + 300 * DAY_MS)).toBe(false)
    expect(new OwnAuthority(data, named(['192.168.1.5']), NOW).current.chain).toBe(before)
  })

  it('is made anew when the address changes, keeps the old one, and the authority stays', async () => {
    const { root } = own.authority
    expect(own.renew(named(['10.1.2.3']), NOW)).toBe(true)
    expect(own.current.names).toEqual(expect.arrayContaining(['10.1.2.3', '192.168.1.5', 'doorstep.local']))
    expect(own.authority.root).toBe(root)
    const today = new OwnAuthority(data, named(['10.1.2.3']), Date.now())
    expect(await handshake(today.current, root, '10.1.2.3')).toBe('trusted')
  })

  it('is made anew near its end, and when the clock was put back behind its beginning', () => {
    expect(own.renew(named(['10.1.2.3']), NOW + 350 * DAY_MS)).toBe(true)
    expect(own.renew(named(['10.1.2.3']), NOW - 200 * DAY_MS)).toBe(true)
    expect(own.renew(named(['10.1.2.3']), Date.UTC(2010, 0, 1))).toBe(false)
  })

  it('leaves out a plain name that the authority does not cover, and stays valid for the rest', async () => {
    own.renew(named(['10.1.2.4'], ['localhost', 'doorstep.local', 'renamed-pc']), Date.now())
    expect(own.current.names).not.toContain('renamed-pc')
    expect(await handshake(own.current, own.authority.root, 'doorstep.local')).toBe('trusted')
  })

  it('is made anew when its file is damaged', () => {
    writeFileSync(join(data, TLS_FOLDER, 'server.pem'), 'nonsense')
    expect(new OwnAuthority(data, named(['10.1.2.3']), NOW).current.names).toContain('10.1.2.3')
  })
})
