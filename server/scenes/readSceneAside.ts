import { Worker } from 'node:worker_threads'
import type { Read } from './readScene.ts'

/** Reads a scene's folder on another thread; rejects when that thread itself fails. */
export function readSceneAside(folder: string): Promise<Read> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sceneWorker.mjs', import.meta.url), { workerData: folder })
    worker.once('message', (read: Read) => {
      resolve(read)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that reads scenes ended without an answer')))
  })
}
