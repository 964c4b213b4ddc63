import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../server/harness.ts'
import type { Spawned } from '../server/spawned.ts'
import { ROOT } from './visit.ts'

export const MODEL_FOLDER = join('assets', 'models', 'words')

const START_MS = 60_000
const COPIED = ['server', 'src', 'scenes', 'package.json']
const LENT = ['node_modules', 'dist']

export type Program = {
  path: string
  dataFolder: string
  /** Its server as a process of its own, as `npm start` runs it, on a free port; `flags` are Node's. */
  start(options?: { flags?: string[]; env?: Record<string, string> }): Promise<Spawned>
  remove(): void
}

/** The program as somebody may have it on disk: whole, without the sentence model, or with a model that came over broken. */
export function copyOfProgram(model: 'whole' | 'missing' | 'damaged'): Program {
  const folder = temporaryFolder('program')
  const at = (name: string) => join(folder.path, name)
  for (const name of COPIED) cpSync(join(ROOT, name), at(name), { recursive: true })
  for (const name of LENT) symlinkSync(join(ROOT, name), at(name), 'junction')
  if (model !== 'missing') cpSync(join(ROOT, MODEL_FOLDER), at(MODEL_FOLDER), { recursive: true })
  if (model === 'damaged') appendFileSync(join(at(MODEL_FOLDER), 'model.onnx'), 'and half of another file')
  const dataFolder = at('data')
  mkdirSync(dataFolder)
  const children = new Set<ChildProcess>()
  const endAll = () => {
    for (const child of children) child.kill('SIGKILL')
  }
  process.once('exit', endAll)
  return {
    path: folder.path,
    dataFolder,
    async start({ flags = [], env = {} } = {}) {
      const { DATABASE_URL: _, ...inherited } = process.env
      const child = spawn(process.execPath, [...flags, '--import', 'tsx', 'server/main.ts'], {
        cwd: folder.path,
        env: { ...inherited, DOORSTEP_PORT: '0', DOORSTEP_DATA: dataFolder, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      children.add(child)
      const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
      let text = ''
      const output = () => text
      const url = await new Promise<string>((resolve, reject) => {
        const failed = () => reject(new Error(`the server did not start:\n${text}`))
        const timer = setTimeout(failed, START_MS)
        const hear = (chunk: unknown) => {
          text += String(chunk)
          const [, port] = /http:\/\/localhost:(\d+)/.exec(text) ?? []
          if (port === undefined) return
          clearTimeout(timer)
          resolve(`http://127.0.0.1:${port}`)
        }
        child.stdout.on('data', hear)
        child.stderr.on('data', hear)
        child.once('exit', failed)
      })
      const end = (signal: NodeJS.Signals) => {
        child.kill(signal)
        return exited
      }
      return { url, process: child, output, end }
    },
    remove() {
      endAll()
      process.off('exit', endAll)
      folder.remove()
    },
  }
}
