// Holds the sentence model on a thread of its own, so that rooms go on while a sentence is read.
import { setFlagsFromString } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// Only the few kernels that do nearly all the work are worth the optimising compiler, one after the other. With V8's own measure it works on
// thousands of functions of the 14 MB runtime: 200 MB more, ready half a second later, and slower for the first hundred sentences.
setFlagsFromString('--wasm-tiering-budget=200000000')
setFlagsFromString('--wasm-num-compilation-tasks=1')

// A worker does not inherit the loader for TypeScript on Node 20.
register()
const { answerSentences } = await import('./answerSentences.ts')
await answerSentences(parentPort, workerData)
