import { type ChildProcess, spawn } from 'node:child_process'
import { PROJECT } from './harness.ts'

const START_MS = 40_000

/** Servers still running when whoever started them ends, for whatever reason, end with it. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export type Spawned = {
  url: string
  process: ChildProcess
  output: () => string
  /** Ends it by a signal and answers its exit code; null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** The server as a process of its own, as `npm start` runs it, on a free port. */
export async function spawnServer(env: Record<string, string>): Promise<Spawned> {
  const { process: child, output, exited } = spawnMain(env)
  const until = Date.now() + START_MS
  for (;;) {
    const url = /http:\/\/localhost:(\d+)/.exec(output())
    if (url)
      return {
        url: `http://127.0.0.1:${url[1]}`,
        process: child,
        output,
        end: (signal) => {
          child.kill(signal)
          return exited
        },
      }
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start:\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function runToItsEnd(
  env: Record<string, string>,
  under: string[] = [],
): Promise<{ code: number | null; output: string }> {
  const { process: child, output, exited } = spawnMain(env, under)
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS)
  const code = await exited
  clearTimeout(timer)
  return { code, output: output() }
}

function spawnMain(env: Record<string, string>, under: string[] = []) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const [command = process.execPath, ...args] = [...under, process.execPath, '--import', 'tsx', 'server/main.ts']
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { ...inherited, DOORSTEP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return { process: child, output: () => text, exited }
}
