import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const START_MS = 20_000

export type Postgres = { url: string; stop: () => Promise<void> }

/**
 * A PostgreSQL to test against: the one of DATABASE_URL, else a cluster of our own in a temporary folder where its programs are
 * installed, else none. PostgreSQL refuses to run as root: there it runs as the user `postgres` or `nobody`.
 */
export async function temporaryPostgres(): Promise<Postgres | null> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  const programs = findPrograms()
  const user = userToRunAs()
  if (!programs || !user) return null
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-postgres-'))
  if (user.ids) chownSync(folder, user.ids.uid, user.ids.gid)
  const data = join(folder, 'data')
  const options = {
    ...user.ids,
    cwd: folder,
    env: { ...process.env, HOME: folder, LC_ALL: 'C' },
    stdio: 'ignore' as const,
  }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'doorstep', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  const port = await freePort()
  const flags = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(programs, 'postgres'), flags, options)
  const url = `postgresql://doorstep@127.0.0.1:${port}/postgres`
  const stop = async () => {
    await ended(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answering(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

/** An empty database of its own for one test file, beside whatever the server already holds. */
export async function emptyDatabase(postgres: Postgres, name: string): Promise<string> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}

function findPrograms(): string | null {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  const places = [
    ...(process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':'),
    ...versions.map((version) => join(base, version, 'bin')),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/bin',
  ]
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null
}

function userToRunAs(): { ids: { uid: number; gid: number } | undefined } | null {
  if (process.getuid?.() !== 0) return { ids: undefined }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { ids: { uid: Number(uid), gid: Number(gid) } }
  }
  return null
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS
  for (;;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    // A fast shutdown: sessions are cut, the cluster is left clean.
    server.kill('SIGINT')
  })
}
