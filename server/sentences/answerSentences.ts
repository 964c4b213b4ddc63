import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MessagePort } from 'node:worker_threads'
import { loadModel, type Model } from './Model.ts'
import { DamagedPart } from './manifest.ts'

/** Why there is no sentence model: a file is not there, is not the right one, the machine runs no WebAssembly, or the thread ended. */
export const FAULTS = ['missing', 'damaged', 'refused', 'ended'] as const
export type Fault = (typeof FAULTS)[number]

export type Asked = { id: number; text: string }
export type Answered =
  | { type: 'ready' }
  | { type: 'failed'; fault: Fault; detail: string }
  | { type: 'vector'; id: number; vector: Float32Array | null }

/** The worker's whole life: load or say why not, then answer one sentence after the other. */
export async function answerSentences(port: MessagePort, folder: string): Promise<void> {
  const say = (answer: Answered) => port.postMessage(answer)
  let model: Model
  try {
    model = await loadModel(folder)
  } catch (error) {
    say({ type: 'failed', fault: faultOf(error), detail: error instanceof Error ? error.message : String(error) })
    port.close()
    return
  }
  collectGarbage()
  port.on('message', async ({ id, text }: Asked) => {
    say({ type: 'vector', id, vector: await model.embed(text).catch(() => null) })
  })
  say({ type: 'ready' })
}

const NOT_THERE = ['ENOENT', 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND']

/** What went wrong by what was being done: reading files, or compiling and starting the runtime. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DamagedPart || error instanceof SyntaxError) return 'damaged'
  if (error instanceof Error && error.name === 'ZodError') return 'damaged'
  if (error instanceof Error && 'code' in error && NOT_THERE.includes(String(error.code))) return 'missing'
  return 'refused'
}

/** Loading leaves 45 MB of files behind, and a thread that mostly waits would not collect them for hours. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collect()
}
