import { X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { get as getSecurely } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { TLS_FOLDER } from '../../server/network/Authority.ts'
import type { LocalNames } from '../../server/network/localNames.ts'
import { type Running, startServer } from '../../server/startServer.ts'
import { type NetworkCheck, PROTOCOL } from '../../src/protocol/index.ts'
import { ask, newcomer, temporaryFolder } from './harness.ts'

const folder = temporaryFolder('tls')
// Without a scene, since none is needed and reading them takes long.
mkdirSync(join(folder.path, 'scenes'))
const SETTINGS = { ...readConfig({}), port: 0, httpsPort: 0, isTest: true, root: folder.path }
afterAll(() => folder.remove())

const named = (addresses: string[], hosts = ['localhost', 'doorstep.local']): LocalNames => ({
  hosts,
  addresses,
  publicAddresses: [],
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

type Asked = { status: number; type: string; headers: IncomingMessage['headers']; body: string }

describe('a server that lets the network in', () => {
  const data = join(folder.path, 'open')
  let running: Running
  let root: string
  let isForeign = false
  let addresses = ['192.168.77.5']

  beforeAll(async () => {
    const config = { ...SETTINGS, host: '0.0.0.0', dataFolder: data }
    running = await startServer(config, () => {}, {
      isFromHere: () => !isForeign,
      names: () => named(addresses),
      announce: null,
    })
    root = readFileSync(join(data, TLS_FOLDER, 'authority.crt'), 'utf8')
  })
  afterAll(() => running.close())

  /** Plain HTTP as this computer, or as another device. */
  async function plainly(
    path: string,
    options: { method?: string; headers?: Record<string, string>; host?: string } = {},
  ): Promise<Asked> {
    return new Promise((resolve, reject) => {
      const { method = 'GET', headers = {}, host = '127.0.0.1' } = options
      const asked = request({ host, port: running.port, path, method, headers }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part) => (body += part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            headers: response.headers,
            body,
          }),
        )
      })
      asked.on('error', reject)
      asked.end(method === 'POST' ? '{"name":"x","lang":"zh"}' : undefined)
    })
  }
  async function asAnother<T>(work: () => Promise<T>): Promise<T> {
    isForeign = true
    try {
      return await work()
    } finally {
      isForeign = false
    }
  }
  function securely(path: string, name = 'doorstep.local'): Promise<Asked> {
    return new Promise((resolve, reject) => {
      getSecurely(
        {
          host: '127.0.0.1',
          servername: name,
          port: running.securePort ?? 0,
          path,
          ca: root,
          headers: { host: `${name}:${running.securePort}` },
          agent: false,
        },
        (response) => {
          let body = ''
          response.setEncoding('utf8')
          response.on('data', (part) => (body += part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              headers: response.headers,
              body,
            }),
          )
        },
      ).on('error', reject)
    })
  }

  it('serves everything over HTTPS under its name, the chain and the name verified', async () => {
    const health = await securely('/health')
    expect([health.status, JSON.parse(health.body).ok]).toEqual([200, true])
    await expect(securely('/health', 'elsewhere.local')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  it('never speaks of HSTS, over HTTPS or in the page of trust', async () => {
    for (const path of ['/', '/health', '/trust', '/api/check'])
      expect((await securely(path)).headers).not.toHaveProperty('strict-transport-security')
    expect((await asAnother(() => plainly('/'))).headers).not.toHaveProperty('strict-transport-security')
  })

  it('opens sockets over HTTPS', async () => {
    const me = await newcomer({ url: `http://127.0.0.1:${running.port}` })
    const url = `https://localhost:${running.securePort}`
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ca: root,
      auth: { protocol: PROTOCOL, token: me.token },
      extraHeaders: { origin: url },
    })
    const opened = await new Promise((resolve) => {
      socket.once('connect', () => resolve('open'))
      socket.once('connect_error', (error) => resolve(error.message))
    })
    socket.disconnect()
    expect(opened).toBe('open')
  })

  it('serves this computer over plain HTTP as ever', async () => {
    expect((await ask<{ ok: boolean }>({ url: `http://127.0.0.1:${running.port}` }, '/health')).body.ok).toBe(true)
  })

  it.each([
    ['GET', '/'],
    ['GET', '/j'],
    ['GET', '/session/abc/debrief'],
    ['GET', '/index.html'],
    ['GET', '/favicon.svg'],
    ['GET', '/health'],
    ['GET', '/api/scenes'],
    ['GET', '/api/check'],
    ['POST', '/api/people'],
    ['POST', '/api/join'],
    ['POST', '/api/test/clock'],
    ['DELETE', '/api/me'],
    ['GET', '/trust/ping'],
    ['GET', '/socket.io/?EIO=4&transport=polling'],
    ['POST', '/socket.io/?EIO=4&transport=polling'],
    ['GET', '//api/scenes'],
    ['GET', '/%2e%2e/api/scenes'],
    ['GET', '/trust/../api/scenes'],
  ])('gives another device over plain HTTP nothing but the page of trust: %s %s', async (method, path) => {
    const { status, type, body, headers } = await asAnother(() => plainly(path, { method }))
    expect(type).toBe('text/html; charset=utf-8')
    expect([200, 403]).toContain(status)
    expect(body).toMatch(/^<!doctype html>[\s\S]*id="zh"[\s\S]*id="en"/)
    expect(body).toContain(`data-on="https://192.168.77.5:${running.securePort}"`)
    expect(body).not.toMatch(/refused|<script type="module"|"sid"/)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('gives it the authority’s certificate, as a file that systems know', async () => {
    const { type, status } = await asAnother(() => plainly('/trust/doorstep-ca.crt'))
    expect([status, type]).toEqual([200, 'application/x-x509-ca-cert'])
    const raw = await fetch(`http://127.0.0.1:${running.port}/trust/doorstep-ca.crt`).then((one) => one.arrayBuffer())
    expect(new X509Certificate(Buffer.from(raw)).fingerprint256).toBe(new X509Certificate(root).fingerprint256)
  })

  it('opens no socket for it', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      origin: `http://127.0.0.1:${running.port}`,
    }
    const path = '/socket.io/?EIO=4&transport=websocket'
    const upgraded = () =>
      new Promise<number | string>((resolve) => {
        const asked = request({
          host: '127.0.0.1',
          port: running.port,
          path,
          headers: { ...headers, host: `127.0.0.1:${running.port}` },
        })
        asked.on('upgrade', (_response, socket) => {
          socket.destroy()
          resolve('open')
        })
        asked.on('response', (response) => {
          response.destroy()
          resolve(response.statusCode ?? 0)
        })
        asked.end()
      })
    expect(await asAnother(upgraded)).toBe(403)
    expect(await upgraded()).toBe('open')
  })

  it('holds by the address of the caller itself, on this computer’s own network address', async (context) => {
    const own = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address
    if (own === undefined) return context.skip()
    const real = await startServer({ ...SETTINGS, host: own, dataFolder: join(folder.path, 'real') }, () => {}, {
      announce: null,
    })
    const there = await fetch(`http://${own}:${real.port}/api/scenes`)
    const here = await fetch(`http://127.0.0.1:${real.port}/api/scenes`)
    await real.close()
    expect([there.status, there.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect(here.status).toBe(200)
  })

  it('starts not at all when its HTTPS port is taken, and lets go of the other', async () => {
    const taken = {
      ...SETTINGS,
      host: '0.0.0.0',
      httpsPort: running.securePort ?? 0,
      dataFolder: join(folder.path, 'taken'),
    }
    const free = await freePort()
    const failed = startServer({ ...taken, port: free }, () => {}, { announce: null, names: () => named(addresses) })
    await expect(failed).rejects.toMatchObject({ code: 'EADDRINUSE', port: running.securePort })
    await expect(fetch(`http://127.0.0.1:${free}/trust`)).rejects.toThrow()
  })

  it('leads on to the name that was used, if it is one of ours, and to no other', async () => {
    const port = running.securePort
    const leadsTo = async (host: string, path = '/j') =>
      /<a class="button button--main" href="([^"]*)"/.exec(
        (await asAnother(() => plainly(path, { headers: { host } }))).body,
      )?.[1]
    expect(await leadsTo('doorstep.local:5180')).toBe(`https://doorstep.local:${port}/j`)
    expect(await leadsTo('evil.example')).toBe(`https://192.168.77.5:${port}/j`)
    expect(await leadsTo('"><script>alert(1)</script>')).toBe(`https://192.168.77.5:${port}/j`)
    expect(await leadsTo('localhost', '/x"><script>')).toBe(`https://192.168.77.5:${port}/`)
  })

  it('opens the guide of the device that asks, and the reader’s language first', async () => {
    const body = async (headers: Record<string, string>) => (await asAnother(() => plainly('/trust', { headers }))).body
    const quest = await body({
      'user-agent': 'Mozilla/5.0 (Linux; Android 12; Quest 3) OculusBrowser/30.0',
      'accept-language': 'en-US,en;q=0.9',
    })
    expect(quest).toMatch(/<details open>\s*<summary>Meta Quest headset/)
    expect(quest.match(/<details open>/g)).toHaveLength(2)
    expect(quest.indexOf('id="en"')).toBeLessThan(quest.indexOf('id="zh"'))
    const phone = await body({ 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)' })
    expect(phone).toMatch(/<details open>\s*<summary>iPhone、iPad/)
  })

  it('tells of itself what a network check needs', async () => {
    const { body } = await securely('/api/check')
    expect(JSON.parse(body) as NetworkCheck).toMatchObject({
      isOpen: true,
      ports: { plain: running.port, secure: running.securePort },
      secure: [`https://192.168.77.5:${running.securePort}`],
      plain: [`http://192.168.77.5:${running.port}`],
      certificate: { kind: 'own', fingerprint: new X509Certificate(root).fingerprint256 },
    })
  })

  it('serves a new certificate as soon as the address has changed, without a restart', async () => {
    await expect(securely('/health', '10.20.30.40')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    addresses = ['10.20.30.40']
    expect(running.lookAtNetwork()).toBe(true)
    expect(running.lookAtNetwork()).toBe(false)
    expect((await securely('/health', '10.20.30.40')).status).toBe(200)
    expect(running.network().secure).toEqual([`https://10.20.30.40:${running.securePort}`])
  })
})
