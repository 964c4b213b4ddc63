// Reads and checks one scene on a thread of its own: the first time takes a second, and meanwhile the rooms go on.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A worker does not inherit the loader for TypeScript on Node 20.
register()
const { readScene } = await import('./readScene.ts')
parentPort?.postMessage(await readScene(workerData))
