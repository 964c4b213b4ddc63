import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverIn, type TestServer, temporaryFolder } from './harness.ts'

const folder = temporaryFolder('site')
let server: TestServer
beforeAll(async () => {
  const clientFolder = join(folder.path, 'client')
  mkdirSync(join(clientFolder, 'assets'), { recursive: true })
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Doorstep</title>')
  const script = 'export const answer = 42\n'.repeat(50)
  writeFileSync(join(clientFolder, 'assets', 'main-abc123.js'), script)
  writeFileSync(join(clientFolder, 'assets', 'main-abc123.js.br'), brotliCompressSync(script))
  server = await serverIn(join(folder.path, 'data'), { clientFolder })
})
afterAll(async () => {
  await server.close()
  folder.remove()
})

const get = (path: string) => fetch(`${server.url}${path}`, { headers: { 'accept-encoding': 'br' } })

describe('the pages', () => {
  it.each(['/', '/scene/third-floor-west', '/session/abc/debrief'])(
    'are one page, asked for anew each time: %s',
    async (path) => {
      const response = await get(path)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(await response.text()).toContain('<title>Doorstep</title>')
    },
  )

  it('keep their built files for good, and send them compressed where that was prepared', async () => {
    const response = await get('/assets/main-abc123.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(await response.text()).toContain('answer = 42')
  })

  it.each(['/api/none', '/assets/gone.js', '/health/none', '/..%2f..%2fpackage.json'])(
    'are never what stands for something missing: %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ refused: 'unknown-thing' })
    },
  )
})

describe('the whole network behind one address', () => {
  it('is slowed down past a class or two of newcomers a minute, with a problem in both languages', async () => {
    const join = () =>
      fetch(`${server.url}/api/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: '学员', lang: 'zh' }),
      })
    const statuses = (await Promise.all(Array.from({ length: 130 }, join))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(120)
    const last = await join()
    expect([last.status, await last.json()]).toEqual([429, expect.objectContaining({ refused: 'too-fast' })])
    expect((await get('/api/scenes')).status).toBe(200)
  })
})
