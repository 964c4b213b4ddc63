import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../server/storage/index.ts'
import { ask, copyOfScenes, newcomer, newSession, Player, SCENE, temporaryFolder } from './harness.ts'
import { runToItsEnd, type Spawned, spawnServer } from './spawned.ts'

// Each test starts one or two processes; on a busy computer that alone takes a while.
vi.setConfig({ testTimeout: 60_000 })

const folder = temporaryFolder('process')
const started: Spawned[] = []
const start = async (env: Record<string, string>) => {
  const server = await spawnServer(env)
  started.push(server)
  return server
}
afterEach(async () => {
  for (const server of started.splice(0)) if (server.process.exitCode === null) await server.end('SIGKILL')
})
afterAll(() => folder.remove())

const data = (name: string) => join(folder.path, name)

describe('a server that is ended and started again', () => {
  it('after kill -9 has every acknowledged act, without a gap, and the session goes on', async () => {
    const env = { DOORSTEP_DATA: data('killed') }
    const first = await start(env)
    const me = await newcomer(first)
    const session = await newSession(first, me.token)
    const player = new Player(first, me.token, session.id)
    await player.join()
    await player.does({ type: 'arrive' })
    let acknowledged = 0
    const talking = (async () => {
      while (player.socket.connected) {
        const answer = await player.act({ type: 'wait' })
        if (answer.ok) acknowledged = answer.number
        await new Promise((resolve) => setTimeout(resolve, 40))
      }
    })().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 700))
    await first.end('SIGKILL')
    player.close()
    await talking
    expect(acknowledged).toBeGreaterThan(5)

    const second = await start(env)
    const back = new Player(second, me.token, session.id)
    const joined = await back.join()
    expect(joined.ok && joined.view.number).toBeGreaterThanOrEqual(acknowledged)
    expect(back.view?.session.status).toBe('visiting')
    await back.does({ type: 'wait' })
    back.close()
    expect(await second.end('SIGTERM')).toBe(0)
    const store = await openStore({ dataFolder: data('killed') })
    const numbers = (await store.load(session.id)).events.map(({ number }) => number)
    await store.close()
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('in good order stops within three seconds, cuts its sockets so that they come back, and has the time written down', async () => {
    const env = { DOORSTEP_DATA: data('stopped') }
    const first = await start(env)
    const me = await newcomer(first)
    const session = await newSession(first, me.token)
    const player = new Player(first, me.token, session.id)
    await player.join()
    await player.does({ type: 'arrive' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    const closed = player.closed()
    const from = Date.now()
    expect(await first.end('SIGINT')).toBe(0)
    expect(Date.now() - from).toBeLessThan(3_000)
    expect(await closed).toBe('transport close')
    const store = await openStore({ dataFolder: data('stopped') })
    const last = (await store.load(session.id)).events.at(-1)
    await store.close()
    expect(last).toMatchObject({ type: 'time-passed' })
    expect(last?.at).toBeGreaterThanOrEqual(400)
  })
})

describe('a start that cannot be', () => {
  const inBothLanguages = /[\u4e00-\u9fff].*\n.*[A-Za-z]{4}/
  const noTrace = /\n\s+at /

  it('says that the port is taken', async () => {
    const taken: Server = createServer()
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    )
    const { code, output } = await runToItsEnd({ DOORSTEP_DATA: data('port'), DOORSTEP_PORT: String(port) })
    taken.close()
    expect(code).toBe(2)
    expect(output).toMatch(inBothLanguages)
    expect(output).toContain(String(port))
    expect(output).not.toMatch(noTrace)
  })

  it('says that the data folder cannot be written to', async () => {
    writeFileSync(data('a-file'), '')
    const { code, output } = await runToItsEnd({ DOORSTEP_DATA: join(data('a-file'), 'inside') })
    expect(code).toBe(3)
    expect(output).toMatch(inBothLanguages)
    expect(output).not.toMatch(noTrace)
  })

  it('says that the database cannot be reached, without its password', async () => {
    const { code, output } = await runToItsEnd({
      DOORSTEP_DATA: data('database'),
      DATABASE_URL: 'postgresql://somebody:hunter2@127.0.0.1:1/nowhere',
    })
    expect(code).toBe(4)
    expect(output).toMatch(inBothLanguages)
    expect(output).not.toContain('hunter2')
    expect(output).not.toMatch(noTrace)
  })

  it('says which setting cannot be meant', async () => {
    const { code, output } = await runToItsEnd({ DOORSTEP_DATA: data('setting'), DOORSTEP_PORT: 'http' })
    expect(code).toBe(1)
    expect(output).toContain('DOORSTEP_PORT')
    expect(output).not.toMatch(noTrace)
  })
})

describe('a teacher who edits a scene while the server runs', () => {
  it('sees a fault named with file and line, loses nothing, and gets the mended scene in the next session', async () => {
    copyOfScenes(folder.path)
    const server = await start({ DOORSTEP_DATA: data('edited'), DOORSTEP_ROOT: folder.path })
    const me = await newcomer(server)
    const before = await newSession(server, me.token)
    const player = new Player(server, me.token, before.id)
    await player.join()

    const file = join(folder.path, 'scenes', SCENE, 'scene.yaml')
    appendFileSync(file, '\nnosuchkey: 1\n')
    const body = { scene: SCENE, kind: 'practice' }
    const refused = await ask<{ refused: string; zh: string; en: string }>(server, '/api/sessions', {
      token: me.token,
      body,
    })
    expect(refused.status).toBe(503)
    for (const text of [refused.body.zh, refused.body.en]) expect(text).toMatch(/scene\.yaml:\d+/)
    expect((await ask<{ broken: { id: string }[] }>(server, '/api/scenes')).body.broken.map(({ id }) => id)).toEqual([
      SCENE,
    ])
    await player.does({ type: 'arrive' })

    const mended = readFileSync(file, 'utf8')
      .replace('\nnosuchkey: 1\n', '')
      .replace(/^version: .*$/m, 'version: 9.9.9')
    writeFileSync(file, mended)
    const after = await newSession(server, me.token)
    const versionOf = async (id: string) =>
      (await ask<{ version: string }>(server, `/api/sessions/${id}/scene`, { token: me.token })).body.version
    expect(await versionOf(after.id)).toBe('9.9.9')
    expect(await versionOf(before.id)).not.toBe('9.9.9')
    player.close()
  })

  it('is told at the start which scene is broken, and the server runs', async () => {
    const broken = temporaryFolder('broken')
    copyOfScenes(broken.path)
    appendFileSync(join(broken.path, 'scenes', SCENE, 'people.yaml'), '\n{ not yaml: [\n')
    const server = await start({ DOORSTEP_DATA: data('broken'), DOORSTEP_ROOT: broken.path })
    await expect.poll(() => server.output(), { timeout: 15_000 }).toMatch(/people\.yaml:\d+/)
    const health = await ask<{ ok: boolean; scenes: { broken: string[] } }>(server, '/health')
    expect(health).toMatchObject({ status: 200, body: { ok: true, scenes: { broken: [SCENE] }, storage: 'sqlite' } })
    broken.remove()
  })
})
